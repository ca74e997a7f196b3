"""What a new agreement takes over from the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from samverkan_cli.models.actions import Action
from samverkan_cli.models.base import Node
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.scaffold.request import Inherited, Open
from samverkan_cli.yaml.tree import data, find

_NOT_CARRIED = {
    "parter": ("diarienummer", "ärende", "fastställd", "logotyp"),
    "samordningsfunktioner": ("namn", "tas_fram"),
    "samverkansorganisation": ("tas_fram", "mötesdagar"),
    "fokusområden": ("period", "fortsätter"),
    "arbetsformer": ("när",),
}
"""What belonged to the old period: decisions, promises, persons' names, dates."""

_OF_A_PROBLEM = ("id", "namn", "gäller_fokusområden", "plats")


def inherited(before: Dossier, file: str, open_actions: Sequence[Action]) -> Inherited:
    """The parties, the organisation, the focus areas, the problems in order of priority, and what is still open.

    ``file`` is the path to the predecessor as the new agreement is to write it.
    """
    sections = {
        "parter": before.parties,
        "andra_aktörer": before.other_actors,
        "samordningsfunktioner": before.all(lambda document: document.coordination_functions),
        "samverkansorganisation": before.bodies,
        "arbetsformer": before.all(lambda document: document.forms_of_cooperation),
        "fokusområden": before.focus_areas,
        "krav_på_delar": before.agreement.demands_on_parts,
    }
    carried: dict[str, list[Any]] = {
        key: [_without(_written(before, node), _NOT_CARRIED.get(key, ())) for node in nodes] for key, nodes in sections.items()
    }
    carried["ägare"] = list(dict.fromkeys(before.all(lambda document: document.owners)))
    left_out = sum(1 for function in sections["samordningsfunktioner"] if getattr(function, "name", None))
    left_out += sum(_without_names(body) for body in carried["samverkansorganisation"])
    ranked = sorted(before.prioritised, key=lambda problem: (problem.priority is None, problem.priority or 0))
    problems = tuple({key: value for key, value in _written(before, problem).items() if key in _OF_A_PROBLEM} for problem in ranked)
    day = before.agreement.date or before.signed_on
    return Inherited(
        title=before.title,
        file=file,
        date=str(day) if day else "",
        sections={key: [item for item in items if item] for key, items in carried.items()},
        problems=problems,
        open=tuple(Open(action.id or "", action.what or "", _assessment(before, action)) for action in open_actions),
        made_up=bool(before.agreement.made_up),
        names_left_out=left_out,
        above=(before.agreement.part_of.title or before.agreement.part_of.file or "") if before.agreement.part_of else "",
    )


def _assessment(before: Dossier, action: Action) -> str:
    latest = before.graph.assessment_of(action.id)
    return (latest.assessment if latest is not None else None) or ""


def _written(before: Dossier, node: Node) -> dict[str, Any]:
    """A mapping as it stands in its file."""
    tree = before.by_file[node.here.file].document.tree
    there = find(tree, node.here.path) if tree is not None else None
    found = data(there) if there is not None else {}
    return found if isinstance(found, dict) else {}


def _without(values: dict[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in keys}


def _without_names(body: dict[str, Any]) -> int:
    """Take out the names of persons: who holds a post is asked anew. Returns how many there were."""
    count = 0
    for key in ("leds_av", "ledamöter"):
        for role in body.get(key, []):
            count += role.pop("namn", None) is not None
            convener = role.get("sammankallande")
            count += isinstance(convener, dict) and convener.pop("namn", None) is not None
    return count
