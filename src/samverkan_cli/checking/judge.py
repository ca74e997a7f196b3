"""Running rules on a case: what each says, and what of that may be claimed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from samverkan_cli.checking.concerns import concerns
from samverkan_cli.checking.rule import Rule, packs, rules
from samverkan_cli.checking.select import Selection
from samverkan_cli.diagnostics import Declined, Evidence, Finding, Group, Inapplicable, Outcome, Unjudged
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.run import Case
from samverkan_cli.yaml.tree import find


@dataclass(frozen=True)
class Result:
    """What one rule came to in one dossier.

    ``findings`` are those that may be claimed; ``unread`` says that others may not, because of what could not be read. ``unjudged`` are the
    reasons why what it asks for can be neither seen nor missed, ``inapplicable`` why it asks nothing here. ``inherited`` and ``by_parts`` say
    whose evidence it is. ``group`` says when its findings matter.
    """

    rule: Rule
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    unread: bool = False
    unjudged: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    inapplicable: tuple[str, ...] = ()
    inherited: bool = False
    by_parts: bool = False
    group: Group = Group.NOW

    @property
    def is_met(self) -> bool:
        """Whether all that the rule asks for is there, as far as it could be read."""
        return bool(self.evidence) and not self.findings and not self.unread and not self.unjudged


def judge(case: Case, selection: Selection, step: int | None, *, over: bool) -> dict[str, Result]:
    """The result of every rule that is asked for, or that judges a point that is. ``step`` is the one that is going on; ``None`` means all."""
    return {rule.code: _in_family(rule, case, step, over) for rule in _judging(selection) if concerns(case.dossier, rule)}


def _judging(selection: Selection) -> list[Rule]:
    wanted = dict(selection.rules)
    points = {code for pack, _ in selection.packs for point in pack.points for code in (point.code, *point.judged_by)}
    for rule in rules().values():
        if rule.code in points or points.intersection(rule.also_serves):
            wanted.setdefault(rule.code, rule)
    return [rule for rule in wanted.values() if rule.judge is not None]


LAST_STEP = 5
"""Follow-up, in the handbook's five steps."""


def group_of(due_step: int | None, step: int | None, *, over: bool) -> Group:
    """When something that a step delivers matters, while ``step`` is going on (``None``: all are behind).

    Once the period is ``over`` the last step is due, whatever is said to be going on, and the others are behind it.
    """
    if due_step is None or step is None or due_step < step or over:
        return Group.NOW
    return Group.STEP if due_step == step else Group.LATER


def _in_family(rule: Rule, case: Case, step: int | None, over: bool) -> Result:
    """The rule's result: what is inheritable may be said above, and what may be left to the parts is judged with them."""
    own = _alone(rule, case, group_of(rule.step, step, over=over))
    if own.is_met or own.inapplicable or own.declined:
        return own
    if case.dossier.agreement.part_of and own.findings and _has_point(rule.code, "inheritable"):
        own = _from_above(own, rule, case)
    if case.dossier.agreement.parts and not own.evidence and _has_point(rule.code, "parts"):
        return _with_parts(own, rule, case)
    return own


def _from_above(own: Result, rule: Rule, case: Case) -> Result:
    """What the agreement above says of it, where this one lacks something: what is said above holds below."""
    whole = case.dossier.family.above
    if whole is None:
        # What is written here and is wrong stays so; only what is not written may stand above.
        left = tuple(one for one in own.findings if not _is_absent(case.dossier, one))
        return replace(own, findings=left, unjudged=(*own.unjudged, *(() if left else (_ABOVE_IS_NOT_HERE,))))
    above = _alone(rule, replace(case, dossier=whole))
    evidence = (*own.evidence, *above.evidence)
    if above.is_met:
        return replace(own, findings=(), evidence=evidence, inherited=True)
    if not above.findings and (above.unread or above.unjudged):
        return replace(own, findings=(), evidence=evidence, unread=above.unread, unjudged=(*own.unjudged, *above.unjudged))
    return replace(own, evidence=evidence, inherited=own.inherited or bool(above.evidence))


