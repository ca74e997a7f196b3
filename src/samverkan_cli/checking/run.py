"""Cases → the report: rules are run, each fact is said once, places become lines, exemptions and the baseline are weighed, and verdicts derived."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from samverkan_cli.checking import concerns
from samverkan_cli.checking.baseline import fixed, mark
from samverkan_cli.checking.exemptions import Exemptions
from samverkan_cli.checking.fingerprint import fingerprints
from samverkan_cli.checking.judge import LAST_STEP, judge
from samverkan_cli.checking.page import rule_report
from samverkan_cli.checking.place import levelled, place_faults, place_finding, without_doubled_placeholders
from samverkan_cli.checking.report import DossierReport, PointReport, Report, RuleReport, are_too_many
from samverkan_cli.checking.rule import rules
from samverkan_cli.checking.select import Options, Selection, selection
from samverkan_cli.checking.supersede import without_superseded
from samverkan_cli.checking.verdicts import point_report, serving
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.project.baseline import Known
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.run import Case
from samverkan_cli.swedish import path_order
from samverkan_cli.text.lines import split_lines


def check(cases: Iterable[Case], today: datetime.date, options: Options) -> Report:
    """Everything that is wrong with the dossiers, and how they stand against the checklists. ``today`` is the day asked."""
    dossiers: list[DossierReport] = []
    diagnostics: list[Diagnostic] = []
    texts: dict[str, str] = {}
    gone: list[Known] = []
    for case in cases:
        report, own = _check_one(case, selection(case.settings, options), options)
        if case.known:
            gone += () if are_too_many(own) else fixed(own, case.known, frozenset(report.judged_rules))
            own = mark(own, case.known, case.settings.mandatory)
        dossiers.append(report)
        diagnostics += own
        texts.update({file: member.document.text for file, member in case.dossier.by_file.items()})
    # An appendix that two agreements list is said once; two agreements that have the same id are not the same.
    unique = {(one.file, one.span, one.code, one.message): one for one in diagnostics}
    places = {one.file: path_order(one.file) for one in unique.values()}
    ordered = tuple(sorted(unique.values(), key=lambda one: (places[one.file], one.span.line, one.code, one.span.column, one.message)))
    return Report(today, tuple(dossiers), ordered, _excerpts(ordered, texts), _rule_reports(dossiers, ordered), tuple(gone))


def _check_one(case: Case, chosen: Selection, options: Options) -> tuple[DossierReport, list[Diagnostic]]:
    dossier = case.dossier
    wanted = chosen.rules
    over = _is_over(dossier)
    step = None if options.all_steps else dossier.agreement.current_step
    outside = {pack.name: why for pack, _ in chosen.packs if pack.outside is not None and (why := pack.outside(dossier))}
    # What another rule has said already is not told twice, but it is lacking all the same: the verdicts know it.
    results = judge(case, chosen, step, over=over)
    mandatory = case.settings.mandatory
    exemptions = Exemptions.of(dossier, mandatory) if options.exemptions else Exemptions((), dossier.today, mandatory)
    # A quiet pack is heard when everything is asked for, and on what the last step asks once the period is over.
    quiet = frozenset[str]() if options.all_steps else chosen.quiet
    told = [
        result
        for code, result in without_superseded(dossier, results, wanted).items()
        if code in wanted
        and result.rule.pack not in outside
        and (result.rule.pack not in quiet or (over and result.rule.step == LAST_STEP))
    ]
    placed = [place_finding(dossier, result.rule, finding, result.group, exemptions) for result in told for finding in result.findings]
    faults = [*dossier.faults, *exemptions.faults(dossier, set(results), rules())]
    placed = without_doubled_placeholders([*placed, *place_faults(dossier, faults, wanted)], dossier)
    placed = fingerprints(dossier, [(levelled(one, case.settings, wanted[one.code]), place) for one, place in placed])
    serves = serving(results.values(), [pack for pack, _ in chosen.packs])
    points = tuple(
        point_report(dossier, pack, point, serves.get(point.code, ()), exemptions, step, outside.get(pack.name, "") or concerns.outside(dossier, point), over=over)
        for pack, _ in chosen.packs
        for point in pack.points
    )  # fmt: skip
    judged = (*(rule.code for rule in wanted.values() if rule.judge is None), *(result.rule.code for result in told))
    return _dossier_report(dossier, dossier.agreement.current_step, points, judged), [one for one, _ in placed]


def _is_over(dossier: Dossier) -> bool:
    """Whether the period has ended on the day it really is: then every step is behind, whatever the agreement says is going on."""
    return dossier.end is not None and dossier.clock is not None and dossier.clock > dossier.end


def _dossier_report(dossier: Dossier, step: int | None, points: tuple[PointReport, ...], judged_rules: tuple[str, ...]) -> DossierReport:
    judged = {document.here.file for document in dossier.documents}
    return DossierReport(
        id=dossier.id,
        agreement=dossier.root.document.file,
        document=getattr(dossier.main, "type", ""),
        title=dossier.title,
        step=step,
        judged=dossier.today,
        files=tuple(member.document.file for member in dossier.members),
        set_aside=tuple(member.document.file for member in dossier.members if member.model is not None and member.document.file not in judged),
        unreadable=tuple(member.document.file for member in dossier.members if not member.foreign and (member.model is None or not member.document.is_whole)),
        points=points,
        counts=tuple(
            (word, len(items))
            for word, items in (
                ("problem", dossier.problems), ("orsak" if len(dossier.causes) == 1 else "orsaker", dossier.causes),
                ("mål", dossier.goals), ("åtgärd" if len(dossier.actions) == 1 else "åtgärder", dossier.actions),
                ("löfte" if len(dossier.pledges) == 1 else "löften", dossier.pledges),
            )
        ),
        judged_rules=judged_rules,
    )  # fmt: skip


def _excerpts(diagnostics: Iterable[Diagnostic], texts: dict[str, str]) -> dict[str, dict[int, str]]:
    """The lines that the findings and their second places stand on."""
    wanted: dict[str, set[int]] = {}
    for one in diagnostics:
        wanted.setdefault(one.file, set()).add(one.span.line)
        for other in one.related:
            wanted.setdefault(other.file, set()).add(other.span.line)
    excerpts = {}
    for file, numbers in wanted.items():
        rows = split_lines(texts.get(file, ""))
        excerpts[file] = {number: rows[number - 1] for number in sorted(numbers) if 0 < number <= len(rows)}
    return excerpts


def _rule_reports(dossiers: Iterable[DossierReport], diagnostics: Iterable[Diagnostic]) -> dict[str, RuleReport]:
    """What a reader may need to know of the rules that were judged; the whole page of those that have a finding."""
    told = {one.code for one in diagnostics if one.code}
    codes = told.union(*(dossier.judged_rules for dossier in dossiers), *(point.rules for dossier in dossiers for point in dossier.points))
    known = rules()
    return {code: rule_report(known[code], whole=code in told) for code in sorted(codes)}
