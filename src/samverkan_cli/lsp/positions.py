"""Places in a text as we count them, and as an editor does.

We count lines from one, as git does, and columns in code points. An editor counts lines from zero, ends them also at a carriage return
that stands alone, as the protocol says, and counts columns in the units that the two have agreed on (UTF-16, unless it offers something else).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from lsprotocol import types

from samverkan_cli.diagnostics import Span
from samverkan_cli.text.lines import line_and_column, line_starts

_THEIRS = re.compile("\r\n|[\r\n]")
_LONGER = {"utf-8": re.compile("[^\x00-\x7f]"), "utf-16": re.compile("[^\x00-\uffff]")}
_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}


class Text:
    """A text with where its lines start, in both ways of counting."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ours = line_starts(text)
        self._theirs = [0, *(found.end() for found in _THEIRS.finditer(text))]
        self._longer: dict[str, list[int]] = {}

    def offset(self, line: int, column: int) -> int:
        """The index of our line and column; within the text, whatever is asked."""
        start = self._ours[min(max(line, 1), len(self._ours)) - 1]
        return min(start + max(column, 1) - 1, len(self.text))

    def place(self, offset: int) -> tuple[int, int]:
        """Our line and column of an index."""
        line, column = line_and_column(self._ours, offset)
        return line + 1, column + 1

    def position(self, offset: int, encoding: str) -> types.Position:
        """The editor's position of an index."""
        line = bisect_right(self._theirs, offset) - 1
        start, more = self._theirs[line], self._more(encoding)
        return types.Position(line, offset - start + bisect_left(more, offset) - bisect_left(more, start))

    def _more(self, encoding: str) -> list[int]:
        """The index of every character that is more than one unit to the editor, once for each unit more: found once for the text, so that a
        long row is not read anew for everything on it.
        """
        if encoding not in self._longer:
            marks = (found.start() for found in _LONGER[encoding].finditer(self.text)) if encoding in _LONGER else ()
            self._longer[encoding] = [mark for mark in marks for _ in range(units(self.text[mark], encoding) - 1)]
        return self._longer[encoding]

    def index(self, position: types.Position, encoding: str) -> int:
        """The index of an editor's position; within its line, whatever is asked."""
        if position.line >= len(self._theirs):
            return len(self.text)
        start = self._theirs[position.line]
        end = self._theirs[position.line + 1] if position.line + 1 < len(self._theirs) else len(self.text)
        row = self.text[start:end].rstrip("\r\n") if position.line + 1 < len(self._theirs) else self.text[start:end]
        return start + _code_points(row, position.character, encoding)

    def range(self, start: int, end: int, encoding: str) -> types.Range:
        """The editor's range between two indices."""
        return types.Range(self.position(start, encoding), self.position(max(start, end), encoding))

    def range_of(self, span: Span, encoding: str) -> types.Range:
        """The editor's range of a span."""
        return self.range(self.offset(span.line, span.column), self.offset(span.end_line, span.end_column), encoding)


@lru_cache(maxsize=256)
def text_of(text: str) -> Text:
    """The lines of a text, worked out once for each text."""
    return Text(text)


def units(text: str, encoding: str) -> int:
    """How long a piece of a line is for the editor."""
    if encoding not in _UNITS:
        return len(text)
    name, size = _UNITS[encoding]
    return len(text.encode(name, "surrogatepass")) // size


def _code_points(row: str, character: int, encoding: str) -> int:
    if encoding not in _UNITS:
        return min(character, len(row))
    passed = 0
    for index, letter in enumerate(row):
        if passed >= character:
            return index
        passed += units(letter, encoding)
    return len(row)
