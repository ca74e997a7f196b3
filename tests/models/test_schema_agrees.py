"""Models and JSON Schemas accept and refuse the same: both judge every example, changed at random many hundred times."""

import unicodedata
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from samverkan_cli.checking.report_schema import report_schema
from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models.json_schema import combined_schema, document_schema
from samverkan_cli.validation.validate import build, validate
from samverkan_cli.yaml.reader import is_ours, read
from samverkan_cli.yaml.tree import data
from support.counts import examples
from support.mutations import Data, full, mutated, written
from support.packages import HUDDINGE, ROOT

EXAMPLES = sorted(path for path in (ROOT / "examples").rglob("*.yaml") if is_ours(path.read_bytes()))


@cache
def schema_of(name: str) -> dict[str, Any]:
    return {"samverkan": combined_schema, "rapport": report_schema}.get(name, lambda: document_schema(name))()


@cache
def judge_of(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema_of(name), format_checker=FormatChecker())


def parsed(text: str) -> Any:
    return data(read("prov.yaml", text.encode("utf-8")).tree)  # type: ignore[arg-type]


def model_accepts(values: Any) -> bool:
    model = DOCUMENT_TYPES.get(values.get("typ")) if isinstance(values.get("typ"), str) else None
    return model is not None and not validate(model, values)[1]


def schema_accepts(values: Any) -> bool:
    """The two schemas' verdict, which is one."""
    combined = judge_of("samverkan").is_valid(values)
    kind = values.get("typ")
    if isinstance(kind, str) and kind in DOCUMENT_TYPES:
        assert judge_of(kind).is_valid(values) == combined, values
    return bool(combined)


def loader_accepts(text: str) -> bool:
    document = read("prov.yaml", text.encode("utf-8"))
    return not build(document)[1].faults


def compare(make: Callable[[Random], Data], times: int) -> None:
    accepted = 0
    for seed in range(times):
        document = make(Random(seed))
        text = written(document)
        values = parsed(text)
        judged = schema_accepts(values)
        assert model_accepts(values) == judged, (seed, values)
        as_written = judged if values == document else schema_accepts(document)
        # An editor's schema sees letters as they were typed; here they are compared composed.
        assert loader_accepts(text) == as_written or not unicodedata.is_normalized("NFC", text), (seed, document)
        accepted += judged
    assert 0 < accepted < times, "the changes are neither too mild nor too rough to tell anything"


@pytest.mark.property
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.relative_to(ROOT / "examples").as_posix())
def test_every_example(path: Any) -> None:
    values = parsed(path.read_text(encoding="utf-8"))
    assert model_accepts(values) == schema_accepts(values) == ("med-fel" not in path.as_posix() or "bilagor" in path.as_posix())
    compare(lambda random: mutated(values, random), examples(60, 300) if HUDDINGE in path.parents else 60)


@pytest.mark.property
@pytest.mark.parametrize("kind", DOCUMENT_TYPES)
def test_every_key(kind: str) -> None:
    """A document with every key there is, made of the fields' own examples."""
    values = {**full(DOCUMENT_TYPES[kind]), "typ": kind}
    assert validate(DOCUMENT_TYPES[kind], values)[1] == []
    assert schema_accepts(values)
    compare(lambda random: mutated(values, random), examples(40, 100))


@pytest.mark.parametrize("name", ["samverkan", *DOCUMENT_TYPES, "rapport"])
def test_the_schemas_are_schemas(name: str) -> None:
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
