"""The chain: which problem has which cause, which action meets it, and which goal it serves."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.figures.svg import (
    BLUE,
    EDGE,
    GREY,
    INK,
    PAPER,
    QUIET,
    TINT,
    WIDTH,
    arrow_head,
    clean,
    column_of_words,
    figure,
    group,
    line,
    nothing,
    path,
    px,
    rect,
    wrap,
)
from samverkan_cli.swedish import count, listing

_SIZE = 11.0
_LEADING = 14.0
_PAD = 7.0
_BETWEEN = 12.0
_UNCOVERED = "utan koppling"


@dataclass(frozen=True)
class Column:
    """A step of the chain: its heading, and its nodes as id and label."""

    title: str
    nodes: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Slot:
    """A place in a column: a node, or (without ``label``) the way of an edge past the column."""

    id: str
    column: int
    label: str | None


@dataclass(frozen=True)
class StepBox:
    """A drawn node."""

    slot: Slot
    x: float
    y: float
    width: float
    height: float


def chain(name: str, caption: str, columns: Sequence[Column], edges: Sequence[tuple[str, str]]) -> Figure:
    """The columns from left to right, with an arrow for each edge between two ids."""
    slots = _slots(columns)
    if not slots:
        return nothing(name, caption, "Det finns ingen kedja att visa.")
    known = {slot.id: slot for slot in slots}
    joined = [edge for edge in dict.fromkeys(edges) if edge[0] in known and edge[1] in known and edge[0] != edge[1]]
    covered = {id for edge in joined for id in edge}
    bow = any(known[start].column == known[end].column == len(columns) - 1 for start, end in joined)
    width, gap = _measures(len(columns), 24 if bow else 0)
    ways = _ways(joined, known)
    order = arrange(_in_columns(slots, ways, len(columns)), [pair for way in ways for pair in pairwise(way)])
    headings = [wrap(column.title, width, 13, bold=True, limit=3) for column in columns]
    top = 12 + 17 * max(len(each) for each in headings) + 14
    lefts = [EDGE + 1 + index * (width + gap) for index in range(len(columns))]
    boxes = _place(order, [pair for way in ways for pair in pairwise(way)], lefts, width, top, covered)
    elements: list[str] = []
    for left, heading in zip(lefts, headings, strict=True):
        elements += column_of_words(left, 6, heading, 13, 17, bold=True)
        elements.append(line(left, top - 14, left + width, top - 14, GREY))
    elements += _arrows(joined, ways, boxes)
    elements += [_node(box, box.slot.id in covered) for row in order for box in (boxes[slot] for slot in row) if box.slot.label is not None]
    bottom = max(box.y + box.height for box in boxes.values())
    return figure(name, caption, _alternative(columns, slots, joined, covered), bottom + EDGE + 2, elements)


def _alternative(columns: Sequence[Column], slots: Sequence[Slot], edges: Sequence[tuple[str, str]], covered: set[str]) -> str:
    titles = listing(clean(column.title).lower() for column in columns)
    alone = sum(slot.id not in covered for slot in slots)
    rest = f", {alone} utan koppling" if alone else ""
    return f"Kedja i stegen {titles} med {count(len(slots), 'ruta', 'rutor')} och {count(len(edges), 'pil', 'pilar')}{rest}."


def _measures(columns: int, beside: float) -> tuple[float, float]:
    """The width of a box and of the space between two columns; ``beside`` is kept free to the right of the last."""
    room = WIDTH - 2 * EDGE - 2 - beside
    gap = min(36.0, room * 0.3 / max(columns - 1, 1))
    return min((room - gap * (columns - 1)) / columns, 300.0), gap


# --- Which slots there are, and in which order ---


def _slots(columns: Sequence[Column]) -> list[Slot]:
    """The nodes. An id that comes again is a node of its own that no edge reaches."""
    seen: set[str] = set()
    found: list[Slot] = []
    for index, column in enumerate(columns):
        for id, label in column.nodes:
            own = id
            while own in seen:
                own += "\0"
            seen.add(own)
            found.append(Slot(own, index, label))
    return found


def _ways(edges: Sequence[tuple[str, str]], known: dict[str, Slot]) -> list[tuple[Slot, ...]]:
    """Each edge from left to right, with a slot of its own in every column that it passes."""
    ways: list[tuple[Slot, ...]] = []
    for number, (start, end) in enumerate(edges):
        left, right = sorted((known[start], known[end]), key=lambda slot: slot.column)
        between = (Slot(f"{number}\0väg", column, None) for column in range(left.column + 1, right.column))
        ways.append((left, *between, right) if left.column != right.column else ())
    return ways


def _in_columns(slots: Sequence[Slot], ways: Sequence[tuple[Slot, ...]], columns: int) -> list[list[Slot]]:
    everything = [*slots, *(slot for way in ways for slot in way[1:-1])]
    return [[slot for slot in everything if slot.column == column] for column in range(columns)]


def arrange(columns: Sequence[Sequence[Slot]], pairs: Sequence[tuple[Slot, Slot]]) -> list[list[Slot]]:
    """The order within each column: sweeps to the mean place of the neighbours, keeping the order with the fewest crossings."""
    order = [list(column) for column in columns]
    neighbours: dict[Slot, list[Slot]] = {slot: [] for column in order for slot in column}
    for left, right in pairs:
        neighbours[left].append(right)
        neighbours[right].append(left)
    best, fewest = [list(column) for column in order], crossings(order, pairs)
    for sweep in range(12):
        if not fewest:
            break
        forward = sweep % 2 == 0
        for index in range(1, len(order)) if forward else range(len(order) - 2, -1, -1):
            beside = {slot: place for place, slot in enumerate(order[index - 1 if forward else index + 1])}
            mean = {}
            for place, slot in enumerate(order[index]):
                at = [beside[other] for other in neighbours[slot] if other in beside]
                mean[slot] = sum(at) / len(at) if at else place * len(beside) / len(order[index])
            order[index].sort(key=lambda slot: mean[slot])
        found = crossings(order, pairs)
        if found < fewest:
            best, fewest = [list(column) for column in order], found
    return best


def crossings(order: Sequence[Sequence[Slot]], pairs: Sequence[tuple[Slot, Slot]]) -> int:
    """How many pairs of edges cross."""
    place = {slot: index for column in order for index, slot in enumerate(column)}
    total = 0
    for column in range(len(order)):
        own = sorted((place[left], place[right]) for left, right in pairs if left.column == column)
        total += sum(one[0] < other[0] and one[1] > other[1] for index, one in enumerate(own) for other in own[index + 1 :])
    return total


# --- Where they stand ---


def _lines(slot: Slot, width: float) -> tuple[str, ...]:
    return wrap(slot.label or "", width - 2 * _PAD, _SIZE, limit=3)


def _size(slot: Slot, width: float, covered: bool) -> float:
    if slot.label is None:
        return 6.0
    lines = max(len(_lines(slot, width)), 1) + (0 if covered else len(wrap(_UNCOVERED, width - 2 * _PAD, _SIZE)))
    return 2 * _PAD + _LEADING * lines


def _place(
    order: Sequence[Sequence[Slot]],
    pairs: Sequence[tuple[Slot, Slot]],
    lefts: Sequence[float],
    width: float,
    top: float,
    covered: set[str],
) -> dict[Slot, StepBox]:
    """Each slot as near the middle of its neighbours as the order and the space between boxes allow."""
    high = {slot: _size(slot, width, slot.id in covered) for column in order for slot in column}
    neighbours: dict[Slot, list[Slot]] = {slot: [] for slot in high}
    for left, right in pairs:
        neighbours[left].append(right)
        neighbours[right].append(left)
    middle: dict[Slot, float] = {}
    tallest = max(sum(high[slot] + _BETWEEN for slot in column) for column in order)
    for column in order:
        y = (tallest - sum(high[slot] + _BETWEEN for slot in column)) / 2
        for slot in column:
            middle[slot] = y + high[slot] / 2
            y += high[slot] + _BETWEEN
    for sweep in range(8):
        for column in order if sweep % 2 else reversed(order):
            wanted = [
                sum(middle[other] for other in neighbours[slot]) / len(neighbours[slot]) if neighbours[slot] else middle[slot]
                for slot in column
            ]
            for slot, at in zip(column, apart(wanted, [high[slot] + _BETWEEN for slot in column]), strict=True):
                middle[slot] = min(max(at, high[slot] / 2 - tallest), 2 * tallest)
    highest = min(middle[slot] - high[slot] / 2 for slot in high)
    return {slot: StepBox(slot, lefts[slot.column], top + middle[slot] - high[slot] / 2 - highest, width, high[slot]) for slot in high}


def apart(wanted: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Middles as near the wanted as can be, in the same order, each with its size of room. (Neighbours that push each other share the difference.)"""
    offsets = [0.0]
    for one, other in pairwise(sizes):
        offsets.append(offsets[-1] + (one + other) / 2)
    blocks: list[tuple[float, int]] = []
    for at, offset in zip(wanted, offsets, strict=False):
        total, members = at - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / members:
            before, many = blocks.pop()
            total, members = total + before, members + many
        blocks.append((total, members))
    starts = [total / members for total, members in blocks for _ in range(members)]
    return [start + offset for start, offset in zip(starts, offsets, strict=False)]


