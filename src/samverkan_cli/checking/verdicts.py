"""What the rules came to → the verdicts on the points of the checklists, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samverkan_cli.checking.exemptions import Exemptions
from samverkan_cli.checking.judge import Result, group_of
from samverkan_cli.checking.packs import Pack, Point
from samverkan_cli.checking.report import Basis, Cited, PointReport, Verdict, in_words
from samverkan_cli.checking.rule import Rule
from samverkan_cli.diagnostics import Evidence, Finding, Group
from samverkan_cli.project.dossier import Dossier


@dataclass(frozen=True)
class _Said:
    """What all the rules that serve a point have said of it."""

    results: tuple[Result, ...]
    findings: tuple[tuple[Rule, Finding], ...]
    open: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]
    exempted: bool

    def words(self, name: str) -> tuple[str, ...]:
        """The reasons of one kind, each once."""
        return tuple(dict.fromkeys(why for result in self.results for why in getattr(result, name)))


def serving(results: Iterable[Result], packs: Iterable[Pack]) -> dict[str, tuple[Result, ...]]:
    """The results that serve each point: of the rule with its code, of those that judge it, and of those that serve it besides."""
    points: dict[str, list[str]] = {}
    for point in (point for pack in packs for point in pack.points):
        for code in dict.fromkeys((point.code, *point.judged_by)):
            points.setdefault(code, []).append(point.code)
    found: dict[str, list[Result]] = {}
    for result in results:
        for served in dict.fromkeys((*points.get(result.rule.code, ()), *result.rule.also_serves)):
            found.setdefault(served, []).append(result)
    return {point: tuple(those) for point, those in found.items()}


def point_report(
    dossier: Dossier,
    pack: Pack,
    point: Point,
    serving: tuple[Result, ...],
    exemptions: Exemptions,
    step: int | None,
    outside: str,
    *,
    over: bool,
) -> PointReport:
    """A point with its verdict, by the results that serve it. ``step`` is the one that is going on, ``over`` says that the period has ended, ``outside`` why the pack does
    not concern the dossier, if it does not.
    """
    said = _said(dossier, point, serving, exemptions)
    group = group_of(point.step, step, over=over)
    verdict, basis, reasons = (Verdict.NOT_APPLICABLE, Basis.READ, (outside,)) if outside else _judged(said, group, point.step, dossier)
    cited = tuple(_cited(dossier, said.evidence)) if not outside else ()
    word = in_words(verdict, basis, pack.missing, in_step=group is Group.STEP)
    codes = tuple(result.rule.code for result in serving)
    return PointReport(point.code, point.name, pack.name, point.step, verdict, codes, cited, reasons, word, group, basis)


def _said(dossier: Dossier, point: Point, serving: tuple[Result, ...], exemptions: Exemptions) -> _Said:
    findings = tuple((result.rule, finding) for result in serving for finding in result.findings)
    left = tuple(
        finding for rule, finding in findings if exemptions.covering(rule.code, dossier.nearest_id(finding.place), finding.items) is None
    )
    evidence = tuple(one for result in serving for one in result.evidence)
    exempted = exemptions.whole(point.code) or (bool(findings) and not left)
    return _Said(serving, findings, left, evidence, exempted)


def _judged(said: _Said, group: Group, due_step: int, dossier: Dossier) -> tuple[Verdict, Basis, tuple[str, ...]]:
    """The verdict, what it rests on, and the reasons."""
    lacking = tuple(dict.fromkeys(finding.progress or finding.message for finding in said.open))
    unread = any(result.unread for result in said.results)
    unjudged = said.words("unjudged")
    if said.exempted:
        return Verdict.EXEMPT, Basis.READ, lacking or ("parterna har beslutat om undantag",)
    if declined := said.words("declined"):
        return Verdict.DECLINED, Basis.READ, declined
    if said.evidence and not lacking and not unread and not unjudged:
        return Verdict.MET, _basis(said), _why_met(said)
    if not said.evidence and not lacking and not unread and not unjudged and (why := said.words("inapplicable")):
        return Verdict.NOT_APPLICABLE, Basis.READ, why
    open_now = group is Group.STEP and not lacking and bool(unjudged or unread)
    if group is not Group.NOW and not open_now:
        return Verdict.NOT_DUE, Basis.READ, lacking or unjudged or (f"hör till steg {due_step}",)
    if said.evidence and lacking:
        return Verdict.PARTLY, _basis(said), (*lacking, *unjudged)
    if unread or (dossier.unread is None and not lacking and not unjudged):
        return Verdict.UNKNOWN, Basis.UNREADABLE, (_why_unread(dossier),)
    if unjudged:
        return Verdict.UNKNOWN, Basis.PARTS if any(result.by_parts for result in said.results) else Basis.ELSEWHERE, (*unjudged, *lacking)
    return Verdict.MISSING, Basis.READ, lacking or ("det står ingenting om det",)


def _why_unread(dossier: Dossier) -> str:
    """Why a finding may not be claimed: something could not be read, or an id is told of in a document that is not here."""
    if dossier.is_agreement or dossier.faults:
        return "en fil eller nyckel som kan visa det gick inte att läsa"
    return "det kan stå i ett annat dokument, som inte finns här"


def _basis(said: _Said) -> Basis:
    if any(result.by_parts for result in said.results if result.evidence):
        return Basis.PARTS
    if any(result.inherited for result in said.results):
        return Basis.ABOVE
    return Basis.DECLARED if any(one.declared for one in said.evidence) else Basis.READ


def _why_met(said: _Said) -> tuple[str, ...]:
    """What a verdict rests on, where the places alone do not say it."""
    words = {
        Basis.PARTS: "varje del uppfyller det",
        Basis.ABOVE: "det står i överenskommelsen ovanför",
        Basis.DECLARED: "det finns enligt uppgift",
    }
    told = tuple(dict.fromkeys(one.why for one in said.evidence if one.why))
    return told or tuple(words[basis] for basis in (_basis(said),) if basis in words)


def _cited(dossier: Dossier, evidence: tuple[Evidence, ...]) -> Iterator[Cited]:
    declared = {one.place for one in evidence if one.declared} - {one.place for one in evidence if not one.declared}
    for place in dict.fromkeys(one.place for one in evidence):
        span, id = dossier.pointed_at(place)
        yield Cited(place.file, span, id, place in declared)
