"""The package as a whole: cover, marks, list of contents, and what the public version leaves out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from samverkan_cli.models.days import first_of, in_words
from samverkan_cli.printing.views.chain import ChainView, chain_view
from samverkan_cli.printing.views.convert import Context, view
from samverkan_cli.printing.views.document import ListedEntry, listed
from samverkan_cli.printing.views.plan import CHAIN, CHECKLIST, Entry, Printed, contents, printed, targets
from samverkan_cli.printing.views.words import Line
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.redaction import leaves_out


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
    left_out: Line | None


@dataclass(frozen=True)
class Whole:
    """Everything that is worked out once for a package.

    A document that stands alone has no page before it: ``index`` is ``None``, and ``left_out`` is said in the document itself.
    """

    context: Context
    documents: tuple[Printed, ...]
    entries: tuple[Entry, ...]
    marks: tuple[str, ...]
    facts: tuple[CoverFact, ...]
    index: IndexView | None
    chain: ChainView | None
    left_out: Line | None = None


def whole(dossier: Dossier, anchor: Callable[[str], str], *, public: bool, abridged: bool, checklist: bool) -> Whole:
    """The package of a dossier. ``anchor`` makes the anchor of a heading; ``abridged`` says that something has been left out of it."""
    documents = printed(dossier)
    context = Context(dossier, targets(dossier, documents, anchor))
    entries = contents(dossier, documents)
    chain = chain_view(context, abridged=abridged) if checklist else None
    alone = not dossier.is_agreement
    extra = [Entry("", "Checklistan", CHECKLIST)] if checklist else []
    extra += [Entry("", str(chain.title), CHAIN)] if chain else []
    everything = (*entries, *extra)
    marks = _marks(dossier, documents, public)
    facts = tuple(_facts(dossier, context))
    left_out = Line(_left_out(dossier)) if abridged else None
    index = IndexView(
        Line(dossier.title),
        tuple(Line(mark) for mark in marks),
        facts,
        tuple(listed(everything, context)),
        left_out,
    )
    return Whole(context, documents, entries, marks, facts, None if alone else index, chain, left_out if alone else None)


def _left_out(dossier: Dossier) -> str:
    """Where to ask for what is left out."""
    numbers = [dossier.main.registration_number, *(party.registration_number for party in dossier.parties)]
    number = next((one for one in numbers if one), "")
    return "Delar är utelämnade. Hela handlingen begärs hos registrator" + (f", {number}." if number else ".")


def _marks(dossier: Dossier, documents: tuple[Printed, ...], public: bool) -> tuple[str, ...]:
    marks = []
    if any(document.model.made_up for document in documents):
        marks.append("Påhittat innehåll")
    if is_draft(dossier):
        marks.append("Utkast, inte undertecknat av alla parter")
    marks.append("Offentlig version" if public else _internal(dossier))
    return tuple(marks)


def is_draft(dossier: Dossier) -> bool:
    """Whether it is an agreement that not all have signed yet."""
    return dossier.is_agreement and (dossier.signed is None or dossier.signed > dossier.today)


def _internal(dossier: Dossier) -> str:
    """That a version is not the public one, and why it stays inside."""
    if any(document.contacts for document in dossier.documents):
        return "Intern: innehåller kontaktuppgifter"
    return "Intern: innehåller det som inte lämnas ut" if leaves_out(dossier) else "Intern version"


def _facts(dossier: Dossier, context: Context) -> list[CoverFact]:
    words = view(dossier.main, context)
    found = []
    if dossier.parties:
        names = ", ".join(party.name or party.id or "–" for party in dossier.parties)
        found.append(CoverFact(Line("Parter"), Line(names)))
    if words.period:
        found.append(CoverFact(Line("Gäller"), words.period))
    for party in dossier.parties:
        if party.registration_number:
            label = f"Diarienummer, {(party.name or party.id or '')}"
            found.append(CoverFact(Line(label), Line(party.registration_number)))
    if words.registration_number:
        found.append(CoverFact(Line("Diarienummer"), words.registration_number))
    signed = dossier.signed_on
    if signed is not None and first_of(signed) <= dossier.today:
        found.append(CoverFact(Line("Undertecknad"), Line(in_words(signed))))
    found += [CoverFact(Line("Ersätter"), one.title) for one in words.replaces if one.title]
    return found
