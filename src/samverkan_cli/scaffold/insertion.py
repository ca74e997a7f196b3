"""One more item in a list of a file, put in as text: every byte outside of it stays as it is."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Any

import yaml

from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.emit import WIDTH, flow, item
from samverkan_cli.yaml.reader import decode, read
from samverkan_cli.yaml.tree import Document, Tree, data

_TAIL = ("krav_på_delar", "delar", "bilagor")
_ORDER = [str(info.alias) for info in ContentDocument.model_fields.values()] + list(_TAIL)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = re.compile("\r\n|[\r\n]")


@dataclass(frozen=True)
class _Text:
    """A file's text and its tree of nodes with exact places."""

    text: str
    root: yaml.MappingNode
    eol: str

    def row_end(self, index: int) -> int:
        """Where the row of ``index`` ends, before its line break."""
        found = _BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def after_break(self, index: int) -> int:
        """Where the next row begins; the end of the text if there is none."""
        found = _BREAK.match(self.text, index)
        return found.end() if found else len(self.text)


def inserted(file: str, raw: bytes, section: str, entry: dict[str, Any]) -> bytes:
    """The file with one more item last in ``section``. Raises ``SamverkanError`` if that cannot be done without touching anything else."""
    text, faults = decode(raw)
    if faults:
        raise SamverkanError(f"{file} är inte sparad som UTF-8", "Spara om filen som UTF-8 först. Ingenting är skrivet.")
    before = read(file, raw)
    if before.tree is None or any(fault.code == "FIL02" for fault in before.faults):
        raise SamverkanError(f"{file} går inte att läsa", "samverkan check visar vad som är fel. Rätta det först; ingenting är skrivet.")
    where, new = _place(_opened(file, text), file, section, entry)
    bom = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    after = bom + text[:where].encode() + new.encode() + text[where:].encode()
    _verify(before, read(file, after), section, entry)
    return after


def _opened(file: str, text: str) -> _Text:
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        root = None
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise SamverkanError(
            f"{file} är skriven så att det inte går att lägga till något säkert", "Skriv den för hand. Ingenting är skrivet."
        )
    first = _BREAK.search(text)
    return _Text(text, root, first[0] if first else "\n")


def _place(source: _Text, file: str, section: str, entry: dict[str, Any]) -> tuple[int, str]:
    """Where to put what."""
    pairs = [(str(key.value), key, value) for key, value in source.root.value]
    found = next(((key, value) for name, key, value in pairs if _composed(name) == section), None)
    if found is None:
        ranks = {name: number for number, name in enumerate(_ORDER)}
        earlier = [(key, value) for name, key, value in pairs if ranks.get(_composed(name), -1) < ranks[section]]
        key, value = earlier[-1]
        return _after(source, _end(source, value, key), 0, ["", f"{section}:", *item(entry, 2)])
    key, value = found
    if isinstance(value, yaml.SequenceNode):
        if not value.value:
            return value.start_mark.index + 1, flow(entry)
        if value.flow_style:
            return value.value[-1].end_mark.index, f", {flow(entry)}"
        return _last(source, value, entry)
    if isinstance(value, yaml.ScalarNode) and value.value == "" and value.start_mark.index == value.end_mark.index:
        return _after(source, key.end_mark.index, 0, item(entry, 2))
    raise SamverkanError(f"{section} i {file} är ingen lista", "samverkan check visar vad som är fel. Ingenting är skrivet.")


