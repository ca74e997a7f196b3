"""What a row that cannot be read was meant as, where there is only one thing that it can have been."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from samverkan_cli.yaml.mended import Change
from samverkan_cli.yaml.slips import (
    CLOSING,
    COLONS,
    KEY,
    OPENING,
    SPACES,
    Slip,
    glued_colon,
    indent_slip,
    list_mark,
    loose_literal,
    mark_at,
    quoted,
    row_end,
    row_start,
)
from samverkan_cli.yaml.syntax_errors import Explanation

_Repair = Callable[[str, int, int, Explanation], Iterator[Slip]]
"""From the text, where a row begins and ends in it, and what the parser's report is taken to mean."""


def repairs(text: str, starts: Sequence[int], explanation: Explanation) -> Iterator[Slip]:
    """What the rows that begin at ``starts`` may have been meant as, the likeliest first. Whether it helps is for the parser to say."""
    for repair in (_indent, _marks, _colon, _literal, _quotation, _comma, _hash, _quote):
        for start in starts:
            yield from repair(text, start, row_end(text, start), explanation)


_ODD_INDENT = re.compile(f" *[{SPACES}][ {SPACES}]*")


def _indent(text: str, start: int, end: int, _: Explanation) -> Iterator[Slip]:
    """Indentation that only looks like spaces, on this row and those beside it that have it too."""
    found = _ODD_INDENT.match(text, start, end)
    if found is None:
        return
    slips = [indent_slip(text, start, found.end())]
    for near in _rows_after(text, end):
        other = _ODD_INDENT.match(text, near, row_end(text, near))
        if other is None:
            break
        slips.append(indent_slip(text, near, other.end()))
    first = slips[0]
    yield Slip(first.code, first.start, first.end, first.message, first.help, tuple(change for slip in slips for change in slip.changes))


def _rows_after(text: str, end: int) -> Iterator[int]:
    while (following := text.find("\n", end)) >= 0:
        yield following + 1
        end = row_end(text, following + 1)


def _rows_before(text: str, start: int) -> Iterator[int]:
    while start:
        start = row_start(text, start - 1)
        yield start


def _marks(text: str, start: int, end: int, _: Explanation) -> Iterator[Slip]:
    """Another sign than a dash and a space before the items of a list: on this row, and on the others of the list."""
    column = len(text[start:end]) - len(text[start:end].lstrip(" "))
    mark = mark_at(text, start + column) if start + column < end else ""
    if not mark:
        return
    message, help = list_mark(mark)
    rows = [start]
    for near in _rows_before(text, start):
        if not _in_list(text, near, column):
            break
        rows.append(near)
    for near in _rows_after(text, end):
        if not _in_list(text, near, column):
            break
        rows.append(near)
    marked = [(row + column, mark_at(text, row + column)) for row in sorted(rows) if text[row : row + column].strip(" ") == ""]
    changes = tuple(Change(index, index + len(sign), "- ") for index, sign in marked if sign and list_mark(sign)[0] == message)
    yield Slip("FIL02", changes[0].start, changes[0].start + 1, message, help, changes)


def _in_list(text: str, start: int, column: int) -> bool:
    """Whether a row belongs to a list whose dashes stand at a column: it is one of its items, or something further in."""
    row = text[start : row_end(text, start)]
    indent = len(row) - len(row.lstrip(" "))
    return indent > column or not row.strip() or (indent == column and (row[column:].startswith("- ") or bool(mark_at(row, column))))


_GLUED = re.compile(rf"(?:(?<=[\[{{,])| |^)({KEY})((?:[ {SPACES}]*[{COLONS}][ {SPACES}]*|:[{SPACES}]+ *|:(?=[^\s/:,\]}}])))")


def _colon(text: str, start: int, end: int, _: Explanation) -> Iterator[Slip]:
    """No colon and space after a key: the space is missing, or one of them only looks like it."""
    for found in _GLUED.finditer(text[start:end]):
        before = text[start : start + found.start(1)]
        if '"' in before or "'" in before or "#" in before or re.search(r":\s+[^\[{\s]", re.split(r"[\[{,]", before)[-1]):
            continue
        index = start + found.start(1)
        message, help = glued_colon(found[1] + found[2], found[1])
        if found[2] == ":":
            message, help = "det saknas ett mellanslag efter kolonet", f"Skriv  {found[1]}: {text[start + found.end() : end].strip()}"
        gap = "" if start + found.end() == end or text[start + found.end()] == " " else " "
        yield Slip(
            "FIL02",
            index + len(found[1]),
            index + len(found[1]) + 1,
            message,
            help,
            (Change(index + len(found[1]), start + found.end(), f":{gap}"),),
        )


