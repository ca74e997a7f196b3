"""``text``: for people. What, where with the lines underlined, why, and what to write."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import TextIO

from samverkan_cli.checking.report import DossierReport, Report
from samverkan_cli.diagnostics import Diagnostic, Group, Level, Span
from samverkan_cli.reporters.words import More, by_use, counts, excused, few, left, remaining
from samverkan_cli.swedish import count, listing
from samverkan_cli.text.sanitize import one_line, several_lines

Segment = tuple[str, str]
"""A piece of a line, and its style: a level's word, ``place``, ``mark``, ``dim``, ``good`` or nothing."""

_LONGEST = 110

SIGNATURE = re.compile(
    r"(?:\A|\n)(?:Inget [a-zåäö ]+[^\n]*\.|\d+ fel · \d+ varning[^\n]*)\n(?:(?:K|Inte k)lart[^\n]*\n)?Nästa steg: [^\n]+\.\n\Z"
)
"""How a file of this format is known as ours: by its last lines, which say the counts and what to do next."""


def write(report: Report, out: TextIO) -> None:
    """Write the report as plain text."""
    for line in render(report):
        out.write("".join(text for text, _ in line) + "\n")


def render(report: Report, ready: bool = False, strict: bool = False) -> Iterator[list[Segment]]:
    """The report as lines of styled segments; the terminal colours them.

    ``ready`` asks whether the step that is going on can be closed, and ``strict`` lets warnings stand in the way.
    """
    now = by_use(report.of(Group.NOW))
    for found in few(found for found in now if not found.absent):
        yield from _more(found) if isinstance(found, More) else _finding(report, found)
        yield []
    absent: dict[str, list[Diagnostic]] = {}
    for found in now:
        if found.absent:
            absent.setdefault(found.file, []).append(found)
    for file, lacking in absent.items():
        yield from _absent(file, lacking)
        yield []
    yield from _left(report)
    yield from _known(report)
    yield from summary(report)
    if ready:
        yield [(_ready(report, strict), "bold")]
    yield [(_next_step(report), "dim")]


def _absent(file: str, found: list[Diagnostic]) -> Iterator[list[Segment]]:
    """What a whole document lacks, as one list."""
    yield [(f"Står inte i {one_line(file)}:", "bold")]
    for one in few(found):
        if isinstance(one, More):
            yield from _more(one)
            continue
        word = one.level.swedish
        yield [(f"  {word} {one.code} {one.name}", word), (": " + one_line(one.message), "")]
        for other in one.related:
            yield _row(f"{one_line(other.message)}: {one_line(other.file)}:{other.span.line}")
        yield from _what_to_do(one, "    ")


def _left(report: Report) -> Iterator[list[Segment]]:
    """What remains in the step that is going on, one line each."""
    found = remaining(report)
    for step in sorted({one.step or 0 for one in found}):
        yield [(f"Återstår i steg {step}:", "bold")]
        for one in few(one for one in found if one.step == step):
            if isinstance(one, More):
                yield from _more(one)
            else:
                signing = " (kommer med underskriften)" if one.given_by_signing else ""
                place = f"  {one_line(one.file)}:{one.span.line}"
                yield [(f"  {one.code} ", "dim"), (one_line(one.message) + signing, ""), (place, "place")]
        yield []


def _more(rest: More) -> Iterator[list[Segment]]:
    yield [(rest.words, "dim")]


def _row(text: str) -> list[Segment]:
    return [(f"    {text}", "dim")]


def _known(report: Report) -> Iterator[list[Segment]]:
    """What is known since before: marked, one line each."""
    known = [found for found in report.told if found.suppressed is not None and found.suppressed.by == "baseline"]
    for found in few(known):
        if isinstance(found, More):
            yield from _more(found)
            continue
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
    excused = [item.key for item in found.items if item.excused]
    if excused:
        yield _advice("nytt", listing(item.key for item in found.items if not item.excused))
        yield _advice("känt", listing(excused))
    if found.why:
        yield _advice("varför", found.why)
    yield from _what_to_do(found, "  ")
    yield _advice("läs mer", f"samverkan explain {found.code}")


def _what_to_do(found: Diagnostic, indent: str) -> Iterator[list[Segment]]:
    if found.help:
        yield _advice("gör så", found.help, indent)
    if found.suggestion:
        for line in several_lines(found.suggestion).rstrip("\n").split("\n"):
            yield [(f"{indent}          ", ""), ("│ ", "dim"), (one_line(line), "good")]


