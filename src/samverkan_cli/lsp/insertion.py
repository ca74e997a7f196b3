"""Where the block that a finding offers is to be pasted."""

from __future__ import annotations

import re

from samverkan_cli.checking.rule import Case, rules
from samverkan_cli.diagnostics import Diagnostic, Finding, Place
from samverkan_cli.fixing.edits import Edit
from samverkan_cli.lsp.positions import text_of
from samverkan_cli.lsp.symbols import extent
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import read
from samverkan_cli.yaml.tree import Document, Mapping, Scalar, Sequence, Tree, find


def home_of(found: Diagnostic, dossier: Dossier) -> Place | None:
    """Where the block belongs: the finding's place, unless its rule says another."""
    rule = rules().get(found.code)
    if found.place is None or rule is None or rule.judge is None:
        return found.place
    for said in rule.judge(Case(dossier)):
        if isinstance(said, Finding) and (said.place, said.message) == (found.place, found.message):
            return said.suggestion_place or said.place
    return found.place


def pasting(block: str, document: Document, home: Place) -> Edit | None:
    """The edit that puts a block (indented for its place) into a document; ``None`` if the place cannot take it as it stands."""
    if document.tree is None or not block.strip():
        return None
    edit = _edit(block, document, document.tree, home)
    return edit if edit is not None and _is_sound(document, edit) else None


def _edit(block: str, document: Document, tree: Mapping, home: Place) -> Edit | None:
    node: Tree = tree
    for length in range(1, len(home.path) + 1):
        below = find(tree, home.path[:length])
        if below is None or (isinstance(below, Scalar) and below.value is None):
            break
        node = below
    first = block.lstrip()
    if isinstance(node, Sequence):
        return None if node.flow or not first.startswith("- ") else _after(block, document, node)
    if not isinstance(node, Mapping):
        return None
    if node.flow:
        return _within(block, document, node)
    key = re.match(r"[^\s:]+", first)
    there = node.entries.get(key[0]) if key is not None else None
    if there is None:
        return _after(block, document, node)
    if not (isinstance(there.value, Scalar) and there.value.value is None):
        return None
    # The key stands there with nothing after it: the block takes its line.
    text = text_of(document.text)
    start = text.offset(there.key_span.line, there.key_span.column)
    end = text.offset(there.key_span.line + 1, 1) if "\n" in document.text[start:] else len(document.text)
    line = document.text[start:end].rstrip("\r\n")
    return Edit(start, start + len(line), _lines(first, document)) if re.fullmatch(r"[^#]*:\s*", line) else None


def _after(block: str, document: Document, node: Tree) -> Edit:
    """On new lines below the last line of what is there."""
    end = extent(document, node)[1]
    last = _last_scalar(node)
    if last is not None and document.text[text_of(document.text).offset(last.span.line, last.span.column)] in "|>":
        end = _end_of_block(document, end)
    stop = re.compile(r"[^\r\n]*").match(document.text, end)
    assert stop is not None
    newline = "\r\n" if "\r\n" in document.text else "\n"
    return Edit(stop.end(), stop.end(), newline + _lines(block, document))


def _last_scalar(node: Tree) -> Scalar | None:
    while not isinstance(node, Scalar):
        below = list(node.items) if isinstance(node, Sequence) else [entry.value for entry in node.entries.values()]
        if not below:
            return None
        node = below[-1]
    return node


def _end_of_block(document: Document, end: int) -> int:
    """A text on lines of its own goes on as long as they are indented further than its key."""
    start = document.text.rfind("\n", 0, end) + 1
    row = document.text[start:end]
    own = len(row) - len(row.lstrip(" -"))
    position = end
    for following in re.finditer(r"\r?\n([^\r\n]*)", document.text[end:]):
        words = following[1]
        if words.strip() and len(words) - len(words.lstrip(" ")) <= own:
            break
        if words.strip():
            position = end + following.end()
    return position


def _within(block: str, document: Document, node: Mapping) -> Edit | None:
    """Inside braces on one line, where the block is one line too."""
    row = block.strip()
    if "\n" in row or not re.match(r"[^\s:]+: \S", row) or not node.entries:
        return None
    end = extent(document, node)[1]
    while end < len(document.text) and document.text[end] in "]} " and document.text[end:].lstrip()[:1] in "]}":
        if _balanced(document.text[text_of(document.text).offset(node.span.line, node.span.column) : end]):
            break
        end += 1
    return Edit(end, end, f", {row}")


def _balanced(written: str) -> bool:
    """Whether only the outermost brace is open still."""
    return written.count("{") + written.count("[") - written.count("}") - written.count("]") == 1


def _lines(block: str, document: Document) -> str:
    return block.replace("\n", "\r\n") if "\r\n" in document.text else block


def _is_sound(document: Document, edit: Edit) -> bool:
    """Whether the text with the block in it has no fault that it did not have before."""
    text = document.text[: edit.start] + edit.text + document.text[edit.end :]
    after = read(document.file, text.encode("utf-8", "replace"))
    more = build(after)[1]
    return len(after.faults) + len(more) <= len(document.faults) and after.tree is not None
