"""Where in a text a change goes, and how it is written there: as what stands around it is written."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from samverkan_cli.diagnostics import KeyPath
from samverkan_cli.yaml.emit import WIDTH, Written, block, flow, item
from samverkan_cli.yaml.nodes import NodeAtPath, NotEditable, Source, locate
from samverkan_cli.yaml.reader import resolve

BREAKS = re.compile("[\r\n]")
LONG = WIDTH + 30
"""How long a mapping on one line may become before it is written on several."""


@dataclass(frozen=True)
class Edit:
    """Write ``text`` from ``start`` to ``end`` (places in the text, from zero, the end exclusive)."""

    start: int
    end: int
    text: str


def setting(source: Source, path: KeyPath, value: Any, order: tuple[str, ...]) -> list[Edit]:
    """Give what stands at a path a value, or put it in with what is missing above it."""
    trail, rest = locate(source, path)
    if not rest:
        if not trail:
            raise NotEditable(source.file, "hela filen kan inte bytas")
        return _replaced(source, trail, value)
    if not all(isinstance(step, str) for step in rest):
        raise NotEditable(source.file, "det som ska ändras finns inte")
    for step in reversed(rest[1:]):
        value = {step: value}
    key = str(rest[0])
    above = trail[-1].value if trail else source.root
    if isinstance(above, yaml.MappingNode):
        return _with_key(source, trail, above, key, value, order)
    if is_empty(above):
        return _replaced(source, trail, {key: value})
    raise NotEditable(source.file, f"det står redan något annat där {key} ska stå")


def adding(source: Source, path: KeyPath, value: Any, order: tuple[str, ...]) -> list[Edit]:
    """Put one more item last in the list at a path."""
    trail, rest = locate(source, path)
    there = trail[-1].value if trail and not rest else None
    if there is None or is_empty(there):
        return setting(source, path, [value], order)
    if not isinstance(there, yaml.SequenceNode):
        raise NotEditable(source.file, f"{path[-1]} är ingen lista")
    if there.flow_style:
        return _in_flow(source, trail, there, flow(value), value)
    return [_last_item(source, there, value)]


def removing(source: Source, trail: Sequence[NodeAtPath]) -> list[Edit]:
    """Take out what the trail leads to; where nothing else is beside it, what holds it too."""
    while len(trail) > 1 and len(trail[-1].parent.value) == 1:
        trail = trail[:-1]
    entry = trail[-1]
    if len(entry.parent.value) == 1:
        raise NotEditable(source.file, "det är det enda som står i filen")
    return [_without_in_flow(source, entry) if entry.parent.flow_style else _without(source, entry)]


def collection_at(source: Source, trail: Sequence[NodeAtPath]) -> yaml.CollectionNode:
    """What the trail leads to: the whole file where it is empty."""
    node = trail[-1].value if trail else source.root
    assert isinstance(node, yaml.CollectionNode)
    return node


def home(source: Source, path: KeyPath) -> list[NodeAtPath]:
    """The way down to the collection, at or above a path, that a block goes into."""
    trail, _ = locate(source, path)
    while trail and is_empty(trail[-1].value):
        trail = trail[:-1]
    if trail and isinstance(trail[-1].value, yaml.ScalarNode):
        raise NotEditable(source.file, "det står redan något där")
    return trail


def inserting(source: Source, path: KeyPath, text: str) -> list[Edit]:
    """Put a block that a person wrote where it belongs."""
    trail = home(source, path)
    node = collection_at(source, trail)
    rows = block_rows(trail, text)
    if isinstance(node, yaml.SequenceNode):
        if node.flow_style or not node.value or not rows[0].startswith("- "):
            raise NotEditable(source.file, "listan står på en rad")
        column = source.column(source.dash(node.value[-1]))
        return [_after(source, source.end(node, None), column, _at(rows, column))]
    key = re.match(r"[^\s:]+", rows[0])
    there = next((one for one in node.value if key is not None and one[0].value == key[0]), None)
    if node.flow_style:
        if there is not None or not node.value or any(row.startswith(" ") or not re.match(r"[^\s:]+: \S", row) for row in rows):
            raise NotEditable(source.file, "det ryms inte på raden")
        end = source.end(node.value[-1][1], node.value[-1][0])
        return [Edit(end, end, f", {', '.join(rows)}")]
    column = source.column(node.value[0][0].start_mark.index)
    if there is None:
        last = node.value[-1]
        return [_after(source, source.end(last[1], last[0]), column, _at(rows, column))]
    start, colon = there[0].start_mark.index, _colon(source, there[0])
    if not is_empty(there[1]) or source.text[colon : source.row_end(colon)].strip():
        raise NotEditable(source.file, f"{there[0].value} står där redan")
    # The key stands there with nothing after it: the block takes its row.
    return [Edit(start, source.row_end(colon), source.eol.join(_at(rows, column)).lstrip(" "))]


def block_rows(trail: Sequence[NodeAtPath], text: str) -> list[str]:
    """The rows of a block at the left margin; only the items, where the list that it would begin is there already."""
    rows = textwrap.dedent(text.strip("\n")).split("\n")
    last = trail[-1] if trail else None
    if last is not None and isinstance(last.value, yaml.SequenceNode) and last.key is not None and rows[0] == f"{last.key.value}:":
        rows = textwrap.dedent("\n".join(rows[1:])).split("\n")
    return rows


def is_empty(node: yaml.Node) -> bool:
    """Whether nothing stands there."""
    return isinstance(node, yaml.ScalarNode) and node.value == "" and node.start_mark.index == node.end_mark.index


def plain(node: yaml.Node) -> Any:
    """A node as what can be written anew: what stands without quotation marks keeps its spelling."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(one) for one in node.value]
    assert isinstance(node, yaml.ScalarNode)
    return node.value if node.style or isinstance(resolve(node.value), str) else Written(node.value)


