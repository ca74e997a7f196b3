"""Slips that the parser reads without a word, as something else than a person means: what stands there, and the change that would say it.

Each works on the text and the places of one value in it, and knows nothing of the files' keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samverkan_cli.yaml.mended import Change

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Signs that look like a space and are none to the parser: from a word processor, most often."""
COLONS = "：﹕∶꞉︓"
"""Signs that look like a colon and are none."""
DASHES = "‐‑‒–—―−•●▪◦○·‣⁃\uf0b7"
"""Signs that a word processor puts before the items of a list."""
OPENING, CLOSING = "”“„’‘‚", "”“’‘"
"""Quotation marks that mean nothing to the parser."""

NAMES = {"\u00a0": "hårt mellanslag", "\u202f": "smalt hårt mellanslag"}

KEY = r"[^\W\d][\w-]*"
"""A key as the files have them: one word."""


@dataclass(frozen=True)
class Slip:
    """What is wrong between two indices of the text that is read, and the changes of it that say what was meant.

    ``safe`` says that the meaning is certain; ``may_be_keys`` are words that it is not certain for, if they are keys there.
    """

    code: str
    start: int
    end: int
    message: str
    help: str
    changes: tuple[Change, ...] = ()
    safe: bool = True
    may_be_keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """A text between two indices that is a list or a mapping with a wrong sign in it, if there should be one: ``first`` is its first key, or ``-``."""

    start: int
    end: int
    first: str
    slip: Slip


def quoted(value: str) -> str:
    """The text within quotation marks that it does not hold itself."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def unwrapped(value: str) -> str | None:
    """What stands within a pair of quotation marks that mean nothing to the parser; ``None`` where there is no such pair."""
    inner = value[1:-1]
    wrapped = len(value) > 2 and value[0] in OPENING and value[-1] in CLOSING
    return inner if wrapped and inner.strip() and not any(sign in inner for sign in OPENING + CLOSING) else None


def space_name(sign: str) -> str:
    """What a sign that looks like a space is called."""
    return NAMES.get(sign, f"ett mellanrum som inte är ett vanligt mellanslag (U+{ord(sign):04X})")


def row_start(text: str, index: int) -> int:
    """Where the row of an index begins."""
    return text.rfind("\n", 0, index) + 1


def row_end(text: str, index: int) -> int:
    """Where the row of an index ends, before its line break."""
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    return end - 1 if text[index:end].endswith("\r") else end


def rows_between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The rows of a value, each from its first sign that is no space to its end; the first from ``start``."""
    while start < end:
        stop = min(row_end(text, start), end)
        if text[start:stop].strip():
            yield start, stop
        following = text.find("\n", stop)
        if following < 0:
            return
        start = following + 1
        while start < end and text[start] == " ":
            start += 1


def split_at_comma(text: str, key: str, start: int, comma_end: int, end: int, path_end: int) -> Slip:
    """``{mandat: Kallar gruppen, planerar tiden}``: the comma ends the text, and what follows looks like a key that has no value.

    ``start`` is where the text begins, ``comma_end`` where the part after the first comma does, ``end`` where it all ends.
    """
    whole = " ".join(text[start:end].split("\n")) if "\n" in text[start:end] else text[start:end]
    whole = re.sub(r"\s{2,}", " ", whole)
    first = text[comma_end:path_end]
    if re.fullmatch(r"[-+]?\d+,\d+", whole):
        number = whole.replace(",", ".")
        return Slip(
            "FIL06", start, path_end, f"{key}: ett tal skrivs med punkt, inte komma", f"Skriv  {key}: {number}",
            (Change(start, end, number),),
        )  # fmt: skip
    value = quoted(unwrapped(whole) or whole)
    return Slip(
        "FIL05", comma_end, path_end, f"kommat i texten slutar värdet, så ”{first}” läses som en ny nyckel",
        f"Sätt texten inom citattecken:  {key}: {value}", (Change(start, end, value),),
        may_be_keys=tuple(part.strip() for part in whole.split(",")[1:]),
    )  # fmt: skip


def glued_item(text: str, start: int, end: int, column: int) -> Slip | None:
    """An item whose dash stands further in than the list's, so that it is read as more of the item above. ``column`` is the list's."""
    changes, first = [], -1
    for row, _ in rows_between(text, start, end):
        if row != start and text.startswith("- ", row):
            first = row if first < 0 else first
            changes.append(Change(row_start(text, row), row, " " * column))
    if not changes:
        return None
    return Slip(
        "FIL06", first, first + 1, "strecket är indraget längre än listans andra streck, så raden läses som en del av posten ovanför",
        "Ge strecket samma indrag som de andra strecken i listan.", tuple(changes),
    )  # fmt: skip


