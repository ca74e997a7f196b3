"""What the models say of their keys. The only place that looks into a model: everybody else asks here.

This module stands below ``base``, so that a node itself can ask; a model is therefore any pydantic class here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel

from samverkan_cli.diagnostics import Place
from samverkan_cli.models.kinds import CLOSED, Kind, kind_of

if TYPE_CHECKING:
    from samverkan_cli.models.base import Node


@dataclass(frozen=True)
class Declared:
    """What ``base.field`` and its like are told of a key beyond what pydantic keeps."""

    definite: str = ""
    refers_to: str = ""
    or_words: bool = False
    defines: bool = False
    sealed: bool = True
    heading: str = ""
    formerly: tuple[str, ...] = ()
    words_as: str = ""
    alone: bool = False


@dataclass(frozen=True)
class Key:
    """One key of a model.

    ``name`` is its Python name, ``key`` how it is written, ``model`` the class that declares it. ``many`` says that it holds a list; ``kind``,
    ``below`` (the model of what stands under it) and ``cell`` (the kind of a table's values) are then those of each item. ``refers_to`` is
    the class of thing that its id points at, ``or_words`` that words may stand there instead, ``defines`` that the id names the mapping
    itself. ``choices`` is the closed list of words, ``definite`` the word in running text (målnivån), ``sealed`` whether it is a part of
    what is signed, ``heading`` the printed heading of what stands under it, ``formerly`` the keys that it has had before. A mere text
    is read under the key ``words_as`` of the mapping; with ``alone`` a single mapping may stand where there is a list. ``annotation`` is for whoever
    builds a validator.
    """

    name: str
    key: str
    model: type[Node]
    kind: Kind
    many: bool
    description: str
    example: Any = field(default=None, compare=False)
    below: type[Node] | None = None
    cell: Kind | None = None
    refers_to: type[Node] | None = None
    or_words: bool = False
    defines: bool = False
    choices: tuple[str, ...] = ()
    definite: str = ""
    sealed: bool = True
    heading: str = ""
    formerly: tuple[str, ...] = ()
    words_as: str = ""
    alone: bool = False
    annotation: Any = field(default=None, compare=False, repr=False)

    @property
    def may_hold_id(self) -> bool:
        """Whether an id may stand there: its own, or one of something else."""
        return self.kind in (Kind.ID, Kind.REFERENCE)


@cache
def keys_of(model: type[Node]) -> Mapping[str, Key]:
    """The keys of a model as they are written, in their order."""
    return MappingProxyType({key.key: key for key in by_name(model).values()})


@cache
def spellings(model: type[Node]) -> Mapping[str, Key]:
    """The keys of a model by all that they may be written as: what they are called now, then what they were called before."""
    today = keys_of(model)
    return MappingProxyType({**today, **{old: key for key in today.values() for old in key.formerly}})


@cache
def by_name(model: type[Node]) -> Mapping[str, Key]:
    """The keys of a model by their Python names, in their order."""
    return MappingProxyType({name: _key(model, name) for name in model.model_fields})


def key_at(model: type[Node], *keys: str) -> Key | None:
    """The last of a row of keys, as they are or were written; ``None`` where no model has it."""
    here: type[Node] | None = model
    found: Key | None = None
    for step in keys:
        found = spellings(here).get(step) if here is not None else None
        here = found.below if found is not None else None
    return found


@cache
def nodes_below(model: type[Node]) -> tuple[Key, ...]:
    """The keys of a model under which there are more keys."""
    return tuple(key for key in by_name(model).values() if key.below is not None)


def reachable(*models: type[Node]) -> tuple[type[Node], ...]:
    """The models and all that stand somewhere under them, the nearest first, each once."""
    found = dict.fromkeys(models)
    queue = list(found)
    for model in queue:
        fresh = [key.below for key in nodes_below(model) if key.below is not None and key.below not in found]
        queue += dict.fromkeys(fresh)
        found.update(dict.fromkeys(fresh))
    return tuple(found)


def _key(model: type[Node], name: str) -> Key:
    home = next(base for base in model.__mro__ if name in base.__dict__.get("__annotations__", {}))
    if home is not model:
        # What many document types have is declared, and looked into, once.
        return by_name(home)[name]
    info = model.model_fields[name]
    declared = next((one for one in info.metadata if isinstance(one, Declared)), Declared())
    rest = tuple(one for one in info.metadata if not isinstance(one, Declared))
    annotation = Annotated[(info.annotation, *rest)] if rest else info.annotation
    kind, detail = kind_of(annotation)
    cell = None
    if kind is Kind.TABLE:
        cell, detail = kind_of(detail)
    return Key(
        name=name,
        key=str(info.alias),
        model=model,
        kind=Kind.REFERENCE if declared.refers_to else kind,
        many=isinstance(info.default, tuple),
        description=str(info.description or ""),
        example=info.examples[0] if info.examples else None,
        below=detail if kind is Kind.NODE else None,
        cell=cell,
        refers_to=_named(_root(model), declared.refers_to) if declared.refers_to else None,
        or_words=declared.or_words,
        defines=declared.defines,
        choices=detail if Kind.CHOICE in (kind, cell) else CLOSED.get(kind, ()),
        definite=declared.definite,
        sealed=declared.sealed,
        heading=declared.heading,
        formerly=declared.formerly,
        words_as=declared.words_as,
        alone=declared.alone,
        annotation=annotation,
    )


def _root(model: type[Any]) -> type[Any]:
    """The class that all models descend from: the last before pydantic's own."""
    return model.__mro__[model.__mro__.index(BaseModel) - 1]


def _named(root: type[Any], name: str) -> type[Any]:
    """The model with a class name. Raises ``LookupError`` if there is none."""
    queue = [root]
    for model in queue:
        if model.__name__ == name:
            return model
        queue += model.__subclasses__()
    raise LookupError(f"no model is called {name}")


DOCUMENT = "document"
"""In a natural key: the document that the node stands in."""


class Basis(StrEnum):
    """What tells a node from its siblings."""

    ID = "id"
    NATURAL = "natural"
    ONLY = "only"
    ORDER = "order"


@dataclass(frozen=True)
class Identity:
    """Which one a node is, among those of its kind. ``ordinal`` counts those that nothing else tells apart.

    With ``Basis.ORDER`` it holds only as long as the file is as it was: whoever edits needs the file's digest too.
    """

    basis: Basis
    words: tuple[str, ...]
    ordinal: int = 0


def identity(node: Node, document: str | None = None) -> Identity:
    """The only answer to "which one is this?": its id, else its natural key, else that there is but one, else its order.

    ``document`` is what the caller calls the document that the node stands in, for those whose natural key needs it; its file as it is
    shown, if nothing is said.
    """
    id = getattr(node, "id", None) if _has_own_id(type(node)) else None
    if id:
        return Identity(Basis.ID, (id,))
    for names in node.natural_keys:
        words = tuple(_word(getattr(node, name)) for name in names if name != DOCUMENT)
        home = (node.here.file if document is None else document,) if DOCUMENT in names else ()
        if any(words) or names == (DOCUMENT,):
            return Identity(Basis.NATURAL, (*words, *home))
    where = tuple(str(step) for step in node.here.path)
    return Identity(Basis.ORDER if node.here.path and isinstance(node.here.path[-1], int) else Basis.ONLY, where)


def _word(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(_word(item) for item in value)
    return "" if value is None else str(value)


def identities(nodes: Iterable[Node], document: str | None = None) -> tuple[Identity, ...]:
    """The identity of each of some siblings, no two alike: what has the same as one before it is told apart by an ordinal."""
    seen: Counter[Identity] = Counter()
    result = []
    for node in nodes:
        own = identity(node, document)
        result.append(replace(own, ordinal=seen[own]))
        seen[own] += 1
    return tuple(result)


@cache
def _has_own_id(model: type[Node]) -> bool:
    """Whether ``id`` is the node's own: of a thing, or of a whole document."""
    key = by_name(model).get("id")
    return key is not None and (key.defines or "samverkan" in keys_of(model))


_LABELS = ("name", "wording", "what", "cause")
"""Where a thing says in its own words what it is."""


def label(node: Node) -> str:
    """What a thing is called by its own words; nothing where it has none."""
    return next((words for name in _LABELS if isinstance(words := getattr(node, name, None), str)), "")


def display_name(node: Node) -> str:
    """``åtgärden Å1.3``: how a sentence speaks of a thing."""
    word, id, words = node.noun.definite, getattr(node, "id", None), label(node)
    if id:
        return f"{word} {id}"
    return f"{word} ”{words}”" if words else f"{word} utan id"


def defined_id(node: Node) -> str | None:
    """The id that names the node itself (and not something it speaks of)."""
    key = by_name(type(node)).get("id")
    return getattr(node, "id") if key is not None and key.defines else None  # noqa: B009


def references(node: Node) -> Iterator[tuple[Key, str, Place]]:
    """Each id that the node refers to: the key, the id, the place. Where words may stand instead nobody knows whether it is one."""
    for key in _referring(type(node)):
        value = getattr(node, key.name)
        if isinstance(value, str):
            yield key, value, node.at(key.name)
        else:
            for index, item in enumerate(value or ()):
                yield key, item, node.at(key.name) / index


@cache
def _referring(model: type[Node]) -> tuple[Key, ...]:
    return tuple(key for key in by_name(model).values() if key.refers_to is not None and not key.or_words)
