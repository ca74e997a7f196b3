"""The package as a whole: cover, marks, list of contents, and what the public version leaves out."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from samverkan_cli.checking.report import Report
from samverkan_cli.diagnostics import Level
from samverkan_cli.printing.views.chain import ChainView, chain_view
from samverkan_cli.printing.views.convert import Context, view
from samverkan_cli.printing.views.document import ListedEntry, listed
from samverkan_cli.printing.views.plan import CHAIN, CHECKLIST, Entry, Printed, contents, printed, targets
from samverkan_cli.printing.views.words import Line
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.swedish import count, long_date


@dataclass(frozen=True)
class CoverFact:
    """A line on the cover."""

    label: Line
    value: Line


@dataclass(frozen=True)
class IndexView:
    """The first page's ``x``."""

    title: Line
    marks: tuple[Line, ...]
    facts: tuple[CoverFact, ...]
    contents: tuple[ListedEntry, ...]
    judged: Line
    status: Line


@dataclass(frozen=True)
class Whole:
    """Everything that is worked out once for a package."""

    context: Context
    documents: tuple[Printed, ...]
    entries: tuple[Entry, ...]
    marks: tuple[str, ...]
    facts: tuple[CoverFact, ...]
    index: IndexView
    chain: ChainView | None


def whole(dossier: Dossier, report: Report, anchor: Callable[[str], str], *, public: bool, checklist: bool) -> Whole:
    """The package of a dossier. ``anchor`` makes the anchor of a heading."""
    documents = printed(dossier, public)
    context = Context(dossier, targets(dossier, documents, anchor), _hidden(dossier) if public else {})
    entries = contents(dossier, documents, public)
    chain = chain_view(context) if checklist else None
    extra = [Entry("", "Checklistan", CHECKLIST)] if checklist else []
    extra += [Entry("", str(chain.title), CHAIN)] if chain else []
    everything = (*entries, *extra)
    marks = _marks(dossier, documents, public)
    facts = tuple(_facts(dossier, context))
    index = IndexView(
        Line(context.shown(dossier.title)),
        tuple(Line(mark) for mark in marks),
        facts,
        tuple(listed(everything, context)),
        Line(long_date(dossier.today)),
        Line(_status(report)),
    )
    return Whole(context, documents, entries, marks, facts, index, chain)


def _marks(dossier: Dossier, documents: tuple[Printed, ...], public: bool) -> tuple[str, ...]:
    marks = []
    if any(document.model.made_up for document in documents):
        marks.append("Påhittat innehåll")
    if dossier.signed is None or dossier.signed > dossier.today:
        marks.append("Utkast, inte undertecknat av alla parter")
    if public:
        marks.append("Offentlig version")
    return tuple(marks)


def _facts(dossier: Dossier, context: Context) -> list[CoverFact]:
    agreement = dossier.agreement
    words = view(agreement, context)
    found = []
    if agreement.parties:
        names = ", ".join(context.shown(party.name or party.id or "–") for party in agreement.parties)
        found.append(CoverFact(Line("Parter"), Line(names)))
    if words.period:
        found.append(CoverFact(Line("Gäller"), words.period))
    for party in agreement.parties:
        if party.registration_number:
            label = f"Diarienummer, {context.shown(party.name or party.id or '')}"
            found.append(CoverFact(Line(label), Line(context.shown(party.registration_number))))
    if words.registration_number:
        found.append(CoverFact(Line("Diarienummer"), words.registration_number))
    signed: datetime.date | None = dossier.signed
    if signed is not None and signed <= dossier.today:
        found.append(CoverFact(Line("Undertecknad"), Line(long_date(signed))))
    if words.replaces and words.replaces.title:
        found.append(CoverFact(Line("Ersätter"), words.replaces.title))
    return found


def _status(report: Report) -> str:
    errors, warnings = report.count(Level.ERROR), report.count(Level.WARNING)
    if not errors and not warnings:
        return "Inget att anmärka på."
    return f"Kontrollen hittade {count(errors, 'fel', 'fel')} och {count(warnings, 'varning', 'varningar')}."


def _hidden(dossier: Dossier) -> dict[str, str]:
    """What the public version does not show: names and details of contacts that are marked ``offentlig: nej``."""
    hidden: dict[str, str] = {}
    for contact in dossier.all(lambda document: document.contacts):
        if contact.public is False:
            if contact.name:
                hidden[contact.name] = contact.function or "en funktion"
            for detail in (contact.phone, contact.email):
                if detail:
                    hidden[detail] = "(lämnas inte ut)"
    return dict(sorted(hidden.items(), key=lambda item: -len(item[0])))
