"""``json``: version 2, published as ``schemas/report.schema.json``."""

from __future__ import annotations

import re
from typing import Any, TextIO

from samverkan_cli import __version__
from samverkan_cli.checking.report import DossierReport, PointReport, Report
from samverkan_cli.diagnostics import Diagnostic, Group, Level
from samverkan_cli.reporters.words import write_json

SIGNATURE = re.compile(r'\A\{\s*"version": \d+,\s*"tool": \{\s*"name": "samverkan"')
"""How a file of this format is known as ours."""


def write(report: Report, out: TextIO) -> None:
    """Write the report as JSON."""
    write_json(as_data(report), out)


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    return {
        "version": 2,
        "tool": {"name": "samverkan", "version": __version__},
        "today": report.today.isoformat(),
        "dossiers": [_dossier(dossier) for dossier in report.dossiers],
        "diagnostics": [_diagnostic(found) for found in report.held],
        "summary": {
            **{level.value: report.count(level) for level in Level},
            "suppressed": report.suppressed,
            "step": len(report.of(Group.STEP)),
            "later": len(report.of(Group.LATER)),
            "left_out": report.left_out,
        },
    }


def _dossier(dossier: DossierReport) -> dict[str, Any]:
    return {
        "id": dossier.id,
        "agreement": dossier.agreement,
        "document": dossier.document,
        "title": dossier.title,
        "step": dossier.step,
        "judged": dossier.judged.isoformat(),
        "files": list(dossier.files),
        "points": [_point(point) for point in dossier.points],
    }


def _point(point: PointReport) -> dict[str, Any]:
    return {
        "code": point.code,
        "name": point.name,
        "pack": point.pack,
        "due_step": point.due_step,
        "group": point.group.value,
        "verdict": point.verdict.value,
        "word": point.word,
        "basis": point.basis.value,
        "reasons": list(point.reasons),
        "rules": list(point.rules),
        "evidence": [
            {"file": cited.file, "line": cited.span.line, "column": cited.span.column, "id": cited.id, "declared": cited.declared}
            for cited in point.evidence
        ],
    }


def _diagnostic(found: Diagnostic) -> dict[str, Any]:
    span = found.span
    suppressed = found.suppressed
    return {
        "code": found.code,
        "name": found.name,
        "level": found.level.value,
        "group": found.group.value,
        "step": found.step,
        "dossier": found.dossier,
        "message": found.message,
        "help": "\n".join(part for part in (found.help, found.suggestion) if part),
        "file": found.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "id": found.id,
        "items": [{"id": item.id or None, "what": item.what, "excused": item.excused or None} for item in found.items],
        "fingerprint": found.fingerprint,
        "suppressed": {"by": suppressed.by, "reason": suppressed.reason, "until": suppressed.until} if suppressed else None,
        "related": [
            {"file": other.file, "line": other.span.line, "column": other.span.column, "message": other.message} for other in found.related
        ],
    }