def _at(rows: Sequence[str], column: int) -> list[str]:
    return [" " * column + row if row else "" for row in rows]


_COLON = re.compile(r"[ \t]*:")


def _colon(source: Source, key: yaml.Node) -> int:
    """The place after a key's colon, which need not stand close."""
    found = _COLON.match(source.text, key.end_mark.index)
    if found is None:
        raise NotEditable(source.file, "nyckeln saknar kolon")
    return found.end()


def _replaced(source: Source, trail: Sequence[NodeAtPath], value: Any) -> list[Edit]:
    entry = trail[-1]
    old, key = entry.value, entry.key
    if entry.parent.flow_style:
        return _replaced_in_flow(source, trail, value)
    if key is not None:
        rows = block({"x": value})
        rows = [rows[0].removeprefix("x:"), *_at(rows[1:], source.column(key.start_mark.index))]
        start = _colon(source, key)
    else:
        start = source.dash(old) + 1
        column = source.column(start - 1)
        gap = old.start_mark.index - start
        gap = gap if 0 < gap == len(source.text[start : old.start_mark.index].strip("\r\n")) else 1
        rows = item(value, column, gap, short=not isinstance(old, yaml.MappingNode) or bool(old.flow_style))
        rows = [rows[0][column + 1 :], *rows[1:]]
    end = max(source.end(old, key), start)
    if key is not None and is_empty(old) and not rows[0]:
        return [_after(source, start, source.column(key.start_mark.index), rows[1:])]
    if len(rows) == 1 and not BREAKS.search(source.text[start:end]):
        lead = "" if is_empty(old) else source.text[start : old.start_mark.index]
        return [Edit(start, end, (lead or " ") + rows[0].lstrip(" "))]
    return [_over_rows(source, start, end, rows)]


