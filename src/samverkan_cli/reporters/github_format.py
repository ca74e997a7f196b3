"""``github``: workflow commands that GitHub shows as annotations beside a change.

GitHub shows 10 errors, 10 warnings and 10 notices of a step and silently drops the rest, so the worst come first and the last notice says
how many there are besides. The whole table goes to the step's summary.
"""

from __future__ import annotations

import re
from typing import TextIO

from samverkan_cli.checking.report import Report
from samverkan_cli.diagnostics import Diagnostic, Level, Span
from samverkan_cli.reporters.markdown_format import table
from samverkan_cli.reporters.words import as_text, heading, open_findings, worst_first
from samverkan_cli.text.sanitize import one_line

_COMMAND = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_LIMIT = 10
_SUMMARY_LIMIT = 250_000
"""Characters of a step's summary: GitHub refuses more than a mebibyte, and a character is at most four bytes."""

SIGNATURE = re.compile(r"\A::(?:error|warning|notice) (?:file=[^\n]*,title=[A-Z]{2,3}\d\d |title=samverkan::)")
"""How a file of this format is known as ours."""


def write(report: Report, out: TextIO) -> None:
    """Write a workflow command for each finding that GitHub will show, and one for the rest."""
    found = worst_first(open_findings(report))
    groups = [[one for one in found if one.level is level] for level in Level]
    shown = [one for group in groups for one in group[:_LIMIT]]
    if len(shown) < len(found):
        # The notice about the rest takes the place of a notice.
        shown = [one for group, limit in zip(groups, (_LIMIT, _LIMIT, _LIMIT - 1), strict=True) for one in group[:limit]]
    for one in shown:
        out.write(_command(one))
    if len(shown) < len(found):
        text = f"ytterligare {len(found) - len(shown)} fynd; hela tabellen står i stegets sammanfattning"
        out.write(f"::notice title=samverkan::{_data(text)}\n")


def step_summary(report: Report, out: TextIO) -> None:
    """Write what belongs in the file that GITHUB_STEP_SUMMARY names: the whole table."""
    out.write(table(report, _SUMMARY_LIMIT) + "\n")


def _command(found: Diagnostic) -> str:
    properties = {"file": one_line(found.file), **_place(found.span), "title": heading(found)}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMAND[found.level]} {listed}::{_data(as_text(found))}\n"


def _place(span: Span) -> dict[str, int]:
    """Lines and columns. GitHub's end is inclusive, and it takes columns on one line only."""
    last = span.end_line - 1 if span.end_column == 1 and span.end_line > span.line else span.end_line
    if last != span.line:
        return {"line": span.line, "endLine": last}
    end = max(span.column, span.end_column - 1) if span.end_line == span.line else span.column
    return {"line": span.line, "col": span.column, "endLine": last, "endColumn": end}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
