"""The trend: each goal's way from baseline to target, with what has been measured."""

import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.figures.svg import (
    BLUE,
    EDGE,
    GREY,
    HAIR,
    INK,
    PAPER,
    QUIET,
    WIDTH,
    circle,
    clean,
    column_of_words,
    figure,
    group,
    line,
    nothing,
    path,
    polygon,
    px,
    rect,
    text_width,
    with_unit,
    words,
    wrap,
)
from samverkan_cli.swedish import count, month_year, number, short_date

_HEADING = 13.0
_SIZE = 12.0
_SMALL = 11.0
_PLOT = 112.0
_GUTTER = 28.0


@dataclass(frozen=True)
class Line:
    """A goal: where it started, where it is going, and what has been measured on the way."""

    label: str
    unit: str
    baseline: tuple[datetime.date, float] | None
    target: tuple[datetime.date, float] | None
    measured: Sequence[tuple[datetime.date, float]]


@dataclass(frozen=True)
class Point:
    """A value in the picture. ``kind`` is ``baslinje``, ``målnivå`` or empty for a measured value."""

    day: datetime.date
    value: float
    kind: str


@dataclass(frozen=True)
class Axis:
    """The value axis. ``broken`` says that it does not begin at zero."""

    low: float
    high: float
    ticks: tuple[float, ...]
    broken: bool