def _over_rows(source: Source, start: int, end: int, rows: list[str]) -> Edit:
    """Write rows over what stands on several, or may now. A comment beside the old value stands beside the new one."""
    stop = source.row_end(end)
    kept = [index for index in (source.comment_on_row(start), source.comment_on_row(end)) if index is not None]
    if any(start <= index < end and index not in kept for index in source.comments):
        raise NotEditable(source.file, "en kommentar skulle försvinna")
    if not kept and source.text[end:stop].strip():
        raise NotEditable(source.file, "det står mer på raden")
    notes = list(dict.fromkeys(source.text[index : source.row_end(index)].rstrip() for index in kept))
    first = "  ".join([rows[0], *notes])
    return Edit(start, stop, source.eol.join([first, *rows[1:]]))


def _replaced_in_flow(source: Source, trail: Sequence[NodeAtPath], value: Any) -> list[Edit]:
    entry = trail[-1]
    old, text = entry.value, flow(value)
    if not is_empty(old):
        if source.has_comment(old.start_mark.index, old.end_mark.index):
            raise NotEditable(source.file, "en kommentar skulle försvinna")
        edit = Edit(old.start_mark.index, old.end_mark.index, text)
    elif entry.key is not None:
        found = _COLON.match(source.text, entry.key.end_mark.index)
        start = found.end() if found else entry.key.end_mark.index
        edit = Edit(start, start, f" {text}" if found else f": {text}")
    else:
        raise NotEditable(source.file, "en post i listan är tom")
    return _fitted(source, trail[:-1], edit, lambda data: _reach(data, entry, value))


def _reach(data: Any, entry: NodeAtPath, value: Any) -> None:
    data[str(entry.key.value) if entry.key is not None else entry.number] = value


def _fitted(source: Source, trail: Sequence[NodeAtPath], edit: Edit, change: Any) -> list[Edit]:
    """The edit, or the whole of what stands on one row written on several, where the row would be too long.

    ``trail`` leads to the collection that ``change`` changes.
    """
    outer = next((number for number, entry in enumerate(trail) if getattr(entry.value, "flow_style", False)), None)
    if outer is None:
        return [edit]
    node = trail[outer].value
    start, end = node.start_mark.index, node.end_mark.index
    row = source.row_end(start) - source.row_start(start)
    fits = row + len(edit.text) - (edit.end - edit.start) <= LONG
    if fits or BREAKS.search(source.text[start:end]) or source.has_comment(start, end) or not isinstance(node, yaml.MappingNode):
        return [edit]
    whole = plain(node)
    inner = whole
    for entry in trail[outer + 1 :]:
        inner = inner[str(entry.key.value) if entry.key is not None else entry.number]
    change(inner)
    return _replaced(source, trail[: outer + 1], whole)


def _with_key(
    source: Source, trail: Sequence[NodeAtPath], node: yaml.MappingNode, key: str, value: Any, order: tuple[str, ...]
) -> list[Edit]:
    """One more key in a mapping: after those that usually come before it, else last."""
    if not node.value:
        if not trail:
            raise NotEditable(source.file, "filen är tom")
        return _replaced(source, trail, {key: value})
    ranks = {name: number for number, name in enumerate(order)}
    own = ranks.get(key, -1)
    earlier = [pair for pair in node.value if ranks.get(unicodedata.normalize("NFC", str(pair[0].value)), len(ranks)) < own]
    last = earlier[-1] if earlier else node.value[-1]
    if node.flow_style:
        end = source.end(last[1], last[0])
        edit = Edit(end, end, f", {flow({key: value})[1:-1]}")
        return _fitted(source, trail, edit, lambda data: data.__setitem__(key, value))
    column = source.column(node.value[0][0].start_mark.index)
    rows = block({key: value}, column)
    if not trail and isinstance(value, list | dict) and value:
        rows = ["", *rows]
    return [_after(source, source.end(last[1], last[0]), column, rows)]


