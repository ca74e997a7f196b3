"""Edits to a text, and putting them in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samverkan_cli.diagnostics import Span


@dataclass(frozen=True)
class Edit:
    """Write ``text`` from ``start`` to ``end`` (places in the text, from zero, the end exclusive)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Fix:
    """A cure for one fault. ``safe`` is false where somebody must decide."""

    code: str
    message: str
    line: int
    edits: tuple[Edit, ...]
    safe: bool


def edit_at(span: Span, text: str, starts: list[int]) -> Edit:
    """The edit that replaces a span."""
    start = starts[span.line - 1] + span.column - 1
    end = starts[span.end_line - 1] + span.end_column - 1
    return Edit(start, end, text)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits put in. Of edits that overlap only the first counts."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    for edit in reversed(kept):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
