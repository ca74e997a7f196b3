"""Which rows to leave out where a text cannot be read: the entry that is to blame, else one that holds it, the smallest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from samverkan_cli.text.lines import split_lines
from samverkan_cli.yaml.mended import Change, Mended


@dataclass(frozen=True)
class Region:
    """From a column of a row through the row ``end``. ``after_dash`` says that the dash of an item stands before it; ``name`` is its key.

    ``loose`` says that nobody can tell what it belongs to. What follows up to ``past`` must be readable without it.
    """

    row: int
    column: int
    end: int
    after_dash: bool = False
    name: str = ""
    loose: bool = False
    below: int = -1

    @property
    def past(self) -> int:
        """The row after which reading has to go on."""
        return max(self.end, self.below)

    def changes(self, mended: Mended) -> Iterator[Change]:
        """What empties it, row by row, so that all other rows keep their numbers."""
        for row in range(self.row, self.end + 1):
            start, end = mended.row_index(row), mended.row_stop(row)
            start += self.column if row == self.row else 0
            if start < end:
                yield Change(start, end, "")


def rows_of(text: str) -> list[str]:
    """The rows of a text."""
    return split_lines(text)


def regions(rows: list[str], blamed: int, stood: int) -> list[Region]:
    """What may be left out, the smallest first. ``blamed`` is the row that is to blame, ``stood`` the one where the parser stood."""
    conflict = _conflict(rows, blamed)
    if conflict is not None:
        return [conflict]
    found = [region for row in dict.fromkeys((blamed, stood)) for region in _outwards(rows, row)]
    alone = [replace(one, end=one.row, below=one.end) for one in found if one.end > one.row and (one.loose or _VALUED.match(rows[one.row]))]
    unique = dict.fromkeys((*found, *alone))
    return sorted(unique, key=lambda one: (one.end - one.row, one.row != blamed, -one.column))


_STARTS = re.compile(r"( *)((?:- +)*)")
_NAME = re.compile(r"[\"']?([^\W\d][\w-]*)[\"']?[ \t]*:")
_VALUED = re.compile(r" *[\"']?[^\W\d][\w-]*[\"']?[ \t]*:[ \t]+(?!- |[|>\[{&!])\S")
"""A key with a value on its row: what is further in on the rows below cannot belong to it."""
_CLOSING = re.compile(r"[ \]},]*[\]}][ \]},]*$")


def _starts(row: str) -> list[int]:
    """The columns where an entry begins on a row: those of its dashes, and of what follows them; the innermost first."""
    found = _STARTS.match(row)
    assert found is not None
    dashes = [found.end(1) + number for number, sign in enumerate(found[2]) if sign == "-"]
    return [found.end(), *reversed(dashes)]


def _outwards(rows: list[str], row: int) -> Iterator[Region]:
    """The entry that begins on a row, and those that hold it."""
    while row >= 0 and not rows[row].strip():
        row -= 1
    inside: int | None = None
    while row >= 0:
        for column in _starts(rows[row]):
            if inside is None or column < inside:
                yield _entry(rows, row, column)
                inside = column
        if not inside:
            return
        row = next((above for above in range(row - 1, -1, -1) if _holds(rows[above], inside)), -1)


def _holds(row: str, column: int) -> bool:
    """Whether an entry further out than a column begins on a row."""
    return bool(row.strip()) and not row.lstrip(" ").startswith("#") and len(row) - len(row.lstrip(" ")) < column


def _entry(rows: list[str], row: int, column: int) -> Region:
    """An entry: its row, those that are further in, and one that only closes what it opened."""
    end = row
    for number in range(row + 1, len(rows)):
        text = rows[number]
        if text.strip() and len(text) - len(text.lstrip(" ")) <= column and not (_CLOSING.match(text) and number > row):
            break
        end = number if text.strip() else end
    name = _NAME.match(rows[row], column)
    is_item = rows[row][column : column + 2] in ("-", "- ")
    return Region(
        row, column, end, after_dash=rows[row][:column].strip() != "", name=name[1] if name else "", loose=name is None and not is_item
    )


def _conflict(rows: list[str], row: int) -> Region | None:
    """Two versions of the same rows that git has laid on one another: neither is read."""
    if not rows[row].startswith("<<<<<<<"):
        return None
    end = next((number for number in range(row, len(rows)) if rows[number].startswith(">>>>>>>")), None)
    return Region(row, 0, end, loose=True) if end is not None else None
