"""``text``: for people. What, where with the lines underlined, why, and what to write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TextIO

from samverkan_cli.checking.report import DossierReport, Report
from samverkan_cli.diagnostics import Diagnostic, Level, Span
from samverkan_cli.swedish import count, listing
from samverkan_cli.text.sanitize import one_line, several_lines

Segment = tuple[str, str]
"""A piece of a line, and its style: a level's word, ``place``, ``mark``, ``dim``, ``good`` or nothing."""

_LONGEST = 110

SIGNATURE = re.compile(r"(?:\A|\n)(?:Inget att anmärka på\.|\d+ fel · \d+ varning[^\n]*)\nNästa steg: [^\n]+\.\n\Z")
"""How a file of this format is known as ours: by its last two lines, which say the counts and what to do next."""


def write(report: Report, out: TextIO) -> None:
    """Write the report as plain text."""
    for line in render(report):
        out.write("".join(text for text, _ in line) + "\n")


def render(report: Report) -> Iterator[list[Segment]]:
    """The report as lines of styled segments; the terminal colours them."""
    for found in report.diagnostics:
        if found.suppressed is None:
            yield from _finding(report, found)
            yield []
    yield from _known(report)
    yield from summary(report)


def _known(report: Report) -> Iterator[list[Segment]]:
    """What is known since before: marked, one line each."""
    known = [found for found in report.diagnostics if found.suppressed is not None and found.suppressed.by == "baseline"]
    for found in known:
        place = f"{one_line(found.file)}:{found.span.line}:{found.span.column}"
        yield [("känt ", "dim"), (f"{found.level.swedish} {found.code} {one_line(found.message)}", ""), (f"  {place}", "place")]
    for one in report.fixed:
        yield [("rättat ", "good"), (f"{one.code} {one_line(one.message)}", "")]
    if report.fixed:
        yield [("Kör  samverkan baseline  så försvinner det som är rättat ur listan.", "dim")]
    if known or report.fixed:
        yield []


def _finding(report: Report, found: Diagnostic) -> Iterator[list[Segment]]:
    word = found.level.swedish
    yield [(f"{word} {found.code} {found.name}", word), (": " + one_line(found.message), "bold")]
    places = [(found.file, found.span, found.label, "^")]
    places += [(other.file, other.span, other.message, "-") for other in found.related]
    gutter = max(len(str(span.line)) for _, span, _, _ in places)
    for file, span, label, sign in places:
        yield [(" " * gutter + " ┌─ ", "dim"), (f"{one_line(file)}:{span.line}:{span.column}", "place")]
        yield from _source(report, file, span, label, sign, gutter, word)
    if found.why:
        yield from _advice("varför", found.why)
    if found.help:
        yield from _advice("gör så", found.help)
    if found.suggestion:
        for line in several_lines(found.suggestion).rstrip("\n").split("\n"):
            yield [("            ", ""), ("│ ", "dim"), (one_line(line), "good")]
    yield from _advice("läs mer", f"samverkan explain {found.code}")


def _advice(head: str, text: str) -> Iterator[list[Segment]]:
    yield [(f"  {head:<10}", "dim"), (one_line(text), "")]


def _source(report: Report, file: str, span: Span, label: str, sign: str, gutter: int, word: str) -> Iterator[list[Segment]]:
    row = one_line(report.excerpts.get(file, {}).get(span.line, ""))
    if not row:
        return
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(row.rstrip())
    cut = max(0, start - 60) if len(row) > _LONGEST else 0
    shown = row[cut : cut + _LONGEST]
    before = "…" if cut else ""
    after = "…" if len(row) > cut + _LONGEST else ""
    yield [(f"{span.line:>{gutter}} │ ", "dim"), (before + shown + after, "")]
    marks = max(1, _width(row[start : min(end, cut + _LONGEST)]))
    pad = " " * _width(before + row[cut:start])
    yield [
        (" " * gutter + " │ ", "dim"),
        (pad + sign * marks, word if sign == "^" else "dim"),
        (f" {one_line(label)}" if label else "", ""),
    ]


def _width(text: str) -> int:
    """How many columns a text takes in a terminal."""
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def summary(report: Report) -> Iterator[list[Segment]]:
    """The last lines: the counts, what was checked and what was not, and one next step."""
    errors, warnings, notes = (report.count(level) for level in Level)
    counts = [
        count(errors, "fel", "fel"),
        count(warnings, "varning", "varningar"),
        count(notes, "upplysning", "upplysningar"),
    ]
    known = sum(1 for found in report.diagnostics if found.suppressed is not None and found.suppressed.by == "baseline")
    if report.suppressed - known:
        counts.append(count(report.suppressed - known, "undantagen", "undantagna"))
    if known:
        counts.append(count(known, "känd", "kända"))
    style = "fel" if errors else "varning" if warnings else "good"
    for dossier in report.dossiers:
        yield [(f"{one_line(dossier.title)}: ", "bold"), (_checked(dossier, report), "")]
        yield from ([(line, "")] for line in _not_checked(dossier))
    yield [(" · ".join(counts) if errors or warnings or notes or report.suppressed else "Inget att anmärka på.", style)]
    yield [(_next_step(report), "dim")]


def _checked(dossier: DossierReport, report: Report) -> str:
    things = listing(f"{number} {one_line(word)}" for word, number in dossier.counts if number)
    step = f", steg {dossier.step} av 5" if dossier.step else ""
    day = f"som på sin sista dag {dossier.judged}" if dossier.judged != report.today else f"för {dossier.judged}"
    alone = "" if dossier.is_agreement or not dossier.document else f", som {dossier.document} för sig"
    judged = "bedömd" if len(dossier.files) == 1 else "bedömda"
    return f"{count(len(dossier.files), 'fil', 'filer')}{f' med {things}' if things else ''} {judged} {day}{step}{alone}"


def _not_checked(dossier: DossierReport) -> Iterator[str]:
    if dossier.set_aside:
        yield f"  Räknas inte än, daterade senare: {listing(one_line(file) for file in dossier.set_aside)}"
    if dossier.unreadable:
        yield f"  Gick inte att läsa, så vad de skulle visa är okänt: {listing(one_line(file) for file in dossier.unreadable)}"
    left = [point.name.replace("-", " ") for point in dossier.points if point.is_left and point.pack != "steg"]
    if left:
        more = f" och {len(left) - 3} till" if len(left) > 3 else ""
        yield f"  Kvar i steg {dossier.step}, inget fel än: {', '.join(left[:3])}{more}. --all-steps visar vad som fattas."


def _next_step(report: Report) -> str:
    open_ones = [found for found in report.diagnostics if found.suppressed is None]
    if open_ones:
        worst = min(open_ones, key=lambda found: found.level.weight)
        return f"Nästa steg: börja med {one_line(worst.file)}:{worst.span.line}. samverkan explain {worst.code} berättar mer."
    return "Nästa steg: samverkan checklist visar punkt för punkt vad som är uppfyllt."
