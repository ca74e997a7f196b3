"""The rooms of the judging one by one, with what they are given made by hand: exemptions, when a thing matters, verdicts, what is known, and counting."""

import datetime
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from samverkan_cli.api import open_project
from samverkan_cli.checking.baseline import fixed, mark, updated
from samverkan_cli.checking.exemptions import Exemptions
from samverkan_cli.checking.fingerprint import fingerprints
from samverkan_cli.checking.judge import Result, group_of
from samverkan_cli.checking.packs import Pack, Point
from samverkan_cli.checking.report import Basis, Cited, DossierReport, PointReport, Report, Verdict, public_report
from samverkan_cli.checking.rule import rules
from samverkan_cli.checking.verdicts import point_report, serving
from samverkan_cli.diagnostics import Diagnostic, Evidence, Finding, Group, Item, Level, Place, Span, Suppression
from samverkan_cli.models.formalities import Exemption
from samverkan_cli.project.baseline import Known
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.sources import Sources

DAY = datetime.date(2019, 6, 1)
HEAD = "samverkan: 1\ntyp: överenskommelse\nid: x\n"


def _dossier(folder: Path, text: str = "", **files: str) -> Dossier:
    for name, content in {"agreement": HEAD + text, **files}.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    (case,) = open_project([folder / "agreement.yaml"], today=DAY, sources=Sources(base=folder)).cases()
    return case.dossier


# --- Exemptions ---


def _exemptions(*items: Exemption, mandatory: frozenset[str] = frozenset()) -> Exemptions:
    return Exemptions(items, DAY, mandatory)


def _exempt(rule: str, id: str | None = None, end: str = "", reason: str | None = "skäl", decided_by: str | None = None) -> Exemption:
    day = datetime.date.fromisoformat(end) if end else None
    return Exemption.model_construct(rule=rule, id=id, end=day, reason=reason, decided_by=decided_by)


@pytest.mark.parametrize(
    ("exemption", "code", "id", "covered"),
    [
        (_exempt("SK09"), "SK09", "Å1", True), (_exempt("SK09"), "SK09", None, True), (_exempt("SK10"), "SK09", "Å1", False),
        (_exempt("SK09", "Å1"), "SK09", "Å1", True), (_exempt("SK09", "Å2"), "SK09", "Å1", False), (_exempt("SK09", "Å1"), "SK09", None, False),
        (_exempt("SK09", end="2019-06-01"), "SK09", "Å1", True), (_exempt("SK09", end="2019-05-31"), "SK09", "Å1", False),
        (_exempt("SK10", "Å1"), "SK09", "Å1", False),
    ],
)  # fmt: skip
def test_what_an_exemption_covers(exemption: Exemption, code: str, id: str | None, covered: bool) -> None:
    assert (_exemptions(exemption).suppression(code, id) is not None) is covered
    assert _exemptions(exemption, mandatory=frozenset({code})).suppression(code, id) is None


def test_an_exemption_says_why_until_when_and_by_whom() -> None:
    told = _exemptions(_exempt("SK09", end="2019-12-31", decided_by="rådet")).suppression("SK09", "Å1")
    assert told == Suppression("undantag", "skäl", "2019-12-31", "rådet")
    assert _exemptions(_exempt("SK09", reason=None)).suppression("SK09", None) == Suppression("undantag", "", None, None)


def test_what_lists_several_things_is_covered_when_each_is() -> None:
    both = _exemptions(_exempt("SH02", "P1", reason="a"), _exempt("SH02", "P2", reason="b"))
    items = (Item("orsak", "P1"), Item("orsak", "P2"))
    assert both.covering("SH02", "P1", items) == Suppression("undantag", "b")
    assert [item.excused for item in both.excused("SH02", (*items, Item("orsak", "P3"), Item("orsak")))] == ["undantag", "undantag", "", ""]
    # One for the first thing, where the finding stands, is none for the rest; what has no id is not exempted by one.
    one = _exemptions(_exempt("SH02", "P1"))
    assert one.covering("SH02", "P1", items) is None
    assert one.covering("SH02", "P1", (Item("orsak", "P1"), Item("orsak"))) is None
    assert one.covering("SH02", "P1", (Item("orsak"), Item("mål"))) is not None
    assert _exemptions(_exempt("SH02")).covering("SH02", "P1", items) is not None
    assert [item.excused for item in _exemptions(_exempt("SH02")).excused("SH02", (Item("orsak"),))] == [""]


