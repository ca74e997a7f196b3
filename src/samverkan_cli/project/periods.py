"""The first and last day that something is valid for."""

from __future__ import annotations

import datetime

from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.days import PartialDate, first_of
from samverkan_cli.models.when import Period
from samverkan_cli.project.dossier import Dossier, extended


def first_day(period: Period | None) -> datetime.date | None:
    """The period's first day, if it is a date; of a month or a year its first."""
    return first_of(period.start) if period and isinstance(period.start, datetime.date | PartialDate) else None


def last_day(period: Period | None) -> datetime.date | None:
    """The period's last day, if it is a date."""
    return period.end if period and isinstance(period.end, datetime.date) else None


def bounds(dossier: Dossier, document: ContentDocument) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and last day of a document: its own period (with extensions), else that of the root."""
    if document is dossier.main or document.period is None:
        return dossier.start, dossier.end
    last: datetime.date | str | None = last_day(document.period)
    for extension in document.extensions:
        last = extended(last, extension)
    return first_day(document.period) or dossier.start, last if isinstance(last, datetime.date) else None
