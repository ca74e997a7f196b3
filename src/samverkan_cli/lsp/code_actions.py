"""Quick fixes: what is missing pasted at its place, and the cures of ``samverkan fix``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lsprotocol import types

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.fixing.cures import fixes
from samverkan_cli.fixing.edits import Edit, Fix
from samverkan_cli.lsp.analyzer import Analysis
from samverkan_cli.lsp.diagnostics import published, shown, uri
from samverkan_cli.lsp.insertion import home_of, pasting
from samverkan_cli.lsp.positions import text_of
from samverkan_cli.yaml.tree import Document


def actions(path: Path, first: int, last: int, analyses: list[Analysis], uri_of: dict[Path, str], encoding: str) -> list[types.CodeAction]:
    """What can be done about the findings between two indices."""
    found = []
    for analysis, one in shown(analyses).get(path, []):
        document = analysis.documents[one.file]
        text = text_of(document.text)
        start, end = text.offset(one.span.line, one.span.column), text.offset(one.span.end_line, one.span.end_column)
        if start > last or end < first:
            continue
        about = [published(analysis, one, uri_of, encoding)]
        for title, where, edits in (*_pastes(analysis, one), *_cures(one, document)):
            changed = text_of(where.text)
            written = [types.TextEdit(changed.range(edit.start, edit.end, encoding), edit.text) for edit in edits]
            change = types.WorkspaceEdit({uri(analysis.paths[where.file], uri_of): written})
            found.append(types.CodeAction(title, types.CodeActionKind.QuickFix, about, edit=change))
    return found


def _pastes(analysis: Analysis, found: Diagnostic) -> Iterator[tuple[str, Document, Iterable[Edit]]]:
    if not found.suggestion or analysis.dossier is None:
        return
    home = home_of(found, analysis.dossier)
    if home is None or home.file not in analysis.documents:
        return
    document = analysis.documents[home.file]
    edit = pasting(found.suggestion, document, home)
    if edit is not None:
        elsewhere = f" i {document.file}" if document.file != found.file else ""
        yield f"Klistra in det som saknas{elsewhere}", document, (edit,)


def _cures(found: Diagnostic, document: Document) -> Iterator[tuple[str, Document, Iterable[Edit]]]:
    for fix in fixes(document):
        if (fix.code, fix.message) == (found.code, found.message) and fix.line == found.span.line:
            yield _title(fix, found), document, fix.edits


def _title(fix: Fix, found: Diagnostic) -> str:
    words = " ".join(found.help.split()).rstrip(".")
    if len(fix.edits) == 1 and fix.edits[0].text and "\n" not in fix.edits[0].text:
        words = f"Skriv {fix.edits[0].text}"
    return words if fix.safe else f"{words} (kontrollera att det är det du menar)"
