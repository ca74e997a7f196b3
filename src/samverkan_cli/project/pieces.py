"""The keys and values of a document one by one, for those who look through all of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from samverkan_cli.diagnostics import KeyPath, Place, Span
from samverkan_cli.text.lines import split_lines
from samverkan_cli.text.normal_form import normal
from samverkan_cli.yaml.tree import TEXT, Document, Scalar, Sequence, Tree


@dataclass(frozen=True)
class Piece:
    """A key or a value: its text as it is read, where it stands, and the place to point at."""

    text: str
    span: Span
    place: Place

    @cached_property
    def plain(self) -> str:
        """The text in normal form."""
        return normal(self.text)


def pieces(document: Document) -> tuple[Piece, ...]:
    """The keys and the values of a document, in its order. A key's place is its place in the text. A text in rows of its own (``|``, ``>``)
    goes on to the next of them."""
    if document.tree is None:
        return ()
    found: list[Piece] = []
    rows = split_lines(document.text)
    _gather(document.tree, document.file, (), found)
    for index, piece in enumerate(found):
        if not _begins_with_a_bar(rows, piece.span):
            continue
        end = found[index + 1].span if index + 1 < len(found) else Span(len(rows) + 1, 1, 0, 0)
        found[index] = replace(piece, span=Span(piece.span.line, piece.span.column, end.line, end.column))
    return tuple(found)


def _begins_with_a_bar(rows: list[str], span: Span) -> bool:
    return rows[span.line - 1][span.column - 1 : span.column] in ("|", ">") if span.line <= len(rows) else False


def _gather(tree: Tree, file: str, path: KeyPath, found: list[Piece]) -> None:
    if isinstance(tree, Scalar):
        found.append(Piece(tree.raw, tree.span, Place(file, path)))
    elif isinstance(tree, Sequence):
        for index, item in enumerate(tree.items):
            _gather(item, file, (*path, index), found)
    else:
        for key, entry in tree.entries.items():
            span = entry.key_span
            found.append(Piece(entry.written, span, text_place(file, span.line, span.column, span.end_column)))
            _gather(entry.value, file, (*path, key), found)


def text_place(file: str, line: int, column: int, end_column: int) -> Place:
    """A place in the text itself."""
    return Place(file, (TEXT, line, column, end_column))
