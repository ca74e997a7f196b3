"""The organisation: the groups, and who reports to whom."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    nothing,
    path,
    px,
    rect,
    words,
    wrap,
)
from samverkan_cli.swedish import capital, count

_PAD = 10.0
_BETWEEN = 22.0
_RISE = 34.0
_INDENT = 30.0
_NARROWEST = 150.0
_WIDEST = 290.0
_STACK = 5.0


@dataclass(frozen=True)
class Group:
    """A group. ``once_per`` is what there is one such group in: a municipality, a focus area."""

    id: str
    name: str
    kind: str
    meets: str
    reports_to: str | None
    once_per: str | None


@dataclass(frozen=True)
class UnitBox:
    """A drawn group. ``said`` is text about whom it reports to, when no line shows it."""

    group: Group
    x: float
    y: float
    width: float
    said: str

    @property
    def height(self) -> float:
        """From the upper edge of the front box to its lower edge."""
        return 2 * _PAD + sum(leading * len(lines) for lines, _, leading, _, _ in _texts(self.group, self.width, self.said))

    @property
    def stacked(self) -> float:
        """How far the boxes behind it reach, to the right and below."""
        return 2 * _STACK if clean(self.group.once_per or "") else 0.0


def organisation(name: str, caption: str, groups: Sequence[Group]) -> Figure:
    """The groups on levels: each under the one it reports to."""
    if not groups:
        return nothing(name, caption, "Det finns inga grupper att visa.")
    parents = _parents(groups)
    said = [_said(own, parent, groups) for own, parent in zip(groups, parents, strict=True)]
    children: list[list[int]] = [[] for _ in groups]
    for index, parent in enumerate(parents):
        if parent is not None:
            children[parent].append(index)
    tops = [index for index, parent in enumerate(parents) if parent is None]
    leaves = _leaves(tops, children)
    room = WIDTH - 2 * EDGE - 2
    wide = min((room - _BETWEEN * (leaves - 1)) / leaves - 2 * _STACK, _WIDEST)
    beside = wide >= _NARROWEST
    if beside:
        boxes, lines = _tree(groups, tops, children, said, wide, leaves)
    else:
        boxes, lines = _hanging(groups, tops, children, said)
    bottom = max(box.y + box.height + box.stacked for box in boxes)
    elements = [*lines, *(_drawn(box) for box in boxes)]
    if lines:
        elements.append(
            words(
                WIDTH / 2 if beside else EDGE,
                bottom + 26,
                "Pilen går till den som gruppen rapporterar till.",
                11,
                fill=QUIET,
                anchor="middle" if beside else "start",
            )
        )
        bottom += 30
    levels = max(_depths(parents)) + 1
    reports = " och vem de rapporterar till" if lines else ""
    alternative = f"Organisationsschema med {count(len(groups), 'grupp', 'grupper')} på {count(levels, 'nivå', 'nivåer')}{reports}."
    return figure(name, caption, alternative, bottom + EDGE, elements)


# --- Who stands under whom ---


def _parents(groups: Sequence[Group]) -> list[int | None]:
    """The place of the group that each reports to. In a ring, the group that comes first in the list stands on top."""
    at: dict[str, int] = {}
    for index, own in enumerate(groups):
        at.setdefault(own.id, index)
    parents: list[int | None] = [None if own.reports_to is None else at.get(own.reports_to) for own in groups]
    settled: set[int] = set()
    for index in range(len(groups)):
        walked: list[int] = []
        here: int | None = index
        while here is not None and here not in settled and here not in walked:
            walked.append(here)
            here = parents[here]
        if here is not None and here in walked:
            parents[min(walked[walked.index(here) :])] = None
        settled.update(walked)
    return parents


def _said(own: Group, parent: int | None, groups: Sequence[Group]) -> str:
    """Words about whom the group reports to, when it stands on top all the same."""
    if parent is not None or own.reports_to is None or not clean(own.reports_to):
        return ""
    if own.reports_to == own.id:
        return ""
    named = next((each.name for each in groups if each.id == own.reports_to), own.reports_to)
    return f"Rapporterar till {clean(named)}"


def _depths(parents: Sequence[int | None]) -> list[int]:
    depths: list[int] = []
    for index in range(len(parents)):
        depth, here = 0, parents[index]
        while here is not None:
            depth, here = depth + 1, parents[here]
        depths.append(depth)
    return depths


def _leaves(tops: Sequence[int], children: Sequence[Sequence[int]]) -> int:
    total, waiting = 0, list(tops)
    while waiting:
        index = waiting.pop()
        total += not children[index]
        waiting += children[index]
    return total


def _down(tops: Sequence[int], children: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Every group with its depth, from the top: each before those under it, and those under it before its neighbour."""
    found: list[tuple[int, int]] = []
    waiting = [(index, 0) for index in reversed(tops)]
    while waiting:
        index, depth = waiting.pop()
        found.append((index, depth))
        waiting += [(child, depth + 1) for child in reversed(children[index])]
    return found


