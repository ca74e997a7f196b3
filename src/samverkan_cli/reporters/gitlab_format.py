"""``gitlab``: a code quality report, as GitLab shows it beside a change."""

from __future__ import annotations

import json
from typing import Any, TextIO

from samverkan_cli.checking.report import Report
from samverkan_cli.diagnostics import Diagnostic, Level
from samverkan_cli.reporters.words import open_findings, safe

_SEVERITY = {Level.ERROR: "critical", Level.WARNING: "minor", Level.NOTE: "info"}


def write(report: Report, out: TextIO) -> None:
    """Write the findings that are not suppressed as a JSON array."""
    json.dump([_issue(found) for found in open_findings(report)], out, ensure_ascii=False, indent=1)
    out.write("\n")


def _issue(found: Diagnostic) -> dict[str, Any]:
    message = safe(found.message)
    return {
        "description": f"{found.code} {message}" + (f". {safe(found.help)}" if found.help else ""),
        "check_name": found.code,
        "fingerprint": found.fingerprint,
        "severity": _SEVERITY[found.level],
        # GitLab knows files by their path from the top of the repository, and shows nothing for one that begins with ./
        "location": {"path": safe(found.file).removeprefix("./"), "lines": {"begin": found.span.line}},
    }
