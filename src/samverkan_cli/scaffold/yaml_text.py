"""Plain data → the lines of YAML that a person would have written. A text is put between quotation marks only where it must be."""

from __future__ import annotations

import json
import re
from typing import Any

from samverkan_cli.yaml.reader import resolve

WIDTH = 110
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_ODD = r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
_UNSAFE = re.compile(rf": |:$| #|{_ODD}")
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}?]|:[^\w ]")


def scalar(value: object, in_flow: bool = False) -> str:
    """One value on one line."""
    if not isinstance(value, str):
        return json.dumps(value)
    plain = (
        value == value.strip()
        and value[:1] not in _INDICATORS
        and isinstance(resolve(value), str)
        and not _UNSAFE.search(value)
        and not (in_flow and _UNSAFE_IN_FLOW.search(value))
    )
    return value if value and plain else _quoted(value)


def _quoted(value: str) -> str:
    return re.sub(_ODD, lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def flow(value: Any) -> str:
    """A value on one line, ``{a: b}`` and ``[a, b]``."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key, True)}: {flow(below)}" for key, below in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value, True)


def block(values: dict[str, Any], indent: int = 0) -> list[str]:
    """A mapping with a key on each line; what is small stands on one line."""
    rows: list[str] = []
    for key, value in values.items():
        rows += _entry(scalar(key, True), value, indent)
    return rows


def item(value: Any, indent: int = 0, gap: int = 1, *, short: bool = True) -> list[str]:
    """One item of a list, with its dash ``indent`` columns in and ``gap`` spaces after it; on one line if that is allowed and it is small."""
    one_line = f"{' ' * indent}-{' ' * gap}{flow(value)}"
    if not isinstance(value, dict) or (short and len(one_line) <= WIDTH and _small(value)):
        return [one_line]
    rows = block(value, indent + 1 + gap)
    rows[0] = f"{' ' * indent}-{rows[0][indent + 1 :]}"
    return rows


def _entry(key: str, value: Any, indent: int) -> list[str]:
    start = f"{' ' * indent}{key}:"
    if isinstance(value, str) and "\n" in value.strip("\n"):
        return _paragraphs(start, value, indent)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [start, *(row for one in value for row in item(one, indent + 2))]
    one_line = f"{start} {flow(value) if isinstance(value, dict | list) else scalar(value)}"
    if isinstance(value, dict) and not (len(one_line) <= WIDTH and _small(value)):
        return [start, *block(value, indent + 2)]
    return [one_line]


def _small(value: dict[str, Any]) -> bool:
    """Whether a mapping is read easily on one line: few keys, nothing long, at most one level below."""
    return all(
        not (isinstance(below, list) and any(isinstance(one, dict) for one in below))
        and not (isinstance(below, dict) and any(isinstance(one, dict | list) for one in below.values()))
        and not (isinstance(below, str) and "\n" in below)
        for below in value.values()
    )


def _paragraphs(start: str, text: str, indent: int) -> list[str]:
    """A text of several lines under ``|``; one that would not survive there stands between quotation marks."""
    rows = text.strip("\n").split("\n")
    if rows[0].startswith(" ") or any(re.search(_ODD, row) for row in rows):
        return [f"{start} {_quoted(text)}"]
    return [f"{start} |", *(" " * (indent + 2) + row if row else "" for row in rows)]
