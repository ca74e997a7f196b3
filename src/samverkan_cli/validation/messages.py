"""What a shape error means, in the words of whoever wrote the file: message, help, and what was meant."""

from __future__ import annotations

import re
from typing import Any

from samverkan_cli.diagnostics import KeyPath
from samverkan_cli.models.scalars import LINE, PATTERN_MESSAGES, quoted
from samverkan_cli.text.spelling import nearest
from samverkan_cli.yaml.tree import Mapping, Scalar, Sequence, Tree, data

OTHER_MARK = re.compile("-[\u00a0\u2007\u202f\u2009]")
"""A dash and a space that is not one to the parser: the list is read as a text."""

Error = dict[str, Any]
"""One of pydantic's error records."""


def in_yaml(value: Any) -> str:
    """A value that was meant, as it is written in the file: a number with a full stop, and with every figure it has."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else str(value)


def explain(error: Error, node: Tree | None, path: KeyPath, example: str = "") -> tuple[str, str, Any]:
    """Message, help and what was meant, for one of pydantic's errors. ``example`` is how such a value may look."""
    kind = error["type"]
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    context = error.get("ctx", {})
    if kind == "samverkan_empty":
        return f"{key}: {context['message']}", f"Ta bort nyckeln, lämna den tom, eller skriv till exempel  {key}: {example}", None
    if kind.startswith("samverkan_"):
        proposal = context.get("proposal")
        written = in_yaml(proposal)
        help = context.get("help") or f"Skriv till exempel  {key}: {example}"
        return f"{key}: {context['message']}", f"Skriv  {key}: {written}" if proposal is not None else help, proposal
    if kind == "string_type":
        return _not_text(node, key)
    if kind == "literal_error":
        return _not_in_list(error, node, key)
    if kind == "string_pattern_mismatch":
        return (
            f"{key}: {PATTERN_MESSAGES.get(context['pattern'], 'formen stämmer inte')}; här står {quoted(data(node)) if node else ''}",
            "Korta texten till en rad, eller flytta resten till en nyckel som rymmer flera stycken."
            if context["pattern"] == LINE
            else f"Skriv till exempel  {key}: {example}",
            None,
        )
    if kind in ("tuple_type", "list_type"):
        return _not_a_list(node, key)
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return _not_a_mapping(node, key, example, isinstance(path[-1], int))
    return f"{key}: värdet går inte att använda här", f"Se nyckelreferensen för {key}.", None


def as_yaml(value: Any) -> str:
    """An example as it is written on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(as_yaml(item) for item in value) + "]"
    text = str(value)
    return f'"{text}"' if isinstance(value, str) and (text.isdigit() or text[:1] in "§*&!%@`" or ": " in text) else text


def _not_text(node: Tree | None, key: str) -> tuple[str, str, Any]:
    if isinstance(node, Scalar):
        raw = node.raw
        why = "annars försvinner nollan" if raw.startswith("0") and raw.isdigit() and len(raw) > 1 else "annars läses det som ett tal"
        if isinstance(node.value, bool):
            why = "annars läses det inte som text"
        return f"{key}: {raw} ska vara text men står utan citattecken", f'Skriv  {key}: "{raw}"  – {why}.', raw
    what = "en lista" if isinstance(node, Sequence) else "flera nycklar"
    return f"{key}: här ska det stå en text, men det står {what}", f"Skriv texten på samma rad:  {key}: …", None


def _not_in_list(error: Error, node: Tree | None, key: str) -> tuple[str, str, Any]:
    allowed = _allowed(error)
    value = data(node) if node is not None else ""
    proposal = nearest(str(value), allowed) if isinstance(value, str) else None
    listing = ", ".join(str(word) for word in allowed)
    help = f"Skriv  {key}: {proposal}" if proposal else f"Välj något av: {listing}."
    return f"{key}: {quoted(value)} finns inte att välja på", help, proposal


def _allowed(error: Error) -> list[str]:
    expected = str(error.get("ctx", {}).get("expected", ""))
    return [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(", ")]


def _not_a_list(node: Tree | None, key: str) -> tuple[str, str, Any]:
    if isinstance(node, Mapping):
        return (
            f"{key}: här ska det stå en lista, men det saknas streck framför posterna",
            "Sätt ett streck och ett mellanslag framför varje post, indraget två steg under nyckeln, och låt postens nycklar stå rakt under varandra.",
            [node],
        )
    written = str(data(node)) if isinstance(node, Scalar) else ""
    if OTHER_MARK.match(written):
        return (
            f"{key}: här ska det stå en lista, men efter strecket står inget vanligt mellanslag",
            "Byt tecknet efter strecket mot ett vanligt mellanslag; det hårda mellanslaget följer ofta med från ett ordbehandlingsprogram.",
            None,
        )
    return (
        f"{key}: här ska det stå en lista",
        f"Skriv  {key}: [{quoted(data(node))[1:-1] if node is not None else ''}]  eller en post per rad med streck framför.",
        [node],
    )


def _not_a_mapping(node: Tree | None, key: str, example: str, in_list: bool) -> tuple[str, str, Any]:
    if isinstance(node, Sequence):
        return (
            f"{key}: här ska det stå nycklar med värden, men det står en lista",
            "Ta bort strecken, så att nycklarna står direkt under.",
            None,
        )
    value = quoted(data(node)) if node is not None else "ingenting"
    return (
        f"{key}: här ska det stå nycklar med värden, men det står {value}",
        f"Skriv varje post på en egen rad, till exempel  - {example}" if in_list else f"Skriv till exempel  {key}: {example}",
        None,
    )
