"""Findings and evidence → the verdicts on the points of the checklists."""

from __future__ import annotations

from collections.abc import Iterator

from samverkan_cli.checking.exemptions import Exemptions
from samverkan_cli.checking.judge import Result
from samverkan_cli.checking.packs import Pack, Point
from samverkan_cli.checking.report import Cited, PointReport, Verdict
from samverkan_cli.diagnostics import Evidence
from samverkan_cli.project.dossier import Dossier


def point_report(
    dossier: Dossier, pack: Pack, point: Point, results: dict[str, Result], exemptions: Exemptions, step: int | None, outside: str
) -> PointReport:
    """A point with its verdict. ``step`` is the one that is going on, ``outside`` why the pack does not concern the dossier, if it does not."""
    judging = (point.code, *point.judged_by)
    serving = [result for result in results.values() if result.rule.code in judging or point.code in result.rule.also_serves]
    codes = tuple(result.rule.code for result in serving)
    if outside:
        return PointReport(point.code, point.name, pack.name, point.step, Verdict.NOT_APPLICABLE, codes, (), (outside,))
    findings = [(result.rule, finding) for result in serving for finding in result.findings]
    open_findings = [
        finding for rule, finding in findings if exemptions.suppression(rule.code, dossier.nearest_id(finding.place)) is None
    ]  # fmt: skip
    evidence = [one for result in serving for one in result.evidence]
    verdict = _verdict(
        exempted=exemptions.whole(point.code) or (bool(findings) and not open_findings),
        evidence=bool(evidence),
        findings=bool(open_findings),
        due=step is None or step > point.step,
        unknown=any(result.unknown for result in serving),
    )
    remarks = tuple(dict.fromkeys(finding.progress or finding.message for finding in open_findings))
    return PointReport(
        point.code, point.name, pack.name, point.step, verdict, codes, tuple(_cited(dossier, evidence)), remarks, step == point.step
    )


def _verdict(*, exempted: bool, evidence: bool, findings: bool, due: bool, unknown: bool) -> Verdict:
    if exempted:
        return Verdict.EXEMPT
    if evidence and not findings and not unknown:
        return Verdict.MET
    if not due:
        return Verdict.NOT_DUE
    if unknown:
        return Verdict.UNKNOWN
    return Verdict.PARTLY if evidence else Verdict.MISSING


def _cited(dossier: Dossier, evidence: list[Evidence]) -> Iterator[Cited]:
    for place in dict.fromkeys(one.place for one in evidence):
        yield Cited(place.file, dossier.by_file[place.file].document.span(place.path), dossier.nearest_id(place))
