"""What one printed document says: its words, its facts, its boxes and its figures."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.checking.report import Report
from samverkan_cli.models import Agreement, SituationReport
from samverkan_cli.models.base import Node
from samverkan_cli.models.days import first_of
from samverkan_cli.models.keys import by_name
from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.views.boxes import Gap, boxes
from samverkan_cli.printing.views.convert import Context, reference, view
from samverkan_cli.printing.views.drawings import draw_chain, draw_organisation, draw_timeline, draw_trends
from samverkan_cli.printing.views.plan import WITHHELD, Entry, Printed
from samverkan_cli.printing.views.words import Line, Link, View
from samverkan_cli.swedish import capital
from samverkan_cli.text.vocabulary import plainly

_ONCE = {
    "kommun": "en i varje kommun",
    "stadsdel": "en i varje stadsdel",
    "stadsområde": "en i varje stadsområde",
    "lokalpolisområde": "en i varje lokalpolisområde",
    "fokusområde": "en för varje fokusområde",
    "skola": "en på varje skola",
}


_READ_IN_PART = "Filen kunde bara läsas delvis. Det som inte gick att läsa saknas här."


@dataclass(frozen=True)
class ChainRow:
    """One row of the table beside the chain."""

    problem: Link | None
    cause: Link | None
    action: Link | None
    goals: tuple[Link, ...]


@dataclass(frozen=True)
class Fact:
    """A line of facts about the document."""

    label: Line
    value: object


@dataclass(frozen=True)
class ListedEntry:
    """A line in a list of documents."""

    number: Line | None
    title: Link
    note: tuple[object, ...]


def _is_read_in_part(page: Printed, context: Context) -> bool:
    """Whether a document has more in its file than could be read: said in what is worked on, and never put in what has been signed."""
    signed = context.dossier.signed
    return not page.member.document.is_whole and (signed is None or signed > context.dossier.today)


class Extras:
    """What is worked out for a document, beside its own words: the template's ``x``. A few of its members are small functions."""

    def __init__(
        self,
        page: Printed,
        context: Context,
        report: Report,
        marks: tuple[str, ...],
        entries: tuple[Entry, ...],
        left_out: Line | None = None,
        points: Mapping[str, str] | None = None,
    ) -> None:
        self._report = report
        self._points = points or {}
        self._context = context
        self._boxes = boxes(report, page.member.document.file, page.model)
        self._asked: set[str] = set()
        document = page.model
        self.number = Line(page.number) if page.number else None
        self.title = Line(page.title)
        self.kind = Line(getattr(document, "type", ""))
        self.marks = tuple(Line(mark) for mark in marks)
        self.left_out = left_out
        self.read_in_part = Line(_READ_IN_PART) if _is_read_in_part(page, context) else None
        self.agreement = isinstance(document, Agreement)
        self.report = isinstance(document, SituationReport)
        self.dash = Line("–")
        self.unnamed = Line("Utan namn")
        self.facts = tuple(_facts(document, context))
        self.appendices = tuple(listed(entries[1:], context)) if self.agreement else ()
        self.unsigned = tuple(_unsigned(document, context)) if isinstance(document, Agreement) else ()
        self.owners = tuple(_owner(id, context) for id in document.owners)
        self.timeline = draw_timeline(page.slug, document, context)
        self.trends = draw_trends(page.slug, document.goals, context)
        wanted = {value.goal for value in document.measurements}
        self.measured = draw_trends(f"{page.slug}-utfall", tuple(goal for goal in context.dossier.goals if goal.id in wanted), context)
        drawn = draw_chain(page.slug, document, context)
        self.chain = drawn[0] if drawn else None
        self.chain_rows = tuple(_chain_row(row, context) for row in drawn[1]) if drawn else ()
        self.organisation = draw_organisation(page.slug, document.bodies, context)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the document."""
        drawn = (self.timeline, *self.trends, *self.measured, self.chain, self.organisation)
        return tuple(figure for figure in drawn if figure is not None)

    def boxes(self, keys: str) -> tuple[Gap, ...]:
        """The boxes of the sections named in ``keys`` (Python names with spaces between)."""
        wanted = keys.split()
        self._asked.update(wanted)
        return tuple(box for box in self._boxes if box.key in wanted)

    @property
    def rest(self) -> str:
        """The keys of the boxes that no section above has asked for."""
        return " ".join(dict.fromkeys(box.key or "?" for box in self._boxes if box.key not in self._asked and box.key != "signatures"))

    def words(self, *parts: object) -> tuple[object, ...]:
        """Those of the parts that are there, each once."""
        return tuple(dict.fromkeys(part for part in parts if part))

    def is_said(self, word: str | None, text: str | None) -> bool:
        """Whether a word, or a few, stand in a text already."""
        return bool(word) and re.search(rf"(?<!\w){re.escape(plainly(word))}(?!\w)", plainly(text)) is not None

    def who(self, who: View) -> Line:
        """Who does something: the responsible one, and those who help."""
        helping = "; ".join(who.participants)
        return Line(" tillsammans med ".join(part for part in (who.responsible or "", helping) if part) or "–")

    def once(self, once_per: str | None) -> Line | None:
        """``en i varje kommun``."""
        return Line(_ONCE.get(once_per, f"en per {once_per}")) if once_per else None

    def survey(self, value: View) -> tuple[Line, ...]:
        """How sure a measured value is: how many answered, how large a part, and the margin of error."""
        rate = Line(f"{value.response_rate} procent") if value.response_rate else None
        margin = Line(f"felmarginal {value.margin}") if value.margin else None
        return tuple(part for part in (value.answers, rate, margin) if part)

    def unit(self, indicator: View) -> Line | None:
        """What a measure is counted in, where the measure itself does not say it."""
        return None if self.is_said(indicator.unit, indicator.measure) else indicator.unit

    def horizon(self, horizon: str | None) -> Line | None:
        """``på kort sikt``."""
        return Line(f"på {horizon} sikt") if horizon else None

    def meeting(self, cause: str | None) -> tuple[Link, ...]:
        """The actions that meet a cause."""
        actions = self._context.dossier.graph.actions_meeting(cause)
        return tuple(reference(action.id, self._context) for action in actions if action.id)

    def document(self, other: View) -> tuple[object, ...]:
        """Another document by its title, date and number."""
        title = other.title or self._title_of(other.file) or other.id or Line("en överenskommelse utan titel")
        parts = [title, other.date, other.registration_number]
        if other.id and title != other.id:
            parts.append(Line(f"id {other.id}"))
        return self.words(*parts, other.published, *self.elsewhere(other))

    def _title_of(self, file: str | None) -> Line | None:
        """What an agreement that is referred to by its file is called, if it has been read."""
        home = self._context.dossier.root.path.parent
        for one in self._context.dossier.family.all if file else ():
            if one.title and one.root.path == Path(os.path.normpath(home / str(file))):
                return Line(one.title)
        return None

    def rule(self, code: str) -> Line:
        """What a rule asks for, in words; its code where nobody knows it."""
        known = self._report.rules.get(code)
        return Line(self._points.get(code) or (known.name.replace("-", " ") if known is not None else code))

    def elsewhere(self, other: View) -> tuple[object, ...]:
        """What is said of a document that lies elsewhere: what time it is valid for, who has it, where on the web it is, and that it is secret."""
        return tuple(_elsewhere(other))


def _facts(document: Node, context: Context) -> Iterable[Fact]:
    words = view(document, context)
    asked = (
        ("part", "party"), ("avser", "covers"), ("gäller", "period"), ("datum", "date"), ("diarienummer", "registration_number"),
        ("ärende", "errand"), ("fastställd", "adopted"), ("fokusområden", "applies_to_focus_areas"), ("parter", "applies_to_parties"), ("plats", "place"),
        ("revidering", "review"), ("publicering", "published"), ("sekretess", "secrecy"),
    )  # fmt: skip
    for label, name in asked:
        value = getattr(words, name, None) if name in by_name(type(document)) else None
        if value:
            yield Fact(Line(capital(label)), value)


def _unsigned(agreement: Agreement, context: Context) -> Iterable[Line]:
    """The parties that have not signed on the day that is judged: they get a place to sign."""
    today = context.dossier.today
    for party in agreement.parties:
        signed = [
            item for item in agreement.signatures if item.party and item.party == party.id and item.date and first_of(item.date) <= today
        ]
        if not signed:
            yield Line(party.name or party.id or "En part utan namn")


def _owner(id: str, context: Context) -> Link:
    body = next((body for body in context.dossier.bodies if body.id == id and body.name), None)
    label = body.name if body and body.name else id
    return Link(label, context.targets.get(id, ""))


def _chain_row(row: tuple[str, str, str, tuple[str, ...]], context: Context) -> ChainRow:
    problem, cause, action, goals = (row[0], row[1], row[2], row[3])

    def link(id: str) -> Link | None:
        return reference(id, context) if id else None

    return ChainRow(link(problem), link(cause), link(action), tuple(reference(id, context) for id in goals))


def listed(entries: Iterable[Entry], context: Context) -> Iterable[ListedEntry]:
    """Lines for a list of documents."""
    for entry in entries:
        note = tuple(_notes(entry, context))
        target = f"{entry.slug}.md" if entry.slug else ""
        yield ListedEntry(Line(entry.number) if entry.number else None, Link(entry.title, target), note)


def _elsewhere(other: View) -> Iterable[object]:
    if other.period:
        yield Line(f"gäller {other.period}")
    if other.held_by:
        yield Line(f"finns hos {other.held_by}")
    if other.web_address:
        yield other.web_address
    if getattr(other, "secrecy", None):
        yield Line(f"sekretess {other.secrecy}")


def _notes(entry: Entry, context: Context) -> Iterable[object]:
    """What stands in brackets after a document in a list: its date and number where the list says them, a promise, or why it has no page."""
    words = view(entry.item, context) if entry.item else None
    if words and words.date:
        yield words.date
    if words and words.registration_number:
        yield Line(f"dnr {words.registration_number}")
    if words and words.published and entry.note != WITHHELD:
        yield words.published
    if words:
        yield from _elsewhere(words)
    if entry.note and entry.note != "löfte":
        yield Line(entry.note)
    if words and words.promise:
        yield words.promise
