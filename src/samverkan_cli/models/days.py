"""Days that are known only to the month or the year, and how any day is compared.

Something has happened by the first day that it may have been, is late or too old by the last, and of several that one is the latest whose last
day is; where two have the same, the one that is known to the day.
"""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from typing import overload

from samverkan_cli.swedish import MONTHS, long_date


@dataclass(frozen=True)
class PartialDate:
    """A month or a year in which something happened: the first and the last day that it may have been, and how it is written."""

    first: datetime.date
    last: datetime.date
    text: str

    def __str__(self) -> str:
        return self.text


KnownDay = datetime.date | PartialDate
"""A day, or the month or the year that it was in."""


def partial(year: int, month: int | None = None) -> PartialDate:
    """The year, or a month of it."""
    first, last = month or 1, month or 12
    return PartialDate(
        datetime.date(year, first, 1),
        datetime.date(year, last, monthrange(year, last)[1]),
        f"{year:04}" if month is None else f"{year:04}-{month:02}",
    )


@overload
def first_of(day: KnownDay) -> datetime.date: ...
@overload
def first_of(day: KnownDay | None) -> datetime.date | None: ...
def first_of(day: KnownDay | None) -> datetime.date | None:
    """The first day that it may have been: by then it may have happened."""
    return day.first if isinstance(day, PartialDate) else day


@overload
def last_of(day: KnownDay) -> datetime.date: ...
@overload
def last_of(day: KnownDay | None) -> datetime.date | None: ...
def last_of(day: KnownDay | None) -> datetime.date | None:
    """The last day that it may have been: after it, it is certain."""
    return day.last if isinstance(day, PartialDate) else day


def order(day: KnownDay) -> tuple[datetime.date, bool]:
    """What to sort by in time: the last day, and of two with the same the one that is known to the day as the later."""
    return last_of(day), not isinstance(day, PartialDate)


def latest(days: Iterable[KnownDay | None]) -> KnownDay | None:
    """The latest of some days; nothing where there is none."""
    return max((day for day in days if day is not None), key=order, default=None)


def in_words(day: KnownDay) -> str:
    """``5 december 2018``, ``juni 2018`` or ``2018``."""
    if not isinstance(day, PartialDate):
        return long_date(day)
    return str(day.first.year) if day.first.month != day.last.month else f"{MONTHS[day.first.month - 1]} {day.first.year}"


def add_days(day: datetime.date, days: int) -> datetime.date:
    """So many days later, or earlier. Where the calendar ends, its end: a file may say any day and any number."""
    return datetime.date.fromordinal(min(max(day.toordinal() + days, 1), datetime.date.max.toordinal()))


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month, so many months later; the month's last day where there is none such. Where the calendar ends, its end."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    if year < datetime.MINYEAR:
        return datetime.date.min
    return datetime.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
