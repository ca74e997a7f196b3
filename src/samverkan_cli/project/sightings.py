"""Where something stands in a document's files: in values, keys and comments, and in the name of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from samverkan_cli.diagnostics import KeyPath, Place, Span
from samverkan_cli.project.dossier import Member
from samverkan_cli.text.lines import split_lines
from samverkan_cli.text.normal_form import NormalText, normal
from samverkan_cli.yaml.tree import TEXT, Scalar, Sequence, Tree


@dataclass(frozen=True)
class Piece:
    """A key or a value: its text as it is read, where it stands, and the place to point at."""

    text: str
    span: Span
    place: Place


def pieces(member: Member) -> list[Piece]:
    """The keys and the values of a document, in its order. A key's place is its place in the text. A text in rows of its own (``|``, ``>``)
    goes on to the next of them."""
    if member.document.tree is None:
        return []
    found = list(_pieces(member.document.tree, Place(member.document.file)))
    rows = split_lines(member.document.text)
    return [
        replace(piece, span=Span(piece.span.line, piece.span.column, following.line, following.column))
        if _begins_with_a_bar(rows, piece.span)
        else piece
        for piece, following in zip(found, [*(piece.span for piece in found[1:]), Span(len(rows) + 1, 1, 0, 0)], strict=True)
    ]


def _begins_with_a_bar(rows: list[str], span: Span) -> bool:
    return rows[span.line - 1][span.column - 1 : span.column] in ("|", ">") if span.line <= len(rows) else False


def _pieces(tree: Tree, place: Place) -> Iterator[Piece]:
    if isinstance(tree, Scalar):
        yield Piece(tree.raw, tree.span, place)
    elif isinstance(tree, Sequence):
        for index, item in enumerate(tree.items):
            yield from _pieces(item, place / index)
    else:
        for key, entry in tree.entries.items():
            span = entry.key_span
            yield Piece(entry.written, span, text_place(place.file, span.line, span.column, span.end_column))
            yield from _pieces(entry.value, place / key)


def text_place(file: str, line: int, column: int, end_column: int) -> Place:
    """A place in the text itself."""
    return Place(file, (TEXT, line, column, end_column))


def file_place(file: str) -> Place:
    """The place of what is about the file itself, such as its name: its very beginning."""
    return text_place(file, 1, 1, 1)


def spans_at(member: Member, paths: Iterable[KeyPath]) -> tuple[Span, ...]:
    """From the first to the last that stands under each of some paths."""
    found: list[Span] = []
    for path in paths:
        inside = [piece.span for piece in pieces(member) if piece.place.path[: len(path)] == path]
        if inside:
            first = min(inside, key=lambda span: (span.line, span.column))
            last = max(inside, key=lambda span: (span.end_line, span.end_column))
            found.append(Span(first.line, first.column, last.end_line, last.end_column))
    return tuple(found)


def sightings(member: Member, pattern: re.Pattern[str], but: tuple[KeyPath, ...] = ()) -> Iterator[tuple[Place, str]]:
    """Where something that a pattern finds in a normal form stands, and what it is: in a value or a key, else in the text (a comment), else
    in the file's name; not in what stands at the paths ``but``."""
    marked = spans_at(member, but)
    passed = list(marked)
    for piece in pieces(member):
        if any(span.covers(piece.span.line, piece.span.column) for span in marked):
            continue
        if match := pattern.search(normal(piece.text)):
            passed.append(piece.span)
            yield piece.place, match[0]
    text = NormalText.of(member.document.text)
    for match in pattern.finditer(text.plain):
        line, column, end = text.place(*match.span())
        if not any(span.covers(line, column) for span in passed):
            yield text_place(member.document.file, line, column, end), match[0]
    if match := pattern.search(normal(member.document.file)):
        yield file_place(member.document.file), match[0]
