"""What a check came to: points with verdicts, and diagnostics. Both the reporters and the printed package read it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import TypeAdapter

from samverkan_cli.diagnostics import Diagnostic, Group, Level, Span
from samverkan_cli.project.baseline import Known

MOST = 10_000
"""Findings of a dossier that a report holds for programs. Of more nothing is concluded: neither that one is gone, nor that the rest is known."""


class Verdict(StrEnum):
    """The verdict on a point. The values are the JSON output's words."""

    MET = "met"
    PARTLY = "partly"
    MISSING = "missing"
    EXEMPT = "exempt"
    NOT_DUE = "not_due"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    DECLINED = "declined"

    @property
    def sign(self) -> str:
        """A sign beside the word, never instead of it."""
        return {
            "met": "✓",
            "partly": "◐",
            "missing": "✗",
            "exempt": "–",
            "not_due": "·",
            "not_applicable": "–",
            "unknown": "?",
            "declined": "–",
        }[self.value]


class Basis(StrEnum):
    """What a verdict rests on. The values are the JSON output's words."""

    READ = "read"
    DECLARED = "declared"
    ABOVE = "above"
    PARTS = "parts"
    ELSEWHERE = "elsewhere"
    UNREADABLE = "unreadable"


def in_words(verdict: Verdict, basis: Basis, missing: str, *, in_step: bool) -> str:
    """The verdict as people see it. ``missing`` is the pack's word for what nothing is said of."""
    if verdict is Verdict.MET and basis is Basis.DECLARED:
        return "uppfylld enligt uppgift"
    if verdict is Verdict.UNKNOWN and basis is not Basis.UNREADABLE:
        return "går inte att bedöma"
    if verdict is Verdict.NOT_DUE and in_step:
        return "återstår"
    return {
        "met": "uppfylld", "partly": "delvis", "missing": missing, "exempt": "undantag", "not_due": "ännu inte aktuell",
        "not_applicable": "ej tillämplig", "unknown": "okänt", "declined": "bortvalt",
    }[verdict.value]  # fmt: skip


PLURAL = {
    "uppfylld": "uppfyllda", "uppfylld enligt uppgift": "uppfyllda enligt uppgift", "ej tillämplig": "ej tillämpliga",
    "ännu inte aktuell": "ännu inte aktuella", "okänt": "okända", "bortvalt": "bortvalda",
}  # fmt: skip
"""The words for verdicts, of several points; those that are not here are the same."""


@dataclass(frozen=True)
class Cited:
    """A place that shows that a point is met; ``declared`` where it only says that the thing exists, elsewhere."""

    file: str
    span: Span
    id: str | None
    declared: bool = False


@dataclass(frozen=True)
class PointReport:
    """A point of a checklist with its verdict, and the word for it. ``reasons`` say in a few words what is lacking, or why it is so.

    ``group`` says when the point matters: ``now`` (its step is behind), ``step`` (it is going on) or ``later``.
    """

    code: str
    name: str
    pack: str
    due_step: int
    verdict: Verdict
    rules: tuple[str, ...]
    evidence: tuple[Cited, ...]
    reasons: tuple[str, ...] = ()
    word: str = ""
    group: Group = Group.NOW
    basis: Basis = Basis.READ

    @property
    def is_left(self) -> bool:
        """Whether it remains to be done in the step that is going on: not a fault yet, and not for later either."""
        return self.verdict is Verdict.NOT_DUE and self.group is Group.STEP


@dataclass(frozen=True)
class DossierReport:
    """One agreement, or a document that stands alone, judged on ``judged`` (its last day, if it has ended). ``judged_rules`` are the rules whose
    findings would be told.

    ``agreement`` is the file at the root, ``document`` its ``typ``: ``överenskommelse``, or what stands alone; empty where nobody can tell.
    """

    id: str
    agreement: str
    title: str
    step: int | None
    judged: datetime.date
    files: tuple[str, ...]
    set_aside: tuple[str, ...]
    unreadable: tuple[str, ...]
    points: tuple[PointReport, ...]
    counts: tuple[tuple[str, int], ...] = ()
    judged_rules: tuple[str, ...] = ()
    document: str = "överenskommelse"

    @property
    def is_agreement(self) -> bool:
        """Whether it is an agreement; what stands alone is judged by what concerns it only."""
        return self.document == "överenskommelse"

    @property
    def of_concern(self) -> DossierReport:
        """The report without the points that do not concern a document that stands alone."""
        return (
            self
            if self.is_agreement
            else replace(self, points=tuple(one for one in self.points if one.verdict is not Verdict.NOT_APPLICABLE))
        )


@dataclass(frozen=True)
class RuleReport:
    """What a report says of a rule. ``printed`` says that a reader of the document is to see what it misses. The page (``title``, ``why``, ``text``, ``markdown``) is there for the rules that have a finding."""

    code: str
    name: str
    pack: str
    level: Level
    printed: bool = False
    title: str = ""
    why: str = ""
    text: str = ""
    markdown: str = ""


