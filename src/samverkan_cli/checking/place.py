"""Findings and faults → diagnostics: places become lines, and each gets its code, level, page and suppression."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from samverkan_cli.checking.exemptions import Exemptions
from samverkan_cli.checking.rule import Rule
from samverkan_cli.diagnostics import Diagnostic, Finding, Fix, Group, Insertion, KeyPath, Level, Place, Related
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.settings import Settings
from samverkan_cli.text.lines import split_lines
from samverkan_cli.yaml.tree import Document, Fault, Mapping, Scalar, Sequence, find

Placed = tuple[Diagnostic, Place]


def place_finding(dossier: Dossier, rule: Rule, finding: Finding, group: Group, exemptions: Exemptions) -> Placed:
    """The finding of a rule with its lines, and the exemption that covers it."""
    place = finding.place
    document = dossier.by_file[place.file].document
    id = dossier.nearest_id(place)
    home = finding.suggestion_place or place
    paste = _indented(finding.suggestion, dossier.by_file[home.file].document, home.path) if finding.suggestion else ""
    related = tuple(
        Related(other.file, dossier.by_file[other.file].document.span(other.path), message)
        for other, message in finding.related
        if other.file in dossier.by_file
    )
    return (
        Diagnostic(
            rule.code, rule.name, finding.level or rule.level, dossier.id, finding.message, place.file, document.span(place.path),
            help=finding.help, suggestion=paste, label=finding.label, why=rule.page.why, id=id,
            suppressed=exemptions.covering(rule.code, id, finding.items), related=related, progress=finding.progress,
            fixes=_insertions(finding, home, place), items=exemptions.excused(rule.code, finding.items), group=group, step=rule.step,
            absent=bool(place.path) and document.tree is not None and find(document.tree, place.path[:1]) is None,
            given_by_signing=finding.given_by_signing,
        ),
        place,
    )  # fmt: skip


def place_faults(dossier: Dossier, faults: list[tuple[str, Fault]], wanted: dict[str, Rule]) -> Iterator[Placed]:
    """The faults of the files, where their rules are asked for. A placeholder is an error once everybody has signed."""
    for file, fault in faults:
        rule = wanted.get(fault.code)
        if rule is None:
            continue
        level = Level.ERROR if fault.code == "FIL12" and _is_signed(dossier) else rule.level
        related = tuple(Related(file, span, message) for span, message in fault.related)
        place = Place(file, fault.path or ())
        diagnostic = Diagnostic(
            rule.code, rule.name, level, dossier.id, fault.message, file, fault.span,
            help=fault.help, why=rule.page.why, id=dossier.nearest_id(place), related=related,
            fixes=tuple(replace(fix, file=file) for fix in fault.fixes),
        )  # fmt: skip
        yield diagnostic, place


def without_doubled_placeholders(placed: list[Placed], dossier: Dossier) -> list[Placed]:
    """Drop a placeholder where a rule has a finding at the same place already; not after the signing, when both matter."""
    if _is_signed(dossier):
        return placed
    others = {(place.file, place.path) for diagnostic, place in placed if diagnostic.code != "FIL12"}
    return [(diagnostic, place) for diagnostic, place in placed if diagnostic.code != "FIL12" or (place.file, place.path) not in others]


def levelled(diagnostic: Diagnostic, settings: Settings, rule: Rule) -> Diagnostic:
    """Apply the configured level, but keep a finding milder if its rule lowered it."""
    level = settings.levels.get(diagnostic.code)
    if level is None:
        return diagnostic
    milder = diagnostic.level.weight > rule.level.weight
    return replace(diagnostic, level=max(level, diagnostic.level, key=lambda one: one.weight) if milder else level)


def _insertions(finding: Finding, home: Place, place: Place) -> tuple[Fix, ...]:
    """The block that the finding shows, put in where it belongs. What it holds places for is to be filled in."""
    if not finding.suggestion.strip():
        return ()
    elsewhere = f" i {home.file}" if home.file != place.file else ""
    return (Fix(f"Klistra in det som saknas{elsewhere}", (Insertion(home.path, finding.suggestion),), safe=False, file=home.file),)


def _is_signed(dossier: Dossier) -> bool:
    return dossier.signed is not None and dossier.signed <= dossier.today


def _indented(block: str, document: Document, path: KeyPath) -> str:
    """The block with the indentation that it has at its place; only the new item, where the list it belongs in is there already."""
    indent = document.indent(path)
    rows = split_lines(block.rstrip("\n"))
    there = find(document.tree, path) if document.tree else None
    if isinstance(there, Scalar) and there.value is None and rows[0].startswith(f"{path[-1]}:"):
        # The key stands there with nothing behind it: only what belongs under it is shown.
        first_row = rows[0].removeprefix(f"{path[-1]}:").strip()
        return "\n".join(" " * indent + row for row in ([f"  {first_row}"] if first_row else rows[1:]))
    if _within_braces(document, path) and not any(row.startswith(" ") for row in rows):
        return ", ".join(rows)
    if isinstance(there, Sequence) and not there.flow and there.items and rows[0] == f"{path[-1]}:":
        first = there.items[0]
        start = (
            next(iter(first.entries.values())).key_span if isinstance(first, Mapping) and not first.flow and first.entries else first.span
        )
        indent = max(0, start.column - 3)
        rows = split_lines(textwrap.dedent("\n".join(rows[1:])))
    return "\n".join(" " * indent + row for row in rows)


def _within_braces(document: Document, path: KeyPath) -> bool:
    """Whether the nearest mapping that exists at or above a path is written ``{a: b}``, on one line."""
    for length in range(len(path), -1, -1):
        node = find(document.tree, path[:length]) if document.tree else None
        if isinstance(node, Mapping):
            return node.flow
    return False
