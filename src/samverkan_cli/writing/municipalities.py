"""The 290 municipalities and their codes: facts, so that nobody has to look them up."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from samverkan_cli.spelling import fold


@cache
def _codes() -> dict[str, str]:
    raw = Path(__file__).with_name("municipalities.json").read_text(encoding="utf-8")
    return {fold(name): code for code, name in json.loads(raw).items()}


def code_of(name: str) -> str:
    """The four digits, or nothing for a name that is not a municipality's. ``Arjeplogs kommun`` is Arjeplog."""
    short = short_name(name)
    return _codes().get(fold(short)) or _codes().get(fold(short.removesuffix("s")), "") if short else ""


def short_name(name: str) -> str:
    """Without the word for what it is."""
    return re.sub(r"\s+(kommun|stad)$", "", name.strip(), flags=re.IGNORECASE)


def formal_name(name: str) -> str:
    """As it is usually written out; a name that says what it is is left alone."""
    return name if short_name(name) != name.strip() else f"{name} kommun"
