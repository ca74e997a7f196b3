"""``json``: version 1, published as ``schemas/report.schema.json``."""

from __future__ import annotations

import re
from typing import Any, TextIO

from samverkan_cli import __version__
from samverkan_cli.checking.report import DossierReport, PointReport, Report
from samverkan_cli.diagnostics import Diagnostic, Level
from samverkan_cli.reporters.words import write_json

SIGNATURE = re.compile(r'\A\{\s*"version": \d+,\s*"tool": \{\s*"name": "samverkan"')
"""How a file of this format is known as ours."""


def write(report: Report, out: TextIO) -> None:
    """Write the report as JSON."""
    write_json(as_data(report), out)


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    return {
        "version": 1,
        "tool": {"name": "samverkan", "version": __version__},
        "today": report.today.isoformat(),
        "dossiers": [_dossier(dossier) for dossier in report.dossiers],
        "diagnostics": [_diagnostic(found) for found in report.diagnostics],
        "summary": {**{level.value: report.count(level) for level in Level}, "suppressed": report.suppressed},
    }


def _dossier(dossier: DossierReport) -> dict[str, Any]:
    return {
        "id": dossier.id,
        "agreement": dossier.agreement,
        "document": dossier.document,
        "title": dossier.title,
        "step": dossier.step,
        "files": list(dossier.files),
        "points": [_point(point) for point in dossier.points],
    }


def _point(point: PointReport) -> dict[str, Any]:
    return {
        "code": point.code,
        "name": point.name,
        "pack": point.pack,
        "due_step": point.due_step,
        "verdict": point.verdict.value,
        "rules": list(point.rules),
        "evidence": [
            {"file": cited.file, "line": cited.span.line, "column": cited.span.column, "id": cited.id} for cited in point.evidence
        ],
    }


def _diagnostic(found: Diagnostic) -> dict[str, Any]:
    span = found.span
    suppressed = found.suppressed
    return {
        "code": found.code,
        "name": found.name,
        "level": found.level.value,
        "dossier": found.dossier,
        "message": found.message,
        "help": "\n".join(part for part in (found.help, found.suggestion) if part),
        "file": found.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "id": found.id,
        "fingerprint": found.fingerprint,
        "suppressed": {"by": suppressed.by, "reason": suppressed.reason, "until": suppressed.until} if suppressed else None,
        "related": [
            {"file": other.file, "line": other.span.line, "column": other.span.column, "message": other.message} for other in found.related
        ],
    }
