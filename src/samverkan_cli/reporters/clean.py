"""Text from files, made safe to show: no control characters, nothing that turns the writing direction."""

import re
import unicodedata

_UNSAFE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def clean(text: str) -> str:
    """The text on one line, each unsafe character replaced by a visible one of the same width."""
    return _UNSAFE.sub("\ufffd", text.replace("\t", " "))


def width(text: str) -> int:
    """How many columns a text takes in a terminal."""
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
