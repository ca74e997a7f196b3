"""A dossier: an agreement with its appendices, linked by id, or a document that stands alone."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from samverkan_cli.diagnostics import KeyPath, Place, Span
from samverkan_cli.models import DOCUMENT_TYPES, Agreement, ContentDocument
from samverkan_cli.models.actions import Action, FollowUp, Outcome
from samverkan_cli.models.actors import Body, OtherActor, Party
from samverkan_cli.models.base import Node, walk
from samverkan_cli.models.communication import Pledge
from samverkan_cli.models.content import FocusArea
from samverkan_cli.models.days import KnownDay, PartialDate, add_days, add_months, first_of, last_of, latest
from samverkan_cli.models.formalities import Appendix, Extension
from samverkan_cli.models.goals import Goal, Measurement
from samverkan_cli.models.keys import Basis, defined_id, identity, references
from samverkan_cli.models.problems import Cause, Problem
from samverkan_cli.project.faulted import Faulted
from samverkan_cli.project.graph import Graph
from samverkan_cli.project.pictures import Picture
from samverkan_cli.project.pieces import Piece, pieces
from samverkan_cli.text.normal_form import NormalText
from samverkan_cli.yaml.tree import Document, Fault, Mapping, Scalar, Tree, find

Item = TypeVar("Item")
Document_ = TypeVar("Document_", bound=ContentDocument)


@dataclass(frozen=True)
class Member:
    """One file of a dossier. ``model`` is ``None`` for what could not be read, and for an appendix that is not a document of ours.

    ``entry`` is its row in the agreement's list of appendices; the agreement has none, and nor has a document that nobody lists.
    """

    path: Path
    document: Document
    model: ContentDocument | None
    entry: Appendix | None = None
    listed: bool = True
    foreign: bool = False

    @property
    def number(self) -> str:
        """The number of the appendix, where it has one."""
        return (self.entry.number if self.entry is not None else None) or ""

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Its keys and values one by one: several rules look through all of them."""
        return pieces(self.document)

    @cached_property
    def normal_text(self) -> NormalText:
        """The whole text in normal form."""
        return NormalText.of(self.document.text)


@dataclass(frozen=True)
class Family:
    """The agreements around one: those that were found. Each is loaded without a family of its own."""

    above: Dossier | None = None
    below: tuple[Dossier, ...] = ()
    predecessors: tuple[Dossier, ...] = ()

    @property
    def predecessor(self) -> Dossier | None:
        """The first of those that the agreement takes over from."""
        return self.predecessors[0] if self.predecessors else None

    @property
    def all(self) -> tuple[Dossier, ...]:
        """Everybody in the family."""
        return tuple(one for one in (self.above, *self.below, *self.predecessors) if one is not None)


