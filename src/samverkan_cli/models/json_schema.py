"""Models → JSON Schema 2020-12: one for each document type, and one that chooses by ``typ``.

Every value but the two first keys may also be empty (``null``): an empty value is the same as a key left out. Editors show the titles,
descriptions and examples, which are the fields' own.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from samverkan_cli.models import DOCUMENT_TYPES, ContentDocument, Document
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import keys_of, reachable
from samverkan_cli.models.scalars import PATTERN_MESSAGES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


class _Swedish(GenerateJsonSchema):
    """pydantic's generator without ``default`` and without ``anyOf`` for what may be left out."""

    def default_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])


def document_schema(name: str) -> Schema:
    """The schema for one ``typ``."""
    model = DOCUMENT_TYPES[name]
    schema = _generate(model)
    definitions = schema.pop("$defs", {})
    return {"$schema": DIALECT, "title": f"samverkan: {name}", **schema, "$defs": definitions}


def combined_schema() -> Schema:
    """The schema for every document: ``typ`` chooses, so that the real fault is named and not the nearest of ten."""
    definitions: Schema = {}
    branches = []
    for name, model in DOCUMENT_TYPES.items():
        schema = _generate(model)
        definitions.update(schema.pop("$defs", {}))
        definitions[model.__name__] = schema
        branches.append(
            {
                "if": {"properties": {"typ": {"const": name}}, "required": ["typ"]},
                "then": {"$ref": f"#/$defs/{model.__name__}"},
            }
        )
    first = document_schema("överenskommelse")["properties"]
    kind = {"title": "Typ", "description": "Vilket slags dokument det är.", "enum": list(DOCUMENT_TYPES)}
    return {
        "$schema": DIALECT,
        "title": "samverkan",
        "description": "En samverkansöverenskommelse mellan kommun och polis, eller en av dess bilagor.",
        "type": "object",
        "required": ["samverkan", "typ"],
        "properties": {"samverkan": first["samverkan"], "typ": kind},
        "allOf": branches,
        "$defs": dict(sorted(definitions.items())),
    }


def _generate(model: type[Document]) -> Schema:
    model.model_rebuild()
    schema = model.model_json_schema(by_alias=True, schema_generator=_Swedish, mode="validation")
    schema["description"] = _description(model)
    schema["required"] = ["samverkan", "typ"]
    models = {one.__name__: one for one in reachable(model)}
    for name, definition in schema.get("$defs", {}).items():
        definition.pop("description", None)
        definition.pop("title", None)
        schema["$defs"][name] = _with_former_keys(_may_be_empty(definition), models[name])
    properties = schema["properties"]
    for key, value in properties.items():
        properties[key] = value if key in ("samverkan", "typ") else _may_be_empty(value)
    schema["title"] = str(properties["typ"].get("const"))
    return _with_former_keys(schema, model)


def _with_former_keys(schema: Schema, model: type[Node]) -> Schema:
    """The schema of a mapping with what its keys were called before: accepted but not offered, and only one name at a time."""
    for key in keys_of(model).values():
        now = schema["properties"][key.key]
        for old in key.formerly:
            told = {"title": old.capitalize(), "description": f"Heter nu {key.key}. {key.description}", "deprecated": True}
            schema["properties"][old] = {**now, **told, "doNotSuggest": True}
        for pair in combinations((key.key, *key.formerly), 2):
            schema.setdefault("allOf", []).append({"not": {"type": "object", "required": list(pair)}})
    return schema


def _description(model: type[Document]) -> str:
    keys = keys_of(model)
    kind = keys["typ"].example
    own = [key for key in keys if key not in keys_of(ContentDocument) and key != "typ"]
    return f"Ett dokument av typen {kind}." + (f" Egna nycklar: {', '.join(own)}." if own and issubclass(model, ContentDocument) else "")


def _may_be_empty(schema: Schema) -> Schema:
    """The same schema, which also accepts an empty value, all the way down; with the words to say when a pattern is not met."""
    result = dict(schema)
    if "pattern" in result and result["pattern"] in PATTERN_MESSAGES:
        result["patternErrorMessage"] = PATTERN_MESSAGES[result["pattern"]]
        result["pattern"] = _ecma(result["pattern"])
    if "const" in result and "type" in result:
        return result
    if "enum" in result:
        result["enum"] = [*result["enum"], None]
        result.pop("type", None)
    elif isinstance(result.get("type"), str):
        result["type"] = [result["type"], "null"]
    for key in ("items", "additionalProperties"):
        if isinstance(result.get(key), dict):
            result[key] = _may_be_empty(result[key])
            if key == "items":
                result[key] = _not_blank(result[key])
    if isinstance(result.get("properties"), dict):
        result["properties"] = {key: _may_be_empty(value) for key, value in result["properties"].items()}
    if "anyOf" in result:
        result["anyOf"] = [*map(_may_be_empty, result["anyOf"]), {"type": "null"}]
    return result


def _not_blank(schema: Schema) -> Schema:
    """The same schema, without the text that has no signs: an item of a list is never that."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [_not_blank(choice) for choice in schema["anyOf"]]}
    return {**schema, "minLength": 1} if "string" in schema.get("type", ()) else schema


def _ecma(pattern: str) -> str:
    """The pattern for other engines: letters outside ASCII escaped, since not all read them as they stand, and ``$`` as the very end, which it
    is not for all when the text ends with a line break."""
    escaped = re.sub(r"[^\x00-\x7f]", lambda match: f"\\u{ord(match[0]):04x}", pattern)
    return escaped.removesuffix("$") + "$(?!\\n)"
