"""One thing that falls due, and how it stands."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from samverkan_cli.models.base import Node


class Kind(StrEnum):
    """What falls due."""

    ACTION = "åtgärd"
    FOLLOW_UP = "uppföljning"
    REPORT = "redovisning"
    GOAL = "mål"


class State(StrEnum):
    """How it stands. What is ``UNCLEAR`` is older than the last follow-up and is not named in it: it may be done or forgotten."""

    UPCOMING = "kommande"
    AWAITING = "inväntar mätning"
    DONE = "gjord"
    LATE = "försenad"
    UNCLEAR = "oklart"


@dataclass(frozen=True)
class Due:
    """A thing that falls due. ``day`` is the last day on which it is in time; it is counted from ``since``, where it recurs.

    ``by`` is what met it: an outcome, a measured value, a follow-up or the row of an appendix.
    """

    kind: Kind
    node: Node
    day: datetime.date
    state: State
    since: datetime.date | None = None
    by: Node | None = None
