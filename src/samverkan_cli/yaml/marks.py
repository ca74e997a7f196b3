"""The parser's marks as our lines and columns.

libyaml ends a line also at U+0085, U+2028, U+2029 and a carriage return alone, and passes over a byte order mark without counting it. Its
index is right in all cases, so it is what counts where a text holds one of these. Nearly none does: then its lines and columns are ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from samverkan_cli.diagnostics import Span
from samverkan_cli.text.lines import line_and_column, line_starts

_ODD = re.compile("[\x85\u2028\u2029\ufeff]|\r(?!\n)")

Place = Callable[[Any], tuple[int, int]]
"""From a mark to its line and column, both from zero."""


def places_in(text: str, *, first_mark_counted: bool) -> Place:
    """What turns the marks of a text into lines and columns. ``first_mark_counted``: the parser counts a byte order mark that is first."""
    if not ends_lines_of_its_own(text):
        return _as_it_is
    starts = line_starts(text)
    before = 1 if text.startswith("\ufeff") and not first_mark_counted else 0
    return lambda mark: line_and_column(starts, min(mark.index + before, len(text)))


def ends_lines_of_its_own(text: str) -> bool:
    """Whether YAML ends a line somewhere in a text where no editor does."""
    return _ODD.search(text) is not None


def _as_it_is(mark: Any) -> tuple[int, int]:
    return mark.line, mark.column


def span_between(place: Place, start: Any, end: Any) -> Span:
    """From one mark to another."""
    (line, column), (end_line, end_column) = place(start), place(end)
    return Span(line + 1, column + 1, end_line + 1, end_column + 1)
