"""What the models say of a key: where it stands, what it means, what it may hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from samverkan_cli.models import DOCUMENT_TYPES, Document
from samverkan_cli.models import scalars as kinds
from samverkan_cli.models.base import Node, node_class
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.formalities import Demand, Exemption
from samverkan_cli.models.settings import SettingsDocument
from samverkan_cli.swedish import listing
from samverkan_cli.text.spelling import nearest
from samverkan_cli.validation.messages import as_yaml
from samverkan_cli.yaml.reader import written_type

_KINDS: tuple[tuple[Any, str], ...] = (
    (kinds.Line, "en rad text"),
    (kinds.Text, "text, också i flera stycken"),
    (kinds.Id, "ett id"),
    (kinds.Date, "ett datum, år-månad-dag"),
    (kinds.Start, "ett datum, eller underskrift"),
    (kinds.End, "ett datum, eller tills vidare"),
    (kinds.Count, "ett antal"),
    (kinds.Integer, "ett heltal"),
    (kinds.Number, "ett tal"),
    (kinds.Step, "ett steg, 1 till 5"),
    (kinds.YesNo, "ja eller nej"),
    (kinds.Every, "ett tidsmått, till exempel månad"),
    (kinds.Duration, "en längd, till exempel 4 år"),
    (kinds.MunicipalityCode, 'fyra siffror inom citattecken, till exempel "0126"'),
    (kinds.Version, "siffran 1"),
)
_WORDS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (kinds.YesNo, ("ja", "nej")),
    (kinds.Step, ("1", "2", "3", "4", "5")),
    (kinds.Start, ("underskrift",)),
    (kinds.End, ("tills vidare",)),
    (kinds.Version, ("1",)),
    (kinds.Every, ("dag", "vecka", "månad", "kvartal", "tertial", "termin", "halvår", "år")),
)


@dataclass(frozen=True)
class Field:
    """A key: the model that it stands in, its Python name, and what was declared of it."""

    owner: type[Node]
    name: str
    info: FieldInfo

    @property
    def key(self) -> str:
        """The key as it is written."""
        return str(self.info.alias)

    @property
    def below(self) -> type[Node] | None:
        """The model of what stands under the key, if that has keys of its own."""
        return node_class(self.info.annotation)

    @property
    def many(self) -> bool:
        """Whether the key holds a list."""
        return isinstance(self.info.default, tuple)

    @property
    def free(self) -> bool:
        """Whether the keys under it are the writer's own."""
        return any(get_origin(part) is dict for part in (self.info.annotation, *get_args(self.info.annotation)))

    @property
    def names_rules(self) -> bool:
        """Whether the value (or, where the keys are free, each key) is a rule's code."""
        return (self.owner, self.name) in {
            (Exemption, "rule"), (Demand, "rule"), (SettingsDocument, "mandatory"), (SettingsDocument, "levels"),
        }  # fmt: skip

    @property
    def example(self) -> str:
        """An example of a value, as it is written on one line."""
        if not self.info.examples:
            return ""
        written = as_yaml(self.info.examples[0])
        return f"[{written}]" if self.many else written

    @property
    def words(self) -> tuple[str, ...]:
        """The words that the value is chosen from, or may be."""
        if self.name == "type" and issubclass(self.owner, Document):
            return tuple(DOCUMENT_TYPES)
        found: list[str] = []
        for part in _parts(self.info.annotation):
            found += [str(word) for word in get_args(part)] if get_origin(part) is Literal else []
            found += [word for kind, words in _WORDS if part == kind for word in words]
        return tuple(dict.fromkeys(found))

    @property
    def kind(self) -> str:
        """What the key holds, in words."""
        closed = [part for part in _parts(self.info.annotation) if get_origin(part) is Literal]
        one = next((words for kind, words in _KINDS if any(part == kind for part in _parts(self.info.annotation))), "")
        if self.below is not None:
            one = "nycklar: " + listing(list(_shortened(names(self.below))), "och")
        elif closed:
            one = "något av " + ", ".join(self.words)
        if self.free:
            one = f"egna namn, vart och ett med {one}"
        return f"en lista; varje post är {one}" if self.many else one


def _shortened(keys: dict[str, str]) -> Iterator[str]:
    yield from list(keys)[:8]
    if len(keys) > 8:
        yield "fler"


def _parts(annotation: Any) -> Iterator[Any]:
    """The annotation and all it is made of; what a named kind of value is made of is left out."""
    yield annotation
    if any(annotation == kind for kind, _ in _KINDS):
        return
    for part in get_args(annotation):
        if get_origin(annotation) is not Literal:
            yield from _parts(part)


@cache
def names(model: type[Node]) -> dict[str, str]:
    """The keys of a model with their Python names."""
    return {str(info.alias): name for name, info in model.model_fields.items()}


def fields(model: type[Node]) -> list[Field]:
    """The keys of a model."""
    return [Field(model, name, info) for name, info in model.model_fields.items()]


def document_model(text: str) -> type[Document] | None:
    """The model that ``typ`` names, as far as it can be made out; a misspelt one is read as the nearest."""
    written = written_type(text)
    found = DOCUMENT_TYPES.get(written) or DOCUMENT_TYPES.get(nearest(written, DOCUMENT_TYPES) or "")
    return found or (ContentDocument if written else None)


def model_at(model: type[Node], keys: tuple[str, ...]) -> type[Node] | None:
    """The model of what stands under a row of keys."""
    here: type[Node] | None = model
    for key in keys:
        found = field_of(here, key) if here is not None else None
        here = found.below if found is not None else None
    return here


def field_of(model: type[Node], key: str) -> Field | None:
    """A key of a model."""
    name = names(model).get(key)
    return Field(model, name, model.model_fields[name]) if name is not None else None


def field_at(model: type[Node], keys: tuple[str, ...]) -> Field | None:
    """The last of a row of keys; for one that is the writer's own, the key that it stands under."""
    if not keys:
        return None
    owner = model_at(model, keys[:-1])
    if owner is not None:
        return field_of(owner, keys[-1])
    above = field_at(model, keys[:-1])
    return above if above is not None and above.free else None
