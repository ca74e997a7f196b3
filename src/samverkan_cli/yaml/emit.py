"""Plain data → YAML as a person would have written it: the only place that composes any.

ruamel.yaml writes the signs, so that whatever a text holds comes back as it was; which style a value has is decided here. Dates and words
stand plain, a text of several lines under ``|``, a small mapping on one line. Line breaks at either end of such a text are not kept: no model keeps them.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from samverkan_cli.yaml.reader import resolve

WIDTH = 110
"""How long a line may be before what stands on it is put on several."""

_UNPRINTED = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}?]|:[^\w ]")
"""Signs that a text may not begin with, and what may not stand between braces: libyaml stumbles on more than the standard says."""


class Written(str):
    """A value as it stands in a file, without quotation marks: a number keeps its zeros."""

    __slots__ = ()


class _Emitter(Emitter):
    """ruamel's, with one kind of quotation marks and nothing between brackets and braces."""

    def choose_scalar_style(self) -> Any:
        style = super().choose_scalar_style()
        return '"' if style == "'" else style

    def expect_flow_mapping(self, *arguments: Any, **options: Any) -> None:
        with self._close():
            super().expect_flow_mapping(*arguments, **options)

    def expect_flow_sequence(self, *arguments: Any, **options: Any) -> None:
        with self._close():
            super().expect_flow_sequence(*arguments, **options)

    @contextmanager
    def _close(self) -> Iterator[None]:
        """Without the spaces that ruamel puts before a brace within brackets, as if it stood after a dash."""
        indent = self.best_sequence_indent
        self.best_sequence_indent = 0 if self.flow_level else indent
        yield
        self.best_sequence_indent = indent


def settled(value: Any) -> Any:
    """The value as it is written and read back: a text of several lines ends with one line break, a date is its figures."""
    if isinstance(value, Written):
        return resolve(value)
    if isinstance(value, str):
        return f"{value.strip(_BREAK)}\n" if _BREAK in value.strip(_BREAK) else value
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: settled(below) for key, below in value.items()}
    return [settled(one) for one in value] if isinstance(value, list | tuple) else value


_BREAK = "\n"
_TAG = "tag:yaml.org,2002:"
_RESOLVER = YAML(typ="safe", pure=True).resolver


def scalar(value: object) -> str:
    """One value on one line, as it stands after a key."""
    if isinstance(value, str) and _BREAK in value:
        return flow(value)
    return _emitted(_mapping({"x": value}, in_flow=False))[0].removeprefix("x: ")


def flow(value: Any) -> str:
    """A value on one line, as it stands between braces or brackets: ``{a: b}``, ``[a, b]``."""
    return _emitted(_sequence([value]))[0][1:-1]


def block(values: Mapping[str, Any], indent: int = 0) -> list[str]:
    """A mapping with a key on each line, ``indent`` columns in; what is small stands on one line."""
    return [" " * indent + row if row else "" for row in _emitted(_mapping(values, in_flow=False))] if values else []


def item(value: Any, indent: int = 0, gap: int = 1, *, short: bool = True) -> list[str]:
    """One item of a list, its dash ``indent`` columns in and ``gap`` spaces after it; on one line if ``short`` and it is small."""
    lead = f"{' ' * indent}-{' ' * gap}"
    if isinstance(value, Mapping) and value and not (short and _is_small(value, len(lead))):
        rows = block(value, indent + 1 + gap)
        return [lead + rows[0].lstrip(" "), *rows[1:]]
    if isinstance(value, str) and _is_literal(value):
        first, *rest = _emitted(_mapping({"x": value}, in_flow=False))
        return [lead + first.removeprefix("x: "), *(" " * (indent + gap - 1) + row if row else "" for row in rest)]
    return [lead + (scalar(value) if not isinstance(value, Mapping | list | tuple) else flow(value))]


def _emitted(node: Node) -> list[str]:
    """The lines that the signs of one value make."""
    stream = StringIO()
    _writer().serialize(node, stream)
    return stream.getvalue().removesuffix("\n").split("\n")


def _writer() -> YAML:
    """ruamel with lines as long as they are, and lists two columns in."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Emitter = _Emitter
    yaml.width = 2**31
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _mapping(values: Mapping[str, Any], *, in_flow: bool) -> Node:
    pairs = [(_scalar(key), _value(value, in_flow, len(key) + 2)) for key, value in values.items()]
    return MappingNode(f"{_TAG}map", pairs, flow_style=in_flow)


def _sequence(values: Any, *, in_flow: bool = True) -> Node:
    return SequenceNode(f"{_TAG}seq", [_value(value, in_flow, 4) for value in values], flow_style=in_flow)


def _value(value: Any, in_flow: bool, lead: int) -> Node:
    """A value after ``lead`` columns of its line: lists of mappings and what is long go on lines of their own."""
    if isinstance(value, Mapping):
        return _mapping(value, in_flow=in_flow or not value or _is_small(value, lead))
    if isinstance(value, list | tuple):
        return _sequence(value, in_flow=in_flow or not any(isinstance(one, Mapping) for one in value))
    return _scalar(value, in_flow)


def _scalar(value: object, in_flow: bool = True) -> Node:
    if not isinstance(value, str) or isinstance(value, Written):
        text = _plain(value)
        return ScalarNode(_RESOLVER.resolve(ScalarNode, text, (True, False)), text)
    text = str(settled(value))
    if not in_flow and _is_literal(value):
        return ScalarNode(f"{_TAG}str", text, style="|")
    odd = text[:1] in _INDICATORS or _UNPRINTED.search(text) or (in_flow and _UNSAFE_IN_FLOW.search(text))
    if not isinstance(resolve(text), str) or odd or _BREAK in text:
        return ScalarNode(f"{_TAG}str", text, style='"')
    # Plain with the tag that it would be given: ruamel then sees no reason to quote a date, or a word that YAML 1.1 takes for another.
    return ScalarNode(_RESOLVER.resolve(ScalarNode, text, (True, False)), text)


def _plain(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _is_literal(text: str) -> bool:
    """Whether a text has several lines and survives under ``|``: no space first, and no sign that cannot stand there as itself."""
    inner = text.strip(_BREAK)
    return _BREAK in inner and not inner.startswith(" ") and not _UNPRINTED.search(inner)


def _is_small(value: Mapping[str, Any], lead: int) -> bool:
    """Whether a mapping is read easily on one line: nothing long, no text of several lines, at most one level below."""
    return _is_flat(value) and lead + _length(value) <= WIDTH


def _is_flat(value: Mapping[str, Any]) -> bool:
    return all(
        not (isinstance(below, list | tuple) and any(isinstance(one, Mapping) for one in below))
        and not (isinstance(below, Mapping) and any(isinstance(one, Mapping | list | tuple) for one in below.values()))
        and not (isinstance(below, str) and _BREAK in below)
        for below in value.values()
    )


def _length(value: Any) -> int:
    """About how many columns a value takes on one line, between braces or brackets."""
    if isinstance(value, Mapping):
        return sum(len(key) + 4 + _length(below) for key, below in value.items()) or 2
    if isinstance(value, list | tuple):
        return sum(2 + _length(one) for one in value) or 2
    return len(_plain(value))
