"""A file as data with places: a small tree of mappings, sequences and scalars, each with its span.

The tree is what is judged. A shape fault takes its own key out of the tree, or gives it the spelling that was meant, so that the data,
the places and the models always speak of the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from samverkan_cli.diagnostics import Fix, KeyPath, Replacement, Span


@dataclass(slots=True)
class Scalar:
    """A single value. ``raw`` is what is written, before it was read as a number or a truth value. ``block`` says that it stands on the rows
    below its place, after ``|`` or ``>``.
    """

    value: Any
    raw: str
    span: Span
    block: bool = False

    @property
    def is_at_its_place(self) -> bool:
        """Whether all of it stands at ``span``, on one line, so that something else can be written over it."""
        return not self.block and self.span.line == self.span.end_line


@dataclass(slots=True)
class Entry:
    """A key with its value."""

    written: str
    key_span: Span
    value: Tree


@dataclass(slots=True)
class Mapping:
    """Keys and values. ``flow`` is true for ``{a: b}`` on one line."""

    span: Span
    flow: bool = False
    entries: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Sequence:
    """A list."""

    span: Span
    flow: bool = False
    items: list[Tree] = field(default_factory=list)


Tree = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a file itself (pack ``fil``).

    ``path`` is where in the data; ``words`` are the keys and values that could not be read because of it, so that
    nobody claims that they are missing. ``None`` means that anything could have stood there. ``recovered`` says that what was meant has been
    put in, so that what stands below is judged as usual; ``loose`` that what could not be read may have stood anywhere in the file, so that no
    section is said to be missing from it. ``fixes`` are what can be done about it, and ``may_be_keys`` words that were read as part of a text:
    where one of them is a key there, what was meant is for somebody to say.
    """

    code: str
    message: str
    span: Span
    help: str = ""
    path: KeyPath | None = None
    words: frozenset[str] | None = frozenset()
    related: tuple[tuple[Span, str], ...] = ()
    recovered: bool = False
    loose: bool = False
    fixes: tuple[Fix, ...] = ()
    may_be_keys: tuple[str, ...] = ()


def proposal_fix(change: Replacement, *, safe: bool = True) -> Fix:
    """The fix that writes what was meant. What is a guess says so in the menu."""
    return Fix(f"Skriv {change.text}" + ("" if safe else CHECK_IT), (change,), safe)