@dataclass(frozen=True)
class Dossier:
    """What is judged together, as it is judged on ``today``: what lies at its ``root``, with what that lists.

    The root of most is an agreement, and ``members`` are then all its files, itself first. Any other document that belongs to no agreement,
    or is asked for by itself, is a root too: a dossier of one. ``kind`` is what the root is by its ``typ``, also when it cannot be read.
    Documents dated after ``today`` are set aside: their shape is checked, their content is not.
    ``pictures`` says what each logo's file is, and why it cannot be printed.
    """

    root: Member
    members: tuple[Member, ...]
    today: datetime.date
    faults: tuple[tuple[str, Fault], ...] = field(default=())
    pictures: dict[Place, Picture] = field(default_factory=dict)
    clock: datetime.date | None = None
    family: Family = field(default_factory=Family)
    kind: type[ContentDocument] = Agreement

    def on(self, today: datetime.date, clock: datetime.date) -> Dossier:
        """The same dossier, judged on another day; ``clock`` is the day it really is."""
        relatives = self.family
        turned = Family(
            relatives.above and relatives.above.on(today, clock),
            tuple(one.on(today, clock) for one in relatives.below),
            tuple(one.on(today, clock) for one in relatives.predecessors),
        )
        return replace(self, today=today, clock=clock, family=turned)

    @cached_property
    def main(self) -> ContentDocument:
        """The document at the root, of whatever type; an empty one of its kind if the file could not be read."""
        return self.root.model if self.root.model is not None else self._empty(self.kind)

    @property
    def is_agreement(self) -> bool:
        """Whether there is an agreement at the root. Where there is none, nothing may be asked for that only an agreement has."""
        return isinstance(self.main, Agreement)

    @cached_property
    def agreement(self) -> Agreement:
        """The agreement; an empty one if the file could not be read, or is another document."""
        main = self.main
        return main if isinstance(main, Agreement) else self._empty(Agreement)

    def _empty(self, kind: type[Document_]) -> Document_:
        model: Any = kind
        empty: Document_ = model.model_construct(version=1, type=document_type(kind))
        empty._here = Place(self.root.document.file)
        return empty

    @property
    def id(self) -> str:
        """The root's id; else the name of the agreement's folder, or of the file where another document stands alone."""
        named = self.root.path.parent.name if self.is_agreement else self.root.path.stem
        return self.main.id or named or "överenskommelse"

    @property
    def title(self) -> str:
        """The root's title, else its file."""
        return self.main.title or self.root.document.file

    @cached_property
    def documents(self) -> tuple[ContentDocument, ...]:
        """The documents that are judged: those that could be read and are not dated later than today."""
        rest = (member.model for member in self.members if member is not self.root and member.model is not None)
        return (self.main, *(model for model in rest if model.date is None or first_of(model.date) <= self.today))

    @cached_property
    def by_file(self) -> dict[str, Member]:
        """The members by the file name that places use."""
        relatives = {file: member for one in self.family.all for file, member in one.by_file.items()}
        return relatives | {member.document.file: member for member in self.members}

    @cached_property
    def unread(self) -> frozenset[str] | None:
        """The words that stand in what could not be read, or is not here; ``None`` means that anything might.

        So it is where the root itself could not be read: nobody knows then what it lists, or which step is going on.
        """
        if self.root.model is None:
            return None
        lost = set(self.told_elsewhere)
        for fault in (fault for _, fault in self.faults):
            if fault.words is None:
                return None
            lost |= fault.words
        return frozenset(lost)

    @cached_property
    def faulted(self) -> Faulted:
        """What the faults speak of."""
        return Faulted(self.faults)

    def all(self, choose: Callable[[ContentDocument], Iterable[Item]]) -> tuple[Item, ...]:
        """A section from every document, in one list."""
        return tuple(item for document in self.documents for item in choose(document))

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The parties of the agreement."""
        return self.agreement.parties

    @cached_property
    def other_actors(self) -> tuple[OtherActor, ...]:
        """Those who take something on without being parties."""
        return self.all(lambda document: document.other_actors)

    @cached_property
    def focus_areas(self) -> tuple[FocusArea, ...]:
        """The focus areas."""
        return self.all(lambda document: document.focus_areas)

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """The groups of the organisation."""
        return self.all(lambda document: document.bodies)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """The problems."""
        return self.all(lambda document: document.problems)

    @cached_property
    def prioritised(self) -> tuple[Problem, ...]:
        """The problems that have a priority; where none has, all of them."""
        ranked = tuple(problem for problem in self.problems if problem.priority is not None)
        return ranked or self.problems

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """The causes."""
        return self.all(lambda document: document.causes)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals."""
        return self.all(lambda document: document.goals)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The actions."""
        return self.all(lambda document: document.actions)

    @cached_property
    def pledges(self) -> tuple[Pledge, ...]:
        """The pledges."""
        return self.all(lambda document: document.pledges)

    @cached_property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """The planned follow-ups, those under an action included."""
        return self.all(
            lambda document: (
                *document.follow_ups,
                *(item for action in document.actions for item in action.follow_ups),
            )
        )

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes."""
        return self.all(lambda document: document.outcomes)

    @cached_property
    def measurements(self) -> tuple[Measurement, ...]:
        """The measured values."""
        return self.all(lambda document: document.measurements)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every mapping in every document that is judged."""
        return tuple(node for document in self.documents for node in walk(document))

    @cached_property
    def definitions(self) -> dict[str, tuple[Node, ...]]:
        """What each id names. More than one is a fault (KED02)."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            id = defined_id(node)
            if id is not None:
                found.setdefault(id, []).append(node)
        return {id: tuple(nodes) for id, nodes in found.items()}

    def may_stand_elsewhere(self, id: str, wanted: type[Node]) -> bool:
        """Whether an id that is not here may name something in another document, and is no slip.

        So it is in a document that stands alone, as long as it says nothing of that kind itself: a plan names problems and groups that its
        agreement tells of. Parties are always told of elsewhere.
        """
        return not self.is_agreement and id not in self.definitions and (issubclass(Party, wanted) or not self.ids_of(wanted))

    @cached_property
    def told_elsewhere(self) -> frozenset[str]:
        """The ids that a document names which stands alone, and that may stand in another."""
        if self.is_agreement:
            return frozenset()
        named = ((id, key.refers_to) for node in self.nodes for key, id, _ in references(node))
        return frozenset(id for id, wanted in named if wanted is not None and self.may_stand_elsewhere(id, wanted))

    def ids_of(self, wanted: type[Node]) -> tuple[str, ...]:
        """The ids of everything of a kind."""
        if wanted not in self._ids:
            self._ids[wanted] = tuple(id for id, things in self.definitions.items() if any(isinstance(one, wanted) for one in things))
        return self._ids[wanted]

    @cached_property
    def _ids(self) -> dict[type[Node], tuple[str, ...]]:
        return {}

    def document_of(self, node: Node) -> ContentDocument:
        """The document that a node stands in."""
        return self._documents_by_file[node.here.file]

    @cached_property
    def _documents_by_file(self) -> dict[str, ContentDocument]:
        return {document.here.file: document for document in reversed(self.documents)}

    @cached_property
    def graph(self) -> Graph:
        """The chain from problem to outcome."""
        return Graph(self)

    @cached_property
    def start(self) -> datetime.date | None:
        """The root's first day: as written (of a month or a year its first), or the day of the last signature."""
        period = self.main.period
        if period is None or period.start is None:
            return None
        return first_of(period.start) if isinstance(period.start, datetime.date | PartialDate) else self.signed

    @cached_property
    def end(self) -> datetime.date | None:
        """The root's last day, with extensions and ``längd`` counted in; ``None`` when there is none."""
        period = self.main.period
        last = period.end if period else None
        if period and last is None and period.length and self.start:
            last = after(self.start, period.length)
        for extension in self.main.extensions:
            last = extended(last, extension)
        return last if isinstance(last, datetime.date) else None

    @cached_property
    def signed(self) -> datetime.date | None:
        """The day the last party signed, if every party has; of a month or a year its last. Where a document without parties stands alone, the
        last of its signatures.
        """
        return last_of(self.signed_on)

    @cached_property
    def signed_on(self) -> KnownDay | None:
        """The day the last party signed, if every party has, as it is written."""
        if not self.is_agreement:
            own_days = [signature.date for signature in self.main.signatures]
            return None if None in own_days else latest(own_days)
        days: list[KnownDay | None] = []
        for party in self.parties:
            own = latest(signature.date for signature in self.agreement.signatures if signature.party == party.id)
            if own is None:
                return None
            days.append(own)
        return latest(days)

    def identity_at(self, place: Place) -> tuple[str, ...]:
        """What the nearest thing at or above a place is known by, where it has a natural name; nothing where only its order tells it apart."""
        for length in range(len(place.path), 0, -1):
            node = self._nodes_by_place.get((place.file, place.path[:length]))
            if node is not None:
                found = identity(node, self.by_file[place.file].number or None)
                return found.words if found.basis is Basis.NATURAL else ()
        return ()

    @cached_property
    def _nodes_by_place(self) -> dict[tuple[str, KeyPath], Node]:
        return {(node.here.file, node.here.path): node for node in self.nodes}

    def pointed_at(self, place: Place) -> tuple[Span, str | None]:
        """Where a place is in its file, and the nearest id. Many points cite the same places: each is looked up once."""
        known = self._pointed_at.get(place)
        if known is None:
            known = self._pointed_at[place] = self.by_file[place.file].document.span(place.path), self.nearest_id(place)
        return known

    @cached_property
    def _pointed_at(self) -> dict[Place, tuple[Span, str | None]]:
        return {}

    def nearest_id(self, place: Place) -> str | None:
        """The id of the nearest thing at or above a place, below the document itself."""
        member = self.by_file.get(place.file)
        tree = member.document.tree if member else None
        if tree is None:
            return None
        found = None
        node: Tree = tree
        for step in place.path:
            below = find(node, (step,))
            if below is None:
                break
            node = below
            found = own_id(node) or found
        return found