_HEADER = re.compile(rf"( *(?:- +)*){KEY}[ \t]*: +([|>])[-+0-9]*[ \t]*$")


def _literal(text: str, start: int, *_: object) -> Iterator[Slip]:
    """A text after ``|`` whose rows are not indented, of which this is the first."""
    for above in _rows_before(text, start):
        row = text[above : row_end(text, above)]
        if row.strip():
            header = _HEADER.match(row)
            slip = loose_literal(text, above + header.start(2), len(header[1])) if header else None
            if slip is not None:
                yield slip
            return


_WRAPPED = re.compile(rf"((?:^|[:,\[{{-]) *)([{OPENING}])([^\"\\{OPENING}{CLOSING}]+)([{CLOSING}])(?=\s*(?:$|[,\]}}]))")


def _quotation(text: str, start: int, end: int, _: Explanation) -> Iterator[Slip]:
    """Quotation marks that mean nothing to the parser, around a value that needs them."""
    found = list(_WRAPPED.finditer(text[start:end]))
    if not found:
        return
    changes = tuple(Change(start + one.start(group), start + one.end(group), '"') for one in found for group in (2, 4))
    first = start + found[0].start(2)
    yield Slip(
        "FIL02", first, first + 1, f"det krökta citattecknet {text[first]} är inget citattecken för programmet",
        'Byt det mot ett rakt citattecken (") på båda sidor om värdet.', changes,
    )  # fmt: skip


def _comma(text: str, start: int, end: int, _: Explanation) -> Iterator[Slip]:
    """A comma of another alphabet between what stands in braces or brackets."""
    row = text[start:end]
    if "，" not in row or ("{" not in row and "[" not in row):
        return
    signs = [start + number for number, sign in enumerate(row) if sign == "，"]
    changes = tuple(Change(index, index + 1, "," if text[index + 1 : index + 2] == " " else ", ") for index in signs)
    yield Slip(
        "FIL02", signs[0], signs[0] + 1, "här står tecknet ， (U+FF0C) i stället för ett kommatecken",
        "Byt det mot ett vanligt komma och ett mellanslag.", changes,
    )  # fmt: skip


_CUT = re.compile(r"(?:(?<=[:,\[{] )|(?<=[\[{]))(?=\S)([^,:{}\[\]\"'#]+ #[^,:{}\[\]\"']*?)\s*(?=[,}\]])")


def _hash(text: str, start: int, end: int, _: Explanation) -> Iterator[Slip]:
    """`` #`` in a text within braces: the rest of the row, with the brace that closes it, is a comment to the parser."""
    found = _CUT.search(text[start:end])
    if found is None:
        return
    index = start + found.start(1) + found[1].index(" #") + 1
    value = quoted(found[1])
    yield Slip(
        "FIL02", index, index + 1, "tecknet # efter ett mellanslag slutar värdet, och resten av raden läses som en kommentar",
        f"Sätt värdet inom citattecken:  {value}", (Change(start + found.start(1), start + found.end(1), value),),
    )  # fmt: skip


_VALUE = re.compile(rf"( *(?:- +)*(?:{KEY}[ \t]*: +)?)(\S.*?)\s*$")
_BRACKETED = re.compile(r"\[[^\[\]{}]*\] *[^\s,\]}]")
"""A text that begins with a word within brackets."""
_FIXED_BY_QUOTING = ("sätt värdet inom citattecken", "sätt hela värdet inom citattecken")


def _quote(text: str, start: int, end: int, explanation: Explanation) -> Iterator[Slip]:
    """A value that means something to the parser, and was meant as a text: the explanation says that quotation marks would cure it."""
    span, message, help = explanation
    found = _VALUE.match(text[start:end])
    by_quoting = help.lower().startswith(_FIXED_BY_QUOTING) or message.endswith("ska stå inom citattecken")
    if (
        not by_quoting
        or found is None
        or not found[1].strip()
        or " #" in found[2]
        or found[2][0] in "{}]|>,?:"
        or found[2][1:2] in ("{", "[")
        or span.line - 1 != text.count("\n", 0, start)
    ):
        return
    if found[2][0] == "[" and not _BRACKETED.match(found[2]):
        return
    below = next((text[near : row_end(text, near)] for near in _rows_after(text, end) if text[near : row_end(text, near)].strip()), "")
    inwards = len(found[1]) - len(found[1].lstrip(" -"))
    if len(below) - len(below.lstrip(" ")) > inwards or (below.lstrip(" ").startswith("- ") and not found[1].lstrip(" ").startswith("-")):
        return
    value = quoted(found[2])
    column = min(start + span.column - 1, max(start, end - 1))
    yield Slip("FIL02", column, column + 1, message, help, (Change(start + found.start(2), start + found.end(2), value),))