@pytest.mark.parametrize(
    ("exemption", "code", "whole"),
    [
        (_exempt("SK09"), "SK09", True), (_exempt("SK09", "Å1"), "SK09", False), (_exempt("SK09"), "SK10", False),
        (_exempt("SK09", end="2019-05-31"), "SK09", False),
    ],
)  # fmt: skip
def test_a_whole_rule_is_exempted_from_what_was_lacking(exemption: Exemption, code: str, whole: bool) -> None:
    exemptions = _exemptions(exemption)
    assert not exemptions.whole(code), "an exemption from nothing is none"
    exemptions.suppression("SK09", "Å1")
    assert exemptions.whole(code) is whole


# --- When a thing matters ---


@pytest.mark.parametrize(
    ("due", "step", "over", "group"),
    [
        (3, None, False, Group.NOW), (None, 3, False, Group.NOW), (2, 3, False, Group.NOW), (3, 3, False, Group.STEP), (4, 3, False, Group.LATER),
        (3, 3, True, Group.NOW), (5, 3, True, Group.NOW), (None, None, False, Group.NOW),
    ],
)  # fmt: skip
def test_when_something_matters(due: int | None, step: int | None, over: bool, group: Group) -> None:
    assert group_of(due, step, over=over) is group


# --- Fingerprints ---


def _found(
    message: str, place: Place, line: int, column: int = 1, id: str | None = None, items: tuple[Item, ...] = ()
) -> tuple[Diagnostic, Place]:
    span = Span(line, column, line, column + 1)
    return Diagnostic("SK09", "namn", Level.ERROR, "x", message, place.file, span, id=id, items=items), place


@pytest.mark.parametrize(
    "second",
    [
        ("a", Place("plan.yaml", ("åtgärder", 0, "vad")), 1, 1),
        ("a", Place("agreement.yaml", ("åtgärder", 1, "vad")), 6, 1),
        ("a", Place("agreement.yaml", ("åtgärder", 1, "vad")), 5, 2),
        ("b", Place("agreement.yaml", ("åtgärder", 0, "vad")), 5, 1),
    ],
    ids=["file", "line", "column", "message"],
)
def test_two_that_are_alike_are_told_apart_by_where_they_stand(second: tuple[str, Place, int, int], tmp_path: Path) -> None:
    dossier = _dossier(tmp_path, plan="samverkan: 1\ntyp: åtgärdsplan\n")
    message, place, line, column = second
    pair = [_found("a", Place("agreement.yaml", ("åtgärder", 0, "vad")), 5, id="Å1"), _found(message, place, line, column, id="Å1")]
    told = {_where(found): found.fingerprint for found, _ in fingerprints(dossier, pair)}
    assert len(set(told.values())) == 2
    # Whichever is found first has the same fingerprint.
    assert {_where(found): found.fingerprint for found, _ in fingerprints(dossier, pair[::-1])} == told
    first = fingerprints(dossier, pair[::-1])[0]
    assert first == fingerprints(dossier, pair[:1])[0]


def _where(found: Diagnostic) -> tuple[str, int, int, str]:
    return found.file, found.span.line, found.span.column, found.message


def test_what_a_fingerprint_is_made_of(tmp_path: Path) -> None:
    """Agreement, rule, what it is about, the keys without their places in lists, and which of several: baselines are recognised by it for ever."""
    dossier = _dossier(tmp_path)
    place = Place("agreement.yaml", ("åtgärder", 7, "vem"))
    found = fingerprints(dossier, [_found("a", place, 5, id="Å1"), _found("b", place, 6, id="Å1"), _found("c", place, 7, id="Å1")])
    made = [hashlib.sha256("\x1f".join(("x", "SK09", "Å1", "åtgärder", "vem", str(number))).encode()).hexdigest() for number in range(3)]
    assert [one.fingerprint for one, _ in found] == [one.former_fingerprint for one, _ in found] == [digest[:16] for digest in made]


def test_what_lists_several_is_the_same_whichever_is_lacking(tmp_path: Path) -> None:
    dossier = _dossier(tmp_path)
    first, second = (Place("agreement.yaml", ("åtgärder", 0, key)) for key in ("vem", "hur"))

    def prints(*items: Item) -> set[str]:
        return {fingerprints(dossier, [_found("a", place, 5, id="Å1", items=items)])[0][0].fingerprint for place in (first, second)}

    assert (len(prints(Item("vem"))), len(prints())) == (1, 2)


# --- What is known ---


