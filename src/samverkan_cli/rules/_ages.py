"""Whether a group is one of age: by words (unga, vuxna, åk 8), or by numbers that can only be ages (15–17, över 65, 80+)."""

from __future__ import annotations

import re

from samverkan_cli.rules._vocabulary import AGES
from samverkan_cli.text.vocabulary import plainly

_IN_NUMBERS = re.compile(
    r"\b\d{1,2}\s*(?:[-–]|till|t\.?o\.?m\.?)\s*\d{1,3}\b"
    r"|\b\d{1,3}\s*år\b"
    r"|\b\d{1,2}\s*\+"
    r"|\b(?:under|över|upp till|minst|yngre än|äldre än|från)\s+\d{1,3}\b"
    r"|\b(?:åk|årskurs)\s*\d"
    r"|\bfödda?\s+\d{4}\b"
)
_A_YEAR = re.compile(r"\bår\s+\d{4}\b")
_OF_THE_DAY = re.compile(r"\b(?:kl|klockan)\b")


def is_an_age(group: str) -> bool:
    """Whether a group of a split is one of age. Numbered places and hours of the day are none."""
    plain = _A_YEAR.sub(" ", plainly(group))
    return AGES.found_in(plain) or (bool(_IN_NUMBERS.search(plain)) and not _OF_THE_DAY.search(plain))
