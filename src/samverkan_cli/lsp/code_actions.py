"""Quick fixes: those that the findings carry, as edits of the editor's own text."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from samverkan_cli.errors import SamverkanError
from samverkan_cli.lsp.analyzer import Analysis
from samverkan_cli.lsp.diagnostics import by_file, published, uri
from samverkan_cli.lsp.positions import text_of
from samverkan_cli.validation.edit import sound_edits


def actions(path: Path, first: int, last: int, analyses: list[Analysis], uri_of: dict[Path, str], encoding: str) -> list[types.CodeAction]:
    """What can be done about the findings between two indices."""
    found = []
    for analysis, one in by_file(analyses).get(path, []):
        text = text_of(analysis.documents[one.file].text)
        start, end = text.offset(one.span.line, one.span.column), text.offset(one.span.end_line, one.span.end_column)
        if start > last or end < first:
            continue
        about = [published(analysis, one, uri_of, encoding)]
        for fix in one.fixes:
            where = analysis.documents.get(fix.file)
            if where is None or not fix.changes:
                continue
            try:
                edits = sound_edits(where.file, where.text, fix.changes)
            except SamverkanError:
                # The text has no place that takes it as it is: nothing is offered.
                continue
            changed = text_of(where.text)
            written = [types.TextEdit(changed.range(edit.start, edit.end, encoding), edit.text) for edit in edits]
            change = types.WorkspaceEdit({uri(analysis.paths[where.file], uri_of): written})
            found.append(types.CodeAction(fix.title, types.CodeActionKind.QuickFix, about, edit=change))
    return found
