"""What the formats for other programs say alike: which findings count, what to do about one, and the counts."""

from __future__ import annotations

import re

from samverkan_cli.checking.report import Report
from samverkan_cli.diagnostics import Diagnostic, Level
from samverkan_cli.reporters.clean import clean
from samverkan_cli.swedish import count

# What neither XML nor UTF-8 can hold, beside what no reader should be shown.
_IMPOSSIBLE = re.compile("[\ud800-\udfff\ufffe\uffff]")


def safe(text: str) -> str:
    """The text on one line, with nothing in it that some format cannot hold."""
    return _IMPOSSIBLE.sub("\ufffd", clean(text))


def safe_lines(text: str) -> str:
    """The same for a text of several lines."""
    return "\n".join(safe(line) for line in text.splitlines())


def open_findings(report: Report) -> list[Diagnostic]:
    """The findings that nothing suppresses, in the report's order."""
    return [found for found in report.diagnostics if found.suppressed is None]


def worst_first(found: list[Diagnostic]) -> list[Diagnostic]:
    """Errors before warnings before notes; the order within a level is kept."""
    return sorted(found, key=lambda one: one.level.weight)


def heading(found: Diagnostic) -> str:
    """``SK09 koppling-orsak-åtgärd``."""
    return f"{found.code} {found.name}"


def told(found: Diagnostic) -> str:
    """The finding in full, as plain text: the sentence, what to do, and the block to paste."""
    parts = [safe(found.message)]
    if found.help:
        parts.append(f"Gör så: {safe(found.help)}")
    if found.paste:
        parts.append(safe_lines(found.paste))
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
