"""Where something stands in a document's files: in values, keys and comments, and in the name of the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from samverkan_cli.diagnostics import KeyPath, Place, Span
from samverkan_cli.project.dossier import Member
from samverkan_cli.project.pieces import Piece, text_place
from samverkan_cli.text.normal_form import Sighting, normal


def file_place(file: str) -> Place:
    """The place of what is about the file itself, such as its name: its very beginning."""
    return text_place(file, 1, 1, 1)


def _spans_at(found: Iterable[Piece], paths: Iterable[KeyPath]) -> list[Span]:
    """From the first to the last that stands under each of some paths, none of which is under another."""
    wanted = frozenset(paths)
    under: dict[KeyPath, list[Span]] = {}
    for piece in found if wanted else ():
        path = piece.place.path
        for above in (path[:length] for length in range(len(path) + 1)):
            if above in wanted:
                under.setdefault(above, []).append(piece.span)
    spans = []
    for inside in under.values():
        first = min(inside, key=lambda span: (span.line, span.column))
        last = max(inside, key=lambda span: (span.end_line, span.end_column))
        spans.append(Span(first.line, first.column, last.end_line, last.end_column))
    return spans


class _Covered:
    """Spans that do not overlap, and whether one of them covers a place: a look-up, however many they are."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: (span.line, span.column))
        self._starts = [(span.line, span.column) for span in self._spans]

    def covers(self, line: int, column: int) -> bool:
        """Whether a place stands in one of them."""
        before = bisect_right(self._starts, (line, column))
        return before > 0 and self._spans[before - 1].covers(line, column)


Find = Callable[[str], Iterable[Sighting]]
"""Finds what is looked for in a text in normal form, in order."""


def sightings(member: Member, find: Find, but: tuple[KeyPath, ...] = ()) -> Iterator[tuple[Place, str]]:
    """Where something that is found in a normal form stands, and what was found: in a value or a key, else in the text (a comment), else
    in the file's name; not in what stands at the paths ``but``."""
    found = member.pieces
    passed = _spans_at(found, but)
    marked = _Covered(passed)
    for piece in found:
        if marked.covers(piece.span.line, piece.span.column):
            continue
        if seen := next(iter(find(piece.plain)), None):
            passed.append(piece.span)
            yield piece.place, seen.what
    covered = _Covered(passed)
    text = member.normal_text
    for one in find(text.plain):
        line, column, end = text.place(one.start, one.end)
        if not covered.covers(line, column):
            yield text_place(member.document.file, line, column, end), one.what
    if seen := next(iter(find(normal(member.document.file))), None):
        yield file_place(member.document.file), seen.what
