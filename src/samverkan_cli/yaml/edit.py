"""Changes to a YAML file, put in as text: every byte outside of them stays as it is.

A change names what it is about by its path: keys, and in a list a number or the ``id`` of an item. All changes of a call are planned against one
text, put in together, and the result is read again: if anything but what was asked for has become another, nothing is given back.
What is wrong with the shape of the result, the models say (``validation.edit``).
"""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from samverkan_cli.diagnostics import Change, Insertion, KeyPath, Removal, Replacement, Span
from samverkan_cli.text.lines import line_starts
from samverkan_cli.yaml.emit import settled
from samverkan_cli.yaml.layout import Edit, adding, block_rows, home, inserting, removing, setting
from samverkan_cli.yaml.nodes import NodeAtPath, NotEditable, Source, compose, locate
from samverkan_cli.yaml.reader import read_once, resolve
from samverkan_cli.yaml.tree import Fault


@dataclass(frozen=True)
class Set:
    """Give what stands at ``path`` a value; what is missing above it is made. ``order`` is the usual order of the keys beside it."""

    path: KeyPath
    value: Any
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Add:
    """Put one more item last in the list at ``path``, which is made if it is not there."""

    path: KeyPath
    value: Any
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Remove:
    """Take out what stands at ``path``, and what is empty above it then. Its own comments go with it."""

    path: KeyPath


AnyChange = Set | Add | Remove | Change


def edits(file: str, text: str, changes: Iterable[AnyChange]) -> list[Edit]:
    """The edits that make the changes and nothing else, in the order of the text (without a byte order mark).

    Raises ``NotEditable`` where that cannot be promised.
    """
    changes = list(changes)
    starts = line_starts(text)
    planned = [_over(starts, change) for change in changes if isinstance(change, Replacement)]
    others = [change for change in changes if not isinstance(change, Replacement)]
    if others:
        source = compose(file, text)
        planned += [edit for change in others for edit in _planned(source, starts, change)]
    planned.sort(key=lambda edit: (edit.start, edit.end))
    if any(later.start < earlier.end for earlier, later in itertools.pairwise(planned)):
        raise NotEditable(file, "ändringarna går in i varandra")
    _verify(file, text, apply(text, planned), changes)
    return planned


def apply(text: str, planned: Iterable[Edit]) -> str:
    """The text with the edits put in, which do not overlap and stand in order."""
    parts, position = [], 0
    for edit in planned:
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, text[position:]])


def faults_by_place(faults: Iterable[Fault]) -> Counter[tuple[str, tuple[str, ...]]]:
    """The faults of a text by code and the keys that they are under: a number in a list may be another after an edit.

    What only holds a place (FIL12) is nothing wrong with an edit: a block to paste is full of it.
    """
    placed = ((fault.code, tuple(step for step in fault.path or () if isinstance(step, str))) for fault in faults)
    return Counter(place for place in placed if place[0] != "FIL12")


def _over(starts: list[int], change: Replacement) -> Edit:
    span = change.span
    return Edit(starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1, change.text)


def _planned(source: Source, starts: list[int], change: Set | Add | Remove | Removal | Insertion) -> list[Edit]:
    if isinstance(change, Removal):
        return removing(source, _trail_to(source, starts, change.key))
    if isinstance(change, Insertion):
        return inserting(source, change.path, change.block)
    if isinstance(change, Remove):
        trail, rest = locate(source, change.path)
        if rest or not trail:
            raise NotEditable(source.file, "det som ska tas bort finns inte")
        return removing(source, trail)
    return (setting if isinstance(change, Set) else adding)(source, change.path, change.value, change.order)


def _trail_to(source: Source, starts: list[int], key: Span) -> list[NodeAtPath]:
    """The way down to the key that begins where a span does."""
    trail = source.trails.get(starts[key.line - 1] + key.column - 1)
    if trail is None:
        raise NotEditable(source.file, "det som ska tas bort finns inte")
    return trail


def _verify(file: str, before: str, after: str, changes: list[AnyChange]) -> None:
    """Read it back: what was asked for is there, nothing else is another, and nothing new is wrong with the text."""
    old, new = read_once(file, before), read_once(file, after)
    if new.tree is None or faults_by_place(new.faults) - faults_by_place(old.faults):
        raise NotEditable(file, "något annat skulle läsas fel efteråt")
    # What is written over is judged by whoever knows what was meant: the models.
    if any(isinstance(change, Replacement) for change in changes):
        return
    expected = compose(file, before)
    _change(expected, changes)
    if _comparable(expected.root) != _comparable(compose(file, after).root):
        raise NotEditable(file, "något annat skulle ändras samtidigt")


