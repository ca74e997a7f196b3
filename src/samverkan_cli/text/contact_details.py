"""Telephone numbers and mail addresses in normal form: however they are spaced, with or without the country's code, in whatever letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from samverkan_cli.text.normal_form import normal

_GAP = r"[ ()/._-]{0,4}(?:\n {0,40}(?:#{1,4} {0,4})?)?"
"""What may stand between two digits of a telephone number."""

_PHONE = re.compile(r"(?P<plus>\+|00)?(?P<digits>\d(?:[ ()/._-]{0,4}\d)*)")
_LEAST_DIGITS = 5
"""A number with fewer digits may be anything."""

_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def patterns_of(detail: str) -> tuple[re.Pattern[str], ...]:
    """What finds a telephone number or an address in the normal form of a text. A detail may hold several."""
    plain = normal(detail)
    addresses = [match[0] for match in _ADDRESS.finditer(plain)]
    if addresses:
        return tuple(re.compile(rf"(?<![\w.+-]){re.escape(one)}(?![\w-]|\.\w)", re.IGNORECASE) for one in addresses)
    numbers = (_number(match) for match in _PHONE.finditer(plain))
    return tuple(re.compile(number) for number in numbers if number)


def _number(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match["digits"])
    if len(digits) < _LEAST_DIGITS:
        return ""
    prefix = r"(?<!\d)"
    if match["plus"] and digits.startswith("46"):
        digits = digits[2:].removeprefix("0")
        prefix = _national()
    elif match["plus"]:
        prefix = rf"(?<!\d)(?:\+|00){_GAP}"
    elif digits.startswith("0"):
        digits = digits[1:]
        prefix = _national()
    return prefix + _GAP.join(digits) + r"(?!\d)"


def _national() -> str:
    return rf"(?:(?<!\d)(?:\+|00){_GAP}4{_GAP}6{_GAP}0?|(?<!\d)0){_GAP}"


def mail_addresses(domains: Iterable[str]) -> re.Pattern[str]:
    """What finds the addresses at some domains in the normal form of a text."""
    return re.compile(rf"(?<![\w.+-])[\w.+-]{{1,64}}@(?:{'|'.join(map(re.escape, domains))})(?![\w-]|\.\w)", re.IGNORECASE)
