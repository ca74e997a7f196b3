"""The timeline: actions as bars over weeks, months, quarters or years."""

import datetime
from collections.abc import Callable, Sequence
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
    TINT,
    WIDTH,
    clean,
    column_of_words,
    figure,
    group,
    identifier,
    line,
    nothing,
    path,
    polygon,
    px,
    rect,
    text_width,
    words,
    wrap,
)
from samverkan_cli.swedish import MONTHS_SHORT, count, month_year, short_date

_LABELS = 206.0
_STATUS = 66.0
_GAP = 12.0
_SIZE = 12.0
_SMALL = 11.0
_LEADING = 15.0
_BAR = 14.0


@dataclass(frozen=True)
class Bar:
    """A row. Only ``end`` is a point in time, the day when it is done at the latest. A missing end of a bar is open."""

    label: str
    start: datetime.date | None
    end: datetime.date | None
    note: str = ""
    status: str = ""


@dataclass(frozen=True)
class Scale:
    """From days (as ordinals) to px. ``after`` is the day after the last."""

    first: int
    after: int
    left: float
    right: float

    def at(self, day: float) -> float:
        """Where a day begins, kept within the grid."""
        share = (day - self.first) / (self.after - self.first)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


@dataclass(frozen=True)
class Cell:
    """A stretch of the header: a week, a month, a year. ``words`` are what it can be called, the longest first."""

    start: int
    after: int
    words: tuple[str, ...]


def timeline(name: str, caption: str, rows: Sequence[Bar], first: datetime.date, last: datetime.date) -> Figure:
    """Actions as a Gantt chart from ``first`` to ``last``, both included."""
    if not rows:
        return nothing(name, caption, "Det finns inga åtgärder att visa på en tidslinje.")
    first, last = min(first, last), max(first, last)
    statuses = any(clean(row.status) for row in rows)
    right = WIDTH - EDGE - (_STATUS + _GAP if statuses else 0)
    scale = Scale(first.toordinal(), last.toordinal() + 1, EDGE + _LABELS + 14, right)
    head = _head(first, last, scale)
    tops = [head]
    for row in rows:
        tops.append(tops[-1] + _height(row))
    bottom = tops[-1]
    elements = [_patterns(name), *_grid(scale, first, last, bottom)]
    if statuses:
        elements.append(words(right + _GAP, head - 8, "Läge", _SMALL, fill=QUIET))
    for row, (top, below) in zip(rows, pairwise(tops), strict=True):
        elements += [line(EDGE, below, WIDTH - EDGE, below, HAIR), group(_row(name, row, scale, top))]
    alternative = f"Tidslinje över {count(len(rows), 'åtgärd', 'åtgärder')} från {month_year(first)} till {month_year(last)}."
    return figure(name, caption, alternative, bottom + EDGE, elements)


# --- The grid ---


def _head(first: datetime.date, last: datetime.date, scale: Scale) -> float:
    """The height of the header: two rows, or one of years."""
    return 38.0 if header(first, last, scale.right - scale.left)[0] else 22.0


def _grid(scale: Scale, first: datetime.date, last: datetime.date, bottom: float) -> list[str]:
    upper, lower, fine = header(first, last, scale.right - scale.left)
    head = _head(first, last, scale)
    drawn: list[str] = []
    edges = {cell.start for cell in (upper or lower)}
    for start in sorted({cell.start for cell in (*lower, *fine)} - edges):
        if scale.first < start < scale.after:
            drawn.append(line(scale.at(start), head, scale.at(start), bottom, HAIR))
    for cell in lower:
        x = scale.at(cell.start)
        drawn.append(line(x, head - 5, x, head, GREY))
    for start in sorted(edges):
        x = scale.at(start)
        whole = not upper or start in {cell.start for cell in lower}
        drawn.append(line(x, 3, x, head if whole else 18, GREY))
        if scale.first < start < scale.after:
            drawn.append(line(x, head, x, bottom, GREY, dash="1 3"))
    drawn.append(line(EDGE, head, WIDTH - EDGE, head, GREY))
    for cells, base, bold in ((upper, 14.0, True), (lower, head - 8, not upper)):
        for cell in cells:
            x, room = scale.at(cell.start) + 4, scale.at(cell.after) - scale.at(cell.start) - 5
            called = next((each for each in cell.words if text_width(each, _SMALL, bold) <= room), None)
            if called:
                drawn.append(words(x, base, called, _SMALL, fill=INK if bold else QUIET, bold=bold))
    return drawn