@dataclass(frozen=True)
class Rectangle:
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Rectangle") -> bool:
        """Whether two rectangles share any ground."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


def trend(name: str, caption: str, rows: Sequence[Line]) -> Figure:
    """A panel for each goal; two beside each other while their points are few."""
    if not rows:
        return nothing(name, caption, "Det finns inga mål att visa.")
    points = [_points(row) for row in rows]
    columns = 1 if len(rows) == 1 or any(len({each.day for each in found}) > 5 for found in points) else 2
    width = (WIDTH - 2 * EDGE - _GUTTER * (columns - 1)) / columns
    elements: list[str] = []
    top = 6.0
    for begin in range(0, len(rows), columns):
        together = list(zip(rows[begin : begin + columns], points[begin : begin + columns], strict=True))
        heading = max(_heading_height(row, width) for row, _ in together)
        below = top
        for index, (row, found) in enumerate(together):
            drawn, bottom = _panel(row, found, EDGE + index * (width + _GUTTER), top, width, heading)
            elements.append(group(drawn))
            below = max(below, bottom)
        top = below + 22
    elements += _legend(points, top - 4)
    return figure(name, caption, _alternative(rows, points), top + 18, elements)


def _points(row: Line) -> list[Point]:
    """Every value that can be drawn, by day; of the same day in the order baseline, measured, target."""
    found = [Point(*row.baseline, "baslinje")] if row.baseline else []
    found += [Point(day, value, "") for day, value in row.measured]
    found += [Point(*row.target, "målnivå")] if row.target else []
    return sorted((point for point in found if math.isfinite(point.value)), key=lambda point: point.day)


def _alternative(rows: Sequence[Line], points: Sequence[Sequence[Point]]) -> str:
    kinds = {point.kind for found in points for point in found}
    shown = [word for kind, word in (("baslinje", "baslinje"), ("målnivå", "målnivå"), ("", "uppmätta värden")) if kind in kinds]
    days = [point.day for found in points for point in found]
    if not days:
        return f"Diagram över {count(len(rows), 'mål', 'mål')} som ännu saknar värden."
    listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} och {shown[-1]}"
    first, last = month_year(min(days)), month_year(max(days))
    return f"Diagram över {count(len(rows), 'mål', 'mål')} med {listed}, {f'från {first} till {last}' if first != last else first}."


def _legend(points: Sequence[Sequence[Point]], y: float) -> list[str]:
    kinds = {point.kind for found in points for point in found}
    drawn: list[str] = []
    x = EDGE + 6.0
    for kind, said in (("baslinje", "baslinje, värdet före åtgärderna"), ("", "uppmätt värde"), ("målnivå", "målnivå")):
        if kind in kinds:
            drawn += [*_marker(x, y + 8, kind), words(x + 12, y + 12, said, _SMALL, fill=QUIET)]
            x += 12 + text_width(said, _SMALL) + 26
    if {"baslinje", "målnivå"} <= kinds:
        said = "vägen till målet"
        drawn += [line(x - 6, y + 8, x + 18, y + 8, GREY, thick=1.5, dash="5 4"), words(x + 24, y + 12, said, _SMALL, fill=QUIET)]
    return drawn


# --- The axes ---


def axis(values: Iterable[float], percent: bool) -> Axis:
    """From zero, unless the values differ so little from each other that nothing would be seen; then it says that it is broken."""
    found = list(values)
    low, high = min(found), max(found)
    broken = (low > 0 or high < 0) and (high - low) < 0.12 * max(abs(low), abs(high)) and high > low
    if not broken:
        low, high = min(low, 0.0), max(high, 0.0)
    if high / 4 - low / 4 < 1e-9:
        high = low + 1
    step = _step(high, low)
    if step is None:
        return Axis(low, high, (low, high), broken)
    first = math.floor(low / step + 1e-9)
    last = math.ceil(high / step - 1e-9)
    ticks = [tick * step for tick in range(first, last + 1)]
    if percent and low >= 0 and high <= 100 < ticks[-1]:
        ticks[-1] = 100.0
    return Axis(ticks[0], ticks[-1], tuple(ticks), broken and ticks[0] != 0)


def _step(high: float, low: float) -> float | None:
    """Between two ticks: 1, 2, 2.5 or 5 times a power of ten, giving at most five ticks."""
    raw = high / 4 - low / 4
    if not 1e-12 < raw < 1e300 or raw < 1e-9 * max(abs(high), abs(low)):
        return None
    power = 10.0 ** math.floor(math.log10(raw))
    return next((factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw * 0.999), 10 * power)


def _within(value: float, low: float, high: float) -> float:
    """The share of the way from low to high, also where the distance is more than a float can hold."""
    return (value / 4 - low / 4) / (high / 4 - low / 4)


# --- A panel ---


def _heading(row: Line, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    unit = clean(row.unit)
    return wrap(row.label, width, _HEADING, bold=True), wrap(unit, width, _SMALL)


def _heading_height(row: Line, width: float) -> float:
    label, unit = _heading(row, width)
    return 17 * len(label) + 14 * len(unit) + 8


def _panel(row: Line, points: Sequence[Point], left: float, top: float, width: float, heading: float) -> tuple[list[str], float]:
    label, unit = _heading(row, width)
    drawn = column_of_words(left, top, label, _HEADING, 17, bold=True)
    drawn += column_of_words(left, top + 17 * len(label), unit, _SMALL, 14, fill=QUIET)
    ceiling = top + heading + 16
    floor = ceiling + _PLOT
    if not points:
        drawn += [line(left, ceiling, left + width, ceiling, HAIR), words(left, ceiling + 22, "Inga värden ännu", _SIZE, fill=QUIET)]
        return drawn, ceiling + 34
    percent = clean(row.unit).lower() in ("procent", "%")
    values = axis((point.value for point in points), percent)
    marks = [with_unit(tick, row.unit) if percent else number(tick) for tick in values.ticks]
    start = left + max(text_width(mark, _SMALL) for mark in marks) + 8
    for tick, mark in zip(values.ticks, marks, strict=True):
        y = floor - _within(tick, values.low, values.high) * _PLOT
        base = tick == values.ticks[0]
        drawn += [
            line(start, y, left + width, y, GREY if base or tick == 0 else HAIR),
            words(start - 6, y + 4, mark, _SMALL, fill=QUIET, anchor="end"),
        ]
    if values.broken:
        drawn.append(_break(start + 6, floor))
    inner = (start + 30, left + width - 30)
    days = [point.day.toordinal() for point in points]
    places = {day: _across(day, min(days), max(days), inner) for day in days}
    at = [(places[point.day.toordinal()], floor - _within(point.value, values.low, values.high) * _PLOT) for point in points]
    drawn += _lines(points, at)
    values_drawn, left_over = _values(row, points, at, Rectangle(start, ceiling - 16, left + width, floor - 1))
    below, bottom = _days(points, at, left_over, (left, left + width), floor)
    drawn += below
    for kind in ("målnivå", "baslinje", ""):
        drawn += [element for point, (x, y) in zip(points, at, strict=True) if point.kind == kind for element in _marker(x, y, kind)]
    drawn += values_drawn
    if values.broken:
        drawn.append(words(left, bottom + 13, "Axeln börjar inte på noll.", _SMALL, fill=QUIET))
        bottom += 16
    return drawn, bottom


def _across(day: int, first: int, last: int, inner: tuple[float, float]) -> float:
    if first == last:
        return (inner[0] + inner[1]) / 2
    return inner[0] + (day - first) / (last - first) * (inner[1] - inner[0])


def _break(x: float, y: float) -> str:
    """Two slanting strokes on the base line: the axis does not begin at zero."""
    return (
        rect(x - 3, y - 3, 9, 6, fill=PAPER)
        + line(x - 4, y + 5, x, y - 5, GREY, thick=1.5)
        + line(x + 2, y + 5, x + 6, y - 5, GREY, thick=1.5)
    )


def _lines(points: Sequence[Point], at: Sequence[tuple[float, float]]) -> list[str]:
    drawn: list[str] = []
    ends = {point.kind: place for point, place in zip(points, at, strict=True) if point.kind}
    if len(ends) == 2:
        (x1, y1), (x2, y2) = ends["baslinje"], ends["målnivå"]
        drawn.append(line(x1, y1, x2, y2, GREY, thick=1.5, dash="5 4"))
    measured = [place for point, place in zip(points, at, strict=True) if point.kind != "målnivå"]
    if len(measured) > 1 and any(not point.kind for point in points):
        drawn.append(path("M" + "L".join(f"{px(x)} {px(y)}" for x, y in measured), stroke=BLUE, thick=2))
    return drawn


def _marker(x: float, y: float, kind: str) -> list[str]:
    """Ring: baseline. Diamond: target. Dot: measured."""
    if kind == "baslinje":
        return [circle(x, y, 4, fill=PAPER, stroke=BLUE, thick=2)]
    if kind == "målnivå":
        return [polygon(((x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)), fill=PAPER, stroke=BLUE, thick=2)]
    return [circle(x, y, 4.5, fill=BLUE, stroke=PAPER, thick=1)]


def _days(
    points: Sequence[Point],
    at: Sequence[tuple[float, float]],
    left_over: dict[datetime.date, list[str]],
    sides: tuple[float, float],
    floor: float,
) -> tuple[list[str], float]:
    """The dates under the axis, in as many rows as they need; a thin line leads from the point down to its date."""
    said: dict[datetime.date, list[str]] = {}
    place: dict[datetime.date, tuple[float, float]] = {}
    for point, (x, y) in zip(points, at, strict=True):
        said.setdefault(point.day, []).extend([point.kind] if point.kind else [])
        place[point.day] = (x, min(y, place[point.day][1] if point.day in place else y))
    rows: list[list[tuple[Rectangle, datetime.date, list[str]]]] = []
    for day, (x, _) in place.items():
        lines = [short_date(day), *said[day], *left_over.get(day, [])]
        half = max(text_width(each, _SMALL) for each in lines) / 2
        middle = min(max(x, sides[0] + half), sides[1] - half)
        own = Rectangle(middle - half - 4, 0, middle + half + 4, 14 * len(lines))
        row = next((used for used in rows if not any(own.meets(each) for each, _, _ in used)), None)
        if row is None:
            row = []
            rows.append(row)
        row.append((own, day, lines))
    leads: list[str] = []
    drawn: list[str] = []
    top = floor + 8
    for row in rows:
        for own, day, lines in row:
            x, highest = place[day]
            leads.append(line(x, highest, x, floor + 4, GREY, thick=0.8, dash="1 3"))
            if row is not rows[0]:
                leads.append(line(x, floor + 4, x, top, HAIR))
            drawn.append(rect(own.left + 2, top, own.right - own.left - 4, own.bottom, fill=PAPER))
            for index, each in enumerate(lines):
                drawn.append(
                    words((own.left + own.right) / 2, top + 11 + 14 * index, each, _SMALL, fill=QUIET if index else INK, anchor="middle")
                )
        top += max(own.bottom for own, _, _ in row) + 2
    return [*leads, *drawn], top


def _values(
    row: Line, points: Sequence[Point], at: Sequence[tuple[float, float]], room: Rectangle
) -> tuple[list[str], dict[datetime.date, list[str]]]:
    """Each point's value beside it: where it covers neither a point, nor another value, and as little as can be of a line.

    Values that there is no room for are given back, to stand by their dates.
    """
    drawn: list[str] = []
    left_over: dict[datetime.date, list[str]] = {}
    full = math.inf  # Half the width of the narrowest value that there was no room for.
    taken = [Rectangle(x - 6, y - 6, x + 6, y + 6) for x, y in at]
    path_ = [place for point, place in zip(points, at, strict=True) if point.kind != "målnivå"]
    ends = [place for point, place in zip(points, at, strict=True) if point.kind]
    strokes = [*pairwise(path_), *pairwise(ends)]
    for point, (x, y) in zip(points, at, strict=True):
        said = with_unit(point.value, row.unit)
        bold = not point.kind
        half = text_width(said, _SIZE, bold) / 2
        best: tuple[float, float, float] | None = None
        for cost, (across, down) in enumerate(_AROUND):
            middle = min(max(x + across * (half + 9), room.left + half + 2), room.right - half)
            own = Rectangle(middle - half, y + down - 7, middle + half, y + down + 7)
            if own.top < room.top or own.bottom > room.bottom or any(own.meets(each) for each in taken):
                continue
            price = cost + 8 * sum(_crosses(own, *stroke) for stroke in strokes)
            if best is None or price < best[0]:
                best = (price, middle, y + down)
        if best is None:
            best = _anywhere(x, half, room, taken) if half < full else None
        if best is None:
            full = min(full, half)
            left_over.setdefault(point.day, []).append(said)
            continue
        _, middle, centre = best
        taken.append(Rectangle(middle - half, centre - 7, middle + half, centre + 7))
        if abs(centre - y) > 30 or abs(middle - x) > half + 14:
            drawn.append(line(x, y, middle, centre, GREY, thick=0.8))
        drawn.append(rect(middle - half - 1, centre - 6.5, 2 * half + 2, 13, fill=PAPER))
        drawn.append(words(middle, centre + 4.3, said, _SIZE, bold=bold, anchor="middle"))
    return drawn, left_over


_AROUND = tuple(
    (across, down)
    for far in (0, 1, 2)
    for across, down in (
        (0, -14 - 14 * far),
        (0, 14 + 14 * far),
        (1, -5 - 14 * far),
        (-1, -5 - 14 * far),
        (1, 5 + 14 * far),
        (-1, 5 + 14 * far),
    )
)


def _anywhere(x: float, half: float, room: Rectangle, taken: Sequence[Rectangle]) -> tuple[float, float, float] | None:
    """The nearest free place in the whole panel."""
    free: list[tuple[float, float, float]] = []
    for step in range(int((room.bottom - room.top - 14) // 7) + 1):
        centre = room.top + 7 + step * 7
        for shift in range(-20, 21):
            middle = min(max(x + shift * 15, room.left + half + 2), room.right - half)
            own = Rectangle(middle - half, centre - 7, middle + half, centre + 7)
            if not any(own.meets(each) for each in taken):
                free.append((abs(shift) * 15 + step, middle, centre))
    return min(free, default=None)


def _crosses(box: Rectangle, start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether a stroke passes through the box, seen at points along it."""
    return any(
        box.left <= start[0] + (end[0] - start[0]) * step / 24 <= box.right
        and box.top <= start[1] + (end[1] - start[1]) * step / 24 <= box.bottom
        for step in range(25)
    )