def _diagnostic(fingerprint: str = "f1", code: str = "SK09", items: tuple[Item, ...] = (), **more: object) -> Diagnostic:
    made = Diagnostic(code, "namn", Level.ERROR, "x", "fynd", "a.yaml", Span(1, 1, 1, 2), fingerprint=fingerprint, items=items)
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "items", "excused", "whole"),
    [
        (("vem",), ("vem",), ["baseline"], True),
        (("vem",), ("vem", "hur"), ["baseline", ""], False),
        ((), ("vem",), [""], False),
        (("vem", "hur"), ("hur",), ["baseline"], True),
        ((), (), [], True),
    ],
)
def test_each_thing_is_known_by_itself(known: tuple[str, ...], items: tuple[str, ...], excused: list[str], whole: bool) -> None:
    (one,) = mark([_diagnostic(items=tuple(map(Item, items)))], (Known("f1", "SK09", "fynd", known),), frozenset())
    assert [item.excused for item in one.items] == excused
    assert (one.suppressed is not None) is whole


@pytest.mark.parametrize(
    ("message", "item", "known"),
    [
        ("åtgärden Å1 saknar vem", Item("vem"), True), ("åtgärden Å1 saknar vem", Item("hur"), False), ("åtgärden Å1 säger vems", Item("vem"), False),
        ("orsak saknas för P1", Item("orsak", "P1"), True), ("P1 är inte analyserat", Item("orsak", "P1"), True),
        ("orsak saknas för P11", Item("beskrivning", "P1"), False), ("orsak saknas", Item("orsak", "P1"), True),
    ],
)  # fmt: skip
def test_one_of_version_1_knows_what_its_message_names(message: str, item: Item, known: bool) -> None:
    (one,) = mark([_diagnostic("ny", items=(item,), former_fingerprint="f1")], (Known("f1", "SK09", message),), frozenset())
    assert (one.suppressed is not None) is known


def test_a_version_knows_its_own_fingerprints_only() -> None:
    new, old = Known("f1", "SK09", "fynd", ()), Known("f1", "SK09", "fynd")
    for known, fingerprint, former, there in ((new, "f1", "", True), (new, "", "f1", False), (old, "", "f1", True), (old, "f1", "", False)):
        one = _diagnostic(fingerprint, former_fingerprint=former)
        assert (mark([one], (known,), frozenset())[0].suppressed is not None) is there
        assert fixed([one], (known,), frozenset({"SK09"})) == (() if there else (known,))
    assert fixed([], (new,), frozenset()) == ()


def test_what_is_excused_already_stays_excused_by_the_same() -> None:
    items = (Item("orsak", "P1", "undantag"), Item("orsak", "P2"))
    (one,) = mark([_diagnostic(items=items)], (Known("f1", "SK09", "fynd", ("P1 orsak", "P2 orsak")),), frozenset())
    assert [item.excused for item in one.items] == ["undantag", "baseline"]


def test_a_baseline_is_in_order_and_leaves_out_what_is_exempted() -> None:
    items = (Item("vem"), Item("hur"), Item("orsak", "P1", "undantag"), Item("när", excused="baseline"))
    found = {
        "y": [_diagnostic("f2", items=items), _diagnostic("f1")],
        "x": [_diagnostic("f3"), _diagnostic("f4", group=Group.STEP)],
        "z": [],
    }
    text = updated(None, Path("b.json"), found, {})
    data = json.loads(text)
    assert [(id, [one["fingerprint"] for one in own]) for id, own in data["dossiers"].items()] == [("x", ["f3"]), ("y", ["f1", "f2"])]
    assert data["dossiers"]["y"][1]["items"] == ["hur", "när", "vem"]
    assert text.endswith("}\n") and '\n "dossiers"' in text


# --- Verdicts ---

PLACE = Place("agreement.yaml", ("titel",))
SEEN, TOLD, LACK = Evidence(PLACE), Evidence(PLACE, declared=True), Finding("saknar allt", PLACE, progress="allt saknas")
NOW, UNDER_WAY, LATER = 5, 3, 2
"""The step that is going on, where the point belongs to the third."""


