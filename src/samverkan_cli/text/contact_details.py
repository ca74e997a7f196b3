"""Telephone numbers and mail addresses in normal form: however they are spaced, with or without the country's code, in whatever letters.

A text is read once, however many are looked for: what looks like a number or an address is reduced to a key, and the key is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from samverkan_cli.text.normal_form import NEXT_ROW, Sighting, normal

_GAP = rf"[ ()/._-]{{0,4}}{NEXT_ROW}"
"""What may stand between two digits of a telephone number."""

_RUN = re.compile(rf"(?:(?<!\d)\+{_GAP})?\d(?:{_GAP}\d)*")
"""Digits that may be one number, or several after one another."""

_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")

_PHONE = re.compile(r"(?P<plus>\+|00)?(?P<digits>\d(?:[ ()/._-]{0,4}\d)*)")
_LEAST_DIGITS = 5
"""A number with fewer digits may be anything."""

_PREFIX = 5
"""The most digits that may stand before the rest of a number: ``00460``."""

_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.\w[\w-]*)*")

_HOME = "46"
"""The country's code: a number with it is the same as one with a nought."""


def keys_of(detail: str) -> tuple[str, ...]:
    """What the telephone numbers or the addresses in a contact's detail are known by."""
    plain = normal(detail)
    addresses = [match[0].casefold() for match in _ADDRESS.finditer(plain) if "." in match[0].partition("@")[2]]
    if addresses:
        return tuple(addresses)
    return tuple(key for match in _PHONE.finditer(plain) if (key := _key(match)))


def _key(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match["digits"])
    if len(digits) < _LEAST_DIGITS:
        return ""
    if match["plus"]:
        return f"0{digits[2:].removeprefix('0')}" if digits.startswith(_HOME) else f"+{digits}"
    return digits


@dataclass(frozen=True)
class Details:
    """Details to look for, by their keys; each with whatever it is that has it."""

    known: Mapping[str, object]

    def find(self, plain: str) -> Iterator[Sighting]:
        """Where one of them stands in the normal form of a text, in order, none over another."""
        found = [*self._addresses(plain), *self._numbers(plain)]
        yield from sorted(found, key=lambda one: one.start)

    def _addresses(self, plain: str) -> Iterator[Sighting]:
        for match in _ADDRESS.finditer(plain) if "@" in plain else ():
            if (key := match[0].casefold()) in self.known:
                yield Sighting(match.start(), match.end(), key)

    def _numbers(self, plain: str) -> Iterator[Sighting]:
        # Most texts have too few digits for any number.
        for run in _RUN.finditer(plain) if self._most and len(_DIGIT.findall(plain)) >= _LEAST_DIGITS else ():
            groups = [(group.start(), group.end()) for group in _DIGITS.finditer(plain, run.start(), run.end())]
            number = 0
            while number < len(groups):
                begins_with_plus = number == 0 and plain[run.start()] == "+"
                last, key = self._longest(plain, groups, number, begins_with_plus)
                if key:
                    yield Sighting(run.start() if begins_with_plus else groups[number][0], groups[last][1], key)
                number = last + 1

    def _longest(self, plain: str, groups: list[tuple[int, int]], first: int, begins_with_plus: bool) -> tuple[int, str]:
        """The most of the groups of digits from ``first`` on that are one of the numbers: the last of them, and the number's key."""
        digits, best = "", (first, "")
        for last in range(first, len(groups)):
            digits += plain[slice(*groups[last])]
            if len(digits) > self._most + _PREFIX:
                break
            key = next((key for key in _readings(digits, begins_with_plus) if key in self.known), "")
            best = (last, key) if key else best
        return best

    @cached_property
    def _most(self) -> int:
        """How many digits the longest of the numbers has."""
        return max((len(key) for key in self.known if "@" not in key), default=0)


def _readings(digits: str, begins_with_plus: bool) -> Iterator[str]:
    """What digits may be the number of, by its key."""
    yield digits
    for abroad in (digits if begins_with_plus else "", digits[2:] if digits.startswith("00") else ""):
        if abroad.startswith(_HOME):
            yield f"0{abroad[2:]}"
            yield f"0{abroad[2:].removeprefix('0')}"
        if abroad:
            yield f"+{abroad}"


def mail_addresses(domains: Iterable[str]) -> re.Pattern[str]:
    """What finds the addresses at some domains in the normal form of a text."""
    return re.compile(rf"(?<![\w.+-])[\w.+-]{{1,64}}@(?:{'|'.join(map(re.escape, domains))})(?![\w-]|\.\w)", re.IGNORECASE)
