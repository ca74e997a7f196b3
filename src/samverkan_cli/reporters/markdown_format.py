"""``markdown``: a comment on a change. A line with the counts, a table for each agreement, and what to do about each finding."""

from __future__ import annotations

import re
from typing import TextIO

from samverkan_cli.checking.report import DossierReport, Report
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.reporters.words import More, counts, few, open_findings, worst_first
from samverkan_cli.swedish import count
from samverkan_cli.text.sanitize import one_line, several_lines

_LIMIT = 60_000
"""Characters of a comment: GitHub refuses more than 65 536."""

_SIGNS = re.compile(r"([\\`*_\[\]<>&|~#])")
# A name after @ would be called upon, and a number after # or ! linked to: a space without width stands between.
_CALLS = re.compile(r"(?<!\w)([@#!$%~&])(?=\w)")

SIGNATURE = re.compile(r"\A## Samverkan: (?:Inget [a-zåäö ]+|\d+ [a-zåäö ]+)(?: · \d+ [a-zåäö 1-5]+)*\n\n")
"""How a file of this format is known as ours."""


def write(report: Report, out: TextIO) -> None:
    """Write the comment."""
    out.write(table(report, _LIMIT) + "\n")


def escape(text: str) -> str:
    """A text that comes out as it was written, inside a line, and neither calls on anybody nor links to anything."""
    return _SIGNS.sub(r"\\\1", _CALLS.sub("\\1\u200b", " ".join(one_line(text).split())))


def table(report: Report, limit: int) -> str:
    """The whole comment; what does not fit in ``limit`` characters is left out, the advice first, and that is said."""
    found = open_findings(report)
    whole = _comment(report, found, advice=True)
    if len(whole) <= limit:
        return whole
    kept = worst_first(found)
    while True:
        rest = len(found) - len(kept)
        tail = f"\n\nYtterligare {rest} fynd får inte plats här." if rest else ""
        shown = _comment(report, sorted(kept, key=found.index) if rest else found, advice=False) + tail
        if len(shown) <= limit or not kept:
            return shown
        kept = kept[: min(len(kept) - 1, len(kept) * limit // len(shown))]


def _comment(report: Report, found: list[Diagnostic], advice: bool) -> str:
    parts = [f"## Samverkan: {counts(report)}"]
    titles = {dossier.id: dossier.title for dossier in report.dossiers}
    for id, title in titles.items():
        own = [one for one in found if one.dossier == id]
        if own:
            parts.append(f"### {escape(title)}")
            parts.append(_table(own))
            if advice:
                parts.append("#### Gör så")
                parts += [_advice(one) for one in few(own) if not isinstance(one, More)]
    if report.fixed:
        parts.append(f"{count(len(report.fixed), 'känt fynd är rättat', 'kända fynd är rättade')}.")
    parts.append(_judged(report.dossiers))
    return "\n\n".join(parts)


def _table(found: list[Diagnostic]) -> str:
    rows = ["| Nivå | Regel | Fynd | Plats |", "|---|---|---|---|"]
    for one in few(worst_first(found)):
        if isinstance(one, More):
            rows.append(f"|  | {escape(one.code)} | {escape(one.words)} | {escape(one.file)} |")
            continue
        place = f"{escape(one.file)}:{one.span.line}"
        rows.append(f"| {one.level.swedish} | {escape(one.code)} {escape(one.name)} | {escape(one.message)} | {place} |")
    return "\n".join(rows)


def _advice(found: Diagnostic) -> str:
    head = f"##### {escape(found.code)}, {escape(found.file)}:{found.span.line}"
    parts = [head, f"Fynd: {escape(found.message)}."]
    parts += [f"Plats: {escape(other.file)}:{other.span.line}, {escape(other.message)}." for other in found.related]
    if found.help:
        parts.append(f"Råd: {escape(found.help)}")
    if found.suggestion:
        parts.append(_fenced(several_lines(found.suggestion)))
    parts.append(f"Fyndets märke är {found.fingerprint}. Regelns sida visas med `samverkan explain {found.code}`.")
    return "\n\n".join(parts)


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}yaml\n{text}\n{fence}"


def _judged(dossiers: tuple[DossierReport, ...]) -> str:
    if not dossiers:
        return "Ingen överenskommelse prövades."
    lines = []
    for dossier in dossiers:
        step = f", steg {dossier.step} av 5" if dossier.step else ""
        lines.append(f"- {count(len(dossier.files), 'fil', 'filer')} för {dossier.judged}{step}: {escape(dossier.title)}")
    return "Prövat:\n\n" + "\n".join(lines)
