"""How wide a table's columns are: short columns narrow, long ones wide."""

import re
from collections.abc import Sequence
from math import sqrt

_ROOM = 96  # characters of table text on a line of A4 …
_ROOM_FOR_MANY = 106  # … and of the smaller text that more than five columns are set in
_LONGEST_WORD = 16  # longer words are hyphenated
_LONGEST_CELL = 400
_SHORT = 18  # a column of short words and dates is not broken, if the others have room
_INSET = 2.5  # the space between columns


def column_shares(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Each column's share of the width, in thousandths."""
    columns = [[cell, *(row[index] if index < len(row) else "" for row in rows)] for index, cell in enumerate(header)]
    if not columns:
        return ()
    room = max((_ROOM if len(columns) <= 5 else _ROOM_FOR_MANY) - _INSET * len(columns), 4.0 * len(columns))
    least = [_longest_word(column) + 1 for column in columns]
    wanted = [max(least[index], min(_LONGEST_CELL, max(map(len, column)) + 1)) for index, column in enumerate(columns)]
    whole = [wide if wide <= _SHORT else narrow for narrow, wide in zip(least, wanted, strict=True)]
    if sum(whole) <= 0.85 * room:
        least = whole
    lines = [sqrt(wanted[index] * _mean(column)) for index, column in enumerate(columns)]
    widths = wanted if sum(wanted) <= room else _spread(least, wanted, lines, room)
    return _shares([width + _INSET for width in widths])


def _spread(least: Sequence[int], wanted: Sequence[int], weights: Sequence[float], room: float) -> list[float]:
    """The room that is left when every column holds its longest word, spread by weight; none gets more than it wants."""
    widths = [float(width) for width in least]
    open_columns = {index for index in range(len(widths)) if wanted[index] > least[index]}
    left = room - sum(widths)
    while left > 0.5 and open_columns:
        total = sum(max(weights[index], 1.0) for index in open_columns)
        given = 0.0
        for index in sorted(open_columns):
            more = min(left * max(weights[index], 1.0) / total, wanted[index] - widths[index])
            widths[index] += more
            given += more
        open_columns = {index for index in open_columns if wanted[index] - widths[index] > 0.5}
        left -= given
    return widths


def _longest_word(column: Sequence[str]) -> int:
    words = [word for cell in column for word in re.split(r"[\s\u200b–-]+", cell)]
    return min(_LONGEST_WORD, max(map(len, words)))


def _mean(column: Sequence[str]) -> float:
    lengths = [min(len(cell), _LONGEST_CELL) for cell in column[1:] if cell]
    return max(1.0, sum(lengths) / len(lengths)) if lengths else 1.0


def _shares(widths: Sequence[float]) -> tuple[int, ...]:
    total = sum(widths)
    shares = [max(1, round(1000 * width / total)) for width in widths]
    shares[shares.index(max(shares))] += 1000 - sum(shares)
    return tuple(shares)
