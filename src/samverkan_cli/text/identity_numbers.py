"""Identity numbers in a text, however they are written: with any dash, sign or space, with points in the date, over a line break."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from samverkan_cli.text.normal_form import NormalText


class Kind(Enum):
    """What kind of number it is."""

    PERSONAL = "personnummer"
    COORDINATION = "samordningsnummer"
    TEMPORARY = "tillfälligt personnummer"


@dataclass(frozen=True)
class IdentityNumber:
    """A number that somebody may be known by: as it is written, its line and columns (the end exclusive), and whether it can be nothing else."""

    written: str
    line: int
    column: int
    end_column: int
    sure: bool
    kind: Kind


# The numbers of spaces are bounded: a text of nothing but spaces must not take the square of its length.
_NUMBER = re.compile(
    r"(?<!\d)(?<!\d-)"
    r"(?P<century>18|19|20)?(?P<year>\d\d)(?P<mark>[-./ ]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)"
    r"(?P<between> {0,4}[-+/._]? {0,4}(?:\n {0,40}(?:#{1,4} {0,4})?[-+]?)?)"
    r"(?:(?P<serial>[\dRSUWXJKLMN]\d\d)(?P<check>\d)|(?P<temporary>[Tt](?:\d{3}|[Ff]\d\d)))"
    r"(?!\d|-\d)",
)


SHORTEST = 10
"""Characters of the shortest, six digits and three after a ``T``: in what has fewer, as most keys have, there is none."""


_DIGIT = re.compile(r"\d")
_LEAST_DIGITS = 8
"""What the shortest of them has, ``121212-TF12``. Most texts have fewer, and need no normal form."""


def identity_numbers(text: str) -> Iterator[IdentityNumber]:
    """Every number with a day that exists and the right check digit, and every temporary one."""
    if len(_DIGIT.findall(text)) < _LEAST_DIGITS:
        return
    normal = NormalText.of(text)
    position = 0
    while (match := _NUMBER.search(normal.plain, position)) is not None:
        sure = _is_one(match, normal.plain)
        position = match.start() + 1 if sure is None else match.end()
        if sure is not None:
            line, column, end = normal.place(*match.span())
            written = " ".join(normal.text[normal.starts[line - 1] + column - 1 :][: end - column].split("\n"))
            yield IdentityNumber(written, line, column, end, sure, _kind(match))


def _kind(match: re.Match[str]) -> Kind:
    if match["temporary"] or not match["serial"].isdigit():
        return Kind.TEMPORARY
    return Kind.COORDINATION if int(match["day"]) >= 60 else Kind.PERSONAL


def _is_one(match: re.Match[str], text: str) -> bool | None:
    """Whether it is one for sure; ``None`` if it is none."""
    century, between = match["century"], match["between"]
    sign, broken = between.strip(" \n#"), "\n" in between
    if not _is_date(match) or not _has_right_check_digit(match):
        return None
    if (
        sign
        and sign in "/._"
        and ((text[: match.start()][-2:-1].isdigit() and text[match.start() - 1] in "/._") or _goes_on(text, match.end()))
    ):
        return None
    if not sign and between and century == "20" and _is_time_of_day(match):
        return None
    lettered = match["temporary"] or not match["serial"].isdigit()
    if lettered:
        return True if sign or (century and not between and match["temporary"]) else None
    if match["mark"]:
        return _is_sure_in_parts(match, sign)
    return bool(sign or (century and not broken))


def _is_sure_in_parts(match: re.Match[str], sign: str) -> bool | None:
    """Of one whose date is written with marks: ``1912-12-12-1212``, ``12.12.12-1212``. Without a century it may be a telephone number."""
    if match["century"]:
        return True if match["between"] else None
    return (match["mark"] != "-") if sign in ("-", "+") else None


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1] in tuple("/._") and text[end + 1 : end + 2].isdigit()


def _is_time_of_day(match: re.Match[str]) -> bool:
    """``2019-02-04 0830`` says when something happens."""
    return bool(match["serial"]) and match["serial"].isdigit() and int(match["serial"][:2]) < 24 and match["serial"][2] in "012345"


def _is_date(match: re.Match[str]) -> bool:
    century, year, month, day = match["century"], int(match["year"]), int(match["month"]), int(match["day"])
    if day >= 60:
        # In a coordination number the month or the day may be unknown, and is then nought.
        day, month = day - 60 or 1, month or 1
    for start in (int(century),) if century else (19, 20):
        try:
            datetime.date(start * 100 + year, month, day)
        except ValueError:
            continue
        return True
    return False


def _has_right_check_digit(match: re.Match[str]) -> bool:
    if match["temporary"]:
        return True
    # Where there is a letter in the place of a digit it counts as a one.
    serial = match["serial"] if match["serial"].isdigit() else f"1{match['serial'][1:]}"
    return _check_digit(f"{match['year']}{match['month']}{match['day']}{serial}") == int(match["check"])


def _check_digit(digits: str) -> int:
    total = 0
    for index, digit in enumerate(digits):
        product = int(digit) * (2 if index % 2 == 0 else 1)
        total += product // 10 + product % 10
    return (10 - total % 10) % 10
