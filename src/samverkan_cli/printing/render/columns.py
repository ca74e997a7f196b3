"""How wide a table's columns are: so that the table gets as low as it can, and no word is broken that need not be."""

import re
from collections.abc import Sequence

_ROOM = 96  # characters of table text on a line of A4 …
_ROOM_FOR_MANY = 106  # … and of the smaller text that more than five columns are set in
_INSET = 2.5  # the space between columns, in characters
_LONGEST_WORD = 17  # longer words are hyphenated
_SHORT = 18  # a column of short words and dates is not broken, if the others have room
_ROWS = 10  # the longest rows are enough to judge by


def column_shares(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Each column's share of the width, in thousandths."""
    if not header:
        return ()
    cells = [list(header), *([*row, *[""] * len(header)][: len(header)] for row in rows)]
    room = max(_room(len(header)) - _INSET * len(header), 4.0 * len(header))
    least = [_longest_word(column) + 1 for column in zip(*cells, strict=True)]
    wanted = [max(map(len, column)) + 1 for column in zip(*cells, strict=True)]
    whole = [max(narrow, wide) if wide <= _SHORT else narrow for narrow, wide in zip(least, wanted, strict=True)]
    if sum(whole) <= 0.85 * room:
        least = whole
    lengths = sorted(([len(cell) + 1 for cell in row] for row in cells), key=sum, reverse=True)[:_ROWS]
    widths = wanted if sum(wanted) <= room else _lowest(least, lengths, int(room - sum(least)))
    return _shares([width + _INSET for width in widths])


def letters(share: int, columns: int) -> float:
    """How many characters there is room for on a line of a column with that share of the width."""
    return share / 1000 * _room(columns) - _INSET


def _room(columns: int) -> int:
    return _ROOM if columns <= 5 else _ROOM_FOR_MANY


def _lowest(widths: Sequence[int], lengths: Sequence[Sequence[int]], left: int) -> list[int]:
    """The room that is left, given bit by bit to the column that makes the rows lower.

    A row is about as high as its highest cell; the fourth power leans to that one and still sees the others.
    """
    grown = list(widths)
    bit = max(1, left // 16)
    for _ in range(left // bit):
        lines = [[max(1.0, length / width) ** 4 for length, width in zip(row, grown, strict=True)] for row in lengths]
        heights = [sum(row) for row in lines]

        def height(column: int, lines: list[list[float]] = lines, heights: list[float] = heights) -> float:
            wider = grown[column] + bit
            changed: list[float] = [max(1.0, row[column] / wider) ** 4 for row in lengths]
            return float(sum((total - old[column] + new) ** 0.25 for total, old, new in zip(heights, lines, changed, strict=True)))

        grown[min(range(len(grown)), key=height)] += bit
    return grown


def _longest_word(column: Sequence[str]) -> int:
    words = [word for cell in column for word in re.split(r"[\s\u200b–@/-]+", cell)]
    return min(_LONGEST_WORD, max(map(len, words)))


def _shares(widths: Sequence[float]) -> tuple[int, ...]:
    total = sum(widths)
    shares = [max(1, round(1000 * width / total)) for width in widths]
    shares[shares.index(max(shares))] += 1000 - sum(shares)
    return tuple(shares)