# --- Where they stand ---


def _tree(
    groups: Sequence[Group], tops: Sequence[int], children: Sequence[Sequence[int]], said: Sequence[str], wide: float, leaves: int
) -> tuple[list[UnitBox], list[str]]:
    """Levels under each other, each group over the middle of those that report to it."""
    walk = _down(tops, children)
    step = wide + 2 * _STACK + _BETWEEN
    left = EDGE + 1 + (WIDTH - 2 * EDGE - 2 - (leaves * step - _BETWEEN)) / 2
    centres: dict[int, float] = {}
    used = 0
    for index, _ in walk:
        if not children[index]:
            centres[index] = left + used * step + wide / 2
            used += 1
    for index, _ in reversed(walk):
        if children[index]:
            centres[index] = (centres[children[index][0]] + centres[children[index][-1]]) / 2
    tall: dict[int, float] = {}
    for index, depth in walk:
        box = UnitBox(groups[index], 0, 0, wide, said[index])
        tall[depth] = max(tall.get(depth, 0), box.height + box.stacked)
    starts = {depth: EDGE + 1 + sum(tall[over] + _RISE for over in range(depth)) for depth in tall}
    boxes = {index: UnitBox(groups[index], centres[index] - wide / 2, starts[depth], wide, said[index]) for index, depth in walk}
    lines: list[str] = []
    for index, depth in walk:
        if children[index]:
            lines += _up(boxes[index], [boxes[child] for child in children[index]], starts[depth + 1] - _RISE / 2)
    return [boxes[index] for index, _ in walk], lines


def _up(over: UnitBox, under: Sequence[UnitBox], turn: float) -> list[str]:
    """From each box straight up, along and up to the one over it."""
    x, y = over.x + over.width / 2, over.y + over.height + over.stacked
    lines = [path(f"M{px(box.x + box.width / 2)} {px(box.y)}V{px(turn)}H{px(x)}V{px(y + 6)}", stroke=GREY, thick=1.5) for box in under]
    return [*lines, arrow_head(x, y + 1, "up")]


def _hanging(
    groups: Sequence[Group], tops: Sequence[int], children: Sequence[Sequence[int]], said: Sequence[str]
) -> tuple[list[UnitBox], list[str]]:
    """When there are too many beside each other: a list, each group indented under the one it reports to."""
    walk = _down(tops, children)
    deepest = max(depth for _, depth in walk)
    indent = min(_INDENT, (WIDTH - 2 * EDGE - 320) / max(deepest, 1))
    boxes: dict[int, UnitBox] = {}
    y = EDGE + 1.0
    for index, depth in walk:
        box = UnitBox(groups[index], EDGE + 1 + depth * indent, y, 300.0, said[index])
        boxes[index] = box
        y += box.height + box.stacked + 14
    lines: list[str] = []
    for index, _ in walk:
        over = boxes[index]
        if children[index]:
            x, start = over.x + indent / 2, over.y + over.height + over.stacked
            for child in children[index]:
                under = boxes[child]
                lines.append(path(f"M{px(under.x)} {px(under.y + under.height / 2)}H{px(x)}V{px(start + 6)}", stroke=GREY, thick=1.5))
            lines.append(arrow_head(x, start + 1, "up"))
    return [boxes[index] for index, _ in walk], lines


# --- The drawing ---


def _texts(own: Group, width: float, said: str) -> list[tuple[tuple[str, ...], float, float, str, bool]]:
    """What stands in a box: lines, size, leading, colour, bold."""
    room = width - 2 * _PAD
    once = clean(own.once_per or "")
    return [
        (wrap(capital(clean(own.kind)), room, 11), 11, 15, QUIET, False),
        (wrap(own.name, room, 13, bold=True), 13, 18, INK, True),
        (wrap(f"En per {once}" if once else "", room, 12), 12, 16, INK, False),
        (wrap(capital(clean(own.meets)), room, 12), 12, 16, INK, False),
        (wrap(said, room, 12), 12, 16, INK, False),
    ]


def _drawn(box: UnitBox) -> str:
    drawn: list[str] = []
    if box.stacked:
        for offset in (2 * _STACK, _STACK):
            drawn.append(rect(box.x + offset, box.y + offset, box.width, box.height, fill=PAPER, stroke=BLUE, round_=3))
    drawn.append(rect(box.x, box.y, box.width, box.height, fill=TINT, stroke=BLUE, round_=3))
    y = box.y + _PAD
    for lines, size, leading, colour, bold in _texts(box.group, box.width, box.said):
        drawn += column_of_words(box.x + _PAD, y, lines, size, leading, fill=colour, bold=bold)
        y += leading * len(lines)
    return group(drawn)
