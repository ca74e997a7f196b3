"""Each fact once: what gives way to what, what is inherited, what is known already, and what two agreements with one id come to."""

import datetime
import io
import json
import xml.etree.ElementTree as Xml
from dataclasses import replace
from pathlib import Path

import pytest

from samverkan_cli.api import Options, check, open_project
from samverkan_cli.checking.baseline import fixed, mark, updated
from samverkan_cli.checking.judge import Result
from samverkan_cli.checking.report import Report, Verdict
from samverkan_cli.checking.rule import packs, rules
from samverkan_cli.checking.supersede import without_superseded
from samverkan_cli.diagnostics import Diagnostic, Finding, Group, Level, Place, Span, Suppression
from samverkan_cli.project.baseline import Known
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.sources import Sources
from samverkan_cli.reporters import writer
from support.fragments import parse
from support.fragments import write as write_fragment

TODAY = datetime.date(2019, 6, 1)
HEAD = "samverkan: 1\ntyp: överenskommelse\n"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def run(folder: Path, *names: str, options: Options | None = None, today: datetime.date = TODAY) -> Report:
    project = open_project([folder / name for name in names or (".",)], today=today, sources=Sources(base=folder))
    return check(project, options or Options(all_steps=True))


# --- A finding gives way to another about the same thing ---

GIVES_WAY = Place("agreement.yaml", ("mål", 0, "indikator"))


@pytest.fixture
def goals(tmp_path: Path) -> Dossier:
    """Two files that both have goals; a goal in each has the same id."""
    plan = "samverkan: 1\ntyp: åtgärdsplan\nmål: [{id: M1}, {id: M2}]\n"
    write(tmp_path, {"agreement.yaml": f"{HEAD}id: x\nmål: [{{id: M1}}, {{id: M2}}]\nbilagor: [{{fil: plan.yaml}}]\n", "plan.yaml": plan})
    (case,) = open_project([tmp_path / "agreement.yaml"], today=TODAY, sources=Sources(base=tmp_path)).cases()
    return case.dossier


def kept(dossier: Dossier, other: Place | None, *, due: bool = True, asked: bool = True) -> bool:
    """Whether a finding that gives way to SK10 is kept when SK10 has one at ``other``."""
    known = rules()
    giving = Result(known["SH03"], (Finding("utan mått", GIVES_WAY, superseded_by=("SK10",)),))
    taking = Result(known["SK10"], (Finding("går inte att mäta", other),) if other else (), group=Group.NOW if due else Group.LATER)
    wanted = {code: known[code] for code in (("SH03", "SK10") if asked else ("SH03",))}
    left = without_superseded(dossier, {"SH03": giving, "SK10": taking}, wanted)
    assert left["SK10"].findings == taking.findings
    return bool(left["SH03"].findings)


def test_a_finding_gives_way_to_one_of_the_same_thing(goals: Dossier) -> None:
    assert not kept(goals, GIVES_WAY)
    assert not kept(goals, Place("agreement.yaml", ("mål", 0, "lydelse")))


def test_a_finding_does_not_give_way_to_one_of_something_else(goals: Dossier) -> None:
    assert kept(goals, Place("agreement.yaml", ("mål", 1, "indikator")))
    assert kept(goals, Place("plan.yaml", ("mål", 0, "indikator"))), "the same id in another file is not the same thing"
    assert kept(goals, None)


def test_a_finding_does_not_give_way_to_what_is_not_told(goals: Dossier) -> None:
    assert kept(goals, GIVES_WAY, due=False)
    assert kept(goals, GIVES_WAY, asked=False)


