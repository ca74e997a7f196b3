"""What stands at a place in a text: a key or a value, and under which keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samverkan_cli.diagnostics import KeyPath, Span
from samverkan_cli.lsp.cursor import spot
from samverkan_cli.lsp.fields import document_model, field_at
from samverkan_cli.lsp.positions import text_of
from samverkan_cli.models.keys import Key
from samverkan_cli.yaml.tree import Document, Mapping, Scalar, Sequence, Tree


@dataclass(frozen=True)
class TokenAtPosition:
    """A word in a document. ``keys`` end with the key itself, or the one whose value it is; ``start`` and ``end`` are its indices."""

    keys: tuple[str, ...]
    on_key: bool
    word: str
    start: int
    end: int
    field: Key | None


def here(text: str, document: Document | None, offset: int) -> TokenAtPosition | None:
    """What stands at an index: by the tree of what could be read, else by indentation."""
    model = document_model(text)
    if document is not None and document.tree is not None and document.text == text:
        lines = text_of(text)
        for path, on_key, word, span in written(document.tree):
            start, end = lines.offset(span.line, span.column), lines.offset(span.end_line, span.end_column)
            if start <= offset <= end:
                keys = tuple(step for step in path if isinstance(step, str))
                return TokenAtPosition(keys, on_key, word, start, end, field_at(model, keys) if model else None)
    found = spot(text, offset)
    if found is None or not found.word or not found.start <= offset <= found.end:
        return None
    keys = (*found.keys, found.key if found.key is not None else found.word) if found.key is not None or found.colon else found.keys
    return TokenAtPosition(
        keys, found.key is None and found.colon, found.word.strip("\"'"), found.start, found.end, field_at(model, keys) if model else None
    )  # fmt: skip


def written(tree: Tree, path: KeyPath = ()) -> Iterator[tuple[KeyPath, bool, str, Span]]:
    """Every key and every value: its path, whether it is a key, what it says, where it stands."""
    if isinstance(tree, Scalar):
        yield path, False, tree.raw, tree.span
    elif isinstance(tree, Sequence):
        for index, item in enumerate(tree.items):
            yield from written(item, (*path, index))
    elif isinstance(tree, Mapping):
        for key, entry in tree.entries.items():
            yield (*path, key), True, key, entry.key_span
            yield from written(entry.value, (*path, key))
