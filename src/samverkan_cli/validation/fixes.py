"""A file with the faults fixed that can be: what ``samverkan fix`` writes."""

from __future__ import annotations

import codecs
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from samverkan_cli.diagnostics import Fix, Replacement
from samverkan_cli.errors import SamverkanError
from samverkan_cli.validation.edit import sound_edits, understood
from samverkan_cli.yaml.edit import apply
from samverkan_cli.yaml.nodes import NotEditable, compose
from samverkan_cli.yaml.reader import MAX_BYTES, decode
from samverkan_cli.yaml.tree import Fault, data

_ROUNDS = 20
"""A fix may let more be read, which has its own faults. More rounds than that is no file that somebody wrote."""

_TRIES = 100
"""How many times a round may read the text again, to find which of its fixes cannot be made."""


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
    if len(raw) > MAX_BYTES:
        return raw, []
    text, faults = decode(raw)
    done = [Fixed(fault, fix) for fault in faults for fix in fault.fixes]
    for _ in range(_ROUNDS):
        made = _makeable(file, text, _wanted(file, text, unsafe), [_TRIES])
        after = _with(file, text, made) if made else None
        if after is None or after == text:
            break
        text = after
        done += made
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    return (mark + text.encode() if done else raw), done


def _wanted(file: str, text: str, unsafe: bool) -> list[Fixed]:
    document = understood(file, text)
    found = [Fixed(fault, fix) for fault in document.faults for fix in fault.fixes if fix.changes and (fix.safe or unsafe)]
    if any(not isinstance(change, Replacement) for one in found for change in one.fix.changes) and not _is_whole(file, text):
        found = [one for one in found if all(isinstance(change, Replacement) for change in one.fix.changes)]
    return _apart(sorted(found, key=lambda one: (one.fault.span.line, one.fault.span.column)))


def _apart(found: Sequence[Fixed]) -> list[Fixed]:
    """Those of the fixes that write over nothing that an earlier one writes over: the others have their turn in the next round."""
    kept, taken = [], list[tuple[tuple[int, int], tuple[int, int]]]()
    for one in found:
        spans = [change.span for change in one.fix.changes if isinstance(change, Replacement)]
        places = [((span.line, span.column), (span.end_line, span.end_column)) for span in spans]
        if any(_is_over(place, taken) for place in places):
            continue
        kept.append(one)
        for place in places:
            insort(taken, place)
    return kept


def _is_over(place: tuple[tuple[int, int], tuple[int, int]], taken: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> bool:
    """Whether a place goes over one of those that are taken, which stand in order and not over one another."""
    after = bisect_left(taken, place)
    before_it, at_it = taken[max(after - 1, 0) : after], taken[after : after + 1]
    return any(start < place[1] and place[0] < end for start, end in (*before_it, *at_it))


def _is_whole(file: str, text: str) -> bool:
    """Whether everything in a text has its place, so that something may be taken out of it."""
    try:
        compose(file, text)
    except NotEditable:
        return False
    return True


def _with(file: str, text: str, wanted: Sequence[Fixed]) -> str | None:
    """The text with the fixes made; ``None`` if they cannot be, or if it would mean something else."""
    try:
        after = apply(text, sound_edits(file, text, [change for one in wanted for change in one.fix.changes]))
    except SamverkanError:
        return None
    return after if _meaning(file, after) == _meaning(file, text) else None


def _makeable(file: str, text: str, wanted: Sequence[Fixed], tries: list[int]) -> Sequence[Fixed]:
    """Those of the fixes that can be made together: all of them, else what each half gives. ``tries`` holds how many times there may be a look."""
    tries[0] -= 1
    if not wanted or tries[0] < 0:
        return ()
    if _with(file, text, wanted) is not None:
        return wanted
    if len(wanted) == 1:
        return ()
    middle = len(wanted) // 2
    first, rest = _makeable(file, text, wanted[:middle], tries), _makeable(file, text, wanted[middle:], tries)
    both = (*first, *rest)
    # Where two stand in each other's way, the second has its turn in the next round.
    return both if first and rest and _with(file, text, both) is not None else first or rest


@lru_cache(maxsize=2)
def _meaning(file: str, text: str) -> object:
    """What a text was read as: the data that the models were given."""
    tree = understood(file, text).tree
    return data(tree) if tree is not None else None