def header(first: datetime.date, last: datetime.date, width: float) -> tuple[list[Cell], list[Cell], list[Cell]]:
    """The two rows over the grid, and a finer grid without words. The finest unit whose words fit is chosen."""
    days = last.toordinal() - first.toordinal() + 1
    for length, words_width, lower, upper in (
        (1, 20, _days, _months_in_words),
        (7, 34, _weeks, _months_in_words),
        (30.4, 35, _months, _years),
        (91.3, 32, _quarters, _years),
    ):
        if days / length * words_width <= width:
            return upper(first, last), lower(first, last), []
    every = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if days / 365.25 / step * 36 <= width)
    return [], _years(first, last, every), _quarters(first, last) if days < 8 * 366 else []


def _cells(starts: Sequence[datetime.date], last: datetime.date, called: Callable[[datetime.date], tuple[str, ...]]) -> list[Cell]:
    ends = [*(start.toordinal() for start in starts[1:]), last.toordinal() + 1]
    return [Cell(start.toordinal(), after, called(start)) for start, after in zip(starts, ends, strict=True)]


def _days(first: datetime.date, last: datetime.date) -> list[Cell]:
    days = [datetime.date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1)]
    return _cells(days, last, lambda day: (str(day.day),))


def _weeks(first: datetime.date, last: datetime.date) -> list[Cell]:
    mondays = [day for day in _span(first, last) if day == first or day.weekday() == 0]
    return _cells(mondays, last, lambda day: (f"v. {day.isocalendar().week}",))


def _months_in_words(first: datetime.date, last: datetime.date) -> list[Cell]:
    starts = [day for day in _span(first, last) if day == first or day.day == 1]
    return _cells(starts, last, lambda day: (month_year(day), f"{MONTHS_SHORT[day.month - 1]} {day.year}", MONTHS_SHORT[day.month - 1]))


def _months(first: datetime.date, last: datetime.date) -> list[Cell]:
    starts = [day for day in _span(first, last) if day == first or day.day == 1]
    return _cells(starts, last, lambda day: (MONTHS_SHORT[day.month - 1],))


def _quarters(first: datetime.date, last: datetime.date) -> list[Cell]:
    starts = [day for day in _span(first, last) if day == first or (day.day == 1 and day.month % 3 == 1)]
    return _cells(starts, last, lambda day: (f"kv. {(day.month + 2) // 3}", f"{(day.month + 2) // 3}"))


def _years(first: datetime.date, last: datetime.date, every: int = 1) -> list[Cell]:
    later = [datetime.date(year, 1, 1) for year in range(first.year + 1, last.year + 1) if year % every == 0]
    return _cells([first, *later], last, lambda day: (str(day.year),))


def _span(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    return [datetime.date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1)]


# --- The rows ---


def _texts(row: Bar) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return (
        wrap(row.label, _LABELS, _SIZE),
        wrap(row.note, _LABELS, _SMALL),
        wrap(row.status, _STATUS, _SIZE),
    )


def _height(row: Bar) -> float:
    label, note, status = _texts(row)
    return 16 + max(_LEADING * len(label) + 14 * len(note), _LEADING * len(status), _BAR + (4 if row.start is None and row.end else 17))


def _row(name: str, row: Bar, scale: Scale, top: float) -> list[str]:
    label, note, status = _texts(row)
    y = top + 8
    drawn = column_of_words(EDGE, y, label, _SIZE, _LEADING)
    drawn += column_of_words(EDGE, y + _LEADING * len(label), note, _SMALL, 14, fill=QUIET)
    drawn += column_of_words(scale.right + _GAP, y, status, _SIZE, _LEADING)
    return drawn + _mark(name, row, scale, y + 1)


def _mark(name: str, row: Bar, scale: Scale, y: float) -> list[str]:
    start, end = (None if day is None else day.toordinal() for day in (row.start, row.end))
    dates = _dates(row)
    if start is None and end is not None:
        return _point(name, row, scale, y, end, dates)
    if start is not None and end is not None and start > end:
        start, end = end, start
    begins = scale.first if start is None else start
    ends = scale.after if end is None else end + 1
    if begins >= scale.after or ends <= scale.first:
        return _outside(scale, y, begins >= scale.after, dates)
    left, right = scale.at(begins), scale.at(ends)
    if right - left < 4:
        left = min(left, scale.right - 4)
        right = left + 4
    sides = (
        "open" if start is None else "on" if begins < scale.first else "",
        "open" if end is None else "on" if ends > scale.after else "",
    )
    drawn = _bar(name, row.status, left, right, y, sides)
    width = text_width(dates, _SMALL)
    x = max(min(left, scale.right - width), scale.left)
    return [*drawn, rect(x - 1, y + _BAR + 3, width + 2, 13, fill=PAPER), words(x, y + _BAR + 13, dates, _SMALL, fill=QUIET)]


