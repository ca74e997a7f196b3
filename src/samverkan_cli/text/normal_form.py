"""A text in the form that what must be protected is looked for in: how a digit, a dash or a space is drawn hides nothing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from samverkan_cli.text.lines import line_and_column, line_starts

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Signs that take no room: a soft hyphen, and those that join or part words without being seen."""

_DASHES = frozenset("\u2212\u2043\u00ac")
"""What looks like a dash and is none to Unicode."""


NEXT_ROW = r"(?:\n {0,40}(?:#{1,4} {0,4})?)?"
"""What stands between two words or digits where a row is broken, in a comment too."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something that was looked for, between two indices of a text in normal form: what it is known by, or how it is written."""

    start: int
    end: int
    what: str


class _Signs(dict[int, str]):
    """What each character is in the normal form, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _plain(chr(code))
        return found


def _plain(sign: str) -> str:
    decimal = unicodedata.decimal(sign, None)
    if decimal is not None:
        return str(decimal)
    category = unicodedata.category(sign)
    if category == "Pd" or sign in _DASHES:
        return "-"
    if category == "Zs" or sign in "\t\r":
        return " "
    alike = unicodedata.normalize("NFKC", sign)
    return alike if len(alike) == 1 and not alike.isdecimal() else sign


_SIGNS = _Signs()


def normal(text: str) -> str:
    """The normal form of a text."""
    seen = text if _UNSEEN.isdisjoint(text) else "".join(sign for sign in text if sign not in _UNSEEN)
    return seen.translate(_SIGNS)


@dataclass(frozen=True)
class NormalText:
    """A text with plain digits, dashes and spaces, and without the signs that take no room. ``at`` says where each character stands in the text."""

    text: str
    plain: str
    at: tuple[int, ...] | None
    starts: list[int]

    @classmethod
    def of(cls, text: str) -> NormalText:
        """The normal form of a text, with its places."""
        at = None if _UNSEEN.isdisjoint(text) else tuple(index for index, sign in enumerate(text) if sign not in _UNSEEN)
        return cls(text, normal(text), at, line_starts(text))

    def index(self, start: int) -> int:
        """Where in the text a character of the normal form stands."""
        return start if self.at is None else self.at[start]

    def place(self, start: int, end: int) -> tuple[int, int, int]:
        """Where something in the normal form stands in the text: its line and its columns, one-based, the end exclusive. What goes on over
        a line break is shown to the end of the line it begins on."""
        first, last = self.index(start), self.index(end - 1)
        line, column = line_and_column(self.starts, first)
        row_end = self.text.find("\n", first)
        stop = last + 1 if row_end < 0 else min(last + 1, row_end)
        return line + 1, column + 1, column + 1 + stop - first