_MARK = re.compile(rf"(?:[{DASHES}*](?:[ \t{SPACES}]+)|-[{SPACES}]+ *|-(?=[^\W\d_]|[{{\[\"']))")
_GLUED_KEY = re.compile(rf"({KEY})(?:[ {SPACES}]*[{COLONS}][ {SPACES}]*|:[{SPACES}]+ *|:(?=[^\s/:]))")


def offered(text: str, start: int, end: int) -> Offer | None:
    """A list or a mapping that is read as a text, because of what stands where its dashes or the spaces after its colons should.

    Whether it is one is for whoever knows what should stand there to say.
    """
    rows = list(rows_between(text, start, end))
    if text[start] in DASHES + "*-" and not text.startswith("- ", start):
        return _offered_list(text, start, end, rows)
    found = [_GLUED_KEY.match(text, row, stop) for row, stop in rows]
    if not found or not all(found):
        return None
    changes = tuple(Change(one.start(), one.end(), f"{one[1]}: ") for one in found if one)
    first = found[0]
    assert first is not None
    message, help = glued_colon(first[0], first[1])
    at = start + len(first[1])
    return Offer(start, end, first[1], Slip("FIL06", at, at + 1, message, help, changes))


def split_glued(written: str) -> tuple[str, str, str] | None:
    """A key, what stands for its colon and space, and its value, where they are read as one word."""
    found = _GLUED_KEY.match(written)
    return (found[1], found[0][len(found[1]) :], written[found.end() :]) if found else None


def is_glued(written: str) -> bool:
    """Whether a key and its value are read as one word."""
    return split_glued(written) is not None


def glued_colon(written: str, key: str) -> tuple[str, str]:
    """What is wrong with the sign after a key, and what to write. ``written`` is the key, the sign and what looks like a space after it."""
    rest = written[len(key) :]
    other = next((sign for sign in rest if sign in COLONS), None)
    if other is not None:
        return (
            f"efter ”{key}” står tecknet {other} (U+{ord(other):04X}) i stället för ett kolon",
            f"Byt det mot ett vanligt kolon och ett mellanslag:  {key}: …",
        )
    space = next((sign for sign in rest if re.match(f"[{SPACES}]", sign)), None)
    if space is not None:
        return (
            f"efter kolonet i ”{key}:” står {_with_article(space)} i stället för ett vanligt mellanslag",
            "Byt tecknet mot ett vanligt mellanslag; det följer ofta med från ett ordbehandlingsprogram.",
        )
    return f"det saknas ett mellanslag efter kolonet i ”{key}:”", f"Skriv  {key}: …"


def _with_article(space: str) -> str:
    return f"ett {space_name(space)}" if space in NAMES else space_name(space)


def list_mark(sign: str) -> tuple[str, str]:
    """What is wrong with the sign before an item, with what looks like a space after it; and what to do."""
    if sign[0] != "-":
        return (
            f"listan har tecknet {sign[0]} i stället för ett bindestreck",
            "Byt det mot ett bindestreck och ett mellanslag på varje rad i listan:  - …",
        )
    if len(sign) > 1:
        return (
            f"efter strecket står {_with_article(sign[1])} i stället för ett vanligt mellanslag",
            "Byt tecknet efter strecket mot ett vanligt mellanslag; det hårda mellanslaget följer ofta med från ett ordbehandlingsprogram.",
        )
    return "det saknas ett mellanslag efter strecket", "Skriv ett bindestreck och ett mellanslag på varje rad i listan:  - …"


def mark_at(text: str, index: int) -> str:
    """The sign that stands where a dash and a space should, with what looks like a space after it; nothing where none does."""
    found = _MARK.match(text, index)
    return found[0] if found else ""


def marked(places: list[tuple[int, str]]) -> Slip:
    """Rows that begin with other signs than a dash and a space, as items of a list: where each sign stands, and the sign."""
    first, sign = places[0]
    message, help = list_mark(sign)
    return Slip("FIL02", first, first + 1, message, help, tuple(Change(at, at + len(one), "- ") for at, one in places))


def _offered_list(text: str, start: int, end: int, rows: list[tuple[int, int]]) -> Offer | None:
    marks = [(row, mark_at(text, row)) for row, _ in rows]
    if not all(mark or text.startswith("- ", row) for row, mark in marks):
        return None
    message, help = list_mark(marks[0][1])
    column = start - row_start(text, start)
    changes = [Change(row, row + len(mark), "- ") for row, mark in marks if mark]
    changes += [Change(row_start(text, row), row, " " * column) for row, mark in marks if not mark]
    return Offer(start, end, "-", Slip("FIL06", start, start + 1, message, help, tuple(sorted(changes))))


