"""Which of several outcomes or measurements is the latest: latest in time, whatever the order of the files."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from samverkan_cli.models.actions import Outcome
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.days import KnownDay, order
from samverkan_cli.models.follow_up import FollowUpDocument
from samverkan_cli.models.goals import Measurement

if TYPE_CHECKING:
    from samverkan_cli.project.dossier import Dossier

Told = TypeVar("Told", Outcome, Measurement)
Day = tuple[datetime.date, bool]
Natural = tuple[tuple[int, int, str], ...]


def covered(document: ContentDocument) -> datetime.date | None:
    """The last day that a follow-up covers, where it says so."""
    return document.covers.end if isinstance(document, FollowUpDocument) and document.covers is not None else None


def holds_for(dossier: Dossier, told: Outcome | Measurement) -> KnownDay | None:
    """The day that an outcome or a measured value is about: its own, else the last that its document covers, else the document's."""
    document = dossier.document_of(told)
    return told.date or covered(document) or document.date


def in_time(dossier: Dossier, told: Iterable[Told]) -> tuple[Told, ...]:
    """Outcomes or measurements in the order of time, the latest last.

    The order is total: the day that each holds for, its document's date, the number of the appendix, the path of the file, and the place in
    it. What has no day is the earliest.
    """

    def place(one: Told) -> tuple[Day, Day, Natural, str, Natural]:
        document = dossier.document_of(one)
        member = dossier.by_file.get(one.here.file)
        number = _natural(re.findall(r"\d+|\D+", member.number if member is not None else ""))
        held, written = order(holds_for(dossier, one) or datetime.date.min), order(document.date or datetime.date.min)
        return held, written, number, one.here.file, _natural(one.here.path)

    return tuple(sorted(told, key=place))


def _natural(steps: Iterable[str | int]) -> Natural:
    """Numbers as numbers, before words: appendix 7.10 comes after 7.2."""
    return tuple((0, int(step), "") if str(step).isdecimal() else (1, 0, str(step)) for step in steps)
