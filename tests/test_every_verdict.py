"""Every agreement in the examples and the tests: no verdict without a reason, and no two points that say against each other."""

import datetime
from dataclasses import dataclass
from functools import cache

import pytest

from samverkan_cli.api import Options, check, open_project
from samverkan_cli.checking.report import Basis, DossierReport, PointReport, Verdict
from support.packages import ROOT

FOLDERS = [ROOT / "examples", *sorted(path for path in (ROOT / "tests" / "data").iterdir() if any(path.rglob("*.yaml")))]
SAME = {"fil", "older"}
"""Folders with one agreement many times over, each with a fault of its own: judged on the first day only."""

THEN, NOW = datetime.date(2019, 6, 1), datetime.date(2025, 6, 1)
SAID = {Verdict.MET, Verdict.PARTLY}


@cache
def _dossiers(day: datetime.date, *, all_steps: bool = True) -> tuple[DossierReport, ...]:
    options = Options(all_steps=all_steps, baseline=False)
    folders = [folder for folder in FOLDERS if (day, all_steps) == (THEN, True) or folder.name not in SAME]
    return tuple(dossier for folder in folders for dossier in check(open_project([folder], today=day), options).dossiers)


def _told(dossier: DossierReport, day: datetime.date, *points: PointReport) -> str:
    return f"{dossier.agreement} {day}: " + ", ".join(f"{one.code} {one.verdict.value} {one.reasons}" for one in points)


def test_there_is_something_to_walk_through() -> None:
    found = _dossiers(THEN)
    assert len(found) >= 150
    assert {point.verdict for dossier in found for point in dossier.points} >= SAID | {
        Verdict.MISSING,
        Verdict.UNKNOWN,
        Verdict.NOT_APPLICABLE,
    }


@pytest.mark.parametrize(("day", "all_steps"), [(THEN, True), (NOW, True), (NOW, False)], ids=["then", "now", "now, the-step-you-are-in"])
def test_no_verdict_without_a_reason(day: datetime.date, all_steps: bool) -> None:
    """What is met is shown by a place; what is partly met by a place and by what is lacking; every other verdict says why in words."""
    silent = []
    for dossier in _dossiers(day, all_steps=all_steps):
        for point in dossier.points:
            shown = bool(point.evidence) or point.basis in (Basis.PARTS, Basis.ABOVE)
            worded = all(reason.strip() for reason in point.reasons) and bool(point.reasons)
            if (point.verdict in SAID and not shown) or (point.verdict is not Verdict.MET and not worded):
                silent.append(_told(dossier, day, point))
    assert not silent


@dataclass(frozen=True)
class Pair:
    """Where the first has one of its verdicts, the second has none of those that cannot stand beside it."""

    first: str
    having: frozenset[Verdict]
    second: str
    never: frozenset[Verdict]
    why: str


MET, MISSING = frozenset({Verdict.MET}), frozenset({Verdict.MISSING})
NONE = frozenset({Verdict.MISSING, Verdict.UNKNOWN})
PAIRS = [
    Pair("SH07", MET, "SK17", NONE, "what the managements have signed is signed"),
    Pair("SK17", MISSING, "SH07", frozenset(SAID), "where nobody has signed, no management has"),
    Pair("SK14", MET, "SH06", NONE, "both ask for the period; the checklist asks for an end as well"),
    Pair("SK14", MISSING, "SH06", frozenset(SAID), "both ask for the period"),
    Pair("SH06", MISSING, "SK14", frozenset(SAID), "both ask for the period"),
    Pair("SH01", MISSING, "SK05", MET, "without problems there is no picture of problems"),
    Pair("SH02", MISSING, "SK06", MET, "an analysis says causes"),
    Pair("SK06", MISSING, "SH02", MET, "likely causes that are told are something of an analysis"),
    Pair("SK06", MISSING, "ST34", frozenset(SAID), "the step asks for the same analysis"),
    Pair("SH03", MET, "SK10", MISSING, "both ask for goals that can be measured"),
    Pair("SK10", MET, "SH03", NONE, "both ask for goals that can be measured"),
    Pair("SK13", MET, "SH05", NONE, "who follows up every action, and when, says how the work is followed up"),
    Pair("SK08", MISSING, "SK13", MET, "without actions nothing of them is followed up"),
    Pair("SK08", MISSING, "SK09", MET, "without actions no cause is met by one"),
    Pair("SK17", MISSING, "ST36", MET, "the step asks for the signatures"),
    Pair("SK15", MISSING, "ST36", MET, "the step asks for the decisions"),
    Pair("SK01", MET, "LAG11", NONE, "a function with a mandate and time in each party is one in the municipality"),
    Pair("LAG11", MISSING, "SK01", MET, "the municipality has no function, so not every party has one"),
    Pair("SK01", MET, "ST12", NONE, "both ask for the functions"),
    Pair("SK02", MET, "ST13", NONE, "both ask for the one that owns"),
    Pair("SK07", frozenset({Verdict.DECLINED}), "ST44", NONE, "what has been chosen away with a reason is not missing a step later"),
    Pair("LAG04", MET, "SK03", MISSING, "a municipality that has the law's report has one of its own"),
    Pair("SK03", MISSING, "ST21", MET, "each party's own picture"),
    Pair("SK05", MISSING, "ST31", frozenset(SAID), "both ask for the merged picture"),
    Pair("SK14", MISSING, "ST35", MET, "the step asks for the period"),
    Pair("SK12", MISSING, "ST35", MET, "the step asks for the reporting"),
    Pair("SK10", MISSING, "ST41", frozenset(SAID), "both ask for goals that can be measured"),
    Pair("SK09", MISSING, "ST42", frozenset(SAID), "both ask whether the actions meet the causes"),
    Pair("SK08", MISSING, "ST43", frozenset(SAID), "a plan is complete by its actions"),
    Pair("SK13", MISSING, "ST45", frozenset(SAID), "both ask whether the actions are followed up"),
    Pair("SK11", MISSING, "ST46", frozenset(SAID), "both ask for the communication plan"),
    Pair("SH08", MISSING, "ST47", frozenset(SAID), "both ask whether those concerned know"),
]  # fmt: skip
"""Pairs of points whose sources ask about the same facts: the checklist's, the handbook's, the law's and the steps'."""


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.first}-{pair.second}")
def test_no_two_points_say_against_each_other(pair: Pair) -> None:
    against = []
    for day in (THEN, NOW):
        for dossier in _dossiers(day):
            points = {point.code: point for point in dossier.points}
            first, second = points.get(pair.first), points.get(pair.second)
            if first and second and first.verdict in pair.having and second.verdict in pair.never:
                against.append(_told(dossier, day, first, second))
    assert not against, pair.why


def test_each_pair_is_met_with() -> None:
    """A pair whose first half never comes about would show nothing."""
    everything = [point for day in (THEN, NOW) for dossier in _dossiers(day) for point in dossier.points]
    assert not [pair.first for pair in PAIRS if not any(one.code == pair.first and one.verdict in pair.having for one in everything)]
