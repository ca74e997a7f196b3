"""Actions: when they end, and whether anybody has said what came of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from samverkan_cli.models.days import add_days, add_months, last_of
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.due.follow_ups import NEAR, is_closed, overdue
from samverkan_cli.project.due.record import Due, Kind, State
from samverkan_cli.project.due.reports import known_day
from samverkan_cli.project.due.rhythm import SLACK
from samverkan_cli.project.latest import holds_for


def actions_due(dossier: Dossier, day: datetime.date) -> Iterator[Due]:
    """The actions that have a last day. What came of one is to be told within six weeks; an outcome from its last months is enough."""
    for action in dossier.actions:
        end = (action.when.latest or action.when.end) if action.when else None
        if end is None:
            continue
        due = add_days(end, SLACK)
        if is_closed(action, day):
            yield Due(Kind.ACTION, action, due, State.DONE, by=action.closed)
            continue
        for outcome in reversed(dossier.graph.outcomes_of(action.id)):
            known, held = known_day(dossier, outcome), last_of(holds_for(dossier, outcome))
            if (known is None or known <= dossier.today) and (held is None or held >= add_months(end, -NEAR)):
                yield Due(Kind.ACTION, action, due, State.DONE, by=outcome)
                break
        else:
            yield Due(Kind.ACTION, action, due, overdue(dossier, due, day))
