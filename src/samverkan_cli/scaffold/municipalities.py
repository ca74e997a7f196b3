"""The 290 municipalities and their codes: facts, so that nobody has to look them up."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from samverkan_cli.text.spelling import fold


@cache
def _codes() -> dict[str, str]:
    raw = Path(__file__).with_name("municipalities.json").read_text(encoding="utf-8")
    return {name.casefold(): code for code, name in json.loads(raw).items()}


@cache
def _folded() -> dict[str, str]:
    """By the name without dots and rings, where that is one municipality's only: Habo and Håbo are two."""
    names = [fold(name) for name in _codes()]
    return {fold(name): code for name, code in _codes().items() if names.count(fold(name)) == 1}


def code_of(name: str) -> str:
    """The four digits, or nothing for a name that is not a municipality's. ``Arjeplogs kommun`` is Arjeplog."""
    short = short_name(name)
    for form in (short, short.removesuffix("s")):
        if code := _codes().get(form.casefold()) or _folded().get(fold(form)):
            return code
    return ""


def short_name(name: str) -> str:
    """Without the word for what it is."""
    return re.sub(r"\s+(kommun|stad)$", "", name.strip(), flags=re.IGNORECASE)


def formal_name(name: str) -> str:
    """As it is usually written out; a name that says what it is is left alone."""
    return name if short_name(name) != name.strip() else f"{name} kommun"
