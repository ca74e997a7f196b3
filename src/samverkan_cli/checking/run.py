"""Choose rules, run them, turn places into lines, weigh exemptions, derive verdicts, order → ``Report``."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from samverkan_cli.checking.baseline import Known, fixed, mark
from samverkan_cli.checking.exemptions import Exemptions
from samverkan_cli.checking.fingerprint import fingerprints
from samverkan_cli.checking.packs import Pack, Point
from samverkan_cli.checking.report import Cited, DossierReport, PointReport, Report, Verdict
from samverkan_cli.checking.rule import Case, Rule, packs, rules
from samverkan_cli.diagnostics import Diagnostic, Evidence, Finding, KeyPath, Level, Place, Related
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.settings import Settings
from samverkan_cli.yaml.tree import Document, Fault, Mapping, Sequence, find


@dataclass(frozen=True)
class Options:
    """What the command line asked for."""

    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    all_steps: bool = False
    exemptions: bool = True


@dataclass(frozen=True)
class Result:
    """What one rule said of one dossier: the findings that are claimed, its evidence, and whether something could not be known."""

    rule: Rule
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]
    unknown: bool
    due: bool


def check(
    dossiers: Iterable[Dossier],
    today: datetime.date,
    settings: Callable[[Dossier], Settings],
    options: Options,
    baseline: Callable[[Dossier], tuple[Known, ...]] | None = None,
) -> Report:
    """Everything that is wrong with the dossiers, and how they stand against the checklists."""
    reports: list[DossierReport] = []
    diagnostics: list[Diagnostic] = []
    sources = {}
    gone: list[Known] = []
    for dossier in dossiers:
        report, found = _check_one(_on_its_day(dossier, today), settings(dossier), options)
        if baseline is not None and (known := baseline(dossier)):
            judged = frozenset(rule.code for _, group in chosen(settings(dossier), options) for rule in group)
            gone += fixed(found, known, judged)
            found = mark(found, known, settings(dossier).mandatory)
        reports.append(report)
        diagnostics += found
        sources.update({file: member.document for file, member in dossier.by_file.items()})
    # An appendix that two agreements list is said once; two agreements that have the same id are not the same.
    unique = {(found.file, found.span, found.code, found.message): found for found in diagnostics}
    ordered = sorted(unique.values(), key=lambda found: (found.file, found.span.line, found.code, found.span.column, found.message))
    return Report(today, tuple(reports), tuple(ordered), sources, tuple(gone))


def _on_its_day(dossier: Dossier, today: datetime.date) -> Dossier:
    """An agreement whose period has ended is judged as on its last day."""
    return dossier.on(min(today, dossier.end) if dossier.end else today, today)


def chosen(settings: Settings, options: Options) -> list[tuple[Pack, list[Rule]]]:
    """The packs and rules that are asked for."""
    names = options.packs or settings.packs
    result = []
    for pack, group in packs():
        if names is not None and pack.name not in names and pack.name != "fil":
            continue
        wanted = [rule for rule in group if _wanted(rule.code, options)]
        result.append((pack, wanted))
    return result


def _wanted(code: str, options: Options) -> bool:
    selected = not options.select or any(code.startswith(prefix) for prefix in options.select)
    return selected and not any(code.startswith(prefix) for prefix in options.ignore)


def _check_one(dossier: Dossier, settings: Settings, options: Options) -> tuple[DossierReport, list[Diagnostic]]:
    chosen_packs = chosen(settings, options)
    wanted = {rule.code: rule for _, group in chosen_packs for rule in group}
    step = None if options.all_steps else dossier.agreement.current_step
    outside = {pack.name: why for pack, _ in chosen_packs if pack.outside is not None and (why := pack.outside(dossier))}
    silent = {pack.name for pack, _ in chosen_packs if pack.quiet and pack.name not in options.packs and not options.select} | set(outside)
    ran = {rule.code: _run_in_family(rule, dossier, step) for rule in _with_judges(chosen_packs)}
    results = _each_fact_once(dossier, ran, wanted)
    exemptions = Exemptions.of(dossier, settings.mandatory) if options.exemptions else Exemptions((), dossier.today, settings.mandatory)
    faults = [*dossier.faults]
    diagnostics: list[Placed] = []
    judged = [rule.code for rule in wanted.values() if rule.judge is None]
    for result in results.values():
        if result.due and result.rule.code in wanted and result.rule.pack not in silent:
            judged.append(result.rule.code)
            diagnostics += [_diagnostic(dossier, result.rule, finding, exemptions) for finding in result.findings]
    faults += exemptions.faults(dossier, {code for code, result in results.items() if result.due}, rules())
    diagnostics += [found for file, fault in faults if (found := _fault_diagnostic(dossier, file, fault, wanted)) is not None]
    diagnostics = _without_doubled_placeholders(diagnostics, dossier)
    placed = fingerprints(dossier, [(_levelled(found, settings), place) for found, place in diagnostics])
    points = [
        _point(dossier, pack, point, results, exemptions, step, outside.get(pack.name, ""))
        for pack, _ in chosen_packs
        for point in pack.points
    ]  # fmt: skip
    report = replace(_dossier_report(dossier, points), judged_rules=tuple(judged))
    return report, [found for found, _ in placed]


def _levelled(found: Diagnostic, settings: Settings) -> Diagnostic:
    """With the level that the settings give the rule; what was milder than its rule stays so."""
    level = settings.levels.get(found.code)
    if level is None:
        return found
    milder = found.level.weight > rules()[found.code].level.weight
    return replace(found, level=max(level, found.level, key=lambda one: one.weight) if milder else level)


def _with_judges(chosen_packs: list[tuple[Pack, list[Rule]]]) -> list[Rule]:
    """The rules to run: those that are asked for, and those that judge a point that is asked for."""
    asked = {rule.code: rule for _, group in chosen_packs for rule in group}
    points = {code for pack, _ in chosen_packs for point in pack.points for code in (point.code, *point.judged_by)}
    for rule in rules().values():
        if rule.code in points or points.intersection(rule.also):
            asked.setdefault(rule.code, rule)
    return [rule for rule in asked.values() if rule.judge is not None]


def _run(rule: Rule, dossier: Dossier, step: int | None) -> Result:
    assert rule.judge is not None
    findings: list[Finding] = []
    evidence: list[Evidence] = []
    try:
        for said in rule.judge(Case(dossier)):
            if isinstance(said, Finding):
                findings.append(said)
            else:
                evidence.append(said)
    except Exception as error:
        error.add_note(f"medan regeln {rule.code} prövade {dossier.root.document.file}")
        raise
    claimed = tuple(finding for finding in findings if not _follows_from_a_fault(dossier, finding))
    due = rule.step is None or step is None or step > rule.step
    return Result(rule, claimed, tuple(evidence), len(claimed) < len(findings), due)


def _run_in_family(rule: Rule, dossier: Dossier, step: int | None) -> Result:
    """The rule's result; for what is inheritable, what the agreement above says in full need not be said again."""
    own = _run(rule, dossier, step)
    above = dossier.family.above
    if above is None or not own.findings or not _inheritable(rule.code):
        return own
    inherited = _run(rule, above, step)
    if not inherited.evidence or inherited.findings or inherited.unknown:
        return own
    return replace(own, findings=(), evidence=(*own.evidence, *inherited.evidence))


