"""Reporting that recurs: when the next report falls due, and the reports that have been given."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from samverkan_cli.models.base import Node
from samverkan_cli.models.days import add_days, add_months
from samverkan_cli.project.interval import Interval

SLACK = 6 * 7
"""How many days a report may take: statistics lag, and July is dead."""

MEETING_WITHIN = 3
"""How many months after the interval the receiving group's meeting may be, for the report to wait for it."""


@dataclass(frozen=True)
class Report:
    """Something that has been reported: the day it became known, the last day that it covers, and where it stands. ``None``: not known."""

    known: datetime.date | None
    covers: datetime.date | None
    node: Node


@dataclass(frozen=True)
class Open:
    """The interval that is to be reported next: the day it is counted from, and the last day on which its report is in time."""

    since: datetime.date
    day: datetime.date


@dataclass(frozen=True)
class Rhythm:
    """Reports at an interval from ``start``; no interval begins after ``last``. ``meetings`` are the days on which the receiving group meets."""

    interval: Interval
    start: datetime.date
    last: datetime.date | None = None
    meetings: tuple[datetime.date, ...] = ()

    def deadline(self, end: datetime.date) -> datetime.date:
        """The last day for the report of an interval that ends on a day: the receiving group's first meeting from then on, else six weeks later."""
        within = (day for day in self.meetings if end <= day <= add_months(end, MEETING_WITHIN))
        return min(within, default=add_days(end, SLACK))

    def promised(self) -> int | None:
        """How many reports there shall be in all; ``None`` where there is no last day."""
        if self.last is None:
            return None
        return self.interval.begun(self.start, self.last)

    def following(self, reports: Iterable[Report]) -> Open | None:
        """What is to be reported next, after the reports that are known; ``None`` when nothing more is.

        It is counted from the last day that a report covers. A report in time that covers more than its interval does not move the next one
        forward: eight reports that are promised would become six, with none of them late. One that comes too late begins a new count.
        """
        anchor, steps, given, since, reached = self.start, 0, 0, self.start, self.start
        for known, covers in sorted((one.known, one.covers) for one in reports if one.known is not None and one.covers is not None):
            end = self.interval.after(anchor, steps + 1)
            in_time = known <= self.deadline(end)
            until = covers if in_time else min(covers, known)
            if covers <= reached or until <= since or (self.last is not None and since > self.last):
                continue
            given += 1
            reached = max(reached, min(covers, known))
            if in_time and until >= end:
                steps += 1
                since = end
            else:
                anchor, steps, since = until, 0, until
        if self.last is not None and (since > self.last or self._is_through(since, given)):
            return None
        return Open(since, self.deadline(self.interval.after(anchor, steps + 1)))

    def _is_through(self, since: datetime.date, given: int) -> bool:
        """Whether what was promised has been given, and less than an interval is left."""
        return self.last is not None and given >= (self.promised() or 0) and self.interval.after(since) > self.last


@dataclass(frozen=True)
class AtMeetings:
    """A report at each of a group's meetings; ``meetings`` are those from ``start`` on."""

    start: datetime.date
    meetings: tuple[datetime.date, ...]

    def following(self, reports: Iterable[Report]) -> Open | None:
        """The first meeting after that which the latest report was for; ``None`` where no more are known. Papers are sent before a meeting."""
        given = max((one.known for one in reports if one.known is not None), default=None)
        had = min((one for one in self.meetings if given is not None and one >= given), default=given)
        ahead = [one for one in self.meetings if had is None or one > had]
        return Open(given or self.start, min(ahead)) if ahead else None