@pytest.mark.parametrize("goals", ["", "mål: [{id: M1, lydelse: Färre rån}]\n"])
def test_a_goal_without_a_measure_is_said_once(goals: str, tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": f"{HEAD}id: x\nåtgärder: [{{id: Å1, bidrar_till_mål: [M1]}}]\n{goals}"})
    assert [one.code for one in run(tmp_path).diagnostics if one.code in ("SH03", "SK10")] == ["SK10"]
    alone = run(tmp_path, options=Options(ignore=("SK10",), all_steps=True))
    assert [one.code for one in alone.diagnostics if one.code in ("SH03", "SK10")] == ["SH03"]


# --- What is said above need not be said below, if it is known ---

ABOVE = (
    HEAD + "id: hela\ndelar: [{fil: del/agreement.yaml}]\nparter: [{id: k, typ: kommun}, {id: p, typ: polis}]\nsamordningsfunktioner:\n"
    "  - {part: k, funktion: a, mandat: b, tid: {procent: 50}}\n  - {part: p, funktion: c, mandat: d, tid: {procent: 50}}\n"
)
BELOW = HEAD + "id: delen\ndel_av: {fil: ../agreement.yaml}\n"


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ("", Verdict.MET),
        # Above it is partly said, and what is said above holds below.
        ("  - {part: k, funktion: e, mandat: f}\n", Verdict.PARTLY),
        # What stands there cannot be read, so nobody knows whether the third one has time.
        ("  - {part: k, funktion: e, mandat: f, tid: {procent: mycket}}\n", Verdict.UNKNOWN),
    ],
)
def test_only_what_is_known_to_be_said_above_is_inherited(more: str, verdict: Verdict, tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": ABOVE + more, "del/agreement.yaml": BELOW})
    (tmp_path / ".git").mkdir()
    report = run(tmp_path)
    below = next(one for one in report.dossiers if one.id == "delen")
    assert [point.verdict for point in below.points if point.code == "SK01"] == [verdict]
    told = [one for one in report.diagnostics if one.code == "SK01" and one.dossier == "delen"]
    assert bool(told) == (verdict is Verdict.PARTLY)


# Whom it binds and where it is written down decide: what holds for the whole need not be said again by a part, but what is its own must be.
SAID_ONCE = ("SK01", "SK02", "SK11", "SK12", "SK14", "SH04", "SH08")
ITS_OWN = ("SK03", "SK05", "SK06", "SK08", "SK10", "SK13", "SK15", "SK16", "SH03", "SH07", "LAG04", "LAG09")


@pytest.mark.parametrize(("code", "inherited"), [(code, True) for code in SAID_ONCE] + [(code, False) for code in ITS_OWN])
def test_what_holds_for_the_whole_is_inherited_and_what_is_its_own_is_not(code: str, inherited: bool, tmp_path: Path) -> None:
    fragment = parse(rules()[code].page.good[0])
    write_fragment(fragment, tmp_path)
    whole = (tmp_path / "agreement.yaml").read_text(encoding="utf-8")
    write(tmp_path, {"agreement.yaml": whole + "\ndelar: [{fil: del/agreement.yaml}]\n", "del/agreement.yaml": BELOW})
    (tmp_path / ".git").mkdir()
    options = Options(packs=tuple(pack.name for pack, _ in packs()), all_steps=True)
    report = run(tmp_path, options=options, today=fragment.today)
    above, below = (
        next(point.verdict for one in report.dossiers if (one.id == "delen") is part for point in one.points if point.code == code)
        for part in (False, True)
    )
    assert above is Verdict.MET
    assert (below is Verdict.MET) == inherited


def test_what_cannot_be_read_makes_the_verdict_unknown(tmp_path: Path) -> None:
    alone = ABOVE.replace("delar: [{fil: del/agreement.yaml}]\n", "")
    write(tmp_path, {"agreement.yaml": alone + "återkoppling: ofta\n"})
    report = run(tmp_path)
    (point,) = [point for point in report.dossiers[0].points if point.code == "SK12"]
    assert (point.verdict, point.word) == (Verdict.UNKNOWN, "okänt")
    assert {one.code for one in report.diagnostics} & {"SK12", "FIL06"} == {"FIL06"}


# --- The baseline ---


def diagnostic(level: Level = Level.ERROR, fingerprint: str = "f1", code: str = "SK09", by: str = "") -> Diagnostic:
    suppressed = Suppression(by, "skäl") if by else None
    return Diagnostic(code, "namn", level, "x", "ett fynd", "a.yaml", Span(1, 1, 1, 2), fingerprint=fingerprint, suppressed=suppressed)


def codes_in(text: str) -> list[str]:
    return [one["fingerprint"] for one in json.loads(text)["dossiers"].get("x", [])]


def test_a_baseline_holds_faults_and_warnings_and_no_notes() -> None:
    found = [diagnostic(fingerprint="f2"), diagnostic(Level.NOTE, "f3"), diagnostic(Level.WARNING, "f1")]
    assert codes_in(updated(None, Path("b.json"), {"x": found}, {})) == ["f1", "f2"]


def test_a_baseline_holds_nothing_that_is_exempted_or_mandatory() -> None:
    found = [
        diagnostic(fingerprint="f1", by="undantag"),
        diagnostic(fingerprint="f2", by="baseline"),
        diagnostic(fingerprint="f3", code="SK10"),
    ]
    assert codes_in(updated(None, Path("b.json"), {"x": found}, {"x": frozenset({"SK10"})})) == ["f2"]
    assert codes_in(updated(None, Path("b.json"), {"x": found}, {"annan": frozenset({"SK10"})})) == ["f2", "f3"]


def test_a_baseline_keeps_what_other_agreements_know() -> None:
    before = updated(None, Path("b.json"), {"x": [diagnostic()], "y": [diagnostic(fingerprint="f9")]}, {})
    after = json.loads(updated(before.encode("utf-8"), Path("b.json"), {"x": []}, {}))
    assert list(after["dossiers"]) == ["y"]


def test_only_what_is_known_and_may_be_is_marked() -> None:
    known = (Known("f1", "SK09", "ett fynd", ()), Known("f2", "SK10", "ett fynd", ()), Known("f4", "SK09", "ett fynd", ()))
    found = [
        diagnostic(),
        diagnostic(fingerprint="f2", code="SK10"),
        diagnostic(fingerprint="f3"),
        diagnostic(fingerprint="f4", by="undantag"),
    ]
    marked = mark(found, known, frozenset({"SK10"}))
    assert [one.suppressed.by if one.suppressed else "" for one in marked] == ["baseline", "", "", "undantag"]


def test_what_is_gone_is_told_where_it_was_looked_for() -> None:
    known = (Known("f1", "SK09", "a", ()), Known("f2", "SK09", "b", ()), Known("f3", "SK10", "c", ()))
    assert fixed([diagnostic()], known, frozenset({"SK09"})) == (known[1],)


# --- Two agreements with one id ---


def test_two_agreements_with_one_id_are_two_suites_and_every_finding_is_told(tmp_path: Path) -> None:
    text = HEAD + "id: samma\nparter: [{id: kommun}]\n"
    write(tmp_path, {"a/agreement.yaml": text, "b/agreement.yaml": text + "samsyn: [{vilka: alla}]\n"})
    report = run(tmp_path, "a", "b")
    out = io.StringIO()
    writer("junit")(report, out)
    suites = Xml.fromstring(out.getvalue())
    assert [suite.get("name") for suite in suites] == ["samma", "samma (b/agreement.yaml)"]
    first, second = ([failure.text or "" for failure in suite.iter("failure")] for suite in suites)
    assert second == [], "whose a finding is cannot be told by the id, so the first tells them all"
    for file in ("a/agreement.yaml", "b/agreement.yaml"):
        found = [f"{file}:{one.span.line}: {one.level.swedish} {one.code} " for one in report.diagnostics if one.file == file]
        assert found
        assert [start for start in found if not any(start in text for text in first)] == []
    assert int(suites.get("failures", "0")) == len(first)


def test_an_appendix_that_two_agreements_list_is_said_once(tmp_path: Path) -> None:
    files = {f"{name}.yaml": f"{HEAD}id: {name}\nbilagor: [{{fil: plan.yaml}}]\n" for name in ("a", "b")}
    write(tmp_path, {**files, "plan.yaml": "samverkan: 1\ntyp: åtgärdsplan\nfärg: röd\n"})
    report = run(tmp_path, "a.yaml", "b.yaml")
    assert [(one.file, one.span.line) for one in report.diagnostics if one.code == "FIL05"] == [("plan.yaml", 3)]


def test_findings_count_by_level_unless_they_are_suppressed() -> None:
    found = (diagnostic(), diagnostic(by="baseline"), diagnostic(Level.WARNING), diagnostic(Level.NOTE))
    report = Report(TODAY, (), found)
    assert (report.count(Level.ERROR), report.count(Level.WARNING), report.count(Level.NOTE), report.suppressed) == (1, 1, 1, 1)
    assert report.fails(strict=False)
    mild = replace(report, diagnostics=found[2:])
    assert (mild.fails(strict=False), mild.fails(strict=True)) == (False, True)
    noted = replace(report, diagnostics=(*found[3:], found[1]))
    assert not noted.fails(strict=True)