@dataclass
class _Value:
    """Stands for a value that is set, in the nodes of what is expected."""

    data: Any


def _change(source: Source, changes: list[AnyChange]) -> None:
    """Do to the nodes what the edits do to the text."""
    gone: list[list[NodeAtPath]] = []
    starts = line_starts(source.text)
    for change in changes:
        if isinstance(change, Set):
            _put(source, change.path, change.value)
        elif isinstance(change, Add):
            _append(source, change.path, [change.value])
        elif isinstance(change, Insertion):
            trail = home(source, change.path)
            rows = block_rows(trail, change.block)
            block = _data(compose(source.file, "\n".join(["x:", *(f"  {row}" for row in rows), ""])).root.value[0][1])
            at = change.path[: len(trail)]
            if isinstance(block, list):
                _append(source, at, block)
            for key, value in block.items() if isinstance(block, dict) else ():
                _put(source, (*at, key), value)
        elif isinstance(change, Removal):
            gone.append(_trail_to(source, starts, change.key))
        elif isinstance(change, Remove):
            gone.append(locate(source, change.path)[0])
    _take_out(gone)


def _take_out(trails: list[list[NodeAtPath]]) -> None:
    """Take what the trails lead to out of the nodes, and what is empty then, the innermost first."""
    dropped = {id(trail[-1].value) for trail in trails}
    for depth in range(max(map(len, trails), default=0), 0, -1):
        steps = [trail[depth - 1] for trail in trails if len(trail) >= depth]
        for parent in {id(step.parent): step.parent for step in steps if id(step.value) in dropped}.values():
            parent.value = [one for one in parent.value if id(one[1] if isinstance(one, tuple) else one) not in dropped]
            if not parent.value:
                dropped.add(id(parent))


def _put(source: Source, path: KeyPath, value: Any) -> None:
    trail, rest = locate(source, path)
    for step in reversed(rest[1:]):
        value = {step: value}
    if not rest:
        _swap(trail[-1], _Value(value))
    elif trail and not isinstance(trail[-1].value, yaml.MappingNode):
        _swap(trail[-1], _Value({str(rest[0]): value}))
    else:
        node = trail[-1].value if trail else source.root
        node.value.append((yaml.ScalarNode("", str(rest[0])), _Value(value)))


def _append(source: Source, path: KeyPath, items: list[Any]) -> None:
    trail, rest = locate(source, path)
    if rest or not isinstance(trail[-1].value, yaml.SequenceNode):
        _put(source, path, items)
    else:
        trail[-1].value.value += [_Value(one) for one in items]


def _swap(entry: NodeAtPath, value: _Value) -> None:
    entry.parent.value[entry.number] = (entry.key, value) if entry.key is not None else value


def _data(node: Any) -> Any:
    """The data of a node as it is read."""
    if isinstance(node, _Value):
        return settled(node.data)
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(one) for one in node.value]
    return resolve(node.value) if not node.style else node.value


def _comparable(node: Any) -> Any:
    """What two readings have in common if they mean the same: keys in any order, doubled ones too, and a text without the line breaks that end it."""
    if isinstance(node, yaml.MappingNode):
        return "mapping", sorted(((_composed(key.value), _comparable(value)) for key, value in node.value), key=repr)
    if isinstance(node, yaml.SequenceNode):
        return "list", [_comparable(one) for one in node.value]
    return _comparable_data(_data(node))


def _comparable_data(data: Any) -> Any:
    if isinstance(data, dict):
        return "mapping", sorted(((_composed(str(key)), _comparable_data(value)) for key, value in data.items()), key=repr)
    if isinstance(data, list):
        return "list", [_comparable_data(one) for one in data]
    return (type(data).__name__, data.rstrip("\n") if isinstance(data, str) else data)


def _composed(key: Any) -> str:
    return unicodedata.normalize("NFC", str(key))


__all__ = ["Add", "AnyChange", "Edit", "NotEditable", "Remove", "Set", "apply", "edits", "faults_by_place"]
