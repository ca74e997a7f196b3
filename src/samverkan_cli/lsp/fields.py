"""A key in the editor's words: what it holds, what may be written there, and which key stands at a place."""

from __future__ import annotations

from collections.abc import Iterator

from samverkan_cli.models import DOCUMENT_TYPES, Document
from samverkan_cli.models.base import Node
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.formalities import Demand, Exemption
from samverkan_cli.models.keys import Key, key_at, keys_of
from samverkan_cli.models.kinds import Kind
from samverkan_cli.models.settings import SettingsDocument
from samverkan_cli.swedish import listing
from samverkan_cli.text.spelling import nearest
from samverkan_cli.validation.messages import as_yaml
from samverkan_cli.yaml.reader import written_type

_KINDS = {
    Kind.LINE: "en rad text",
    Kind.TEXT: "text, också i flera stycken",
    Kind.ID: "ett id",
    Kind.REFERENCE: "ett id",
    Kind.DATE: "ett datum, år-månad-dag",
    Kind.DAY: "ett datum, eller månaden eller året",
    Kind.START: "ett datum, månaden eller året, eller underskrift",
    Kind.END: "ett datum, eller tills vidare",
    Kind.COUNT: "ett antal",
    Kind.INTEGER: "ett heltal",
    Kind.NUMBER: "ett tal",
    Kind.YEAR: "ett år",
    Kind.STEP: "ett steg, 1 till 5",
    Kind.YES_NO: "ja eller nej",
    Kind.EVERY: "ett tidsmått, till exempel månad",
    Kind.DURATION: "en längd, till exempel 4 år",
    Kind.MUNICIPALITY_CODE: 'fyra siffror inom citattecken, till exempel "0126"',
    Kind.WEB_ADDRESS: "en webbadress",
    Kind.VERSION: "siffran 1",
}
_WORDS = {
    Kind.START: ("underskrift",),
    Kind.END: ("tills vidare",),
    Kind.EVERY: ("dag", "vecka", "månad", "kvartal", "tertial", "termin", "halvår", "år"),
}
"""Words that may stand where something else may stand too."""


def is_table(key: Key) -> bool:
    """Whether the keys under it are the writer's own."""
    return key.kind is Kind.TABLE


def names_rules(key: Key) -> bool:
    """Whether the value (or, in a table, each key) is a rule's code."""
    return (key.model, key.name) in {
        (Exemption, "rule"), (Demand, "rule"), (SettingsDocument, "mandatory"), (SettingsDocument, "levels"),
    }  # fmt: skip


def example(key: Key) -> str:
    """An example of a value, as it is written on one line."""
    if key.example is None:
        return ""
    written = as_yaml(key.example)
    return f"[{written}]" if key.many else written


def words(key: Key) -> tuple[str, ...]:
    """The words that the value is chosen from, or may be."""
    if key.name == "type" and issubclass(key.model, Document):
        return tuple(DOCUMENT_TYPES)
    return key.choices or _WORDS.get(key.kind, ())


def what_it_holds(key: Key) -> str:
    """What the key holds, in words."""
    kind = key.cell or key.kind
    if key.below is not None:
        one = "nycklar: " + listing(list(_shortened(list(keys_of(key.below)))), "och")
    elif kind is Kind.CHOICE:
        one = "något av " + ", ".join(words(key))
    else:
        one = "en rad text" if key.or_words else _KINDS[kind]
    if key.words_as:
        one += ", eller en text"
    if is_table(key):
        one = f"egna namn, vart och ett med {one}"
    return f"en lista; varje post är {one}" if key.many else one


def _shortened(keys: list[str]) -> Iterator[str]:
    yield from keys[:8]
    if len(keys) > 8:
        yield "fler"


def document_model(text: str) -> type[Document] | None:
    """The model that ``typ`` names, as far as it can be made out; a misspelt one is read as the nearest."""
    written = written_type(text)
    found = DOCUMENT_TYPES.get(written) or DOCUMENT_TYPES.get(nearest(written, DOCUMENT_TYPES) or "")
    return found or (ContentDocument if written else None)


def model_at(model: type[Node], keys: tuple[str, ...]) -> type[Node] | None:
    """The model of what stands under a row of keys."""
    if not keys:
        return model
    found = key_at(model, *keys)
    return found.below if found is not None else None


def field_at(model: type[Node], keys: tuple[str, ...]) -> Key | None:
    """The last of a row of keys; for one that is the writer's own, the key that it stands under."""
    if not keys:
        return None
    if model_at(model, keys[:-1]) is not None:
        return key_at(model, *keys)
    above = field_at(model, keys[:-1])
    return above if above is not None and is_table(above) else None
