"""What has been reported: follow-ups as a whole, and outcomes and measured values that touch one thing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import chain

from samverkan_cli.models.actions import FollowUp, Outcome
from samverkan_cli.models.base import Node
from samverkan_cli.models.communication import Feedback
from samverkan_cli.models.days import KnownDay, first_of, last_of
from samverkan_cli.models.follow_up import FollowUpDocument
from samverkan_cli.models.formalities import Appendix
from samverkan_cli.models.goals import Measurement
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.due.rhythm import Report
from samverkan_cli.project.latest import covered
from samverkan_cli.project.periods import last_day
from samverkan_cli.text.spelling import fold


def follow_up_reports(dossier: Dossier) -> tuple[Report, ...]:
    """Every follow-up: the documents that are here, and those that the list of appendices says lie elsewhere."""
    here = (_whole(document) for document in dossier.documents if isinstance(document, FollowUpDocument))
    return (*here, *_elsewhere(dossier))


def reports_to(dossier: Dossier, item: Feedback) -> tuple[Report, ...]:
    """What has been reported to a recipient: every follow-up, and what is written down as fed back to just that one."""
    told = (
        _report(one.date, covered(document) or one.date, one)
        for document in dossier.documents
        for one in document.fed_back
        if one.to and item.to and fold(one.to) == fold(item.to)
    )
    return (*follow_up_reports(dossier), *told)


def touching(dossier: Dossier, item: FollowUp) -> tuple[Report, ...]:
    """The outcomes and measured values that touch what a follow-up is about; every follow-up, where it is about nothing in particular."""
    graph = dossier.graph
    holder = graph.holder_of(item)
    about = {*item.applies_to_actions, *((holder.id,) if holder is not None else ())}
    goals = set(item.applies_to_goals)
    if not about and not goals:
        about = {action.id for area in item.applies_to_focus_areas for action in graph.actions_in(area)}
        goals = {goal.id or "" for area in item.applies_to_focus_areas for goal in graph.goals_in(area)}
    if not about and not goals and not item.applies_to_pledges:
        return (*follow_up_reports(dossier), *_told(dossier, graph.outcomes_of(item.id)))
    outcomes = chain.from_iterable(graph.outcomes_of(id) for id in (item.id, *about, *goals, *item.applies_to_pledges))
    measured = chain.from_iterable(graph.measurements_of(id) for id in goals)
    return (*_told(dossier, outcomes), *_told(dossier, measured), *_elsewhere(dossier))


def known_day(dossier: Dossier, told: Outcome | Measurement) -> datetime.date | None:
    """The day on which an outcome or a measured value became known: its document's, if that is a follow-up, else its own."""
    document = dossier.document_of(told)
    return first_of((document.date or covered(document) if isinstance(document, FollowUpDocument) else None) or told.date)


def _told(dossier: Dossier, told: Iterable[Outcome | Measurement]) -> Iterator[Report]:
    """Outcomes and values as reports. A day is read off their document only where that is a follow-up: a plan is older than what it tells."""
    for one in told:
        document = dossier.document_of(one)
        covers = covered(document) or one.date or (document.date if isinstance(document, FollowUpDocument) else None)
        yield _report(known_day(dossier, one), covers, one)


def _whole(document: FollowUpDocument) -> Report:
    return _report(document.date or covered(document), covered(document) or document.date, document)


def _report(known: KnownDay | None, covers: KnownDay | None, node: Node) -> Report:
    """A report. It is known by the first day that it may have been written, and covers the last that it may be about."""
    return Report(first_of(known), last_of(covers), node)


def _elsewhere(dossier: Dossier) -> Iterator[Report]:
    """The follow-ups that are listed but are no documents of ours: what they say of each thing is not known, so they may say it."""
    ours = {id(member.entry) for member in dossier.members if member.model is not None}
    for entry in dossier.agreement.appendices:
        known = first_of(entry.date)
        if id(entry) not in ours and _is_follow_up(entry) and (known is None or known <= dossier.today):
            yield _report(known, last_day(entry.period) or entry.date, entry)


def _is_follow_up(entry: Appendix) -> bool:
    """Whether a row says that it is a follow-up, and where it is to be found."""
    title = (entry.title or "").casefold()
    says = entry.type == "uppföljning" if entry.type is not None else "uppföljning" in title and "plan" not in title
    there = entry.date or entry.registration_number or entry.web_address or entry.held_by or entry.file
    return says and bool(there) and entry.promise is None
