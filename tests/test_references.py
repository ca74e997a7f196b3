"""The models' names: what refers is known to refer, one word means one thing in both languages, and every key is explained."""

import inspect
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic.fields import FieldInfo

from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models.base import Node, node_class
from samverkan_cli.models.references import DEFINITE, KINDS, REFERS_TO
from samverkan_cli.models.scalars import ID

SWEDISH_APART = {"till": {"end", "to"}}
"""Swedish words with two meanings: to a day, and to somebody."""

ENGLISH_APART = {
    "method": {"metod", "sätt"},
    "place": {"plats", "ort"},
    "participants": {"medverkar", "medverkande", "deltagare"},
    "part_of": {"del_av", "underområde_till"},
    "terms": {"begrepp", "villkor"},
}
"""English names that are clear in their model, where Swedish has a word for each."""


def _models() -> dict[str, type[Node]]:
    found: dict[str, type[Node]] = {}
    queue: list[type[Node]] = list(DOCUMENT_TYPES.values())
    for model in queue:
        found[model.__name__] = model
        below = [node_class(info.annotation) for info in model.model_fields.values()]
        queue += [one for one in below if one is not None and one.__name__ not in found and one not in queue]
    return found


MODELS = _models()
FIELDS = {f"{name}.{field}": (model, field, model.model_fields[field]) for name, model in MODELS.items() for field in model.model_fields}


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _holds_an_id(info: FieldInfo) -> bool:
    parts = [*_parts(info.annotation), *(one for extra in info.metadata for one in (extra,))]
    return any(getattr(part, "pattern", None) == ID for part in parts)


HOLDERS = {name for name, (_, _, info) in FIELDS.items() if _holds_an_id(info)}


def test_the_holders_are_found() -> None:
    """The search itself finds what it should, in a single value and in a list."""
    assert {"Action.meets_causes", "Signature.party", "Problem.id", "Agreement.owners"} <= HOLDERS


@pytest.mark.parametrize("name", sorted(name for name in HOLDERS if not name.endswith(".id")))
def test_what_holds_an_id_is_known_to_refer(name: str) -> None:
    _, field, _ = FIELDS[name]
    assert field in REFERS_TO
    assert REFERS_TO[field] in KINDS
    assert KINDS[REFERS_TO[field]] in DEFINITE


def test_what_is_known_to_refer_holds_an_id() -> None:
    fields = {FIELDS[name][1] for name in HOLDERS}
    assert set(REFERS_TO) <= fields


def _stem(name: str) -> str:
    """A name without the difference between one and many."""
    return {"bodies": "body", "time": "time"}.get(name, name.removesuffix("s"))


def test_one_swedish_key_has_one_english_name() -> None:
    english = defaultdict(set)
    for _, field, info in FIELDS.values():
        english[str(info.alias)].add(_stem(field))
    assert {key: names for key, names in english.items() if len(names) > 1} == SWEDISH_APART


def test_one_english_name_has_one_swedish_key() -> None:
    swedish = defaultdict(set)
    for _, field, info in FIELDS.values():
        swedish[field].add(str(info.alias))
    assert {name: keys for name, keys in swedish.items() if len(keys) > 1} == ENGLISH_APART


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_key_is_explained(name: str) -> None:
    _, _, info = FIELDS[name]
    assert info.alias and info.title and info.description
    assert info.description.endswith((".", "…")), "a description is a sentence"
    if node_class(info.annotation) is None and str(info.alias) != "namn":
        assert info.examples, "a single value shows an example"


@pytest.mark.parametrize("name", sorted(MODELS))
def test_every_model_is_documented(name: str) -> None:
    assert inspect.getdoc(MODELS[name])
