"""A text with some of its signs written over, and where each of them stood in the text as it was written.

What is read is the mended text; what is said of it is said of the file. So a fault stands where an editor shows it, whatever was put in or
left out before it.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from samverkan_cli.diagnostics import Replacement, Span
from samverkan_cli.text.lines import line_and_column, line_starts

Place = Callable[[Any], tuple[int, int]]
"""From one of the parser's marks to a line and a column, both from zero."""


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Write ``text`` over what stands from ``start`` to ``end``, both indices."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Mended:
    """A text as it was ``written``, and the changes that make it readable: in order, none over another."""

    written: str
    changes: tuple[Change, ...] = ()

    @cached_property
    def text(self) -> str:
        """The text to read."""
        parts, position = [], 0
        for change in self.changes:
            parts += [self.written[position : change.start], change.text]
            position = change.end
        return "".join([*parts, self.written[position:]])

    def original(self, index: int) -> int:
        """The index in the written text of an index in the mended one; within what was put in, where that begins."""
        number = bisect_right(self._begins, index) - 1
        if number < 0:
            return index
        change, within = self.changes[number], index - self._begins[number]
        if within < len(change.text):
            return change.start
        return change.end + within - len(change.text)

    def with_changes(self, changes: Iterable[Change]) -> Mended | None:
        """The text mended further; the changes speak of the mended text. ``None`` where one would cut through an earlier one."""
        return self.with_written(Change(self.original(one.start), self.original(one.end), one.text) for one in changes)

    def with_written(self, changes: Iterable[Change]) -> Mended | None:
        """The same, where the changes speak of the written text."""
        own = sorted(changes)
        begins = [one.start for one in own]
        kept = []
        for old in self.changes:
            over = own[bisect_right(begins, old.start) - 1] if begins and begins[0] <= old.start else None
            if over is None or old.end > over.end:
                kept.append(old)
        together = sorted({*kept, *own})
        if any(later.start < earlier.end or later.start == earlier.start for earlier, later in itertools.pairwise(together)):
            return None
        return Mended(self.written, tuple(together))

    def span(self, start: int, end: int) -> Span:
        """The lines and columns, in the file, of what stands between two indices of the mended text."""
        (line, column), (end_line, end_column) = (line_and_column(self._starts, self.original(one)) for one in (start, end))
        return Span(line + 1, column + 1, end_line + 1, end_column + 1)

    def replacement(self, change: Change) -> Replacement:
        """A change of the mended text as a change of the file."""
        return Replacement(self.span(change.start, change.end), change.text)

    def span_of(self, span: Span) -> Span:
        """The lines and columns in the file of what has them in the mended text."""
        start, end = (
            self.row_index(line - 1) + column - 1 for line, column in ((span.line, span.column), (span.end_line, span.end_column))
        )
        return self.span(start, end)

    def places(self, offset: int, shift: int) -> Place:
        """What turns the parser's marks into rows and columns of the mended text, when it reads it from ``offset`` on; its own count is ``shift`` less."""
        return lambda mark: line_and_column(self._rows, min(max(mark.index + shift, 0) + offset, len(self.text)))

    def row_of(self, index: int) -> int:
        """The row, from zero, of an index in the mended text."""
        return line_and_column(self._rows, index)[0]

    def row_index(self, row: int) -> int:
        """Where a row of the mended text begins; the end of the text where there is none such."""
        return self._rows[row] if row < len(self._rows) else len(self.text)

    def row_stop(self, row: int) -> int:
        """Where a row of the mended text ends, before its line break."""
        end = self.row_index(row + 1)
        while end > self.row_index(row) and self.text[end - 1] in "\r\n":
            end -= 1
        return end

    @cached_property
    def _rows(self) -> list[int]:
        return line_starts(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return line_starts(self.written)

    @cached_property
    def _begins(self) -> list[int]:
        """Where each change's text begins in the mended text."""
        begins, shift = [], 0
        for change in self.changes:
            begins.append(change.start + shift)
            shift += len(change.text) - (change.end - change.start)
        return begins
