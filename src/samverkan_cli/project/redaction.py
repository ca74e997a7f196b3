"""A dossier → the one that residents may see. Everything public is derived from it, so nothing else needs to know that there was more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from samverkan_cli.diagnostics import Place
from samverkan_cli.models import Agreement, ContentDocument
from samverkan_cli.models.actions import ActionWhen, FollowUp, Outcome, Spot
from samverkan_cli.models.base import Node
from samverkan_cli.models.communication import Contact
from samverkan_cli.models.formalities import Appendix, DocumentReference
from samverkan_cli.models.goals import Measurement
from samverkan_cli.models.keys import Key, by_name
from samverkan_cli.models.problems import ReportReference
from samverkan_cli.project.dossier import Dossier, Family, Member
from samverkan_cli.text.contact_details import Details, keys_of
from samverkan_cli.text.normal_form import NormalText, Sighting
from samverkan_cli.text.person_names import Name, PersonNames, name_of
from samverkan_cli.yaml.tree import empties

WITHHELD = "(lämnas inte ut)"
"""What stands instead of a detail that is not given out."""

_References = DocumentReference | ReportReference
"""That such a document is not given out says nothing of its title; that it is secret does."""

_OF_A_SECRET = ("party", "date", "registration_number")
"""What may still be said of a secret document: that it is registered."""

AnyNode = TypeVar("AnyNode", bound=Node)


def public_dossier(dossier: Dossier) -> Dossier:
    """The dossier without what its parties do not give out.

    Gone are: documents that are marked so or are secret, in themselves or in the list of appendices; the names and details of contacts that are,
    wherever they stand (the function remains); when and where an action is done that is; all but the number of a secret document that is only
    referred to; references to what only stands in what is gone, and entries that are about nothing else. The family is treated alike. What is
    left is as it was written, with its places.
    """
    every = (dossier, *dossier.family.all)
    secrets = _Secrets.of(every)
    family = dossier.family
    public = Family(
        None if family.above is None or is_withheld(family.above.root) else _redacted(family.above, secrets),
        tuple(_redacted(one, secrets) for one in family.below if not is_withheld(one.root)),
        tuple(_redacted(one, secrets) for one in family.predecessors if not is_withheld(one.root)),
    )
    return replace(_redacted(dossier, secrets), family=public)


def is_withheld(member: Member) -> bool:
    """Whether a document is marked as not given out, in itself or in the list of appendices."""
    return any(one is not None and is_closed(one) for one in (member.model, member.entry))


def leaves_out(dossier: Dossier) -> bool:
    """Whether the public version of a dossier lacks anything."""
    return any(map(is_closed, dossier.nodes)) or any(map(is_withheld, dossier.members))


def is_closed(node: Node) -> bool:
    """Whether somebody has marked a thing as secret or, but for what is only referred to, as not given out."""
    if getattr(node, "secrecy", None) is not None:
        return True
    return getattr(node, "published", None) is False and not isinstance(node, _References)


MARKS = tuple(by_name(ContentDocument)[name].key for name in ("published", "secrecy"))
"""The keys that say that something is not given out."""


def unsaid_marks(dossier: Dossier) -> tuple[Place, ...]:
    """Where a mark stands with nothing after it: it may be meant to protect, and nobody can know what."""
    trees = [(member.document.file, member.document.tree) for one in (dossier, *dossier.family.all) for member in one.members]
    return tuple(Place(file, path) for file, tree in trees if tree is not None for path in empties(tree) if path[-1] in MARKS)


@dataclass(frozen=True)
class _Secrets:
    """What must not be seen: ``details`` to reach somebody and ``names``, in any notation; ``words``, those too, as they are written, with what
    stands instead of each; and ``ids`` that only stand in what is withheld."""

    details: Details
    names: PersonNames
    words: tuple[tuple[re.Pattern[str], str], ...]
    ids: frozenset[str]

    @classmethod
    def of(cls, dossiers: tuple[Dossier, ...]) -> _Secrets:
        hidden: dict[str, str] = {}
        names: dict[Name, str] = {}
        details: dict[str, str] = {}
        gone: set[str] = set()
        there: set[str] = set()
        for dossier in dossiers:
            closed = {member.document.file for member in dossier.members if is_withheld(member)}
            for id, nodes in dossier.definitions.items():
                (there if any(node.here.file not in closed for node in nodes) else gone).add(id)
            for contact in (one for member in dossier.members if member.model is not None for one in member.model.contacts):
                if not is_closed(contact):
                    continue
                if contact.name:
                    hidden[contact.name] = contact.function or "en funktion"
                    names |= {name: hidden[contact.name] for name in (name_of(contact.name),) if name}
                for detail in filter(None, (contact.phone, contact.email)):
                    hidden[detail] = WITHHELD
                    details |= dict.fromkeys(keys_of(detail), WITHHELD)
            hidden |= dict.fromkeys(_closed_spots(dossier), WITHHELD)
        longest = sorted(hidden.items(), key=lambda item: (-len(item[0]), item[0]))
        words = tuple((_as_written(word), instead) for word, instead in longest)
        return cls(Details(details), PersonNames(names), words, frozenset(gone - there))

    def cleaned(self, text: str) -> str:
        """The text with something else in the place of each secret."""
        text = _put_in(text, self.details.find, lambda _: WITHHELD)
        text = _put_in(text, self.names.find, lambda name: self.names.known[tuple(name.split())])
        # What is drawn out, or written together, is no name or number to a reader of texts, and to people it is.
        for pattern, instead in self.words:
            text = pattern.sub(lambda _, instead=instead: instead, text)  # type: ignore[misc]
        return text


def _put_in(text: str, find: Callable[[str], Iterable[Sighting]], instead: Callable[[str], str]) -> str:
    """The text with something else where something is found in its normal form."""
    read = NormalText.of(text)
    parts, position = [], 0
    for one in find(read.plain):
        parts += [text[position : read.index(one.start)], instead(one.what)]
        position = read.index(one.end - 1) + 1
    return "".join([*parts, text[position:]]) if parts else text


def _closed_spots(dossier: Dossier) -> set[str]:
    """The names of the places that are not given out, and that are not named openly as the place of something else."""
    spots = [node for node in dossier.nodes if isinstance(node, Spot) and node.name]
    named = {name for node in dossier.nodes if not isinstance(node, Spot) for name in _places(node)}
    return {str(spot.name) for spot in spots if is_closed(spot)} - named - {str(spot.name) for spot in spots if not is_closed(spot)}


def _places(node: Node) -> tuple[str, ...]:
    value = getattr(node, "place", None)
    return (value,) if isinstance(value, str) else tuple(one for one in value or () if isinstance(one, str))


def _as_written(word: str) -> re.Pattern[str]:
    """A name or a number however it is spaced, and in whatever letters."""
    return re.compile(r"[\s\u00a0-]*".join(re.escape(part) for part in re.split(r"[\s\u00a0-]+", word) if part), re.IGNORECASE)


def _redacted(dossier: Dossier, secrets: _Secrets) -> Dossier:
    """One dossier without what is withheld. The agreement itself stays: a package without it is none."""
    kept = []
    for member in dossier.members:
        if member is not dossier.root and is_withheld(member):
            continue
        model = None if member.model is None else _without(member.model, secrets)
        if isinstance(model, Agreement):
            model = model.model_copy(update={"appendices": _appendices(dossier, model)})
        entry = None if member.entry is None else _without(member.entry, secrets)
        kept.append(replace(member, model=_unmarked(model), entry=entry))
    return replace(dossier, root=kept[0], members=tuple(kept), faults=(), family=Family())


def _unmarked(model: ContentDocument | None) -> ContentDocument | None:
    """The document without the mark that says whether it is given out: what is public does not say so."""
    return None if model is None else model.model_copy(update={"published": None})


def _appendices(dossier: Dossier, agreement: Agreement) -> tuple[Appendix, ...]:
    """The list of appendices. A row that is marked so shows its number only; one whose document is, no more than the list itself says."""
    closed = {member.entry.here for member in dossier.members if member.entry is not None and is_withheld(member)}
    rows = []
    for item in agreement.appendices:
        if is_closed(item):
            rows.append(item.model_copy(update={**{name: None for name in by_name(Appendix) if name != "number"}, "published": False}))
        elif item.here in closed:
            rows.append(item.model_copy(update={"file": None, "published": False}))
        else:
            rows.append(item)
    return tuple(rows)


def _without(node: AnyNode, secrets: _Secrets) -> AnyNode:
    """The node with everything below it redacted."""
    update: dict[str, Any] = {}
    for name, key in by_name(type(node)).items():
        value = getattr(node, name)
        if value is None or value == ():
            continue
        made = _value(value, key, secrets)
        if made != value or isinstance(value, Node) or (isinstance(value, tuple) and isinstance(value[0], Node)):
            update[name] = made
    if isinstance(node, Contact | ActionWhen | Spot):
        update |= {"published": None, "secrecy": None}
    return node.model_copy(update=update | _instead(node))


def _instead(node: Node) -> dict[str, Any]:
    """What stands in the place of what is closed, by the fields' Python names."""
    if not is_closed(node):
        return {}
    if isinstance(node, Contact):
        return {"name": None, **{name: WITHHELD for name in ("phone", "email") if getattr(node, name)}}
    if isinstance(node, Spot):
        return {"name": WITHHELD}
    if isinstance(node, ActionWhen):
        return {**dict.fromkeys(by_name(ActionWhen)), "details": WITHHELD}
    if isinstance(node, _References):
        others = [key for name, key in by_name(type(node)).items() if name not in _OF_A_SECRET]
        return {**{key.name: () if key.many else None for key in others}, "title": WITHHELD, "published": False}
    return {}