def _inheritable(code: str) -> bool:
    return any(point.code == code and point.inheritable for pack, _ in packs() for point in pack.points)


def _each_fact_once(dossier: Dossier, results: dict[str, Result], wanted: dict[str, Rule]) -> dict[str, Result]:
    """Drop a finding that another rule, which it gives way to, has said of the same thing."""

    def covered(finding: Finding) -> bool:
        reported = [results[code] for code in finding.unless if code in wanted and code in results]
        said = [other for result in reported if result.due for other in result.findings]
        id = dossier.nearest_id(finding.place)
        return any(dossier.nearest_id(other.place) == id and other.place.file == finding.place.file for other in said)

    return {
        code: replace(result, findings=tuple(finding for finding in result.findings if not finding.unless or not covered(finding)))
        for code, result in results.items()
    }


def _follows_from_a_fault(dossier: Dossier, finding: Finding) -> bool:
    """Whether the finding only says what a broken file or a faulted key already has said."""
    if finding.needs and (dossier.unread is None or finding.needs & dossier.unread):
        return True
    return any(
        file == finding.place.file and fault.path and fault.code != "FIL12" and _says_it(fault, finding.place.path)
        for file, fault in dossier.faults
    )


def _says_it(fault: Fault, path: KeyPath) -> bool:
    """Whether a fault already has said what is wrong at a path: at or below it, but only at it where what was meant is judged instead."""
    return path == fault.path if fault.mended else path[: len(fault.path or ())] == fault.path


Placed = tuple[Diagnostic, Place]


def _diagnostic(dossier: Dossier, rule: Rule, finding: Finding, exemptions: Exemptions) -> Placed:
    place = finding.place
    document = dossier.by_file[place.file].document
    id = dossier.nearest_id(place)
    home = finding.paste_at or place
    paste = _pasted(finding.paste, dossier.by_file[home.file].document, home.path) if finding.paste else ""
    related = tuple(
        Related(other.file, dossier.by_file[other.file].document.span(other.path), message)
        for other, message in finding.related
        if other.file in dossier.by_file
    )
    return (
        Diagnostic(
            rule.code, rule.name, finding.level or rule.level, dossier.id, finding.message, place.file, document.span(place.path),
            help=finding.help, paste=paste, label=finding.label, why=rule.page.why, id=id,
            suppressed=exemptions.suppression(rule.code, id), related=related, progress=finding.progress,
        ),
        place,
    )  # fmt: skip


