"""Days that several rules count with."""

import datetime

from samverkan_cli.models.actions import Action


def begins(action: Action) -> datetime.date | None:
    """The first day of an action, as far as it is written."""
    return action.when.start if action.when else None
