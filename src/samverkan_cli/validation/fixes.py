"""A file with the faults fixed that can be: what ``samverkan fix`` writes."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass

from samverkan_cli.diagnostics import Fix
from samverkan_cli.errors import SamverkanError
from samverkan_cli.validation.edit import sound_edits
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.edit import apply
from samverkan_cli.yaml.reader import decode, read
from samverkan_cli.yaml.tree import Fault, data

_ROUNDS = 20
"""A fix may let more be read, which has its own faults. More rounds than that is no file that somebody wrote."""


@dataclass(frozen=True)
class Fixed:
    """A fault, and the fix that was made."""

    fault: Fault
    fix: Fix


def fixed(file: str, raw: bytes, *, unsafe: bool) -> tuple[bytes, list[Fixed]]:
    """A file's bytes with everything fixed that can be, and what was done; with ``unsafe`` also what somebody must read through.

    The file means what it was read as before, which is looked at; a fix that would make it mean something else is left out. A second time
    there is nothing to do.
    """
    text, faults = decode(raw)
    done = [Fixed(fault, fix) for fault in faults for fix in fault.fixes]
    for _ in range(_ROUNDS):
        wanted = _wanted(file, text, unsafe)
        after = _with(file, text, wanted)
        made = wanted
        if after is None:
            after, made = _one_by_one(file, text, unsafe)
        if after == text:
            break
        text = after
        done += made
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    return (mark + text.encode() if done else raw), done


def _wanted(file: str, text: str, unsafe: bool) -> list[Fixed]:
    document = build(read(file, text.encode()))[1]
    found = [Fixed(fault, fix) for fault in document.faults for fix in fault.fixes if fix.changes and (fix.safe or unsafe)]
    return sorted(found, key=lambda one: (one.fault.span.line, one.fault.span.column))


def _with(file: str, text: str, wanted: Sequence[Fixed]) -> str | None:
    """The text with the fixes made; ``None`` if they cannot be, or if it would mean something else."""
    if not wanted:
        return text
    try:
        after = apply(text, sound_edits(file, text, [change for one in wanted for change in one.fix.changes]))
    except SamverkanError:
        return None
    return after if _meaning(file, after) == _meaning(file, text) else None


def _one_by_one(file: str, text: str, unsafe: bool) -> tuple[str, list[Fixed]]:
    """The text with the first of the fixes made that can be: where the others stand is another matter then."""
    for one in _wanted(file, text, unsafe):
        after = _with(file, text, [one])
        if after is not None and after != text:
            return after, [one]
    return text, []


def _meaning(file: str, text: str) -> object:
    """What a text was read as: the data that the models were given."""
    tree = build(read(file, text.encode()))[1].tree
    return data(tree) if tree is not None else None