def _pasted(block: str, document: Document, path: KeyPath) -> str:
    """The block with the indentation that it has at its place; only the new item, where the list it belongs in is there already."""
    indent = document.indent(path)
    rows = block.splitlines()
    there = find(document.tree, path) if document.tree else None
    if _within_braces(document, path) and not any(row.startswith(" ") for row in rows):
        return ", ".join(rows)
    if isinstance(there, Sequence) and not there.flow and there.items and rows[0] == f"{path[-1]}:":
        first = there.items[0]
        start = (
            next(iter(first.entries.values())).key_span if isinstance(first, Mapping) and not first.flow and first.entries else first.span
        )
        indent = max(0, start.column - 3)
        rows = textwrap.dedent("\n".join(rows[1:])).splitlines()
    return "\n".join(" " * indent + row for row in rows)


def _within_braces(document: Document, path: KeyPath) -> bool:
    """Whether the nearest mapping that exists at or above a path is written ``{a: b}``, on one line."""
    for length in range(len(path), -1, -1):
        node = find(document.tree, path[:length]) if document.tree else None
        if isinstance(node, Mapping):
            return node.flow
    return False


def _fault_diagnostic(dossier: Dossier, file: str, fault: Fault, wanted: dict[str, Rule]) -> Placed | None:
    rule = wanted.get(fault.code)
    if rule is None:
        return None
    level = rule.level
    if fault.code == "FIL12" and dossier.signed is not None and dossier.signed <= dossier.today:
        level = Level.ERROR
    related = tuple(Related(file, span, message) for span, message in fault.related)
    place = Place(file, fault.path or ())
    diagnostic = Diagnostic(
        rule.code, rule.name, level, dossier.id, fault.message, file, fault.span,
        help=fault.help, why=rule.page.why, id=dossier.nearest_id(place), related=related,
    )  # fmt: skip
    return diagnostic, place


def _without_doubled_placeholders(found: list[Placed], dossier: Dossier) -> list[Placed]:
    """A placeholder that a rule already has reported as missing is not said twice."""
    said = {(place.file, place.path) for diagnostic, place in found if diagnostic.code != "FIL12"}
    signed = dossier.signed is not None and dossier.signed <= dossier.today
    kept = []
    for diagnostic, place in found:
        if diagnostic.code == "FIL12" and (place.file, place.path) in said and not signed:
            continue
        kept.append((diagnostic, place))
    return kept


def _point(
    dossier: Dossier, pack: Pack, point: Point, results: dict[str, Result], exemptions: Exemptions, step: int | None, outside: str
) -> PointReport:
    judging = (point.code, *point.judged_by)
    serving = [result for result in results.values() if result.rule.code in judging or point.code in result.rule.also]
    if outside:
        codes = tuple(result.rule.code for result in serving)
        return PointReport(point.code, point.name, pack.name, point.step, Verdict.NOT_APPLICABLE, codes, (), (outside,))
    findings = [(result.rule, finding) for result in serving for finding in result.findings]
    open_findings = [
        (rule, finding) for rule, finding in findings if exemptions.suppression(rule.code, dossier.nearest_id(finding.place)) is None
    ]
    evidence = [found for result in serving for found in result.evidence]
    exempted = exemptions.whole(point.code) or (bool(findings) and not open_findings)
    due = step is None or step > point.step
    unknown = any(result.unknown for result in serving)
    verdict = _verdict(bool(exempted), bool(evidence), bool(open_findings), due, unknown)
    return PointReport(
        point.code,
        point.name,
        pack.name,
        point.step,
        verdict,
        tuple(result.rule.code for result in serving),
        tuple(_cited(dossier, evidence)),
        tuple(dict.fromkeys(finding.progress or finding.message for _, finding in open_findings)),
        step == point.step,
    )


def _verdict(exempted: bool, evidence: bool, findings: bool, due: bool, unknown: bool) -> Verdict:
    if exempted:
        return Verdict.EXEMPT
    if evidence and not findings and not unknown:
        return Verdict.MET
    if not due:
        return Verdict.NOT_DUE
    if unknown:
        return Verdict.UNKNOWN
    return Verdict.PARTLY if evidence else Verdict.MISSING


def _cited(dossier: Dossier, evidence: list[Evidence]) -> Iterable[Cited]:
    for place in dict.fromkeys(found.place for found in evidence):
        yield Cited(place.file, dossier.by_file[place.file].document.span(place.path), dossier.nearest_id(place))


def _dossier_report(dossier: Dossier, points: list[PointReport]) -> DossierReport:
    judged = {document.here.file for document in dossier.documents}
    return DossierReport(
        id=dossier.id,
        agreement=dossier.root.document.file,
        title=dossier.title,
        step=dossier.agreement.current_step,
        judged=dossier.today,
        files=tuple(member.document.file for member in dossier.members),
        set_aside=tuple(member.document.file for member in dossier.members if member.model is not None and member.document.file not in judged),
        unreadable=tuple(member.document.file for member in dossier.members if member.model is None and not member.foreign),
        points=tuple(points),
        counts=tuple(
            (word, len(items))
            for word, items in (
                ("problem", dossier.problems), ("orsak" if len(dossier.causes) == 1 else "orsaker", dossier.causes),
                ("mål", dossier.goals), ("åtgärd" if len(dossier.actions) == 1 else "åtgärder", dossier.actions),
                ("löfte" if len(dossier.pledges) == 1 else "löften", dossier.pledges),
            )
        ),
    )  # fmt: skip
