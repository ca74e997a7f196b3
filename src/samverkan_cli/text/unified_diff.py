"""Two versions of a text as a unified diff, in time that follows their length however alike their lines are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

_CONTEXT = 3
_NEAR = 20
"""Lines ahead, in both together, where a change is looked for to end, before the next line that is the same is looked up."""

Change = tuple[int, int, int, int]
"""From and to in the old lines, from and to in the new ones."""


def unified_diff(old: str, new: str, name: str) -> Iterator[str]:
    """The lines of the diff without their ends, as ``git apply`` takes them; none where the texts are the same. Only a line feed ends a line."""
    before, after = _lines(old), _lines(new)
    hunks = list(_hunks(_changes(before, after)))
    if hunks:
        yield from (f"--- a/{name}", f"+++ b/{name}")
    for hunk in hunks:
        yield from _hunk(before, after, hunk)


def _lines(text: str) -> list[str]:
    """The lines with their ends, since the last may have none."""
    lines = [f"{line}\n" for line in text.split("\n")]
    if lines[-1] == "\n":
        return lines[:-1]
    return [*lines[:-1], lines[-1][:-1]]


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """What differs, from the first line on."""
    places = _places(old), _places(new)
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            i, j = i + 1, j + 1
            continue
        start, first = i, j
        while (i < len(old) or j < len(new)) and not (i < len(old) and j < len(new) and old[i] == new[j]):
            down, across = _step(old, new, i, j, places)
            i, j = i + down, j + across
        yield start, i, first, j


def _step(
    old: Sequence[str], new: Sequence[str], i: int, j: int, places: tuple[dict[str, list[int]], dict[str, list[int]]]
) -> tuple[int, int]:
    """How many lines on in each the texts are the same again, or a line in each where that cannot be seen. A line written over is the commonest."""
    rest, more = len(old) - i, len(new) - j
    if not rest or not more:
        return rest, more
    if old[i + 1 : i + 2] == new[j + 1 : j + 2]:
        return 1, 1
    for far in range(1, _NEAR):
        for down in range(max(0, far - more + 1), min(far, rest - 1) + 1):
            if old[i + down] == new[j + far - down]:
                return down, far - down
    taken_out = _next(places[0], new[j], i)
    put_in = _next(places[1], old[i], j)
    if taken_out is not None and (put_in is None or taken_out - i <= put_in - j):
        return taken_out - i, 0
    return (0, put_in - j) if put_in is not None else (1, 1)


def _places(lines: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        found.setdefault(line, []).append(number)
    return found


def _next(places: dict[str, list[int]], line: str, start: int) -> int | None:
    """Where a line stands next."""
    known = places.get(line, [])
    place = bisect_left(known, start)
    return known[place] if place < len(known) else None


def _hunks(changes: Iterator[Change]) -> Iterator[list[Change]]:
    """Changes whose context would meet, together."""
    hunk: list[Change] = []
    for change in changes:
        if hunk and change[0] - hunk[-1][1] > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _hunk(old: Sequence[str], new: Sequence[str], hunk: list[Change]) -> Iterator[str]:
    above = min(_CONTEXT, hunk[0][0])
    below = min(_CONTEXT, len(old) - hunk[-1][1])
    start, end = hunk[0][0] - above, hunk[-1][1] + below
    yield f"@@ -{_range(start, end)} +{_range(hunk[0][2] - above, hunk[-1][3] + below)} @@"
    for from_old, to_old, from_new, to_new in hunk:
        yield from _rows(" ", old[start:from_old])
        yield from _rows("-", old[from_old:to_old])
        yield from _rows("+", new[from_new:to_new])
        start = to_old
    yield from _rows(" ", old[start:end])


def _range(start: int, end: int) -> str:
    """Lines from one, and how many; of none the line before."""
    number = end - start
    return f"{start + 1 if number else start}" + ("" if number == 1 else f",{number}")


def _rows(sign: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield sign + line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"