def document_type(kind: type[ContentDocument]) -> str:
    """The ``typ`` of a kind of document; nothing where nobody can tell."""
    return next((written for written, model in DOCUMENT_TYPES.items() if model is kind), "")


def own_id(node: object) -> str | None:
    """The ``id`` of a mapping."""
    entry = node.entries.get("id") if isinstance(node, Mapping) else None
    return entry.value.raw if entry and isinstance(entry.value, Scalar) and entry.value.raw else None


def extended(last: datetime.date | str | None, extension: Extension) -> datetime.date | str | None:
    """The last day when an extension has been decided: as it is written, else so long after the day before its first, or after the last day until then."""
    if extension.end is not None or not extension.length:
        return extension.end or last
    if extension.start is not None:
        return after(extension.start, extension.length)
    return after(add_days(last, 1), extension.length) if isinstance(last, datetime.date) else last


def after(start: datetime.date, length: str) -> datetime.date:
    """The last day of a length such as ``4 år`` that begins on ``start``."""
    number, unit = int(length.split(maxsplit=1)[0]), length.split()[1]
    if unit.startswith("d"):
        return add_days(start, number - 1)
    if unit.startswith("v"):
        return add_days(start, 7 * number - 1)
    following = add_months(start, number * (12 if unit == "år" else 1))
    return following if following == datetime.date.max else add_days(following, -1)


__all__ = ["Dossier", "KeyPath", "Member", "after", "document_type", "extended", "own_id"]
