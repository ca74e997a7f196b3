"""Swedish words from data: lists, counts, numbers, dates, the alphabet. The only place that writes them."""

import datetime
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

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
MONTHS_SHORT = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")

_SUPERSCRIPT = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_ALPHABET = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})
"""Signs that come after z in every list of characters, for the letters that come after z; ü is sorted as y."""


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
    """``1 200`` and ``11,2``: a decimal comma, a true minus, and a space that does not break between thousands.

    Nothing is rounded that somebody may have written: 15 figures are shown, which is what a floating-point number keeps of decimals. From a
    thousand billions up, and below a millionth, it is written as a power of ten.
    """
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    if exact and not Decimal("1e-6") <= abs(exact) < Decimal("1e15"):
        mantissa, _, exponent = f"{value:.14e}".partition("e")
        figures = mantissa.rstrip("0").rstrip(".")
        text = f"{figures} · 10{str(int(exponent)).translate(_SUPERSCRIPT)}"
    else:
        text = f"{exact:,f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        text = "0" if text == "-0" else text
    return text.translate({ord(","): "\u00a0", ord(" "): "\u00a0", ord("."): ",", ord("-"): "\u2212"})


def dates_in_words(text: str) -> str:
    """A text where days as figures, ``2018-12-05``, are written out."""
    return _DATE.sub(_day_of, text)


_DATE = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")


def _day_of(match: re.Match[str]) -> str:
    try:
        return long_date(datetime.date.fromisoformat(match[0]))
    except ValueError:
        return match[0]


def short_date(day: datetime.date) -> str:
    """``4 feb 2019``, kept together."""
    return f"{day.day}\u00a0{MONTHS_SHORT[day.month - 1]}\u00a0{day.year}"


def month_year(day: datetime.date) -> str:
    """``februari 2019``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def alphabetical(text: str) -> tuple[str, str, str]:
    """What to sort by: å, ä and ö last, capitals and accents without a say unless nothing else differs. The machine's language has no say."""
    composed = unicodedata.normalize("NFC", text)
    folded = unicodedata.normalize("NFC", composed.casefold())
    letters = unicodedata.normalize("NFD", folded.translate(_ALPHABET))
    return "".join(sign for sign in letters if not unicodedata.combining(sign)), folded, composed


def path_order(path: str) -> tuple[tuple[str, str, str], ...]:
    """What to sort paths with ``/`` by: folder by folder, each name in its place in the alphabet."""
    return tuple(alphabetical(name) for name in path.split("/"))


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