@pytest.mark.parametrize(
    ("result", "step", "verdict", "basis", "reasons"),
    [
        ({"evidence": (SEEN,)}, NOW, "met", "read", ()),
        ({"evidence": (TOLD,)}, NOW, "met", "declared", ("det finns enligt uppgift",)),
        ({"evidence": (SEEN, TOLD)}, NOW, "met", "declared", ("det finns enligt uppgift",)),
        ({"evidence": (replace(SEEN, why="fyra av fyra"),)}, NOW, "met", "read", ("fyra av fyra",)),
        ({"evidence": (SEEN,), "inherited": True}, NOW, "met", "above", ("det står i överenskommelsen ovanför",)),
        ({"evidence": (TOLD,), "by_parts": True}, NOW, "met", "parts", ("varje del uppfyller det",)),
        ({"evidence": (SEEN,), "findings": (LACK,)}, NOW, "partly", "read", ("allt saknas",)),
        ({"evidence": (SEEN,), "findings": (replace(LACK, progress=""),)}, NOW, "partly", "read", ("saknar allt",)),
        ({"evidence": (SEEN,), "findings": (LACK, LACK), "unjudged": ("inte här",)}, NOW, "partly", "read", ("allt saknas", "inte här")),
        ({"evidence": (SEEN,), "unjudged": ("inte här",)}, NOW, "unknown", "elsewhere", ("inte här",)),
        ({"evidence": (SEEN,), "unread": True}, NOW, "unknown", "unreadable", ("en fil eller nyckel som kan visa det gick inte att läsa",)),
        ({"findings": (LACK,)}, NOW, "missing", "read", ("allt saknas",)),
        ({}, NOW, "missing", "read", ("det står ingenting om det",)),
        ({"unjudged": ("inte här",)}, NOW, "unknown", "elsewhere", ("inte här",)),
        ({"unjudged": ("inte här",), "by_parts": True}, NOW, "unknown", "parts", ("inte här",)),
        ({"unjudged": ("inte här",), "findings": (LACK,)}, NOW, "unknown", "elsewhere", ("inte här", "allt saknas")),
        ({"inapplicable": ("före lagen",)}, NOW, "not_applicable", "read", ("före lagen",)),
        ({"inapplicable": ("före lagen",), "findings": (LACK,)}, NOW, "missing", "read", ("allt saknas",)),
        ({"declined": ("vi vill inte",), "evidence": (SEEN,)}, NOW, "declined", "read", ("vi vill inte",)),
        ({"findings": (LACK,)}, UNDER_WAY, "not_due", "read", ("allt saknas",)),
        ({"unjudged": ("inte här",)}, LATER, "not_due", "read", ("inte här",)),
        ({}, LATER, "not_due", "read", ("hör till steg 3",)),
        ({"evidence": (SEEN,)}, LATER, "met", "read", ()),
        ({"inapplicable": ("före lagen",)}, LATER, "not_applicable", "read", ("före lagen",)),
    ],
)
def test_the_verdict_of_what_was_said(
    result: dict[str, object], step: int, verdict: str, basis: str, reasons: tuple[str, ...], tmp_path: Path
) -> None:
    dossier = _dossier(tmp_path, "titel: Vår\n")
    point = Point("SK05", "punkt", "Punkten", 3)
    said = Result(rules()["SK05"], **result)  # type: ignore[arg-type]
    made = point_report(dossier, Pack("p", "P", "källa"), point, (said,), _exemptions(), step, "", over=False)
    assert (made.verdict.value, made.basis.value, made.reasons) == (verdict, basis, reasons)
    assert made.rules == ("SK05",)


@pytest.mark.parametrize(("id", "verdict"), [(None, "exempt"), ("M1", "missing")])
def test_an_exemption_makes_the_point_exempt(id: str | None, verdict: str, tmp_path: Path) -> None:
    dossier = _dossier(tmp_path, "titel: Vår\n")
    said = Result(rules()["SK05"], (LACK,))
    made = point_report(
        dossier, Pack("p", "P", "källa"), Point("SK05", "p", "P", 3), (said,), _exemptions(_exempt("SK05", id)), None, "", over=False
    )
    assert made.verdict.value == verdict


def test_which_rules_judge_a_point(tmp_path: Path) -> None:
    """Its own, those that the point names, and those that say that they serve it."""
    dossier = _dossier(tmp_path, "titel: Vår\n")
    results = [Result(rules()[code], (LACK,)) for code in ("SK05", "SK06", "TID05", "SK17")]
    point = Point("SK15", "p", "P", 3, ("SK06",))
    serves = serving(results, [Pack("p", "P", "källa", (point,))])
    made = point_report(dossier, Pack("p", "P", "källa"), point, serves["SK15"], _exemptions(), None, "utanför", over=False)
    assert (made.rules, made.verdict, made.reasons, made.evidence) == (("SK06", "TID05"), Verdict.NOT_APPLICABLE, ("utanför",), ())


def test_a_place_that_is_read_too_is_not_only_told_of(tmp_path: Path) -> None:
    dossier = _dossier(tmp_path, "titel: Vår\nsyfte: Lugn\n")
    other = Place("agreement.yaml", ("syfte",))
    said = Result(rules()["SK05"], evidence=(TOLD, SEEN, Evidence(other, declared=True)))
    made = point_report(dossier, Pack("p", "P", "källa"), Point("SK05", "p", "P", 3), (said,), _exemptions(), None, "", over=False)
    assert [(one.span.line, one.declared) for one in made.evidence] == [(4, False), (5, True)]