def _in_flow(source: Source, trail: Sequence[NodeAtPath], node: yaml.SequenceNode, text: str, value: Any) -> list[Edit]:
    end = source.end(node.value[-1], None) if node.value else node.start_mark.index + 1
    edit = Edit(end, end, f", {text}" if node.value else text)
    return _fitted(source, trail, edit, lambda data: data.append(value))


def _last_item(source: Source, node: yaml.SequenceNode, value: Any) -> Edit:
    """After the last item of a block list, written as that is written."""
    last = node.value[-1]
    dash = source.dash(last)
    column = source.column(dash)
    between = source.text[dash + 1 : last.start_mark.index]
    gap = len(between) if between and not between.strip(" ") else 1
    rows = item(value, column, gap, short=not isinstance(last, yaml.MappingNode) or bool(last.flow_style))
    if isinstance(last, yaml.MappingNode) and last.flow_style and len(short := f"{' ' * column}-{' ' * gap}{flow(value)}") <= LONG:
        rows = [short]
    if len(node.value) > 1 and _BLANK.search(source.text, source.end(node.value[-2], None), last.start_mark.index):
        rows = ["", *rows]
    return _after(source, source.end(last, None), column, rows)


_END = "(?:\r\n|\n|\r(?!\n))"
_BLANK = re.compile(f"{_END}[ \t]*{_END}")


def _after(source: Source, index: int, column: int, rows: list[str]) -> Edit:
    """After the row of ``index`` and the comments that belong to it: those further in than ``column``."""
    end = source.row_end(index)
    position = source.after_break(end)
    while position < len(source.text):
        stop = source.row_end(position)
        row = source.text[position:stop]
        if not row.lstrip(" ").startswith("#") or len(row) - len(row.lstrip(" ")) <= column:
            break
        end, position = stop, source.after_break(stop)
    if end == len(source.text):
        return Edit(end, end, source.eol + source.eol.join(rows))
    place = source.after_break(end)
    return Edit(place, place, source.eol.join(rows) + source.eol)


def _without_in_flow(source: Source, entry: NodeAtPath) -> Edit:
    entries = entry.parent.value
    start, end = _extent(source, entries[entry.number])
    if entry.number:
        start = _extent(source, entries[entry.number - 1])[1]
    else:
        end = _extent(source, entries[1])[0]
    if source.has_comment(start, end):
        raise NotEditable(source.file, "en kommentar skulle försvinna")
    return Edit(start, end, "")


def _extent(source: Source, entry: Any) -> tuple[int, int]:
    """Where a pair or an item of a collection on one line begins and ends."""
    if isinstance(entry, tuple):
        return entry[0].start_mark.index, source.end(entry[1], entry[0])
    return entry.start_mark.index, entry.end_mark.index


def _without(source: Source, entry: NodeAtPath) -> Edit:
    """The rows of a key or an item, with its own comments: the one beside it, and those right above at its indentation."""
    begin = entry.key.start_mark.index if entry.key is not None else source.dash(entry.value)
    end = source.row_end(source.end(entry.value, entry.key))
    head = source.row_start(begin)
    if source.text[head:begin].strip(" "):
        # It stands after a dash, which the next key takes over: only the first key of an item does.
        if entry.key is None or entry.number:
            raise NotEditable(source.file, "det står mer på raden")
        following = entry.parent.value[1][0].start_mark.index
        if source.has_comment(end, following):
            column = source.column(begin)
            return Edit(begin, source.after_break(end) + column, "")
        return Edit(begin, following, "")
    start = head
    while start:
        above = source.row_above(start)
        row = source.text[above:start]
        if not row.lstrip(" ").startswith("#") or len(row) - len(row.lstrip(" ")) != begin - head:
            break
        start = above
    stop = source.after_break(end)
    blank_before = start == 0 or not source.text[source.row_above(start) : start].strip()
    while blank_before and _BLANK_ROW.match(source.text, stop):
        stop = source.after_break(source.row_end(stop))
    return Edit(start, stop, "")


_BLANK_ROW = re.compile(f"[ \t]*{_END}")
