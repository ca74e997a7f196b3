"""A finding as the editor shows it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types
from pygls import uris

from samverkan_cli.diagnostics import Diagnostic, Group, Level
from samverkan_cli.lsp.analyzer import Analysis
from samverkan_cli.lsp.positions import text_of

SOURCE = "samverkan"
_SEVERITY = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.NOTE: types.DiagnosticSeverity.Information,
}


def by_file(analyses: Iterable[Analysis]) -> dict[Path, list[tuple[Analysis, Diagnostic]]]:
    """What is shown in each file. What the parties have exempted is not; what two dossiers say of the same thing is said once."""
    found: dict[Path, list[tuple[Analysis, Diagnostic]]] = {}
    seen: set[tuple[object, ...]] = set()
    for analysis in analyses:
        for one in analysis.diagnostics:
            identity = (analysis.paths[one.file], one.code, one.span, one.message)
            if identity in seen or one.group is Group.LATER or (one.suppressed is not None and one.suppressed.by == "undantag"):
                continue
            seen.add(identity)
            found.setdefault(analysis.paths[one.file], []).append((analysis, one))
    return found


def message(found: Diagnostic) -> str:
    """The sentence, and what to do about it."""
    known = f" ({found.suppressed.reason})" if found.suppressed is not None else ""
    left = f"återstår i steg {found.step}: " if found.group is Group.STEP else ""
    return "\n".join(part for part in (left + found.message + known, found.help) if part)


def _severity(found: Diagnostic) -> types.DiagnosticSeverity:
    if found.suppressed is not None:
        return types.DiagnosticSeverity.Hint
    return _SEVERITY[found.level if found.group is Group.NOW else Level.NOTE]


def published(analysis: Analysis, found: Diagnostic, uri_of: dict[Path, str], encoding: str) -> types.Diagnostic:
    """The finding in the protocol's words."""
    text = text_of(analysis.documents[found.file].text)
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(
                uri(analysis.paths[other.file], uri_of),
                text_of(analysis.documents[other.file].text).range_of(other.span, encoding),
            ),
            other.message or found.message,
        )
        for other in found.related
        if other.file in analysis.documents
    ]
    return types.Diagnostic(
        range=text.range_of(found.span, encoding),
        message=message(found),
        severity=_severity(found),
        code=found.code or None,
        source=SOURCE,
        related_information=related or None,
        data={"fingerprint": found.fingerprint} if found.fingerprint else None,
    )


def uri(path: Path, uri_of: dict[Path, str]) -> str:
    """The address of a file: the editor's own where it has the file open."""
    return uri_of.get(path) or uris.from_fs_path(str(path)) or path.as_uri()
