"""What falls due in a dossier, when, and whether it was met: the only place that knows. Rules, reports and calendars ask here."""

from __future__ import annotations

import datetime

from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.due.actions import actions_due
from samverkan_cli.project.due.follow_ups import feedback_due, follow_ups_due
from samverkan_cli.project.due.goals import counted, counting, goals_due, measured
from samverkan_cli.project.due.record import Due, Kind, State


def due(dossier: Dossier, day: datetime.date, known_until: datetime.date | None = None) -> tuple[Due, ...]:
    """The actions, follow-ups, reports and goals of a dossier that fall due, as they stand on ``day``, in the order of their days.

    ``known_until`` is the last day whose documents are known; without it the day that the dossier is judged on.
    """
    known = dossier if known_until in (None, dossier.today) else dossier.on(known_until or dossier.today, dossier.clock or dossier.today)
    found = (*actions_due(known, day), *feedback_due(known, day), *follow_ups_due(known, day), *goals_due(known, day))
    return tuple(sorted(found, key=lambda one: (one.day, one.node.here.file, [str(step) for step in one.node.here.path])))


__all__ = ["Due", "Kind", "State", "counted", "counting", "due", "measured"]
