"""What the formats for other programs say alike: which findings count, what to do about one, and the counts."""

from __future__ import annotations

import json
from typing import Any, TextIO

from samverkan_cli.checking.report import Report
from samverkan_cli.diagnostics import Diagnostic, Level
from samverkan_cli.swedish import count
from samverkan_cli.text.sanitize import escape_in_json, one_line, several_lines


def write_json(data: Any, out: TextIO) -> None:
    """Write plain data as JSON that is readable, and safe to look at in a terminal."""
    out.write(escape_in_json(json.dumps(data, ensure_ascii=False, indent=1)) + "\n")


def open_findings(report: Report) -> list[Diagnostic]:
    """The findings that nothing suppresses, in the report's order."""
    return [found for found in report.diagnostics if found.suppressed is None]


def worst_first(found: list[Diagnostic]) -> list[Diagnostic]:
    """Errors before warnings before notes; the order within a level is kept."""
    return sorted(found, key=lambda one: one.level.weight)


def heading(found: Diagnostic) -> str:
    """``SK09 koppling-orsak-åtgärd``."""
    return f"{found.code} {found.name}"


def as_text(found: Diagnostic) -> str:
    """The finding in full, as plain text: the sentence, what to do, and the block to paste."""
    parts = [one_line(found.message)]
    if found.help:
        parts.append(f"Gör så: {one_line(found.help)}")
    if found.suggestion:
        parts.append(several_lines(found.suggestion).rstrip("\n"))
    return "\n".join(parts)


def counts(report: Report) -> str:
    """``2 fel · 1 varning``, or that there is nothing."""
    errors, warnings, notes = (report.count(level) for level in Level)
    known = sum(1 for found in report.diagnostics if found.suppressed is not None and found.suppressed.by == "baseline")
    words = [
        (errors, "fel", "fel"),
        (warnings, "varning", "varningar"),
        (notes, "upplysning", "upplysningar"),
        (report.suppressed - known, "undantagen", "undantagna"),
        (known, "känd sedan tidigare", "kända sedan tidigare"),
    ]
    return " · ".join(count(*word) for word in words if word[0]) or "Inget att anmärka på"