@dataclass(frozen=True)
class Report:
    """Everything that one run came to, as plain data: it says all that a reporter needs, and survives being written as JSON and read again.

    ``excerpts`` are the lines that the findings stand on, by file and number; ``rules`` what is to be known of the rules that were judged;
    ``fixed`` are known findings that are gone.
    """

    today: datetime.date
    dossiers: tuple[DossierReport, ...]
    diagnostics: tuple[Diagnostic, ...]
    excerpts: dict[str, dict[int, str]] = field(default_factory=dict)
    rules: dict[str, RuleReport] = field(default_factory=dict)
    fixed: tuple[Known, ...] = ()

    def of(self, group: Group) -> tuple[Diagnostic, ...]:
        """The diagnostics of a group that count (suppressed ones do not)."""
        return tuple(found for found in self.diagnostics if found.group is group and found.suppressed is None)

    @property
    def told(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that are told one by one: what belongs to later steps is only counted."""
        return tuple(found for found in self.diagnostics if found.group is not Group.LATER)

    @property
    def held(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that programs are told of, one by one: of each dossier the worst, ``MOST`` of them, in the report's order."""
        told = self.told
        room = dict.fromkeys({found.dossier for found in told}, MOST)
        if all(number <= MOST for number in Counter(found.dossier for found in told).values()):
            return told
        held = set()
        for index, found in sorted(enumerate(told), key=lambda one: _weight(one[1])):
            if room[found.dossier]:
                room[found.dossier] -= 1
                held.add(index)
        return tuple(found for index, found in enumerate(told) if index in held)

    @property
    def left_out(self) -> int:
        """How many diagnostics programs are not told of. They are counted all the same."""
        return len(self.told) - len(self.held)

    def count(self, level: Level) -> int:
        """How many diagnostics of a level count now: neither those that are suppressed nor what remains in a step that is not behind."""
        return sum(1 for found in self.of(Group.NOW) if found.level is level)

    @property
    def suppressed(self) -> int:
        """How many diagnostics are suppressed."""
        return sum(1 for found in self.diagnostics if found.suppressed is not None and found.group is not Group.LATER)

    def blocking(self, strict: bool, ready: bool = False) -> tuple[Diagnostic, ...]:
        """What makes the check fail: a ``fel`` now, or with ``strict`` a ``varning`` too.

        With ``ready`` what remains in the step that is going on counts as well, but for what the signing itself puts right.
        """
        left = [found for found in self.of(Group.STEP) if ready and not found.given_by_signing]
        worst = (Level.ERROR, Level.WARNING) if strict else (Level.ERROR,)
        return tuple(found for found in (*self.of(Group.NOW), *left) if found.level in worst)

    def fails(self, strict: bool, ready: bool = False) -> bool:
        """Whether the check fails."""
        return bool(self.blocking(strict, ready))


def _weight(found: Diagnostic) -> tuple[bool, bool, int]:
    return found.suppressed is not None, found.group is not Group.NOW, found.level.weight


def are_too_many(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether a dossier has more findings than a report holds: what is then not seen may be there all the same, and nothing is concluded of it."""
    return sum(found.group is not Group.LATER for found in diagnostics) > MOST


def public_report(whole: Report, public: Report) -> Report:
    """The report on a dossier as it may be printed for residents: ``whole`` says how it stands, ``public`` what its public version shows.

    The verdicts are those of the whole, so that nothing is called missing because it is withheld. A finding or a remark is kept where the
    public version alone gives the same; evidence in what is withheld stays as evidence, without its place.
    """
    seen = {(one.file, one.place, one.code, one.message) for one in public.diagnostics}
    dossiers = tuple(_public_dossier(one, other) for one, other in zip(whole.dossiers, public.dossiers, strict=True))
    diagnostics = tuple(one for one in whole.diagnostics if (one.file, one.place, one.code, one.message) in seen)
    return replace(whole, dossiers=dossiers, diagnostics=diagnostics, excerpts={}, fixed=())


def _public_dossier(whole: DossierReport, public: DossierReport) -> DossierReport:
    points = {point.code: point for point in public.points}
    shown = tuple(_public_point(point, points[point.code]) for point in whole.points)
    return replace(whole, title=public.title, files=public.files, set_aside=(), unreadable=(), points=shown)


def _public_point(whole: PointReport, public: PointReport) -> PointReport:
    known = set(public.evidence)
    evidence = tuple(one if one in known else replace(one, file="", id=None) for one in whole.evidence)
    return replace(whole, evidence=evidence, reasons=tuple(one for one in whole.reasons if one in public.reasons))


def as_data(report: Report) -> dict[str, Any]:
    """The report as data that ``json`` can write."""
    return dict(_adapter().dump_python(report, mode="json"))


def from_data(data: object) -> Report:
    """The report that ``as_data`` was made of. Raises ``ValueError`` for anything else: what lies on the disk is not trusted."""
    return _adapter().validate_python(data)


@cache
def _adapter() -> TypeAdapter[Report]:
    from pydantic import TypeAdapter

    return TypeAdapter(Report)
