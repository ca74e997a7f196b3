"""What a trace tells: every id once, where it hangs in the chain, and what leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from samverkan_cli.diagnostics import Place
from samverkan_cli.models.actions import Action, FollowUp
from samverkan_cli.models.base import Node
from samverkan_cli.models.communication import Pledge
from samverkan_cli.models.goals import Goal
from samverkan_cli.models.keys import defined_id, label, references
from samverkan_cli.models.problems import Cause, Problem
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.swedish import alphabetical, number


class Status(StrEnum):
    """How a link hangs in the chain."""

    COVERED = "covered"
    UNCOVERED = "uncovered"
    ORPHAN = "orphan"
    OTHER = "other"

    @property
    def swedish(self) -> str:
        """The word that people see."""
        return {"covered": "sitter ihop", "uncovered": "saknar nästa led", "orphan": "hänger löst", "other": "utanför kedjan"}[self.value]


@dataclass(frozen=True)
class Link:
    """One id. ``back`` are the ids it comes from, ``ahead`` those it leads to."""

    id: str
    kind: str
    label: str
    place: Place
    status: Status
    back: tuple[str, ...]
    ahead: tuple[str, ...]
    focus_areas: tuple[str, ...]
    parties: tuple[str, ...]
    outcome: str = ""


@dataclass(frozen=True)
class Dangling:
    """A reference to an id that does not exist."""

    source: str
    target: str
    place: Place


@dataclass(frozen=True)
class Trace:
    """The chain of a dossier."""

    links: tuple[Link, ...]
    dangling: tuple[Dangling, ...]

    def only(self, focus_area: str | None, party: str | None) -> Trace:
        """The part of the chain that belongs to a focus area and a party."""
        kept = tuple(
            link
            for link in self.links
            if (focus_area is None or focus_area in link.focus_areas) and (party is None or not link.parties or party in link.parties)
        )
        ids = {link.id for link in kept}
        return Trace(kept, tuple(one for one in self.dangling if one.source in ids or not (focus_area or party)))


def trace(dossier: Dossier) -> Trace:
    """The chain of everything that has an id in the dossier."""
    edges = _edges(dossier)
    known = set(dossier.definitions)
    ahead: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for left, right in edges:
        if left in known and right in known:
            ahead.setdefault(left, []).append(right)
            back.setdefault(right, []).append(left)
    links = []
    for id, nodes in dossier.definitions.items():
        node = nodes[0]
        before, after = tuple(dict.fromkeys(back.get(id, []))), tuple(dict.fromkeys(ahead.get(id, [])))
        links.append(
            Link(
                id, node.noun.singular, label(node), node.here, _status(dossier, node, before, after), before, after,
                tuple(sorted(dossier.graph.focus_areas_of(node), key=alphabetical)), tuple(_parties(node)), _outcome(dossier, node),
            )
        )  # fmt: skip
    return Trace(tuple(links), tuple(_dangling(dossier)))


def _edges(dossier: Dossier) -> list[tuple[str, str]]:
    """Every arrow of the chain, from the problem's end towards the outcome's."""
    found: list[tuple[str, str]] = []
    for cause in dossier.causes:
        found += [(before, cause.id or "") for before in (*cause.applies_to_problems, *cause.lies_behind)]
    for action in dossier.actions:
        found += [(before, action.id or "") for before in (*action.applies_to_problems, *action.meets_causes)]
        found += [(action.id or "", goal) for goal in action.contributes_to_goals]
        found += [(action.id or "", item.id or "") for item in action.follow_ups]
    for goal in dossier.goals:
        if goal.partial_goal_of:
            found.append((goal.id or "", goal.partial_goal_of))
    for item in dossier.follow_ups:
        named = (*item.applies_to_actions, *item.applies_to_goals, *item.applies_to_pledges)
        found += [(other, item.id or "") for other in named]
    for pledge in dossier.pledges:
        found += [(action, pledge.id or "") for action in pledge.applies_to_actions]
    return [(left, right) for left, right in found if left and right]


def _status(dossier: Dossier, node: Node, back: tuple[str, ...], ahead: tuple[str, ...]) -> Status:
    if isinstance(node, Problem):
        return Status.COVERED if ahead else Status.UNCOVERED
    if isinstance(node, Cause):
        if not back and not _named_elsewhere(dossier, Problem, node.applies_to_problems):
            return Status.ORPHAN
        return Status.COVERED if ahead or node.not_met else Status.UNCOVERED
    if isinstance(node, Action):
        if not any(isinstance(dossier.definitions[id][0], Cause | Problem) for id in back) and not _named_elsewhere(
            dossier, Cause, node.meets_causes
        ):
            return Status.ORPHAN
        aimed = any(isinstance(dossier.definitions[id][0], Goal) for id in ahead)
        return Status.COVERED if aimed or _named_elsewhere(dossier, Goal, node.contributes_to_goals) else Status.UNCOVERED
    if isinstance(node, Goal):
        return Status.COVERED if dossier.graph.actions_towards(node) else Status.ORPHAN
    if isinstance(node, FollowUp):
        named = (*node.applies_to_actions, *node.applies_to_goals, *node.applies_to_pledges)
        return Status.COVERED if back or node.applies_to_focus_areas or _named_elsewhere(dossier, Node, named) else Status.ORPHAN
    if isinstance(node, Pledge):
        return Status.COVERED if back or node.commitments or _named_elsewhere(dossier, Action, node.applies_to_actions) else Status.ORPHAN
    return Status.OTHER


def _named_elsewhere(dossier: Dossier, wanted: type[Node], ids: Iterable[str]) -> bool:
    """Whether one of some ids may stand in another document than the one that is traced alone."""
    return any(dossier.may_stand_elsewhere(id, wanted) for id in ids)


def _parties(node: Node) -> Iterable[str]:
    """The actors that do something in a link: those that are responsible or take part."""
    who = getattr(node, "who", None)
    roles = [] if who is None else [*((who.responsible,) if who.responsible else ()), *who.participants]
    return dict.fromkeys(role.actor for role in roles if role.actor)


def _outcome(dossier: Dossier, node: Node) -> str:
    """The latest outcome of an action, pledge or follow-up; of a goal the latest measured value before that."""
    if isinstance(node, Goal):
        values = [value for value in dossier.graph.measurements_of(node.id) if value.value is not None]
        latest = values[-1] if values else None
        if latest is not None and latest.value is not None:
            return f"{number(latest.value)} ({latest.date})"
    outcomes = dossier.graph.outcomes_of(defined_id(node))
    return str(outcomes[-1].assessment or outcomes[-1].outcome or "") if outcomes else ""


def _dangling(dossier: Dossier) -> Iterable[Dangling]:
    for node in dossier.nodes:
        for key, id, place in references(node):
            if id not in dossier.definitions and not dossier.may_stand_elsewhere(id, key.refers_to or Node):
                yield Dangling(dossier.nearest_id(place) or "", id, place)