# --- The drawing ---


def _node(box: StepBox, covered: bool) -> str:
    label = box.slot.label or ""
    lines = _lines(box.slot, box.width)
    drawn = [
        rect(
            box.x,
            box.y,
            box.width,
            box.height,
            fill=TINT if covered else PAPER,
            stroke=BLUE if covered else GREY,
            dash="" if covered else "4 3",
            round_=3,
        )
    ]
    drawn += column_of_words(box.x + _PAD, box.y + _PAD, lines, _SIZE, _LEADING, fill=INK)
    if not covered:
        said = wrap(_UNCOVERED, box.width - 2 * _PAD, _SIZE)
        drawn += column_of_words(box.x + _PAD, box.y + _PAD + _LEADING * max(len(lines), 1), said, _SIZE, _LEADING, fill=QUIET)
    shortened = len(wrap(label, box.width - 2 * _PAD, _SIZE)) > len(lines)
    return group(drawn, label if shortened else "")


def _arrows(edges: Sequence[tuple[str, str]], ways: Sequence[tuple[Slot, ...]], boxes: dict[Slot, StepBox]) -> list[str]:
    by_id = {slot.id: box for slot, box in boxes.items() if slot.label is not None}
    ends = _ends(ways, boxes)
    strokes: list[str] = []
    heads: list[str] = []
    for number, ((start, end), way) in enumerate(zip(edges, ways, strict=True)):
        if not way:
            strokes.append(_beside(by_id[start], by_id[end]))
            heads.append(arrow_head(by_id[end].x + by_id[end].width + 1, by_id[end].y + by_id[end].height / 2, "left"))
            continue
        backwards = by_id[start].slot is not way[0]
        first, last = boxes[way[0]], boxes[way[-1]]
        x, y = first.x + first.width, ends[number, 0]
        stop, below = last.x, ends[number, 1]
        steps = f"M{px(x + (5 if backwards else 0))} {px(y)}"
        x += 5 if backwards else 0
        for slot in way[1:-1]:
            passed = boxes[slot]
            centre, half = passed.y + passed.height / 2, (passed.x - x) / 2
            steps += f"C{px(x + half)} {px(y)} {px(passed.x - half)} {px(centre)} {px(passed.x)} {px(centre)}H{px(passed.x + passed.width)}"
            x, y = passed.x + passed.width, centre
        tip = stop if backwards else stop - 5
        half = (tip - x) / 2
        strokes.append(path(f"{steps}C{px(x + half)} {px(y)} {px(tip - half)} {px(below)} {px(tip)} {px(below)}", stroke=GREY, thick=1.3))
        heads.append(arrow_head(first.x + first.width + 1, ends[number, 0], "left") if backwards else arrow_head(stop - 1, below, "right"))
    return [*strokes, *heads]


