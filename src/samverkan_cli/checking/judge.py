"""Running rules on a case: what each says, and what of that may be claimed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from samverkan_cli.checking.concerns import concerns
from samverkan_cli.checking.rule import Rule, packs, rules
from samverkan_cli.checking.select import Selection
from samverkan_cli.diagnostics import Evidence, Finding, KeyPath
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.run import Case
from samverkan_cli.yaml.tree import Fault


@dataclass(frozen=True)
class Result:
    """What one rule came to in one dossier: the findings that may be claimed, its evidence, and whether something could not be known.

    ``due`` says whether the step that delivers the thing is behind, so that a finding counts.
    """

    rule: Rule
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]
    unknown: bool
    due: bool


def judge(case: Case, selection: Selection, step: int | None) -> dict[str, Result]:
    """The result of every rule that is asked for, or that judges a point that is. ``step`` is the one that is going on; ``None`` means all."""
    return {rule.code: _in_family(rule, case, step) for rule in _judging(selection) if concerns(case.dossier, rule)}


def _judging(selection: Selection) -> list[Rule]:
    wanted = dict(selection.rules)
    points = {code for pack, _ in selection.packs for point in pack.points for code in (point.code, *point.judged_by)}
    for rule in rules().values():
        if rule.code in points or points.intersection(rule.also_serves):
            wanted.setdefault(rule.code, rule)
    return [rule for rule in wanted.values() if rule.judge is not None]


def _in_family(rule: Rule, case: Case, step: int | None) -> Result:
    """The rule's result; for what is inheritable, what the agreement above says in full need not be said again."""
    own = _alone(rule, case, step)
    above = case.dossier.family.above
    if above is None or not own.findings or not _inheritable(rule.code):
        return own
    inherited = _alone(rule, replace(case, dossier=above), step)
    if not inherited.evidence or inherited.findings or inherited.unknown:
        return own
    return replace(own, findings=(), evidence=(*own.evidence, *inherited.evidence))


def _inheritable(code: str) -> bool:
    return any(point.code == code and point.inheritable for pack, _ in packs() for point in pack.points)


def _alone(rule: Rule, case: Case, step: int | None) -> Result:
    """The rule's result for one dossier. A fault in the rule is raised with a note of what was being judged."""
    assert rule.judge is not None
    findings: list[Finding] = []
    evidence: list[Evidence] = []
    try:
        for outcome in rule.judge(case):
            if isinstance(outcome, Finding):
                findings.append(outcome)
            else:
                evidence.append(outcome)
    except Exception as error:
        error.add_note(f"medan regeln {rule.code} prövade {case.dossier.root.document.file}")
        raise
    claimed = tuple(finding for finding in findings if not _follows_from_a_fault(case.dossier, finding))
    due = rule.step is None or step is None or step > rule.step
    return Result(rule, claimed, tuple(evidence), len(claimed) < len(findings), due)


def _follows_from_a_fault(dossier: Dossier, finding: Finding) -> bool:
    """Whether the finding only says what a broken file or a faulted key already has said."""
    if finding.cured_by and (dossier.unread is None or finding.cured_by & dossier.unread):
        return True
    return any(
        file == finding.place.file and fault.path and fault.code != "FIL12" and _covers(fault, finding.place.path)
        for file, fault in dossier.faults
    )


def _covers(fault: Fault, path: KeyPath) -> bool:
    """Whether a fault speaks of a path: at or below it, but only at it where what was meant is judged instead."""
    return path == fault.path if fault.recovered else path[: len(fault.path or ())] == fault.path
