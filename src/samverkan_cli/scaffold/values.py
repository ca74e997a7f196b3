"""Answers → the data of an entry, with the types that the models want."""

from __future__ import annotations

from typing import Any, get_args

from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.base import Node, node_class
from samverkan_cli.scaffold.kinds import Kind
from samverkan_cli.text.spelling import nearest
from samverkan_cli.yaml.reader import resolve


def put(entry: dict[str, Any], kind: Kind, key: str, answer: str) -> None:
    """Put one answer at its path (``när.från``). Raises ``SamverkanError`` for a path that no field has."""
    model: type[Node] = kind.model
    here = entry
    steps = key.split(".")
    for number, step in enumerate(steps):
        names = {str(info.alias): info for info in model.model_fields.values()}
        if step not in names:
            near = nearest(step, names)
            raise SamverkanError(
                f"nyckeln {key} finns inte på {kind.name}", f"Menar du {near}?" if near else f"Här kan det stå {', '.join(names)}."
            )
        info = names[step]
        below = node_class(info.annotation)
        is_list = isinstance(info.default, tuple)
        if number == len(steps) - 1:
            if below is not None or _is_table(info.annotation):
                raise SamverkanError(
                    f"nyckeln {key} har flera värden under sig",
                    "Skriv dem i filen, eller ange en i taget, till exempel när.från=2026-02-01.",
                )
            here[step] = _list(answer) if is_list else _value(answer, info.annotation)
        elif below is None:
            raise SamverkanError(f"nyckeln {key} finns inte på {kind.name}", f"Under {step} står det inga fler nycklar.")
        else:
            model = below
            here = here.setdefault(step, [{}])[0] if is_list else here.setdefault(step, {})


def in_order(entry: dict[str, Any], kind: Kind, id: str) -> dict[str, Any]:
    """The entry with its id first, then the keys in their usual order."""
    rank = {key: number for number, key in enumerate(kind.order)}
    return {"id": id} | dict(sorted(entry.items(), key=lambda pair: rank.get(pair[0], len(rank))))


def _list(answer: str) -> list[str]:
    return [part for one in answer.split(",") if (part := one.strip())]


def _value(answer: str, annotation: Any) -> Any:
    """A number where only a number can stand; a decimal comma is understood."""
    found = resolve(answer.replace(",", ".") if answer.count(",") == 1 else answer)
    return found if _is_number(annotation) and isinstance(found, int | float) else answer


def _is_number(annotation: Any) -> bool:
    kinds = _leaves(annotation)
    return bool(kinds & {int, float}) and not kinds & {str, bool}


def _is_table(annotation: Any) -> bool:
    return dict in _leaves(annotation) or any("dict" in str(part) for part in get_args(annotation))


def _leaves(annotation: Any) -> set[Any]:
    parts = get_args(annotation)
    return {annotation} if not parts else {leaf for part in parts for leaf in _leaves(part)}
