"""The parser's marks as our lines and columns.

libyaml ends a line also at U+0085, U+2028, U+2029 and a carriage return alone, and passes over a byte order mark without counting it. Its
index is right in all cases, so it is what counts where a text holds one of these. Nearly none does: then its lines and columns are ours.
"""

from __future__ import annotations

import re
from typing import Any

from samverkan_cli.diagnostics import Span
from samverkan_cli.text.lines import line_and_column, line_starts
from samverkan_cli.yaml.mended import Mended, Place

_ODD = re.compile("[\x85\u2028\u2029\ufeff]|\r(?!\n)")


def places_in(mended: Mended, before: int) -> Place:
    """What turns the marks of a mended text into lines and columns of the file. ``before`` is 1 where the parser does not count a first byte order mark."""
    if not mended.changes and not ends_lines_of_its_own(mended.written):
        return _as_it_is
    starts, last = line_starts(mended.written), len(mended.text)
    return lambda mark: line_and_column(starts, mended.original(min(mark.index + before, last)))


def ends_lines_of_its_own(text: str) -> bool:
    """Whether YAML ends a line somewhere in a text where no editor does."""
    return _ODD.search(text) is not None


def _as_it_is(mark: Any) -> tuple[int, int]:
    return mark.line, mark.column


def span_between(place: Place, start: Any, end: Any) -> Span:
    """From one mark to another."""
    (line, column), (end_line, end_column) = place(start), place(end)
    return Span(line + 1, column + 1, end_line + 1, end_column + 1)
