"""A text's nodes with the exact places of everything in it: what an edit is planned against."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

import yaml

from samverkan_cli.diagnostics import KeyPath
from samverkan_cli.errors import SamverkanError
from samverkan_cli.yaml.reader import read_once

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BREAK = re.compile("\r\n|[\r\n]")
"""Where a row ends for whoever edits it."""


class NotEditable(SamverkanError):
    """A change that cannot be made without touching something else."""

    def __init__(self, file: str, why: str, help: str = "Skriv det för hand.") -> None:
        super().__init__(f"{file} går inte att ändra säkert: {why}", f"{help} Ingenting är skrivet.")


@dataclass(frozen=True)
class NodeAtPath:
    """One step on the way down to a value: its collection, its number there, its key (none in a list) and itself."""

    parent: yaml.CollectionNode
    number: int
    key: yaml.ScalarNode | None
    value: yaml.Node


@dataclass(frozen=True)
class Source:
    """A text and its nodes. All places are indices in the text."""

    file: str
    text: str
    root: yaml.MappingNode

    def row_start(self, index: int) -> int:
        """Where the row of ``index`` begins."""
        return max(self.text.rfind(sign, 0, index) for sign in "\r\n") + 1

    def row_above(self, start: int) -> int:
        """Where the row above one begins that begins at ``start``."""
        return self.row_start(start - (2 if self.text.startswith("\r\n", start - 2) else 1))

    def row_end(self, index: int) -> int:
        """Where the row of ``index`` ends, before its line break."""
        found = BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def after_break(self, index: int) -> int:
        """Where the next row begins, from the end of one; the end of the text if there is none."""
        found = BREAK.match(self.text, index)
        return found.end() if found else len(self.text)

    def column(self, index: int) -> int:
        """How far in an index is."""
        return index - self.row_start(index)

    @cached_property
    def eol(self) -> str:
        """The line break of the text."""
        found = BREAK.search(self.text)
        return found[0] if found else "\n"

    def end(self, node: yaml.Node, key: yaml.Node | None) -> int:
        """Where a value really ends: a block collection's own mark is where the next thing begins, past comments."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end(last[1], last[0]) if isinstance(node, yaml.MappingNode) else self.end(last, None)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return self._block_end(node, key)
        end = int(node.end_mark.index)
        return max(end, int(key.end_mark.index)) if isinstance(node, yaml.ScalarNode) and key is not None else end

    def _block_end(self, node: yaml.ScalarNode, key: yaml.Node | None) -> int:
        """The last row of a ``|`` text: what is further in than its key or its dash, with empty rows between."""
        column = self.column(key.start_mark.index if key is not None else self.dash(node))
        end = self.row_end(node.start_mark.index)
        position = self.after_break(end)
        while position < len(self.text):
            stop = self.row_end(position)
            row = self.text[position:stop]
            if row.strip() and len(row) - len(row.lstrip(" ")) <= column:
                break
            if row.strip():
                end = stop
            position = self.after_break(stop)
            if position == stop:
                break
        return end

    def dash(self, item: yaml.Node) -> int:
        """The dash of an item of a block list."""
        index = item.start_mark.index
        return self.text.rindex("-", 0, index + (1 if isinstance(item, yaml.ScalarNode) and item.end_mark.index == index else 0))

    @cached_property
    def trails(self) -> dict[int, list[NodeAtPath]]:
        """The way down to every key, by where the key begins."""
        found: dict[int, list[NodeAtPath]] = {}
        waiting: list[tuple[list[NodeAtPath], yaml.Node]] = [([], self.root)]
        for above, node in waiting:
            if isinstance(node, yaml.MappingNode):
                for number, (key, value) in enumerate(node.value):
                    trail = found[key.start_mark.index] = [*above, NodeAtPath(node, number, key, value)]
                    waiting.append((trail, value))
            elif isinstance(node, yaml.SequenceNode):
                waiting += [([*above, NodeAtPath(node, number, None, one)], one) for number, one in enumerate(node.value)]
        return found

    @cached_property
    def comments(self) -> list[int]:
        """Where comments begin: a ``#`` first in a row or after a space, outside every value and key."""
        taken = sorted(self._scalars(self.root, None))
        found, position = [], 0
        for start, end in [*taken, (len(self.text), len(self.text))]:
            while (match := _COMMENT.search(self.text, position, start)) is not None:
                found.append(match.start())
                position = self.row_end(match.start())
            position = max(position, end)
        return found

    def _scalars(self, node: yaml.Node, key: yaml.Node | None) -> list[tuple[int, int]]:
        if isinstance(node, yaml.ScalarNode):
            start = node.start_mark.index
            if node.style in ("|", ">"):
                # What stands after the sign on its row may be a comment.
                return [(start, start + 1), (self.after_break(self.row_end(start)), self.end(node, key))]
            return [(start, node.end_mark.index)]
        if isinstance(node, yaml.MappingNode):
            return [place for name, value in node.value for place in (*self._scalars(name, None), *self._scalars(value, name))]
        return [place for one in node.value for place in self._scalars(one, None)]

    def has_comment(self, start: int, end: int) -> bool:
        """Whether a comment begins between two places."""
        return self._comment_between(start, end) is not None

    def comment_on_row(self, index: int) -> int | None:
        """Where the comment of a row begins that stands at or after ``index``."""
        return self._comment_between(index, self.row_end(index))

    def _comment_between(self, start: int, end: int) -> int | None:
        number = bisect_left(self.comments, start)
        return self.comments[number] if number < len(self.comments) and self.comments[number] < end else None


