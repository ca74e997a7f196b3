"""What refers to what: the fields that hold an id, and the kind of thing they point at."""

from collections.abc import Iterator

from samverkan_cli.diagnostics import Place
from samverkan_cli.models.actions import Action, FollowUp
from samverkan_cli.models.actors import Actor, Body, Commitment, FormOfCooperation, Party
from samverkan_cli.models.base import Node
from samverkan_cli.models.communication import Pledge
from samverkan_cli.models.content import ContentDocument, FocusArea
from samverkan_cli.models.formalities import Demand, DocumentReference, Exemption
from samverkan_cli.models.goals import Goal
from samverkan_cli.models.problems import Cause, Problem

KINDS: dict[type[Node], str] = {
    Party: "part",
    Actor: "aktör",
    Body: "grupp",
    FormOfCooperation: "arbetsform",
    FocusArea: "fokusområde",
    Problem: "problem",
    Cause: "orsak",
    Goal: "mål",
    Action: "åtgärd",
    FollowUp: "uppföljning",
    Pledge: "löfte",
    Commitment: "åtagande",
    Demand: "krav",
}
"""What a thing is called in a sentence."""

DEFINITE: dict[str, str] = {
    "part": "parten", "aktör": "aktören", "grupp": "gruppen", "arbetsform": "arbetsformen", "fokusområde": "fokusområdet",
    "problem": "problemet", "orsak": "orsaken", "mål": "målet", "åtgärd": "åtgärden", "uppföljning": "uppföljningen",
    "löfte": "löftet", "åtagande": "åtagandet", "krav": "kravet",
}  # fmt: skip

REFERS_TO: dict[str, type[Node]] = {
    "actor": Actor,
    "actors": Actor,
    "party": Party,
    "applies_to_parties": Party,
    "owners": Body,
    "part_of": FocusArea,
    "applies_to_focus_areas": FocusArea,
    "applies_to_problems": Problem,
    "meets_causes": Cause,
    "partial_goal_of": Goal,
    "contributes_to_goals": Goal,
    "applies_to_goals": Goal,
    "goal": Goal,
    "applies_to_actions": Action,
    "action": Action,
    "applies_to_pledges": Pledge,
    "pledge": Pledge,
    "commitment": Commitment,
    "follow_up": FollowUp,
}
"""Python name of a field that holds an id (or a list of them) → what it points at."""


def kind(node: Node) -> str:
    """``åtgärd`` for an ``Action``, and so on."""
    return next((word for model, word in KINDS.items() if isinstance(node, model)), "post")


def called(node: Node) -> str:
    """``åtgärden Å1.3``: how a sentence speaks of a thing."""
    word = DEFINITE.get(kind(node), "posten")
    id = getattr(node, "id", None)
    if id:
        return f"{word} {id}"
    name = next(
        (value for key in ("name", "wording", "what", "cause") if isinstance(value := getattr(node, key, None), str)),
        "",
    )
    return f"{word} ”{name}”" if name else f"{word} utan id"


def defines(node: Node) -> bool:
    """Whether ``id`` names the node itself (and not something it speaks of)."""
    return "id" in type(node).model_fields and not isinstance(node, Exemption | DocumentReference | ContentDocument)


def references(node: Node) -> Iterator[tuple[str, str, Place]]:
    """Each id that the node refers to: the field's Python name, the id, the place."""
    for name in node.model_fields_set:
        if name not in REFERS_TO:
            continue
        value = getattr(node, name)
        if isinstance(value, str):
            yield name, value, node.at(name)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, str):
                    yield name, item, node.at(name) / index
