"""Names → ids and folder names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection


def slug(name: str) -> str:
    """``Upplands Väsby`` → ``upplands-väsby``: an id, and a folder that is easy to type."""
    words = re.findall(r"[a-zà-öø-ɏ0-9]+", unicodedata.normalize("NFC", name).casefold())
    text = "-".join(words)[:30].strip("-")
    return text if text[:1].isalpha() else f"a-{text}".rstrip("-")


def free(wanted: str, taken: Collection[str]) -> str:
    """``wanted``, or with the first number that makes it one of a kind."""
    number, found = 2, wanted
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found