_ABOVE_IS_NOT_HERE = "det kan stå i överenskommelsen ovanför, som inte finns här"


def _is_absent(dossier: Dossier, finding: Finding) -> bool:
    """Whether what a finding misses is not written at all."""
    path, tree = finding.place.path, dossier.by_file[finding.place.file].document.tree
    return not path or tree is None or find(tree, path[:1]) is None


def _with_parts(own: Result, rule: Rule, case: Case) -> Result:
    """What the parts come to together, where the agreement says nothing of it itself."""
    dossier = case.dossier
    judged = [_alone(rule, replace(case, dossier=part)) for part in dossier.family.below]
    if not judged:
        return replace(
            own, findings=(), unjudged=(f"det lämnas till delarna, och {_not_read(len(dossier.agreement.parts))}",), by_parts=True
        )
    met = [one for one in judged if one.is_met and not one.declined]
    unseen = [one for one in judged if not one.is_met and not one.findings and not one.declined]
    absent = len(dossier.agreement.parts) - len(judged)
    if absent <= 0 and all(one.declined for one in judged):
        return replace(own, findings=(), declined=tuple(dict.fromkeys(why for one in judged for why in one.declined)), by_parts=True)
    evidence = tuple(one for result in judged for one in result.evidence)
    said = f"{len(met)} av {len(judged)} {'inläst' if len(judged) == 1 else 'inlästa'} uppfyller"
    if len(met) + len(unseen) == len(judged):
        open_ones = [*([_not_judged(len(unseen))] if unseen else []), *([_not_read(absent)] if absent > 0 else [])]
        unjudged = (f"{said}; {' och '.join(open_ones)}",) if open_ones else ()
        return replace(own, findings=(), evidence=evidence, unjudged=unjudged, by_parts=True)
    if not evidence:
        return own
    lacking = Finding(
        f"det lämnas till delarna, och {said}{f'; {_not_read(absent)}' if absent > 0 else ''}",
        dossier.agreement.at("parts"),
        "Kör samverkan check på delarna: där står vad som saknas i var och en.",
        progress=said,
    )
    return replace(own, findings=(lacking,), evidence=evidence, by_parts=True)


def _not_judged(number: int) -> str:
    return "en går inte att bedöma" if number == 1 else f"{number} går inte att bedöma"


def _not_read(number: int) -> str:
    return "en är inte inläst" if number == 1 else f"{number} är inte inlästa"


def _has_point(code: str, kind: str) -> bool:
    return any(point.code == code and getattr(point, kind) for pack, _ in packs() for point in pack.points)


def _alone(rule: Rule, case: Case, group: Group = Group.NOW) -> Result:
    """The rule's result for one dossier. A fault in the rule is raised with a note of what was being judged."""
    assert rule.judge is not None
    said: list[Outcome] = []
    try:
        said += rule.judge(case)
    except Exception as error:
        error.add_note(f"medan regeln {rule.code} prövade {case.dossier.root.document.file}")
        raise
    findings = [one for one in said if isinstance(one, Finding)]
    claimed = tuple(finding for finding in findings if not _follows_from_a_fault(case.dossier, finding))
    return Result(
        rule,
        claimed,
        tuple(Evidence(one.place) if isinstance(one, Declined) else one for one in said if isinstance(one, Evidence | Declined)),
        unread=len(claimed) < len(findings),
        unjudged=tuple(dict.fromkeys(one.why for one in said if isinstance(one, Unjudged))),
        declined=tuple(dict.fromkeys(one.why for one in said if isinstance(one, Declined))),
        inapplicable=tuple(dict.fromkeys(one.why for one in said if isinstance(one, Inapplicable))),
        group=group,
    )


def _follows_from_a_fault(dossier: Dossier, finding: Finding) -> bool:
    """Whether the finding only says what a broken file or a faulted key already has said."""
    if finding.cured_by and (dossier.unread is None or finding.cured_by & dossier.unread):
        return True
    return dossier.faulted.covers(finding.place) or (dossier.faulted.is_loose(finding.place) and _is_absent(dossier, finding))
