"""Swedish words from data: lists, counts, dates."""

import datetime
from collections.abc import Iterable

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


def listing(words: Iterable[str], last: str = "och") -> str:
    """``a, b och c``."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def count(number: int, one: str, several: str) -> str:
    """``1 åtgärd``, ``3 åtgärder``; up to twelve in letters is left to the writer."""
    return f"{number} {one if number == 1 else several}"


def long_date(day: datetime.date) -> str:
    """``5 december 2018``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def capital(text: str) -> str:
    """With a capital first letter; the rest is left alone."""
    return text[:1].upper() + text[1:]
