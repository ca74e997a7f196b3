"""Whether the difference between two values is more than chance."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from samverkan_cli.models.goals import Indicator, Measurement, Value

_ERRORS = 1.96
"""How many standard errors a margin of error is: it holds 95 times of 100."""


@dataclass(frozen=True)
class Difference:
    """How far a value is from another, and the margin of error of that: ``None`` where it is not known, 0 where everybody was counted."""

    size: float
    margin: float | None

    @property
    def is_certain(self) -> bool:
        """Whether it is known to be more than chance."""
        return self.margin is not None and abs(self.size) > self.margin

    @property
    def is_within(self) -> bool:
        """Whether it is known to be within the margin of error."""
        return self.margin is not None and 0 < abs(self.size) <= self.margin


def difference(indicator: Indicator, before: Value | Measurement | float, after: Measurement) -> Difference | None:
    """How far a value is from another, or from a number that is exact; ``None`` where one of them has no value."""
    start = before if isinstance(before, int | float) else before.value
    if start is None or after.value is None:
        return None
    # Values are written with few decimals: what differs beyond nine of them is how the machine counts.
    return Difference(round(after.value - start, 9), _margin(indicator, before, after))


def _margin(indicator: Indicator, before: Value | Measurement | float, after: Measurement) -> float | None:
    if indicator.survey == "total":
        return 0.0
    last = _margin_of(indicator, after)
    if isinstance(before, int | float):
        return last
    first = _margin_of(indicator, before)
    # Where only one of them is known, the other is taken to be as uncertain.
    one, other = (last if first is None else first), (first if last is None else last)
    return sqrt(one**2 + other**2) if one is not None and other is not None else None


def _margin_of(indicator: Indicator, value: Value | Measurement) -> float | None:
    """What is written, else what follows for a share of those who answered, where only some were asked."""
    if value.margin is not None:
        return value.margin
    share = (value.value or 0) / 100
    if indicator.survey != "urval" or not value.answers or value.value is None or not 0 <= share <= 1 or not _is_percent(indicator):
        return None
    return 100 * _ERRORS * sqrt(share * (1 - share) / value.answers)


def _is_percent(indicator: Indicator) -> bool:
    return (indicator.unit or "").strip().casefold() in ("procent", "%")
