"""What lies elsewhere and is seen: appendices that say what they are and where, without being read here."""

from __future__ import annotations

import datetime
from pathlib import PurePosixPath

from samverkan_cli.models.base import Node
from samverkan_cli.models.days import KnownDay, PartialDate, first_of
from samverkan_cli.models.formalities import Appendix
from samverkan_cli.models.problems import Cause, Problem
from samverkan_cli.project.dossier import Dossier, Member
from samverkan_cli.rules._vocabulary import (
    ACTION_PLAN,
    CAUSE_ANALYSIS,
    COMMUNICATION_PLAN,
    CONTACTS,
    FOLLOW_UP_PLAN,
    OUTCOMES,
    PLEDGES,
    PROBLEM_PICTURE,
    SITUATION_REPORT,
)
from samverkan_cli.swedish import listing
from samverkan_cli.text.vocabulary import Words

TITLES: dict[str, Words] = {
    "lägesbild": SITUATION_REPORT,
    "problembild": PROBLEM_PICTURE,
    "orsaksanalys": CAUSE_ANALYSIS,
    "åtgärdsplan": ACTION_PLAN,
    "medborgarlöfte": PLEDGES,
    "kommunikationsplan": COMMUNICATION_PLAN,
    "uppföljningsplan": FOLLOW_UP_PLAN,
    "kontaktpersoner": CONTACTS,
    "uppföljning": OUTCOMES,
}
"""What a document of a kind is called, where its ``typ`` does not say it. A cause analysis has no ``typ`` of its own."""


def listed_elsewhere(dossier: Dossier, *kinds: str) -> tuple[Appendix, ...]:
    """The appendices of some kinds that are not here, but say what they are and where: by day, period, number, address, holder or a file of another
    sort.
    """
    read = {id(member.entry) for member in dossier.members if member.entry is not None and not member.foreign}
    return tuple(
        entry
        for entry in dossier.agreement.appendices
        if id(entry) not in read and entry.promise is None and _is_seen(dossier, entry) and any(_is_a(entry, kind) for kind in kinds)
    )


def absent_plans(dossier: Dossier) -> tuple[Appendix, ...]:
    """The action plans that are listed and cannot be read here, a file of ours that is not on disk or is broken among them: what they hold is
    unknown, so what is asked of every action can be answered only of those that are here.
    """
    whole = [member for member in dossier.members if member.model is not None and not _has_lost_actions(dossier, member)]
    read = {id(member.entry) for member in whole if member.entry is not None}
    elsewhere = frozenset(map(id, listed_elsewhere(dossier, "åtgärdsplan")))
    return tuple(
        entry
        for entry in dossier.agreement.appendices
        if id(entry) not in read and entry.promise is None and _may_be_a_plan(entry) and (entry.file or id(entry) in elsewhere)
    )


def _has_lost_actions(dossier: Dossier, member: Member) -> bool:
    """Whether something of a file could not be read that may have been actions."""
    faults = (fault for file, fault in dossier.faults if file == member.document.file and fault.code == "FIL02" and not fault.recovered)
    return any(fault.loose or fault.words is None or "åtgärder" in {*fault.words, *(fault.path or ())[:1]} for fault in faults)


def _may_be_a_plan(entry: Appendix) -> bool:
    """Whether it is said to be a plan, or nothing is said of what it is and it is a file of ours."""
    unsaid = entry.type is None and not entry.title and PurePosixPath(entry.file or "").suffix.lower() in (".yaml", ".yml")
    return unsaid or _is_a(entry, "åtgärdsplan")


def told_elsewhere(dossier: Dossier, wanted: type[Node]) -> tuple[Appendix, ...]:
    """What is not here and may tell of the problems or causes that are named here, where none is told of here."""
    if not issubclass(wanted, Problem | Cause) or dossier.ids_of(wanted):
        return ()
    return listed_elsewhere(dossier, "problembild", "orsaksanalys", "lägesbild")


def why_unread(entries: tuple[Appendix, ...]) -> str:
    """Why not everything can be judged, where some is here and has been."""
    names = listing(_called(entry) for entry in entries)
    return f"{names} går inte att läsa här, så det går inte att se alla åtgärder"


def published(dossier: Dossier, kind: str) -> tuple[Appendix, ...]:
    """The appendices of a kind that are here and also have an address: what a file that is an extract leaves out stands there."""
    here = (member.entry for member in dossier.members if getattr(member.model, "type", "") == kind and member.entry is not None)
    return tuple(entry for entry in here if entry.web_address)


def _is_a(entry: Appendix, kind: str) -> bool:
    if entry.type is None or (kind == "orsaksanalys" and entry.type == "dokument"):
        return TITLES[kind].found_in(entry.title)
    return entry.type == kind


def _is_seen(dossier: Dossier, entry: Appendix) -> bool:
    here = any(member.entry is entry for member in dossier.members)
    if entry.file and not here and PurePosixPath(entry.file).suffix.lower() in (".yaml", ".yml"):
        # A file of ours that is not on the disk is unknown, whatever else is said of it.
        return False
    if entry.file and here:
        return True
    # A pledge is known by its years rather than by a day, and what is in force has been given.
    begins = (entry.period.start or entry.period.end) if entry.period else None
    happened = any(_has_come(day, dossier.today) for day in (entry.date, begins))
    return happened or any((entry.registration_number, entry.web_address, entry.held_by))


def _has_come(day: KnownDay | str | None, today: datetime.date) -> bool:
    return isinstance(day, datetime.date | PartialDate) and first_of(day) <= today


def why_unseen(entries: tuple[Appendix, ...]) -> str:
    """Why what stands in some appendices cannot be judged."""
    names = listing(_called(entry) for entry in entries)
    return f"står i {names}, som inte finns här"


def _called(entry: Appendix) -> str:
    if entry.number:
        return f"bilaga {entry.number}"
    return f"”{entry.title}”" if entry.title else f"en bilaga av slaget {entry.type or 'dokument'}"