def _beside(start: StepBox, end: StepBox) -> str:
    """Between two boxes of one column: a bow in the space to the right."""
    x1, y1 = start.x + start.width, start.y + start.height / 2
    x2, y2 = end.x + end.width, end.y + end.height / 2
    out = 20.0
    return path(f"M{px(x1)} {px(y1)}C{px(x1 + out)} {px(y1)} {px(x2 + out)} {px(y2)} {px(x2 + 5)} {px(y2)}", stroke=GREY, thick=1.3)


def _ends(ways: Sequence[tuple[Slot, ...]], boxes: dict[Slot, StepBox]) -> dict[tuple[int, int], float]:
    """Where on the side of its box each edge begins (0) and ends (1): spread out, in the order of where they come from."""
    sides: dict[tuple[Slot, int], list[tuple[float, int]]] = {}
    for number, way in enumerate(ways):
        if way:
            sides.setdefault((way[0], 0), []).append((boxes[way[1]].y + boxes[way[1]].height / 2, number))
            sides.setdefault((way[-1], 1), []).append((boxes[way[-2]].y + boxes[way[-2]].height / 2, number))
    found: dict[tuple[int, int], float] = {}
    for (slot, side), users in sides.items():
        box = boxes[slot]
        step = min(9.0, (box.height - 12) / len(users))
        for index, (_, number) in enumerate(sorted(users)):
            found[number, side] = box.y + box.height / 2 + (index - (len(users) - 1) / 2) * step
    return found