CHECK_IT = " (kontrollera att det är det du menar)"
"""What the title of a fix ends with that is a guess."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file. ``tree`` is ``None`` if it could not be read.

    ``offers`` are the texts that may be lists or mappings with a wrong sign in them, by where they stand, each with the first key it would have, or ``-`` for a list;
    ``notices`` what nothing is wrong with, though it may not mean what it looks like. Which of them hold is for whoever knows the keys to say.
    """

    file: str
    text: str
    tree: Mapping | None
    faults: tuple[Fault, ...] = ()
    offers: dict[Span, str] = field(default_factory=dict)
    notices: tuple[Fault, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all of it was read: nothing was left out because the parser could not make anything of it."""
        return self.tree is not None and not any(fault.code == "FIL02" and not fault.recovered for fault in self.faults)

    def span(self, path: KeyPath) -> Span:
        """The span of what stands at ``path``, or of the nearest thing above it that exists."""
        if path and path[0] == TEXT:
            line, column, end = (int(step) for step in path[1:4])
            return Span(line, column, line, end)
        if self.tree is None:
            return START
        node: Tree = self.tree
        span = _first_entry(self.tree)
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
                entry = node.entries[step]
                node = entry.value
                span = node.span if isinstance(node, Scalar) and node.value is not None else entry.key_span
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                span = _first_entry(node) if isinstance(node, Mapping) else node.span
            elif not (isinstance(node, Mapping) and step == 0):
                # What stands alone where a list may stand is the first of one.
                break
        return span

    def indent(self, path: KeyPath) -> int:
        """The column (zero-based) where a new key stands under the nearest mapping that exists at or above ``path``."""
        node: Tree | None = self.tree
        column = 0
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
                node = node.entries[step].value
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            elif not (isinstance(node, Mapping) and step == 0):
                break
            if isinstance(node, Mapping) and node.entries and not node.flow:
                column = next(iter(node.entries.values())).key_span.column - 1
        return column


START = Span(1, 1, 1, 1)
TEXT = "@"
"""First step of a path that is a place in the text itself: line, column, end column. Comments have no other."""


def _first_entry(node: Mapping) -> Span:
    """What to underline for a whole mapping: its ``id``, else its first entry."""
    key = next((name for name in ("id", "typ") if name in node.entries), next(iter(node.entries), None))
    if key is None:
        return node.span
    entry = node.entries[key]
    end = entry.value.span if isinstance(entry.value, Scalar) else entry.key_span
    if end.end_line != entry.key_span.line:
        end = entry.key_span
    return Span(entry.key_span.line, entry.key_span.column, end.end_line, end.end_column)


def copied(tree: Mapping) -> Mapping:
    """A tree that may be changed without the other becoming another. Single values are shared: they are never changed."""
    return Mapping(tree.span, tree.flow, {key: Entry(one.written, one.key_span, _copied(one.value)) for key, one in tree.entries.items()})


def _copied(tree: Tree) -> Tree:
    if isinstance(tree, Mapping):
        return copied(tree)
    return Sequence(tree.span, tree.flow, [_copied(item) for item in tree.items]) if isinstance(tree, Sequence) else tree


def find(tree: Tree, path: KeyPath) -> Tree | None:
    """What stands at ``path``, or ``None``."""
    node: Tree = tree
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            node = node.entries[step].value
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


_PLACEHOLDER = re.compile(
    r"(?:…|\.{3,}|\(?\.{3}\)?|\[?…\]?|-{2,}|–|—|\?+|x{2,}|_{2,}"
    r"|n\s?/\s?a|n\.\s?a|n\.?\s?n"
    r"|(?:todo|tbd|tba|fixme|x{3,})(?:\W.*)?|(?:att|ska) göra(?::.*)?"
    r"|(?:ska |att |behöver )?(?:komplettera|fylla)s?(?: i| på)?(?: senare)?|(?:ska |att )?(?:kompletteras|fyllas i|skrivas)(?: (?:senare|av [^.!?\n]{1,60}))?"
    r"|fylls (?:i|på)(?: (?:senare|när|efter|av)\b[^.!?\n]{0,60})?|fyll i(?: \w+){0,4}"
    r"|(?:kommer|skrivs|anges)(?: in)? senare|kommer(?: att)?(?: kompletteras| fyllas i| skrivas)"
    r"|kommer|text kommer|mer info(?:rmation)? kommer|under (?:arbete|utarbetande|framtagande)|(?:ej|inte) ifyllt(?: (?:än|ännu))?"
    r"|lorem ipsum.*|.*\[fyll i.*|.*<fyll i.*|.*_{4,}.*|\[[\w ]{1,40}\]|<[\w ]{3,40}>)[.!:]?",
    re.IGNORECASE | re.DOTALL,
)


def is_placeholder(text: str) -> bool:
    """Whether a text only holds the place of one that is still to be written. Such a text is no evidence of anything."""
    return _PLACEHOLDER.fullmatch(text.strip()) is not None


def placeholder(path: KeyPath, scalar: Scalar) -> Fault:
    """A text that only holds a place (FIL12)."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    return Fault(
        "FIL12",
        f"{key}: här står ”{' '.join(scalar.raw.split())[:40]}” i stället för innehåll",
        scalar.span,
        "Skriv det som ska stå här, eller ta bort nyckeln.",
        path,
    )


def data(tree: Tree) -> Any:
    """Plain data. An empty value, and a text that only holds the place, is the same as a key left out."""
    if isinstance(tree, Scalar):
        return None if isinstance(tree.value, str) and is_placeholder(tree.value) else tree.value
    if isinstance(tree, Sequence):
        return [data(item) for item in tree.items]
    result = {}
    for key, entry in tree.entries.items():
        value = data(entry.value)
        if value is not None and value not in ("", [], {}):
            result[key] = value
    return result


def empties(tree: Tree, path: KeyPath = ()) -> Iterator[KeyPath]:
    """The paths of keys without a value."""
    if isinstance(tree, Sequence):
        for index, item in enumerate(tree.items):
            yield from empties(item, (*path, index))
    elif isinstance(tree, Mapping):
        for key, entry in tree.entries.items():
            if _is_empty(entry.value):
                yield (*path, key)
            yield from empties(entry.value, (*path, key))


def _is_empty(tree: Tree) -> bool:
    if isinstance(tree, Scalar):
        return data(tree) in (None, "")
    if isinstance(tree, Sequence):
        return not tree.items
    return all(_is_empty(entry.value) for entry in tree.entries.values())


def words(tree: Tree) -> Iterator[str]:
    """Every key and every scalar in a subtree."""
    if isinstance(tree, Scalar):
        yield from tokens(tree.raw)
    elif isinstance(tree, Sequence):
        for item in tree.items:
            yield from words(item)
    else:
        for key, entry in tree.entries.items():
            yield key
            yield from words(entry.value)


def placeholders(tree: Tree, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Scalar]]:
    """The texts that only hold a place, with their paths."""
    if isinstance(tree, Scalar):
        if isinstance(tree.value, str) and is_placeholder(tree.value):
            yield path, tree
    elif isinstance(tree, Sequence):
        for index, item in enumerate(tree.items):
            yield from placeholders(item, (*path, index))
    else:
        for key, entry in tree.entries.items():
            yield from placeholders(entry.value, (*path, key))


def tokens(text: str) -> Iterator[str]:
    """The words in a text, ids among them."""
    for match in re.finditer(r"[\w][\w.-]*", text):
        yield match[0].rstrip(".-")