def _dates(row: Bar) -> str:
    match (row.start, row.end):
        case (None, None):
            return "utan start- och slutdatum"
        case (None, end) if end:
            return f"senast {short_date(end)}"
        case (start, None) if start:
            return f"från {short_date(start)}"
        case (start, end) if start and end and start == end:
            return short_date(start)
        case (start, end) if start and end:
            return f"{short_date(start)} – {short_date(end)}"
    return ""


def _point(name: str, row: Bar, scale: Scale, y: float, day: int, dates: str) -> list[str]:
    if not scale.first <= day < scale.after:
        return _outside(scale, y, day >= scale.after, dates)
    x, middle, half = scale.at(day + 0.5), y + _BAR / 2, 7.0
    x = min(max(x, scale.left + half), scale.right - half)
    fill, _ = _look(name, row.status)
    shape = ((x, middle - half), (x + half, middle), (x, middle + half), (x - half, middle))
    width = text_width(dates, _SMALL)
    at = x + half + 5 if x + half + 5 + width <= scale.right else x - half - 5 - width
    return [
        rect(at - 1, middle - 7, width + 2, 14, fill=PAPER),
        polygon(shape, fill=PAPER),
        polygon(shape, fill=fill, stroke=BLUE, thick=1.5),
        words(at, middle + 4, dates, _SMALL, fill=QUIET),
    ]


def _outside(scale: Scale, y: float, later: bool, dates: str) -> list[str]:
    """Something that lies before or after the grid: an arrow that way, and when."""
    middle, width = y + _BAR / 2, text_width(dates, _SMALL)
    tip, back = (scale.right, -8) if later else (scale.left, 8)
    at = scale.right - 13 - width if later else scale.left + 13
    return [
        rect(at - 1, middle - 7, width + 2, 14, fill=PAPER),
        polygon(((tip, middle), (tip + back, middle - 5), (tip + back, middle + 5)), fill=GREY),
        words(at, middle + 4, dates, _SMALL, fill=QUIET),
    ]


def _bar(name: str, status: str, left: float, right: float, y: float, sides: tuple[str, str]) -> list[str]:
    """A bar. An open side has no end line and falls apart into slabs; one that goes on outside the grid has a point."""
    fill, dash = _look(name, status)
    before, after = sides
    tail = min(16.0, (right - left) / 3)
    x1 = left + (tail if before == "open" else 0)
    x2 = right - (tail if after == "open" else 0)
    point = min(6.0, (x2 - x1) / 2)
    middle, below = y + _BAR / 2, y + _BAR
    start = [(x1 + point, below), (x1, middle), (x1 + point, y)] if before == "on" else [(x1, below), (x1, y)]
    end = [(x2 - point, y), (x2, middle), (x2 - point, below)] if after == "on" else [(x2, y), (x2, below)]
    outline = [polygon((*start, *end), fill=PAPER), polygon((*start, *end), fill=fill)]
    for ends, drawn in ((start, before != "open"), (end, after != "open")):
        if drawn:
            outline.append(path("M" + "L".join(f"{px(x)} {px(at)}" for x, at in ends), stroke=BLUE, thick=1.5, dash=dash))
    for at, (one, other) in ((y, (start[-1], end[0])), (below, (start[0], end[-1]))):
        outline.append(line(one[0], at, other[0], at, BLUE, thick=1.5, dash=dash))
    for side, edge, way in ((before, x1, -1.0), (after, x2, 1.0)):
        if side == "open":
            for offset, width in ((0.2, 0.3), (0.7, 0.2)):
                near, far = edge + way * tail * offset, edge + way * tail * (offset + width)
                outline.append(rect(min(near, far), y - 0.75, abs(far - near), _BAR + 1.5, fill=BLUE))
    return outline


def _look(name: str, status: str) -> tuple[str, str]:
    """Fill and dash for a status. The word itself stands in the row."""
    own = identifier(name)
    looks = {
        "planerad": (PAPER, "4 3"),
        "pågår": (f"url(#{own}-snedrandigt)", ""),
        "klar": (BLUE, ""),
        "avbruten": (f"url(#{own}-rutigt)", "1.5 2.5"),
        "inte gjord": (PAPER, "1.5 2.5"),
    }
    return looks.get(clean(status).lower(), (TINT, ""))


def _patterns(name: str) -> str:
    own = identifier(name)
    stripe = line(0, 0, 0, 6, BLUE, thick=4.4)
    checks = line(0, 0, 6, 0, GREY, thick=1.6) + line(0, 0, 0, 6, GREY, thick=1.6)
    turned = 'patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)"'
    return f'<defs><pattern id="{own}-snedrandigt" {turned}>{stripe}</pattern><pattern id="{own}-rutigt" {turned}>{checks}</pattern></defs>'
