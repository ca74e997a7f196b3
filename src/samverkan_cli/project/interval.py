"""How long there is between two times, when something is done at least so many times in so long."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from samverkan_cli.models.days import add_days, add_months
from samverkan_cli.models.when import Review, When

_MONTHS = {"månad": 1, "kvartal": 3, "tertial": 4, "termin": 6, "halvår": 6, "år": 12}
_DAYS = {"dag": 1, "vecka": 7}
_LAST = datetime.date.max - datetime.timedelta(days=1)
"""What is reckoned to the calendar's last day may lie beyond it."""


@dataclass(frozen=True)
class Interval:
    """``times`` in a span of whole months, or of days where it has no months."""

    times: int
    months: int
    days: int = 0

    def after(self, start: datetime.date, steps: int = 1) -> datetime.date:
        """The day so many intervals after another (before it, if ``steps`` are less than none), reckoned in one step, so that the end of a short
        month does not move the rest.

        Whole months as the calendar has them; where they do not come out whole, the part of a month that is over in days.
        """
        if not self.months:
            return add_days(start, max(self.days * abs(steps) // self.times, abs(steps)) * (1 if steps > 0 else -1))
        whole, rest = divmod(self.months * steps, self.times)
        day = add_months(start, whole)
        return add_days(day, (add_months(start, whole + 1) - day).days * rest // self.times) if rest else day

    def begun(self, start: datetime.date, last: datetime.date) -> int:
        """How many intervals begin from a day on until another. Sought by halving: there may be thousands of them, and in a thousand years."""
        days = (last - start).days
        spans = ((last.year - start.year) * 12 + last.month - start.month) // self.months if self.months else days // self.days
        low, high = 0, max(spans + 1, 0) * self.times if self.months else max(min((spans + 1) * self.times, days + 1), 0)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.after(start, middle) <= min(last, _LAST) else (low, middle)
        return low


def every(when: When | Review | None) -> Interval | None:
    """The interval of something that recurs; ``None`` where no time is given, or it is to be done no times."""
    if when is None or not when.per or when.at_least == 0:
        return None
    number, unit = _parts(when.per)
    months = next((months for word, months in _MONTHS.items() if unit.startswith(word)), 0)
    days = 0 if months else next(days for word, days in _DAYS.items() if unit.startswith(word[:3]))
    return Interval(when.at_least or 1, number * months, number * days)


def _parts(per: str) -> tuple[int, str]:
    words = per.split()
    return (int(words[0]), words[1]) if len(words) == 2 else (1, words[0])