_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|(?<![\s\S]))#")


def compose(file: str, text: str) -> Source:
    """The nodes of a text. Raises ``NotEditable`` for what cannot be read whole: nothing may be changed in what is only partly known."""
    if read_once(file, text).tree is None:
        raise NotEditable(file, "filen går inte att läsa", "samverkan check visar vad som är fel. Rätta det först.")
    if text.startswith("\ufeff"):
        raise NotEditable(file, "filen börjar med ett osynligt tecken")
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        root = None
    if not isinstance(root, yaml.MappingNode) or _has_alias(root):
        raise NotEditable(file, "den är skriven på ett sätt som inte används här")
    return Source(file, text, root)


def _has_alias(root: yaml.Node) -> bool:
    """Whether something stands in two places: then its marks are those of only one of them."""
    seen: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node) in seen:
            return True
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            stack += [one for pair in node.value for one in pair]
        elif isinstance(node, yaml.SequenceNode):
            stack += node.value
    return False


def locate(source: Source, path: KeyPath) -> tuple[list[NodeAtPath], KeyPath]:
    """The way down to what stands at ``path``, as far as it exists, and the steps that are left."""
    trail: list[NodeAtPath] = []
    node: yaml.Node = source.root
    for number, step in enumerate(path):
        entry = _step(node, step)
        if entry is None:
            return trail, path[number:]
        trail.append(entry)
        node = entry.value
    return trail, ()


def _step(node: yaml.Node, step: str | int) -> NodeAtPath | None:
    if isinstance(node, yaml.MappingNode) and isinstance(step, str):
        for number, (key, value) in enumerate(node.value):
            if isinstance(key, yaml.ScalarNode) and _same(key.value, step):
                return NodeAtPath(node, number, key, value)
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return NodeAtPath(node, step, None, node.value[step])
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, str):
        found = [
            NodeAtPath(node, number, None, one)
            for number, one in enumerate(node.value)
            if _id_of(one) == unicodedata.normalize("NFC", step)
        ]
        return found[0] if len(found) == 1 else None
    return None


def _id_of(node: yaml.Node) -> str | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((unicodedata.normalize("NFC", str(value.value)) for key, value in node.value if key.value == "id"), None)


def _same(one: object, other: str) -> bool:
    return one == other or unicodedata.normalize("NFC", str(one)) == unicodedata.normalize("NFC", other)