# --- Counting ---


@pytest.mark.parametrize(
    ("group", "signing", "strict", "ready", "blocks"),
    [
        (Group.NOW, False, False, False, ["error"]), (Group.NOW, False, True, False, ["error", "warning"]),
        (Group.STEP, False, True, False, []), (Group.STEP, False, False, True, ["error"]), (Group.STEP, True, True, True, []),
        (Group.NOW, True, False, True, ["error"]), (Group.LATER, False, True, True, []),
    ],
)  # fmt: skip
def test_what_makes_a_check_fail(group: Group, signing: bool, strict: bool, ready: bool, blocks: list[str]) -> None:
    found = tuple(_diagnostic(level=level, group=group, given_by_signing=signing) for level in Level)
    report = Report(DAY, (), (*found, _diagnostic(group=group, suppressed=Suppression("baseline", "känt"))))
    assert [one.level.value for one in report.blocking(strict, ready)] == blocks
    assert report.fails(strict, ready) is bool(blocks)
    later = group is Group.LATER
    assert (len(report.told), report.suppressed, len(report.of(group))) == (0 if later else 4, 0 if later else 1, 3)
    assert report.count(Level.NOTE) == (1 if group is Group.NOW else 0)


def test_what_is_withheld_is_not_told_and_not_called_missing() -> None:
    shown, hidden = Cited("a.yaml", Span(1, 1, 1, 2), "M1"), Cited("b.yaml", Span(2, 1, 2, 2), "M2")
    point = PointReport("SK05", "n", "p", 3, Verdict.PARTLY, (), (shown, hidden), ("synligt", "dolt"))
    dossier = DossierReport("x", "a.yaml", "Hel", 3, DAY, ("a.yaml", "b.yaml"), ("c.yaml",), ("d.yaml",), (point,))
    seen = (_diagnostic("f1"), _diagnostic("f2", message="dolt"))
    whole = Report(DAY, (dossier,), seen, {"a.yaml": {1: "rad"}}, fixed=(Known("f9", "SK09", "fynd"),))
    public_point = replace(point, verdict=Verdict.MISSING, evidence=(shown,), reasons=("synligt",))
    public = Report(DAY, (replace(dossier, title="Offentlig", files=("a.yaml",), points=(public_point,)),), seen[:1])
    made = public_report(whole, public)
    (one,) = made.dossiers
    assert (one.title, one.files, one.set_aside, one.unreadable) == ("Offentlig", ("a.yaml",), (), ())
    assert one.points[0] == replace(point, evidence=(shown, replace(hidden, file="", id=None)), reasons=("synligt",))
    assert (made.diagnostics, made.excerpts, made.fixed) == (seen[:1], {}, ())


@pytest.mark.parametrize(
    ("group", "verdict", "left"),
    [(Group.STEP, Verdict.NOT_DUE, True), (Group.LATER, Verdict.NOT_DUE, False), (Group.STEP, Verdict.MET, False)],
)
def test_what_is_left_in_the_step(group: Group, verdict: Verdict, left: bool) -> None:
    assert PointReport("SK05", "n", "p", 3, verdict, (), (), group=group).is_left is left


def test_what_stands_alone_shows_what_concerns_it() -> None:
    points = (PointReport("SK05", "n", "p", 3, Verdict.NOT_APPLICABLE, (), ()), PointReport("SK06", "n", "p", 3, Verdict.MET, (), ()))
    agreement = DossierReport("x", "a.yaml", "T", None, DAY, (), (), (), points)
    assert agreement.of_concern is agreement and agreement.is_agreement
    alone = replace(agreement, document="åtgärdsplan")
    assert [one.code for one in alone.of_concern.points] == ["SK06"] and not alone.is_agreement


@pytest.mark.parametrize(
    ("verdict", "basis", "is_met"),
    [("findings", (LACK,), False), ("unread", True, False), ("unjudged", ("nej",), False), ("by_parts", True, True)],
)
def test_a_result_is_met_when_nothing_speaks_against_it(verdict: str, basis: object, is_met: bool) -> None:
    assert Result(rules()["SK05"], evidence=(SEEN,), **{verdict: basis}).is_met is is_met  # type: ignore[arg-type]
    assert not Result(rules()["SK05"]).is_met
    assert Basis.READ is PointReport("SK05", "n", "p", 3, Verdict.MET, (), ()).basis