def odd_indent(text: str, start: int) -> Slip | None:
    """A row whose indentation is made of what only looks like spaces. ``start`` is where its key begins, to the parser."""
    begin = row_start(text, start)
    found = re.compile(f" *[{SPACES}][ {SPACES}]*").match(text, begin)
    if found is None or start < found.start() or start >= found.end():
        return None
    return indent_slip(text, begin, found.end())


def indent_slip(text: str, begin: int, end: int) -> Slip:
    """The indentation from ``begin`` to ``end`` written with spaces."""
    index = next(number for number in range(begin, end) if text[number] != " ")
    return Slip(
        "FIL02", index, index + 1, f"raden är indragen med {_with_article(text[index])}, inte med vanliga mellanslag",
        "Skriv indraget med vanliga mellanslag, lika många som på raderna bredvid.", (Change(begin, end, " " * (end - begin)),),
    )  # fmt: skip


_KEY_ROW = re.compile(rf" *(?:- +)*(?:- *$|[\"']?{KEY}[\"']?[ \t]*:(?:\s|$))|- |#|\.\.\.|---")


def loose_literal(text: str, start: int, column: int) -> Slip | None:
    """A text after ``|`` or ``>`` that is not indented, so that it is no part of it. ``column`` is that of its key."""
    index = text.find("\n", start) + 1
    begins: list[int] = []
    shallowest, first = column + 2, -1
    while 0 < index < len(text):
        stop = row_end(text, index)
        row = text[index:stop]
        indent = len(row) - len(row.lstrip(" "))
        if row.strip():
            if indent <= column and _KEY_ROW.match(row):
                break
            first = index + indent if first < 0 else first
            begins.append(index)
            shallowest = min(shallowest, indent)
        following = text.find("\n", stop)
        index = following + 1 if following >= 0 else 0
    changes = [Change(index, index, " " * (column + 2 - shallowest)) for index in begins]
    if not changes:
        return None
    return Slip(
        "FIL02", first, first + 1, f"texten efter {text[start]} är inte indragen, och hör därför inte till nyckeln ovanför",
        "Dra in varje rad i texten två steg längre än nyckeln.", tuple(changes),
    )  # fmt: skip


def said_otherwise(text: str, start: int, end: int, *, flow: bool) -> Iterator[Slip]:
    """What a value without quotation marks may not mean to the parser what it means to whoever wrote it, though nothing is wrong."""
    value = text[start:end]
    if value[0] in OPENING and (inner := unwrapped(value)) is not None and "\n" not in value:
        yield Slip(
            "FIL17", start, end, f"de krökta citattecknen {value[0]} och {value[-1]} blir en del av texten",
            f"Skriv med raka citattecken, eller utan om texten inte ska ha några:  {quoted(inner)}",
            (Change(start, end, quoted(inner)),), safe=False,
        )  # fmt: skip
    if not flow and text.startswith(" #", end) and text[end + 2 : end + 3] not in ("", " ", "\t", "#", "\r", "\n", "!"):
        stop = row_end(text, end)
        rest = text[end + 1 : stop].rstrip()
        yield Slip(
            "FIL17", end + 1, end + 1 + len(rest), f"tecknet # slutar värdet, så ”{rest}” läses som en kommentar",
            f"Hör det till texten sätts hela värdet inom citattecken:  {quoted(f'{value} {rest}')}. Är det en kommentar skrivs ett mellanslag efter #.",
            (Change(start, end + 1 + len(rest), quoted(f"{value} {rest}")),) if "\n" not in value else (), safe=False,
        )  # fmt: skip
    if "\n" in value:
        yield from _dash_in_text(text, start, end)


def _dash_in_text(text: str, start: int, end: int) -> Iterator[Slip]:
    """A list under a key that has a text already: it is read as more of the text, on one row."""
    for row, _ in rows_between(text, start, end):
        if row != start and text.startswith("- ", row):
            yield Slip(
                "FIL17", row, row + 1, "strecket börjar ingen post: raden läses som en del av texten ovanför",
                "Ska raderna stå för sig skrivs | efter kolonet, och hela texten indragen under. Ska det vara en lista börjar varje post med ett streck på en egen rad under nyckeln.",
                (), safe=False,
            )  # fmt: skip
            return
