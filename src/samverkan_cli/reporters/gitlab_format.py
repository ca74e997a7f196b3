"""``gitlab``: a code quality report, as GitLab shows it beside a change."""

from __future__ import annotations

import re
from typing import Any, TextIO

from samverkan_cli.checking.report import Report
from samverkan_cli.diagnostics import Diagnostic, Level
from samverkan_cli.reporters.words import held_findings, left_out, write_json
from samverkan_cli.text.sanitize import one_line

_SEVERITY = {Level.ERROR: "critical", Level.WARNING: "minor", Level.NOTE: "info"}

SIGNATURE = re.compile(r'\A\[\]\s*\Z|\A\[\s*\{\s*"description": "[A-Z]{2,3}\d\d [^\n]*\n\s*"check_name": "[A-Z]{2,3}\d\d"')
"""How a file of this format is known as ours; one without findings looks like anybody's empty list, and nothing is lost with it."""


def write(report: Report, out: TextIO) -> None:
    """Write the findings that are not suppressed as a JSON array."""
    write_json([*(_issue(found) for found in held_findings(report)), *_rest(report)], out)


def _rest(report: Report) -> list[dict[str, Any]]:
    """An issue that says that there are more than these: the format has no other place for it."""
    place = {"path": one_line(report.dossiers[0].agreement).removeprefix("./"), "lines": {"begin": 1}} if report.dossiers else {}
    said = left_out(report)
    return (
        [{"description": said, "check_name": "samverkan", "fingerprint": "samverkan-fler", "severity": "info", "location": place}]
        if said
        else []
    )


def _issue(found: Diagnostic) -> dict[str, Any]:
    message = one_line(found.message)
    return {
        "description": f"{found.code} {message}" + (f". {one_line(found.help)}" if found.help else ""),
        "check_name": found.code,
        "fingerprint": found.fingerprint,
        "severity": _SEVERITY[found.level],
        # GitLab knows files by their path from the top of the repository, and shows nothing for one that begins with ./
        "location": {"path": one_line(found.file).removeprefix("./"), "lines": {"begin": found.span.line}},
    }
