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


def number(value: float) -> str:
    """``1 200`` and ``11,2``: a decimal comma, and a space that does not break between thousands."""
    whole = float(value).is_integer()
    text = f"{int(value):,}" if whole else f"{value:,.10f}".rstrip("0")
    return text.replace(",", "\u00a0").replace(".", ",").replace("-", "\u2212")


def days(start: datetime.date | None, end: datetime.date | None) -> str:
    """``4 februari–13 december 2019``; what is the same in both is said once."""
    if start is None or end is None:
        return f"från {long_date(start)}" if start else f"till {long_date(end)}" if end else ""
    if start == end:
        return long_date(start)
    if start.year != end.year:
        return f"{long_date(start)}–{long_date(end)}"
    if start.month != end.month:
        return f"{start.day} {MONTHS[start.month - 1]}–{long_date(end)}"
    return f"{start.day}–{long_date(end)}"
