"""Days and intervals that several rules count with."""

import datetime

from samverkan_cli.models.actions import Action
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.when import Period
from samverkan_cli.project.dossier import Dossier, add_months

_MONTHS = {"månad": 1, "kvartal": 3, "tertial": 4, "termin": 6, "halvår": 6, "år": 12}
_DAYS = {"dag": 1, "vecka": 7}


def months(every: str) -> int | None:
    """How many months ``per`` is; ``None`` for days and weeks."""
    number, unit = _parts(every)
    found = next((months for word, months in _MONTHS.items() if unit.startswith(word)), None)
    return None if found is None else number * found


def _parts(every: str) -> tuple[int, str]:
    words = every.split()
    return (int(words[0]), words[1]) if len(words) == 2 else (1, words[0])


def next_time(last: datetime.date, times: int, every: str) -> datetime.date:
    """The last day for the next time, when something is done at least ``times`` per ``every``."""
    whole = months(every)
    if whole is not None:
        return add_months(last, whole) if times <= 1 else last + (add_months(last, whole) - last) / times
    number, unit = _parts(every)
    days = number * next((days for word, days in _DAYS.items() if unit.startswith(word[:3])), 1)
    return last + datetime.timedelta(days=max(1, days // max(1, times)))


def first_day(period: Period | None) -> datetime.date | None:
    """The period's first day, if it is a date."""
    return period.start if period and isinstance(period.start, datetime.date) else None


def last_day(period: Period | None) -> datetime.date | None:
    """The period's last day, if it is a date."""
    return period.end if period and isinstance(period.end, datetime.date) else None


def bounds(dossier: Dossier, document: ContentDocument) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and last day of a document: its own period (with extensions), else that of the root."""
    if document is dossier.main or document.period is None:
        return dossier.start, dossier.end
    last = last_day(document.period)
    for extension in document.extensions:
        last = extension.end if isinstance(extension.end, datetime.date) else None
    return first_day(document.period) or dossier.start, last


def begins(action: Action) -> datetime.date | None:
    """The first day of an action, as far as it is written."""
    return action.when.start if action.when else None