def _value(value: Any, key: Key, secrets: _Secrets) -> Any:
    if isinstance(value, Node):
        return _without(value, secrets)
    if isinstance(value, tuple):
        if key.may_hold_id and not key.defines:
            return tuple(secrets.cleaned(one) for one in value if one not in secrets.ids)
        return tuple(_value(one, key, secrets) for one in value if not (isinstance(one, Node) and _is_about_the_withheld(one, secrets)))
    if isinstance(value, Mapping):
        return {secrets.cleaned(name): part for name, part in value.items()}
    if isinstance(value, str):
        return None if key.may_hold_id and not key.defines and value in secrets.ids else secrets.cleaned(value)
    return value


_REPORTS = (Outcome, Measurement, FollowUp)
"""Entries that only speak of something else: what came of it, or when it will be looked at."""


def _is_about_the_withheld(node: Node, secrets: _Secrets) -> bool:
    """Whether an entry only reports on what is withheld: the result of a withheld action is withheld too."""
    if not isinstance(node, _REPORTS):
        return False
    named: list[str] = []
    for name, key in by_name(type(node)).items():
        if key.refers_to is None or key.or_words:
            continue
        value = getattr(node, name)
        named += [value] if isinstance(value, str) else list(value or ())
    return bool(named) and all(id in secrets.ids for id in named)
