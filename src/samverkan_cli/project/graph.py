"""The chain problem → cause → action → goal → follow-up → outcome: who hangs together with whom, each question a look-up.

Built once for a dossier. What has no id hangs in the chain all the same, by what it refers to. Everywhere a partial goal counts for the goal
that it is a step towards, and a cause for the one that it lies behind, however many steps there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from samverkan_cli.models.actions import Action, FollowUp, Outcome
from samverkan_cli.models.base import Node
from samverkan_cli.models.communication import Pledge
from samverkan_cli.models.goals import Goal, Measurement
from samverkan_cli.models.problems import Cause, Problem
from samverkan_cli.project.latest import in_time

if TYPE_CHECKING:
    from samverkan_cli.project.dossier import Dossier

Thing = TypeVar("Thing", bound=Node)
Groups = Mapping[str, tuple[Thing, ...]]
"""Things by the id that they refer to."""


class Graph:
    """The chain of one dossier. Answers are in the order of the files; outcomes and measured values in the order of time, the latest last."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._areas: dict[int, frozenset[str]] = {}

    # --- Problems and causes ---

    @cached_property
    def _problems_by_id(self) -> Groups[Problem]:
        return grouped(self._dossier.problems, lambda problem: (problem.id,))

    @cached_property
    def _causes_by_id(self) -> Groups[Cause]:
        return grouped(self._dossier.causes, lambda cause: (cause.id,))

    @cached_property
    def _causes_by_problem(self) -> Groups[Cause]:
        return grouped(self._dossier.causes, self.problems_of)

    @cached_property
    def _causes_behind(self) -> Groups[Cause]:
        return grouped(self._dossier.causes, lambda cause: cause.lies_behind)

    def problems_named(self, ids: Iterable[str]) -> tuple[Problem, ...]:
        """The problems with some ids."""
        return _every(self._problems_by_id, ids)

    def causes_named(self, ids: Iterable[str]) -> tuple[Cause, ...]:
        """The causes with some ids."""
        return _every(self._causes_by_id, ids)

    @cached_property
    def _problems_by_area(self) -> Groups[Problem]:
        return grouped(self._dossier.problems, lambda problem: problem.applies_to_focus_areas)

    def causes_of(self, problem: Problem) -> tuple[Cause, ...]:
        """The causes of a problem, with all that lie behind them."""
        return self._causes_by_problem.get(problem.id or "", ())

    def problems_of(self, cause: Cause) -> tuple[str, ...]:
        """The ids of the problems that a cause explains, itself or through the causes that it lies behind."""
        return self._problems.get(id(cause), ())

    @cached_property
    def _problems(self) -> Mapping[int, tuple[str, ...]]:
        """The problems of every cause, its own first: from each problem by way of the causes that lie behind its own."""
        causes = self._dossier.causes
        found = {id(cause): dict.fromkeys(cause.applies_to_problems) for cause in causes}
        for problem, own in grouped(causes, lambda cause: cause.applies_to_problems).items():
            for cause in _closed(own, lambda one: self._causes_behind.get(one.id or "", ())):
                found[id(cause)][problem] = None
        return {cause: tuple(problems) for cause, problems in found.items()}

    # --- Goals ---

    @cached_property
    def _goals_by_id(self) -> Groups[Goal]:
        return grouped(self._dossier.goals, lambda goal: (goal.id,))

    @cached_property
    def _goals_by_problem(self) -> Groups[Goal]:
        return grouped(self._dossier.goals, lambda goal: goal.applies_to_problems)

    @cached_property
    def _steps_towards(self) -> Groups[Goal]:
        return grouped(self._dossier.goals, lambda goal: (goal.partial_goal_of,))

    @cached_property
    def _measurements_by_goal(self) -> Groups[Measurement]:
        return grouped(in_time(self._dossier, self._dossier.measurements), lambda value: (value.goal,))

    def goals_named(self, ids: Iterable[str]) -> tuple[Goal, ...]:
        """The goals with some ids."""
        return _every(self._goals_by_id, ids)

    def goals_of(self, problem: Problem) -> tuple[Goal, ...]:
        """The goals of a problem, with all that are steps towards them."""
        return self.with_steps(self._goals_by_problem.get(problem.id or "", ()))

    @cached_property
    def _goals_by_area(self) -> Groups[Goal]:
        return grouped(self._dossier.goals, lambda goal: goal.applies_to_focus_areas)

    def goals_in(self, area: str | None) -> tuple[Goal, ...]:
        """The goals of a focus area and of the problems in it, with all that are steps towards them."""
        problems = self._problems_by_area.get(area or "", ())
        own = (goal for problem in problems for goal in self._goals_by_problem.get(problem.id or "", ()))
        return self.with_steps((*self._goals_by_area.get(area or "", ()), *own))

    def with_steps(self, goals: Iterable[Goal]) -> tuple[Goal, ...]:
        """Some goals, with all that are steps towards them."""
        return self._in_order(_closed(goals, lambda goal: self._steps_towards.get(goal.id or "", ())))

    @cached_property
    def _problems_by_goal(self) -> Mapping[int, list[str]]:
        """The problems of every goal and of what it is a step towards: from each problem inwards, so that a chain is not gone through for each goal in it."""
        found: dict[int, list[str]] = {}
        for problem, goals in self._goals_by_problem.items():
            for goal in self.with_steps(goals):
                found.setdefault(id(goal), []).append(problem)
        return found

    def with_aims(self, goals: Iterable[Goal]) -> tuple[Goal, ...]:
        """Some goals, with all that they are steps towards."""
        return self._in_order(_closed(goals, lambda goal: self._goals_by_id.get(goal.partial_goal_of or "", ())))

    def measurements_of(self, id: str | None) -> tuple[Measurement, ...]:
        """The values that are measured for the goal with an id, the latest last."""
        return self._measurements_by_goal.get(id or "", ())

    # --- Actions ---

    @cached_property
    def _actions_by_cause_in_front(self) -> Groups[Action]:
        """Actions by the causes that they meet, and by those that these lie behind. (From the actions outwards: a chain is not gone through for each of its causes.)"""
        return grouped(self._dossier.actions, lambda action: self._with_those_in_front(action.meets_causes))

    def _with_those_in_front(self, causes: Iterable[str]) -> list[str]:
        named = list(causes)
        reached = _closed(self.causes_named(named), lambda cause: self.causes_named(cause.lies_behind))
        return [*named, *(cause.id for cause in reached if cause.id)]

    @cached_property
    def _actions_by_aim(self) -> Groups[Action]:
        """Actions by the goals that they contribute to, and by those that these are steps towards."""
        goals = self.goals_named
        return grouped(
            self._dossier.actions,
            lambda action: [
                *action.contributes_to_goals,
                *(goal.id for goal in self.with_aims(goals(action.contributes_to_goals)) if goal.id),
            ],
        )

    @cached_property
    def _actions_by_area(self) -> Groups[Action]:
        return grouped(self._dossier.actions, self.focus_areas_of)

    @cached_property
    def _holders(self) -> Mapping[int, Action]:
        return {id(item): action for action in self._dossier.actions for item in action.follow_ups}

    @cached_property
    def _actions_by_problem(self) -> Groups[Action]:
        return grouped(self._dossier.actions, lambda action: action.applies_to_problems)

    def actions_meeting(self, cause: str | None) -> tuple[Action, ...]:
        """The actions that meet the cause with an id, or one that lies behind it."""
        return self._actions_by_cause_in_front.get(cause or "", ())

    def actions_naming(self, problem: str | None) -> tuple[Action, ...]:
        """The actions that say which problem they are for, where no cause has been looked for."""
        return self._actions_by_problem.get(problem or "", ())

    def actions_towards(self, goal: Goal) -> tuple[Action, ...]:
        """The actions that contribute to a goal, or to a step towards it."""
        return self._actions_by_aim.get(goal.id or "", ())

    def actions_in(self, area: str | None) -> tuple[Action, ...]:
        """The actions that belong to a focus area."""
        return self._actions_by_area.get(area or "", ())

    def holder_of(self, follow_up: FollowUp) -> Action | None:
        """The action that a follow-up stands under."""
        return self._holders.get(id(follow_up))

    # --- Follow-ups and outcomes ---

    @cached_property
    def _follow_ups_by_thing(self) -> Groups[FollowUp]:
        return grouped(self._dossier.follow_ups, lambda item: (*item.applies_to_actions, *item.applies_to_goals, *item.applies_to_pledges))

    @cached_property
    def _follow_ups_by_area(self) -> Groups[FollowUp]:
        return grouped(self._dossier.follow_ups, lambda item: item.applies_to_focus_areas)

    @cached_property
    def _outcomes_by_thing(self) -> Groups[Outcome]:
        return grouped(
            in_time(self._dossier, self._dossier.outcomes), lambda one: (one.action, one.pledge, one.follow_up, one.commitment, one.goal)
        )

    def follow_ups_of(self, thing: Action | Goal | Pledge) -> tuple[FollowUp, ...]:
        """The planned follow-ups of a thing: those that stand under it or name it; of an action also those that name its focus area.

        An effect that is looked for in a whole focus area tells whether the problem changed, not whether this action was done.
        """
        found = list(self._follow_ups_by_thing.get(thing.id or "", ()))
        if isinstance(thing, Action):
            found += thing.follow_ups
            in_area = (item for area in self.focus_areas_of(thing) for item in self._follow_ups_by_area.get(area, ()))
            found += (item for item in in_area if item.type != "effekt")
        return self._in_order(found)

    def follow_ups_in(self, area: str | None) -> tuple[FollowUp, ...]:
        """The planned follow-ups in a focus area: those that name it or one of its goals, or stand under one of its actions."""
        goals = (item for goal in self.goals_in(area) for item in self._follow_ups_by_thing.get(goal.id or "", ()))
        nested = (item for action in self.actions_in(area) for item in action.follow_ups)
        return self._in_order((*self._follow_ups_by_area.get(area or "", ()), *goals, *nested))

    def outcomes_of(self, id: str | None) -> tuple[Outcome, ...]:
        """The outcomes of an action, a pledge, a commitment, a goal or a follow-up, the latest last."""
        return self._outcomes_by_thing.get(id or "", ())

    def assessment_of(self, id: str | None) -> Outcome | None:
        """The latest outcome of a thing that says how it went: green, yellow or red."""
        return next((one for one in reversed(self.outcomes_of(id)) if one.assessment), None)

    # --- Focus areas ---

    def focus_areas_of(self, node: Node) -> frozenset[str]:
        """The ids of the focus areas that a link belongs to: its own, else those of what it hangs together with, else its document's.

        An action without its own is in its document's before those of the problems behind its causes.
        """
        known = self._areas.get(id(node))
        if known is None:
            known = self._areas[id(node)] = self._find_areas(node)
        return known

    def _find_areas(self, node: Node) -> frozenset[str]:
        own: tuple[str, ...] = getattr(node, "applies_to_focus_areas", ())
        documents = self._dossier.document_of(node).applies_to_focus_areas
        if isinstance(node, Action):
            causes = self.causes_named(node.meets_causes)
            behind = (*node.applies_to_problems, *(id for cause in causes for id in self.problems_of(cause)))
            return frozenset(own or documents) or self.areas_of_problems(behind)
        if own:
            return frozenset(own)
        return self._areas_through(node) or frozenset(documents)

    def _areas_through(self, node: Node) -> frozenset[str]:
        if isinstance(node, Goal):
            return self.areas_of_problems(self._problems_by_goal.get(id(node), ())).union(
                *map(self.focus_areas_of, self.actions_towards(node))
            )
        named = self.problems_of(node) if isinstance(node, Cause) else getattr(node, "applies_to_problems", ())
        through = self.areas_of_problems(named)
        if isinstance(node, FollowUp):
            holder = self.holder_of(node)
            hold: tuple[Node, ...] = (*((holder,) if holder is not None else ()), *self.goals_named(node.applies_to_goals))
            through = through.union(*map(self.focus_areas_of, hold))
        return through

    def areas_of_problems(self, ids: Iterable[str]) -> frozenset[str]:
        """The focus areas of the problems with some ids."""
        return frozenset(area for problem in self.problems_named(ids) for area in problem.applies_to_focus_areas)

    # --- Order ---

    @cached_property
    def _order(self) -> Mapping[int, int]:
        dossier = self._dossier
        return {id(node): number for number, node in enumerate((*dossier.goals, *dossier.actions, *dossier.follow_ups))}

    def _in_order(self, things: Iterable[Thing]) -> tuple[Thing, ...]:
        """The things, each once, in the order of the files."""
        unique = {id(thing): thing for thing in things}
        return tuple(sorted(unique.values(), key=lambda thing: self._order[id(thing)]))


def grouped(things: Iterable[Thing], ids: Callable[[Thing], Iterable[str | None]]) -> Groups[Thing]:
    """Things by the ids that they refer to, each once under an id."""
    found: dict[str, list[Thing]] = {}
    for thing in things:
        for one in dict.fromkeys(ids(thing)):
            if one:
                found.setdefault(one, []).append(thing)
    return {one: tuple(group) for one, group in found.items()}


def _closed(things: Iterable[Thing], following: Callable[[Thing], Iterable[Thing]]) -> tuple[Thing, ...]:
    """Some things with all that follow from them, each once."""
    found: dict[int, Thing] = {}
    queue = list(things)
    for thing in queue:
        if id(thing) not in found:
            found[id(thing)] = thing
            queue += following(thing)
    return tuple(found.values())


def _every(groups: Groups[Thing], ids: Iterable[str]) -> tuple[Thing, ...]:
    return tuple(thing for one in dict.fromkeys(ids) for thing in groups.get(one, ()))
