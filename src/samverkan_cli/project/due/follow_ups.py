"""Follow-ups and feedback: what is to be reported, how the agreement says that it is done, and how it stands."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from samverkan_cli.models.actions import Action, FollowUp
from samverkan_cli.models.base import Node
from samverkan_cli.models.communication import Feedback
from samverkan_cli.models.days import add_months, first_of
from samverkan_cli.models.pledge_document import PledgeDocument
from samverkan_cli.models.when import When
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.due.record import Due, Kind, State
from samverkan_cli.project.due.reports import follow_up_reports, reports_to, touching
from samverkan_cli.project.due.rhythm import AtMeetings, Open, Report, Rhythm
from samverkan_cli.project.interval import Interval, every
from samverkan_cli.project.periods import bounds
from samverkan_cli.text.spelling import fold

NEAR = 3
"""How many months before its day a report may be, and still be the one that was meant."""


Following = Callable[[Iterable[Report]], Open | None]
"""What is to be reported next, after some reports."""


def feedback_due(dossier: Dossier, day: datetime.date) -> Iterator[Due]:
    """The reports that the agreement and its documents promise."""
    for item in _feedback(dossier):
        first, last = bounds(dossier, dossier.document_of(item))
        interval, due, meetings = every(item.when), _last_day(item.when), meeting_days(dossier, item.to)
        told = reports_to(dossier, item)
        if interval is not None and first is not None:
            rhythm = Rhythm(interval, first, _earliest(last, due), meetings)
            yield from _recurring(Kind.REPORT, item, rhythm.following, told, dossier, day)
        elif due is not None:
            yield _once(Kind.REPORT, item, due, add_months(due, -NEAR), told, dossier, day)
        elif first is not None:
            within = tuple(one for one in meetings if first <= one and (last is None or one <= last))
            yield from _recurring(Kind.REPORT, item, AtMeetings(first, within).following, told, dossier, day)


def follow_ups_due(dossier: Dossier, day: datetime.date) -> Iterator[Due]:
    """The planned follow-ups that have a day, and those whose own rhythm stands in where nothing says how it is reported.

    How often something is counted never falls due by itself where the agreement says how it is reported.
    """
    reported = _says_how_it_is_reported(dossier)
    for item in dossier.follow_ups:
        if _is_over(dossier, item, day):
            continue
        first, last = _span(dossier, item)
        if first is not None and last is not None and last < first:
            continue
        interval, due, meetings = every(item.when), _last_day(item.when), meeting_days(dossier, item.to)
        if due is not None:
            yield _once(Kind.FOLLOW_UP, item, due, _from(dossier, item, due, first, interval), touching(dossier, item), dossier, day)
        elif interval is not None and first is not None and not reported:
            told = follow_up_reports(dossier) if meetings else touching(dossier, item)
            rhythm = Rhythm(interval, first, last, meetings)
            yield from _recurring(Kind.FOLLOW_UP, item, rhythm.following, told, dossier, day)


def meeting_days(dossier: Dossier, to: str | None) -> tuple[datetime.date, ...]:
    """The days on which the group that receives a report meets, as far as they are written down."""
    if not to:
        return ()
    return tuple(day for body in dossier.bodies if fold(to) in (fold(body.id or ""), fold(body.name or "")) for day in body.meeting_days)


def _feedback(dossier: Dossier) -> tuple[Feedback, ...]:
    """To whom the work is reported. How residents hear of one pledge is another matter: that stands with the pledges."""
    return dossier.all(lambda document: () if isinstance(document, PledgeDocument) else document.feedback)


def _says_how_it_is_reported(dossier: Dossier) -> bool:
    """Whether the agreement, or the one above it, says how the work is reported: how often, on which day, or to a group that meets on days."""
    above = dossier.family.above
    return any(
        every(item.when) is not None or _last_day(item.when) is not None or meeting_days(one, item.to)
        for one in (dossier, *((above,) if above is not None else ()))
        for item in _feedback(one)
    )


def _recurring(
    kind: Kind, item: Node, following: Following, told: tuple[Report, ...], dossier: Dossier, day: datetime.date
) -> Iterator[Due]:
    """The next report of several. Where something is told on a day that nobody has written, nothing is claimed."""
    known = [one for one in told if one.known is None or one.known <= dossier.today]
    open = following(known)
    if open is None or any(one.known is None or one.covers is None for one in known):
        return
    latest = max(known, key=lambda one: (one.covers or datetime.date.min, one.known or datetime.date.min), default=None)
    state = State.LATE if open.day < day else State.UPCOMING
    yield Due(kind, item, open.day, state, open.since, latest.node if latest is not None else None)


def _once(
    kind: Kind, item: Node, due: datetime.date, begin: datetime.date | None, told: tuple[Report, ...], dossier: Dossier, day: datetime.date
) -> Due:
    """What falls due on one day. It is met by what touches it and is not older than ``begin``; of what has no day nobody knows that."""
    known = [one for one in told if one.known is None or one.known <= dossier.today]
    for one in known:
        if begin is None or one.known is None or max(one.known, one.covers or one.known) >= begin:
            return Due(kind, item, due, State.DONE, None, one.node)
    return Due(kind, item, due, overdue(dossier, due, day), None, None)


def overdue(dossier: Dossier, due: datetime.date, day: datetime.date) -> State:
    """How a thing stands that is not done: what is older than the last follow-up and was never named in it is unclear, not late."""
    if day <= due:
        return State.UPCOMING
    later = any(one.known is not None and due < one.known <= dossier.today for one in follow_up_reports(dossier))
    return State.UNCLEAR if later else State.LATE


def _from(
    dossier: Dossier, item: FollowUp, due: datetime.date, first: datetime.date | None, interval: Interval | None
) -> datetime.date | None:
    """The day from which something counts for a follow-up with a day: of several times the last; of a whole way of working, a report near the day."""
    starts = [day for day in (item.when.start if item.when else None, first) if day is not None]
    if interval is not None:
        starts.append(interval.after(due, -1))
    holder = dossier.graph.holder_of(item)
    named = holder or item.applies_to_actions or item.applies_to_goals or item.applies_to_pledges or item.applies_to_focus_areas
    if not named:
        starts.append(add_months(due, -NEAR))
    return max(starts, default=None)


def _is_over(dossier: Dossier, item: FollowUp, day: datetime.date) -> bool:
    """Whether all actions that a follow-up is about have been ended: when and why stands on them."""
    holder = dossier.graph.holder_of(item)
    named = (one for id in item.applies_to_actions for one in dossier.definitions.get(id, ()))
    about = (holder,) if holder is not None else tuple(one for one in named if isinstance(one, Action))
    alone = not (item.applies_to_goals or item.applies_to_pledges)
    return bool(about) and alone and all(is_closed(action, day) for action in about)


def is_closed(action: Action, day: datetime.date) -> bool:
    """Whether an action has been ended by a day; one that says no day has."""
    return action.closed is not None and (action.closed.date is None or first_of(action.closed.date) <= day)


def _span(dossier: Dossier, item: FollowUp) -> tuple[datetime.date | None, datetime.date | None]:
    """The days that a follow-up is about: its document's, within those of the action that it stands under."""
    first, last = bounds(dossier, dossier.document_of(item))
    holder = dossier.graph.holder_of(item)
    if holder is None:
        return first, last
    begins = holder.when.start if holder.when else None
    return (max(first, begins) if first and begins else begins or first), _earliest(last, _last_day(holder.when))


def _last_day(when: When | None) -> datetime.date | None:
    return (when.latest or when.end) if when is not None else None


def _earliest(*days: datetime.date | None) -> datetime.date | None:
    return min((day for day in days if day is not None), default=None)
