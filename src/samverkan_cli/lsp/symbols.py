"""The things with ids in a document, as the editor's outline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from samverkan_cli.lsp.analyzer import Analysis
from samverkan_cli.lsp.positions import text_of
from samverkan_cli.lsp.symbol_index import definitions
from samverkan_cli.models.keys import label
from samverkan_cli.yaml.tree import Document, Mapping, Scalar, Sequence, Tree, find


def symbols(path: Path, analyses: list[Analysis], encoding: str) -> list[types.DocumentSymbol]:
    """Everything that is defined in a file, in order."""
    return [symbol for _, symbol in sorted(_symbols(path, analyses, encoding), key=lambda item: item[0])]


def _symbols(path: Path, analyses: list[Analysis], encoding: str) -> Iterator[tuple[int, types.DocumentSymbol]]:
    for found in definitions(analyses):
        if found.path != path or found.node is None:
            continue
        text = text_of(found.document.text)
        own = text.range_of(found.span, encoding)
        start, end = extent(found.document, find_path(found.document, found.node.here.path))
        name = " ".join(part for part in (found.id, label(found.node)) if part)
        whole = text.range(min(start, text.offset(found.span.line, found.span.column)), end, encoding)
        yield start, types.DocumentSymbol(name, types.SymbolKind.Object, whole, own, detail=found.node.noun.singular)


def find_path(document: Document, path: tuple[str | int, ...]) -> Tree | None:
    """What stands at a path."""
    return find(document.tree, path) if document.tree is not None else None


def extent(document: Document, tree: Tree | None) -> tuple[int, int]:
    """From the first letter of a piece of the tree to its last; a collection's own end is where the next thing starts."""
    text = text_of(document.text)
    if tree is None:
        return 0, 0
    starts, ends = [text.offset(tree.span.line, tree.span.column)], []
    for leaf in _leaves(tree):
        starts.append(text.offset(leaf.span.line, leaf.span.column))
        ends.append(text.offset(leaf.span.end_line, leaf.span.end_column))
    return min(starts), max(ends, default=starts[0])


def _leaves(tree: Tree) -> Iterator[Scalar]:
    if isinstance(tree, Scalar):
        yield tree
    elif isinstance(tree, Sequence):
        for item in tree.items:
            yield from _leaves(item)
    elif isinstance(tree, Mapping):
        for entry in tree.entries.values():
            yield Scalar(None, "", entry.key_span)
            yield from _leaves(entry.value)
