"""Answers → the data of an entry, with the types that the models want."""

from __future__ import annotations

from typing import Any

from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import Key, keys_of
from samverkan_cli.models.kinds import NUMBERS
from samverkan_cli.models.kinds import Kind as ValueKind
from samverkan_cli.scaffold.kinds import Kind
from samverkan_cli.text.spelling import nearest
from samverkan_cli.yaml.reader import resolve


def put(entry: dict[str, Any], kind: Kind, key: str, answer: str) -> None:
    """Put one answer at its path (``när.från``). Raises ``SamverkanError`` for a path that no field has."""
    model: type[Node] = kind.model
    here = entry
    steps = key.split(".")
    for number, step in enumerate(steps):
        names = keys_of(model)
        if step not in names:
            near = nearest(step, names)
            raise SamverkanError(
                f"nyckeln {key} finns inte på {kind.name}", f"Menar du {near}?" if near else f"Här kan det stå {', '.join(names)}."
            )
        found = names[step]
        if number == len(steps) - 1:
            if (found.below is not None and not found.words_as) or found.kind is ValueKind.TABLE:
                raise SamverkanError(
                    f"nyckeln {key} har flera värden under sig",
                    "Skriv dem i filen, eller ange en i taget, till exempel när.från=2026-02-01.",
                )
            here[step] = _list(answer) if found.many and not found.alone else _value(answer, found)
        elif found.below is None:
            raise SamverkanError(f"nyckeln {key} finns inte på {kind.name}", f"Under {step} står det inga fler nycklar.")
        else:
            model = found.below
            here = here.setdefault(step, [{}])[0] if found.many else here.setdefault(step, {})


def in_order(entry: dict[str, Any], kind: Kind, id: str) -> dict[str, Any]:
    """The entry with its id first, then the keys in their usual order."""
    rank = {key: number for number, key in enumerate(kind.order)}
    return {"id": id} | dict(sorted(entry.items(), key=lambda pair: rank.get(pair[0], len(rank))))


def _list(answer: str) -> list[str]:
    return [part for one in answer.split(",") if (part := one.strip())]


def _value(answer: str, key: Key) -> Any:
    """A number where only a number can stand; a decimal comma is understood."""
    found = resolve(answer.replace(",", ".") if answer.count(",") == 1 else answer)
    return found if key.kind in NUMBERS and isinstance(found, int | float) else answer
