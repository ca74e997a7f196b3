"""Goals: the measured value that counts for a target, and when there should be one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from samverkan_cli.models.days import add_months, first_of, last_of
from samverkan_cli.models.goals import Goal, Measurement
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.due.follow_ups import overdue
from samverkan_cli.project.due.record import Due, Kind, State
from samverkan_cli.project.due.reports import known_day
from samverkan_cli.project.latest import holds_for

WAIT = 3
"""How many months after its target day a goal waits for a measurement, before an older one counts."""

OLD = 12
"""How many months before the target day a measurement may be, and count where none comes after."""


def measured(dossier: Dossier, goal: Goal, day: datetime.date) -> tuple[Measurement, ...]:
    """The values of a goal that are known, and measured on a day or before, in the order of time."""
    return tuple(
        value
        for value in dossier.graph.measurements_of(goal.id)
        if value.value is not None
        and (known_day(dossier, value) or day) <= dossier.today
        and (first_of(holds_for(dossier, value)) or day) <= day
    )


def counted(dossier: Dossier, goal: Goal, day: datetime.date) -> tuple[Measurement, ...]:
    """The measured values that count for a goal's target, the latest last: those from the target day on; three months after it, where there
    are none, those from the year before."""
    target = goal.indicator.target if goal.indicator else None
    if target is None or target.date is None:
        return ()
    values = [(held, value) for value in measured(dossier, goal, day) if (held := last_of(holds_for(dossier, value))) is not None]
    after = tuple(value for held, value in values if held >= target.date)
    if after or day <= add_months(target.date, WAIT):
        return after
    return tuple(value for held, value in values if held >= add_months(target.date, -OLD))


def counting(dossier: Dossier, goal: Goal, day: datetime.date) -> Measurement | None:
    """The measured value that decides whether a goal's target is reached: the latest of those that count."""
    return next(reversed(counted(dossier, goal, day)), None)


def goals_due(dossier: Dossier, day: datetime.date) -> Iterator[Due]:
    """The goals that have a target with a day: measured, to be measured, or waiting for the measurement."""
    for goal in dossier.goals:
        target = goal.indicator.target if goal.indicator else None
        if target is None or target.date is None:
            continue
        due = add_months(target.date, WAIT)
        value = counting(dossier, goal, day)
        if value is not None and day >= target.date:
            yield Due(Kind.GOAL, goal, due, State.DONE, by=value)
        elif target.date < day <= due:
            yield Due(Kind.GOAL, goal, due, State.AWAITING)
        else:
            yield Due(Kind.GOAL, goal, due, overdue(dossier, due, day))
