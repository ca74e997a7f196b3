"""What belongs to a dossier and in what order: appendices, pictures, relatives, the chain's arrows, and what settings may change."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.api import Options, check, open_project
from samverkan_cli.checking.report import Report, Verdict
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.family import points_to
from samverkan_cli.project.pictures import picture_kind
from samverkan_cli.project.sources import Sources
from samverkan_cli.project.trace import Status, trace
from support.packages import words_of

TODAY = datetime.date(2019, 6, 1)
HEAD = "samverkan: 1\ntyp: överenskommelse\nid: x\n"


def write(folder: Path, files: dict[str, str]) -> None:
    (folder / ".git").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def run(folder: Path, name: str = "agreement.yaml", options: Options | None = None) -> Report:
    project = open_project([folder / name], today=TODAY, sources=Sources(base=folder))
    return check(project, options or Options(all_steps=True))


def dossier_of(folder: Path, text: str, head: str = HEAD) -> Dossier:
    write(folder, {"agreement.yaml": head + text})
    (case,) = open_project([folder / "agreement.yaml"], today=TODAY, sources=Sources(base=folder)).cases()
    return case.dossier


def of(report: Report, code: str) -> list[Diagnostic]:
    return [one for one in report.diagnostics if one.code == code]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n....", "png"),
        (b"\xff\xd8\xff\xe0....", "jpeg"),
        (b'<?xml version="1.0"?>\n<svg/>', "svg"),
        (b" " * 4996 + b"<svg", "svg"),
        (b" " * 4997 + b"<svg", "annat"),
        (b"GIF89a", "annat"),
        (b"", "annat"),
    ],
)
def test_what_a_picture_is(raw: bytes, kind: str) -> None:
    assert picture_kind(raw) == kind


# --- Appendices ---

PLAN = "samverkan: 1\ntyp: åtgärdsplan\n"


def test_two_appendices_with_one_number_point_at_the_first(tmp_path: Path) -> None:
    text = 'bilagor:\n  - {nr: "1", fil: a.yaml}\n  - {nr: "2", fil: b.yaml}\n  - {nr: "1", fil: c.yaml}\n'
    write(tmp_path, {"agreement.yaml": HEAD + text, "a.yaml": PLAN, "b.yaml": PLAN, "c.yaml": PLAN})
    (one,) = of(run(tmp_path), "FIL10")
    assert (one.message, one.span.line, [other.span.line for other in one.related]) == ("två bilagor har numret 1", 7, [5])


def test_a_file_that_stands_twice_points_at_the_first(tmp_path: Path) -> None:
    text = "bilagor:\n  - {titel: Utan fil}\n  - {fil: b.yaml}\n  - {fil: a.yaml}\n  - {fil: ./a.yaml}\n"
    write(tmp_path, {"agreement.yaml": HEAD + text, "a.yaml": PLAN, "b.yaml": PLAN})
    report = run(tmp_path)
    (one,) = of(report, "FIL10")
    assert (one.message, one.span.line, [other.span.line for other in one.related]) == (
        "filen ./a.yaml står två gånger bland bilagorna",
        8,
        [7],
    )
    assert report.dossiers[0].files == ("agreement.yaml", "b.yaml", "a.yaml")


def test_a_picture_among_the_appendices_is_no_unreadable_document(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "agreement.yaml": HEAD + "bilagor: [{fil: karta.pdf}, {fil: trasig.yaml}]\n",
            "karta.pdf": "x",
            "trasig.yaml": "samverkan: 1\ntyp: [\n",
        },
    )
    dossier = run(tmp_path).dossiers[0]
    assert dossier.files == ("agreement.yaml", "karta.pdf", "trasig.yaml")
    assert (dossier.unreadable, dossier.set_aside) == (("trasig.yaml",), ())


@pytest.mark.parametrize(("text", "absences"), [("period: {från: 2019-01-01}\n", True), (f"period: {'[' * 40}{']' * 40}\n", False)])
def test_nothing_is_said_to_be_absent_from_an_agreement_that_cannot_be_read(text: str, absences: bool, tmp_path: Path) -> None:
    """Its law and its points are asked for all the same when it can be read, so the silence is about the reading."""
    write(tmp_path, {"agreement.yaml": HEAD + text, "plan.yaml": PLAN})
    report = run(tmp_path)
    assert any(one.code.startswith(("SK", "LAG")) for one in report.diagnostics) is absences
    asked = {point.verdict for point in report.dossiers[0].points if point.pack == "skåne-17"}
    assert (Verdict.MISSING in asked, Verdict.UNKNOWN in asked) == (absences, not absences)


def test_what_is_left_out_is_unknown_and_the_rest_is_judged(tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": HEAD + "period: ]\nbakgrund: Vi började 2009.\n", "plan.yaml": PLAN})
    report = run(tmp_path)
    assert [(one.code, one.span.line) for one in report.diagnostics if one.code == "FIL02"] == [("FIL02", 4)]
    assert [
        one.message for one in report.diagnostics if one.code != "FIL02" and one.place is not None and one.place.path[:1] == ("period",)
    ] == []
    asked = {point.verdict for point in report.dossiers[0].points if point.pack == "skåne-17"}
    assert {Verdict.MISSING, Verdict.UNKNOWN} <= asked


@pytest.mark.parametrize(
    ("parties", "verdict", "reason"),
    [
        ("", Verdict.MISSING, "överenskommelsen har inga parter"),
        ("parter: kommunen och polisen\n", Verdict.UNKNOWN, "en fil eller nyckel som kan visa det gick inte att läsa"),
    ],
)
def test_what_is_asked_of_each_party_is_not_missing_where_the_parties_are_not_read(
    parties: str, verdict: Verdict, reason: str, tmp_path: Path
) -> None:
    write(tmp_path, {"agreement.yaml": HEAD + parties})
    report = run(tmp_path)
    points = [point for point in report.dossiers[0].points if point.code in ("SK15", "SK16", "SK17")]
    assert [(point.verdict, point.reasons) for point in points] == [(verdict, (reason,))] * 3
    said = [one.code for one in report.diagnostics if "inga parter" in one.message]
    assert said == (["SK01"] if verdict is Verdict.MISSING else [])


def test_what_lies_beside_and_nobody_lists_is_said_once(tmp_path: Path) -> None:
    files = {"agreement.yaml": HEAD + "bilagor: [{fil: a.yaml}]\n", "a.yaml": PLAN, "b.yaml": PLAN, "c.yaml": "namn: inte vår\n"}
    write(tmp_path, {**files, "samverkan.yaml": "samverkan: 1\ntyp: inställningar\n", "under/agreement.yaml": HEAD, "under/d.yaml": PLAN})
    (one,) = of(run(tmp_path), "FIL11")
    assert (one.file, one.help) == ("b.yaml", "Lägg till den under bilagor i agreement.yaml:  - {nr: …, fil: b.yaml}")


def test_what_nobody_lists_belongs_to_the_first_agreement_in_its_folder(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": HEAD, "b.yaml": HEAD.replace("id: x", "id: y"), "plan.yaml": PLAN})
    assert run(tmp_path, "a.yaml").dossiers[0].files == ("a.yaml", "plan.yaml")
    assert run(tmp_path, "b.yaml").dossiers[0].files == ("b.yaml",)


def test_a_misspelt_appendix_is_said_once_and_read(tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": HEAD + "bilagor: [{fil: plann.yaml}]\n", "plan.yaml": PLAN + "åtgärder: [{id: Å1}]\n"})
    report = run(tmp_path)
    (one,) = of(report, "FIL08")
    assert "plan.yaml" in words_of(one)
    assert of(report, "FIL11") == []
    assert "plan.yaml" in report.dossiers[0].files


def test_a_logo_outside_is_said_where_it_is_written(tmp_path: Path) -> None:
    text = "parter:\n  - {id: k, logotyp: {fil: ../utanför.svg, alt: X}}\n  - {id: p, logotyp: {fil: saknas.svg, alt: X}}\n"
    write(tmp_path / "inne", {"agreement.yaml": HEAD + text})
    report = run(tmp_path / "inne")
    assert [(one.message, one.span.line) for one in of(report, "FIL09")] == [("sökvägen ../utanför.svg leder ut ur förvaret", 5)]
    # The one outside is said already.
    assert [(one.message, one.span.line) for one in of(report, "SK16")] == [("logotypen saknas.svg finns inte", 6)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("", {"problem": 0, "orsaker": 0, "mål": 0, "åtgärder": 0, "löften": 0}),
        (
            "orsaker: [{id: O1}]\nåtgärder: [{id: Å1}]\nlöften: [{id: L1}]\nmål: [{id: M1}]\n",
            {"problem": 0, "orsak": 1, "mål": 1, "åtgärd": 1, "löfte": 1},
        ),
        (
            "orsaker: [{id: O1}, {id: O2}]\nåtgärder: [{id: Å1}, {id: Å2}]\nlöften: [{id: L1}, {id: L2}]\n",
            {"problem": 0, "orsaker": 2, "mål": 0, "åtgärder": 2, "löften": 2},
        ),
    ],
)
def test_what_there_is_is_counted_in_words(text: str, counts: dict[str, int], tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": HEAD + text})
    assert dict(run(tmp_path).dossiers[0].counts) == counts


def test_the_lines_that_are_shown_are_the_first_and_the_last_too(tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": "färg: röd\n" + HEAD + "titel: A\nfärg2: blå"})
    report = run(tmp_path)
    assert [one.span.line for one in of(report, "FIL05")] == [1, 6]
    assert {number: report.excerpts["agreement.yaml"][number] for number in (1, 6)} == {1: "färg: röd", 6: "färg2: blå"}
    assert list(report.excerpts["agreement.yaml"]) == sorted(report.excerpts["agreement.yaml"])
    assert list(report.rules) == sorted(report.rules)


# --- Relatives ---


@pytest.mark.parametrize(
    ("reference", "meant"),
    [
        ("{id: hela}", True), ("{titel: Hela}", True), ("{id: hela, titel: Annan}", True), ("{id: annan, titel: Hela}", True),
        ("{id: annan}", False), ("{titel: Annan}", False), ("{datum: 2019-01-01}", False),
    ],
)  # fmt: skip
def test_a_relative_is_meant_by_its_id_or_its_title(reference: str, meant: bool, tmp_path: Path) -> None:
    part = dossier_of(tmp_path / "del", f"del_av: {reference}\n")
    whole = dossier_of(tmp_path / "hela", "titel: Hela\n", HEAD.replace("id: x", "id: hela"))
    assert points_to(part, part.agreement.part_of, whole) is meant
    assert points_to(part, None, whole) is False


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [("annan.yaml", PLAN, 4), ("annan.yaml", "inte: vår\n", 4), ("annan.yaml", HEAD.replace("id: x", "id: y"), None)],
)
def test_a_relative_is_an_agreement(name: str, text: str, line: int | None, tmp_path: Path) -> None:
    write(tmp_path / "a", {"agreement.yaml": HEAD + f"ersätter: {{fil: ../b/{name}}}\n"})
    write(tmp_path / "b", {name: text})
    (tmp_path / ".git").mkdir()
    (tmp_path / "a/.git").rmdir()
    (tmp_path / "b/.git").rmdir()
    found = of(run(tmp_path, "a/agreement.yaml"), "FIL08")
    assert [(one.message, one.span.line) for one in found] == (
        [] if line is None else [(f"filen ../b/{name} är ingen överenskommelse", line)]
    )


# --- The chain ---


def test_what_has_no_id_belongs_to_nothing_that_has_none(tmp_path: Path) -> None:
    """Two things without an id are not the same thing, and an empty reference leads nowhere."""
    dossier = dossier_of(
        tmp_path,
        "problem: [{namn: A}]\norsaker: [{orsak: B}]\nmål: [{lydelse: C, typ: effekt}]\nåtgärder: [{vad: D}]\nlöften: [{lydelse: E}]\n"
        "uppföljning: [{vad: F}]\nutfall: [{bedömning: gul}]\nmätvärden: [{värde: 1}]\nfokusområden: [{namn: G}]\n",
    )
    graph = dossier.graph
    assert graph.causes_of(dossier.problems[0]) == ()
    assert graph.goals_of(dossier.problems[0]) == ()
    assert graph.with_steps(dossier.goals) == dossier.goals
    assert graph.actions_towards(dossier.goals[0]) == ()
    assert graph.follow_ups_of(dossier.actions[0]) == ()
    assert (graph.actions_meeting(None), graph.actions_in(None), graph.follow_ups_in(None), graph.goals_in(None)) == ((), (), (), ())
    assert (graph.measurements_of(None), graph.outcomes_of(None)) == ((), ())
    assert trace(dossier).links == ()


CHAIN = """problem: [{id: P1}, {id: P2}]
orsaker:
  - {id: O1, gäller_problem: [P1]}
  - {id: O2, gäller_problem: [P1], möts_inte: X.}
  - {id: O3, gäller_problem: [P1]}
  - {id: O4}
