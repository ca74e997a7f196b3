"""How a value may look, for the help of a fault: the example of its field."""

from __future__ import annotations

from typing import Any

from samverkan_cli.diagnostics import KeyPath
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import Key, key_at, keys_of
from samverkan_cli.models.kinds import Kind
from samverkan_cli.validation.messages import as_yaml


def example_at(model: type[Node], path: KeyPath) -> str:
    """How the value at a path may look: the field's example."""
    key = key_at(model, *(step for step in path if isinstance(step, str)))
    if key is None:
        return "…"
    written = as_yaml(_shown_example(key) or "…")
    return f"[{written}]" if key.many and not isinstance(path[-1], int) else written


def _shown_example(key: Key) -> Any:
    if key.example is not None:
        return key.example
    return _small(key.below) if key.below is not None else ""


def _small(model: type[Node]) -> dict[str, Any]:
    """A short example of a mapping: its first keys."""
    found: dict[str, Any] = {}
    for key in keys_of(model).values():
        if (key.example is not None and key.kind is not Kind.YES_NO) or key.below is not None:
            found[key.key] = _shown_example(key)
        if len(found) == 3 or key.below is not None:
            break
    return found
