"""Where in a document the cursor stands, by indentation alone: it works in the middle of a word, and in a file that cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LEAD = re.compile(r"[ \t]*(?:-(?:[ \t]+|$))*")
_KEY = re.compile(r"(\"[^\"]*\"|'[^']*'|[^\s:#{\[\"'][^:#]*?)\s*:(?=\s|$)[ \t]*(.*)")


@dataclass(frozen=True)
class CompletionContext:
    """The place of the cursor. ``keys`` are the keys above; ``key`` is the one whose value it stands in, ``None`` where a key is to stand.

    ``start`` and ``end`` are the word's indices in the text; ``used`` are the keys that the mapping has already, ``indent`` is their column.
    """

    keys: tuple[str, ...]
    key: str | None
    word: str
    start: int
    end: int
    used: frozenset[str]
    indent: int
    flow: bool
    colon: bool


@dataclass
class _Frame:
    """A mapping or a list on the cursor's line: ``""`` for the line itself, else its bracket."""

    bracket: str
    key: str | None = None
    used: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Row:
    """A line: the columns of its dashes, the column of what comes after them, the key there and what follows it."""

    dashes: tuple[int, ...]
    column: int
    key: str | None
    rest: str


def spot(text: str, offset: int) -> CompletionContext | None:
    """The place of the cursor; ``None`` in a comment, in running text, and in an indentation."""
    rows = text.split("\n")
    line = text.count("\n", 0, offset)
    begin = text.rfind("\n", 0, offset) + 1
    row, column = rows[line].rstrip("\r"), offset - begin
    lead = _LEAD.match(row)
    assert lead is not None
    content = lead.end()
    dashes = tuple(index for index in range(content) if row[index] == "-")
    blank = content == len(row)
    if blank:
        content = max(column, dashes[-1] + 1 if dashes else 0)
    if column < content:
        return None
    inside = _on_the_line(row, content, column)
    above = _climb(rows, line, content, dashes)
    if inside is None or above is None:
        return None
    frames, start, end = inside
    keys, used = above
    key: str | None = None
    for frame in frames:
        if frame.bracket == "{":
            keys = (*keys, key) if key is not None else keys
        if frame.bracket != "[":
            key = frame.key
    innermost = next((frame for frame in reversed(frames) if frame.bracket != "["), frames[0])
    flow = len(frames) > 1
    taken = innermost.used if innermost.bracket else used | _below(rows, line, content)
    after = row[end:].lstrip()
    return CompletionContext(
        keys, key, row[start:end], begin + start, begin + end, frozenset(taken), content, flow, after.startswith(":") and key is None
    )  # fmt: skip


def _on_the_line(row: str, content: int, column: int) -> tuple[list[_Frame], int, int] | None:
    """The brackets that are open at the cursor, and where the word around it begins and ends."""
    frames = [_Frame("")]
    start = index = content
    here: tuple[list[_Frame], int] | None = None
    while index <= len(row):
        letter = row[index] if index < len(row) else ""
        top = frames[-1]
        fresh = not row[start:index].strip()
        if index == column and here is None:
            here = ([_Frame(frame.bracket, frame.key, frame.used) for frame in frames], start)
        if letter == "#" and (index == content or row[index - 1] in " \t"):
            return _word(row, here, index) if here is not None else None
        if letter in ("'", '"') and letter and fresh:
            close = row.find(letter, index + 1)
            close = len(row) if close < 0 else close
            if index < column <= close and here is None:
                here = ([_Frame(frame.bracket, frame.key, frame.used) for frame in frames], start)
            index = close + 1
            continue
        ends = not letter or (top.bracket and letter in ",]}")
        colon = letter == ":" and top.bracket != "[" and top.key is None and (row[index + 1 : index + 2] in ("", " ", "\t", ",", "}"))
        if here is not None and (ends or colon):
            _rest_of(row, index, top)
            return _word(row, here, index)
        if colon:
            top.key = row[start:index].strip().strip("\"'")
            top.used.add(top.key)
            start = index + 1
        elif letter and letter in "{[" and fresh:
            frames.append(_Frame(letter))
            start = index + 1
        elif letter == "," and top.bracket:
            top.key = None if top.bracket == "{" else top.key
            start = index + 1
        elif letter and letter in "]}" and len(frames) > 1:
            frames.pop()
            start = index + 1
        elif letter and letter in "|>" and fresh and not top.bracket and top.key is not None:
            return None
        index += 1
    return _word(row, here, len(row)) if here is not None else None


def _rest_of(row: str, index: int, frame: _Frame) -> None:
    """The keys that the same brackets hold after the cursor."""
    if frame.bracket == "{":
        inner = re.sub(r"\{[^{}]*\}|\[[^\[\]]*\]", "", row[index:])
        frame.used.update(found[1].strip() for found in re.finditer(r",\s*([^:,{}\[\]]+):(?=\s|$)", inner.split("}")[0]))


def _word(row: str, here: tuple[list[_Frame], int], end: int) -> tuple[list[_Frame], int, int]:
    frames, start = here
    piece = row[start:end]
    start += len(piece) - len(piece.lstrip()) if piece.strip() else len(piece)
    return frames, start, max(start, start + len(piece.strip()))


def _row(row: str) -> _Row | None:
    """A line taken apart; ``None`` for one that says nothing."""
    row = row.rstrip()
    lead = _LEAD.match(row)
    assert lead is not None
    content = row[lead.end() :]
    dashes = tuple(index for index in range(lead.end()) if row[index] == "-")
    if (not content and not dashes) or content.startswith("#"):
        return None
    found = _KEY.match(content)
    key, rest = (found[1].strip("\"'"), re.sub(r"(^|\s)#.*", "", found[2]).strip()) if found else (None, content)
    return _Row(dashes, lead.end(), key, rest)


def _climb(rows: list[str], line: int, column: int, dashes: tuple[int, ...]) -> tuple[tuple[str, ...], set[str]] | None:
    """The keys above a line, and the keys beside it in the same mapping; ``None`` inside a running text."""
    keys: list[str] = []
    used: set[str] = set()
    for number in range(line - 1, -1, -1):
        if not dashes and column == 0 and keys:
            break
        row = _row(rows[number])
        if row is None:
            continue
        if dashes:
            above = row.column <= dashes[0]
        elif row.column == column and row.key is not None:
            used |= {row.key} if not keys else set()
            dashes = row.dashes
            continue
        else:
            above = row.column < column
        if not above:
            continue
        if row.key is None or row.rest:
            return None
        keys.insert(0, row.key)
        column, dashes = row.column, row.dashes
    return tuple(keys), used


def _below(rows: list[str], line: int, column: int) -> set[str]:
    """The keys that follow in the same mapping."""
    used: set[str] = set()
    for text in rows[line + 1 :]:
        row = _row(text)
        if row is None:
            continue
        if row.column < column or (row.dashes and row.dashes[0] < column):
            break
        if row.column == column and not row.dashes and row.key is not None:
            used.add(row.key)
    return used