mål: [{id: M1}, {id: M2}, {id: M1.1, delmål_till: M1}]
åtgärder:
  - {id: Å1, möter_orsaker: [O1], bidrar_till_mål: [M1.1]}
  - {id: Å2, möter_orsaker: [O1]}
  - {id: Å3, bidrar_till_mål: [M1]}
uppföljning: [{id: U1, gäller_åtgärder: [Å1]}, {id: U2}, {id: U3, gäller_fokusområden: [F1]}]
fokusområden: [{id: F1}]
löften: [{id: L1, gäller_åtgärder: [Å1]}, {id: L2}, {id: L3, åtaganden: [{vad: x}]}]
utfall: [{åtgärd: Å1, bedömning: gul}, {åtgärd: Å1, bedömning: grön}, {åtgärd: Å2, utfall: Inte gjort.}]
mätvärden: [{mål: M1, värde: 9, datum: 2019-03-01}, {mål: M1, värde: 8, datum: 2019-04-01}, {mål: M1, datum: 2019-05-01}]
"""


def test_how_each_link_hangs_in_the_chain(tmp_path: Path) -> None:
    links = {link.id: link for link in trace(dossier_of(tmp_path, CHAIN)).links}
    covered = {"P1", "O1", "O2", "Å1", "M1", "M1.1", "U1", "U3", "L1", "L3"}
    uncovered = {"P2", "O3", "Å2"}
    orphan = {"O4", "Å3", "M2", "U2", "L2"}
    assert {id for id, link in links.items() if link.status is Status.COVERED} == covered
    assert {id for id, link in links.items() if link.status is Status.UNCOVERED} == uncovered
    assert {id for id, link in links.items() if link.status is Status.ORPHAN} == orphan
    assert {id: link.outcome for id, link in links.items() if link.outcome} == {"Å1": "grön", "Å2": "Inte gjort.", "M1": "8 (2019-04-01)"}


def test_the_first_of_two_things_with_one_id_is_the_link(tmp_path: Path) -> None:
    links = {
        link.id: link
        for link in trace(dossier_of(tmp_path, "orsaker: [{id: A}]\nåtgärder: [{id: A}, {id: Å1, möter_orsaker: [A]}]\n")).links
    }
    assert links["A"].kind == "orsak"
    assert links["Å1"].status is Status.UNCOVERED


def test_the_areas_of_an_action_are_its_own_before_its_documents_before_its_causes(tmp_path: Path) -> None:
    plan = PLAN + "gäller_fokusområden: [F2]\nåtgärder: [{id: Å1, gäller_fokusområden: [F1]}, {id: Å2, möter_orsaker: [O3]}]\n"
    text = (
        HEAD + "fokusområden: [{id: F1}, {id: F2}, {id: F3}]\nproblem: [{id: P3, gäller_fokusområden: [F3]}]\n"
        "orsaker: [{id: O3, gäller_problem: [P3]}]\nåtgärder: [{id: Å3, möter_orsaker: [O3]}, {id: Å4}]\nbilagor: [{fil: plan.yaml}]\n"
    )
    write(tmp_path, {"agreement.yaml": text, "plan.yaml": plan})
    (case,) = open_project([tmp_path / "agreement.yaml"], today=TODAY, sources=Sources(base=tmp_path)).cases()
    areas = {action.id: set(case.dossier.graph.focus_areas_of(action)) for action in case.dossier.actions}
    assert areas == {"Å1": {"F1"}, "Å2": {"F2"}, "Å3": {"F3"}, "Å4": set()}


# --- What settings may change ---


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [
        ("", {"SH04": "varning", "SK08": "fel"}),
        ("nivåer: {SH04: fel, SK08: upplysning}\n", {"SH04": "fel", "SK08": "upplysning"}),
    ],
)
def test_settings_change_a_level(levels: str, wanted: dict[str, str], tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": HEAD, "samverkan.yaml": "samverkan: 1\ntyp: inställningar\n" + levels})
    report = run(tmp_path)
    assert {code: one.level.swedish for code in wanted for one in of(report, code)} == wanted


@pytest.mark.parametrize(("set_to", "level"), [("varning", "varning"), ("fel", "varning"), ("upplysning", "upplysning")])
def test_settings_do_not_make_worse_what_a_rule_has_made_milder(set_to: str, level: str, tmp_path: Path) -> None:
    settings = f"samverkan: 1\ntyp: inställningar\nnivåer: {{SK14: {set_to}}}\n"
    write(tmp_path, {"agreement.yaml": HEAD + "period: {från: 2019-01-01, till: tills vidare}\n", "samverkan.yaml": settings})
    assert [one.level.swedish for one in of(run(tmp_path), "SK14")] == [level]


def test_packs_and_rules_are_chosen_by_name_and_by_the_beginning_of_the_code(tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": HEAD + "färg: röd\nparter: [{id: k}]\nmål: [{id: M1}]\nåtgärder: [{id: Å1}]\n"})

    def codes(options: Options) -> set[str]:
        return {one.code for one in run(tmp_path, options=options).diagnostics}

    everything = codes(Options(all_steps=True))
    assert {"FIL05", "SK10", "SH04", "ST53"} <= everything
    assert not any(code.startswith("ST") for code in codes(Options())), "the steps give verdicts, and findings only when asked for"
    assert {code[:2] for code in codes(Options(packs=("skåne-17",), all_steps=True))} <= {"SK", "JB", "FI"}
    assert "FIL05" in codes(Options(packs=("skåne-17",), all_steps=True))
    assert codes(Options(select=("SK10",), all_steps=True)) == {"SK10"}
    assert codes(Options(select=("SK1",), ignore=("SK11", "SK12"), all_steps=True)) == {
        code for code in everything if code.startswith("SK1") and code not in ("SK11", "SK12")
    }
    assert any(code.startswith("ST") for code in codes(Options(packs=("steg",), all_steps=True)))
    assert {code[:3] for code in codes(Options(select=("ST5",), all_steps=True))} == {"ST5"}