def _advice(head: str, text: str, indent: str = "  ") -> list[Segment]:
    return [(f"{indent}{head:<10}", "dim"), (one_line(text), "")]


def _source(report: Report, file: str, span: Span, label: str, sign: str, gutter: int, word: str) -> Iterator[list[Segment]]:
    row = report.excerpts.get(file, {}).get(span.line, "")
    if not row:
        return
    start = span.column - 1
    cut = max(0, start - 60) if len(row) > _LONGEST else 0
    # Only what is shown is looked at: a long row may have thousands of findings.
    shown = one_line(row[cut : cut + _LONGEST])
    end = span.end_column - 1 if span.end_line == span.line else cut + len(shown.rstrip())
    before = "…" if cut else ""
    after = "…" if len(row) > cut + _LONGEST else ""
    yield [(f"{span.line:>{gutter}} │ ", "dim"), (before + shown + after, "")]
    marks = max(1, _width(shown[start - cut : max(end - cut, 0)]))
    pad = " " * _width(before + shown[: start - cut])
    yield [
        (" " * gutter + " │ ", "dim"),
        (pad + sign * marks, word if sign == "^" else "dim"),
        (f" {one_line(label)}" if label else "", ""),
    ]


def _width(text: str) -> int:
    """How many columns a text takes in a terminal."""
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def summary(report: Report) -> Iterator[list[Segment]]:
    """What was checked and what was not, and the counts."""
    errors, warnings, notes = (report.count(level) for level in Level)
    style = "fel" if errors else "varning" if warnings else "good"
    for dossier in report.dossiers:
        yield [(f"{one_line(dossier.title)}: ", "bold"), (_checked(dossier, report), "")]
        yield from ([(line, "")] for line in _not_checked(dossier))
    counted = [
        count(errors, "fel", "fel"),
        count(warnings, "varning", "varningar"),
        count(notes, "upplysning", "upplysningar"),
        *excused(report),
    ]
    if errors or warnings or notes or report.suppressed:
        yield [(" · ".join([*counted, *left(report)]), style)]
    else:
        yield [(counts(report) + ".", style)]


def _ready(report: Report, strict: bool) -> str:
    """The answer to «is the step that is going on done?»."""
    blocking = report.blocking(strict, ready=True)
    if blocking:
        codes = Counter(one.code for one in by_use(blocking))
        told = listing(code if number == 1 else f"{code} ({number})" for code, number in codes.items())
        return f"Inte klart: {count(len(blocking), 'sak', 'saker')} att rätta först, {told}."
    left_here = report.of(Group.STEP)
    others = sum(not one.given_by_signing for one in left_here)
    done = "Klart, så när som på det som kommer med underskriften." if len(left_here) > others else "Klart."
    return f"{done} {count(others, 'sak', 'saker')} återstår men hindrar inte." if others else done


def _checked(dossier: DossierReport, report: Report) -> str:
    things = listing(f"{number} {one_line(word)}" for word, number in dossier.counts if number)
    step = (
        f", steg {dossier.step} av 5"
        if dossier.step
        else ", alla steg: pågående_steg står inte"
        if dossier.document == "överenskommelse"
        else ""
    )
    day = f"som på sin sista dag {dossier.judged}" if dossier.judged != report.today else f"för {dossier.judged}"
    alone = "" if dossier.is_agreement or not dossier.document else f", som {dossier.document} för sig"
    judged = "bedömd" if len(dossier.files) == 1 else "bedömda"
    return f"{count(len(dossier.files), 'fil', 'filer')}{f' med {things}' if things else ''} {judged} {day}{step}{alone}"


def _not_checked(dossier: DossierReport) -> Iterator[str]:
    if dossier.set_aside:
        yield f"  Räknas inte än, daterade senare: {listing(one_line(file) for file in dossier.set_aside)}"
    if dossier.unreadable:
        yield f"  Gick inte att läsa helt, så vad som står i det olästa är okänt: {listing(one_line(file) for file in dossier.unreadable)}"


def _next_step(report: Report) -> str:
    now = by_use(report.of(Group.NOW))
    wrong = [found for found in now if found.level is not Level.NOTE]
    remains = remaining(report)
    if remains and not wrong:
        first = remains[0]
        return f"Nästa steg: {one_line(first.file)}:{first.span.line}, {first.code} {first.name}. samverkan check --ready säger när steget är klart."
    if now:
        first = now[0]
        return f"Nästa steg: börja med {one_line(first.file)}:{first.span.line}. samverkan explain {first.code} berättar mer."
    return "Nästa steg: samverkan checklist visar punkt för punkt vad som är uppfyllt."