def _last(source: _Text, value: yaml.SequenceNode, entry: dict[str, Any]) -> tuple[int, str]:
    """After the last item of a block list, written as that is written."""
    last = value.value[-1]
    dash = source.text.rindex("-", 0, last.start_mark.index)
    dash_column = dash - max(source.text.rfind(sign, 0, dash) for sign in "\r\n") - 1
    same_row = not _BREAK.search(source.text, dash, last.start_mark.index)
    gap = last.start_mark.index - dash - 1 if same_row else 1
    rows = item(entry, dash_column, gap, short=not isinstance(last, yaml.MappingNode) or bool(last.flow_style))
    if (
        isinstance(last, yaml.MappingNode)
        and last.flow_style
        and len(short := f"{' ' * dash_column}-{' ' * gap}{flow(entry)}") <= WIDTH + 30
    ):
        rows = [short]
    if len(value.value) > 1 and _blank_between(source, value.value[-2], last):
        rows = ["", *rows]
    return _after(source, _end(source, last, last), dash_column, rows)


def _blank_between(source: _Text, one: yaml.Node, other: yaml.Node) -> bool:
    between = source.text[_end(source, one, one) : other.start_mark.index]
    return bool(re.search(r"(?:\r\n|[\r\n])[ \t]*(?:\r\n|[\r\n])", between))


def _end(source: _Text, node: yaml.Node, key: yaml.Node) -> int:
    """Where a value really ends: a block collection's own mark is where the next thing begins."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        below = node.value[-1]
        return _end(source, below[1], below[0])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _end(source, node.value[-1], key)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return _block_end(source, node, key)
    return max(int(node.end_mark.index), int(key.end_mark.index)) if isinstance(node, yaml.ScalarNode) else int(node.end_mark.index)


def _block_end(source: _Text, node: yaml.ScalarNode, key: yaml.Node) -> int:
    """The last row of a ``|`` text: what is further in than its key, with empty rows between."""
    start = source.text.rfind("\n", 0, key.start_mark.index) + 1
    dash = re.match(r"[ \t]*-[ \t]", source.text[start:])
    column = key.start_mark.column if key is not node else len(dash[0].rstrip()) - 1 if dash else 0
    end = source.row_end(node.start_mark.index)
    position = source.after_break(end)
    while position < len(source.text):
        stop = source.row_end(position)
        row = source.text[position:stop]
        if row.strip() and len(row) - len(row.lstrip(" ")) <= column:
            break
        if row.strip():
            end = stop
        position = source.after_break(stop)
        if stop == len(source.text):
            break
    return end


def _after(source: _Text, index: int, column: int, rows: list[str]) -> tuple[int, str]:
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
        return end, source.eol + source.eol.join(rows)
    return source.after_break(end), source.eol.join(rows) + source.eol


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _verify(before: Document, after: Document, section: str, entry: dict[str, Any]) -> None:
    """Read it back: the new item is last, nothing else has changed, and nothing new is wrong."""
    unchanged = after.tree is not None and before.tree is not None
    if unchanged:
        assert after.tree is not None and before.tree is not None
        new, old = _plain(after.tree), _plain(before.tree)
        items = new.get(section)
        unchanged = isinstance(items, list) and items[-1:] == [entry]
        if unchanged:
            rest = items[:-1]
            new = {key: value for key, value in new.items() if key != section} | ({section: rest} if rest else {})
            unchanged = new == {key: value for key, value in old.items() if key != section or value}
    if not unchanged:
        raise SamverkanError(
            f"det gick inte att lägga till i {before.file} utan att något annat ändras", "Skriv den för hand. Ingenting är skrivet."
        )
    fresh = _faults(after) - _faults(before)
    if fresh:
        (message, help), _ = fresh.most_common(1)[0]
        raise SamverkanError(message, f"{help} Ingenting är skrivet.".strip())


def _faults(document: Document) -> Counter[tuple[str, str]]:
    _, faults = build(document)
    return Counter((fault.message, fault.help) for fault in (*document.faults, *faults))


def _plain(tree: Tree) -> Any:
    return _stripped(data(tree))


def _stripped(value: Any) -> Any:
    """Without what no model keeps: empty values, and the line breaks that end a text."""
    if isinstance(value, str):
        return value.rstrip("\n")
    if isinstance(value, list):
        return [_stripped(one) for one in value]
    return {key: _stripped(below) for key, below in value.items() if below is not None} if isinstance(value, dict) else value
