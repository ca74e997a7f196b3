"""The skeletons in ``templates/ny``: YAML with Swedish comments, and the few places where the answers go.

A line that is only ``${name}`` becomes the block of that name, or nothing. ``#?name words`` is a comment that stands only where the
block is missing, ``#!name words`` one that stands only where it is there. ``${name}`` inside a line becomes a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from samverkan_cli.resources import templates

Values = Mapping[str, str | list[str]]
"""What goes into a skeleton: words for inside a line, lists of lines for blocks."""


def filled(name: str, values: Values) -> str:
    """The text of a file."""
    rows: list[str] = []
    for row in _rows(name, values):
        if row or (rows and rows[-1]):
            rows.append(row)
    return "\n".join(rows).strip("\n") + "\n"


def _rows(name: str, values: Values) -> Iterator[str]:
    text = (templates() / "ny" / name).read_text(encoding="utf-8")
    for row in text.splitlines():
        if match := re.fullmatch(r"\$\{(\w+\.yaml)\}", row):
            yield from _rows(match[1], values)
        elif match := re.fullmatch(r"\$\{(\w+)\}", row):
            block = values.get(match[1], [])
            yield from [block] if isinstance(block, str) else block
        elif match := re.fullmatch(r"#([?!])(\w+)( .*)?", row):
            if bool(values.get(match[2])) == (match[1] == "!"):
                yield "#" + _words(match[3] or "", values)
        else:
            yield _words(row, values)


def _words(row: str, values: Values) -> str:
    return re.sub(r"\$\{(\w+)\}", lambda match: str(values[match[1]]), row)
