"""The chain: a step towards a goal counts for the goal however many steps there are, and each link knows what hangs together with it."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.project.discovery import find_dossiers
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.sources import Sources
from samverkan_cli.project.trace import trace
from support.packages import judge

TODAY = datetime.date(2020, 6, 1)
HEAD = "samverkan: 1\ntyp: överenskommelse\nid: provsta-2020\n"

STEPS = f"""{HEAD}
fokusområden: [{{id: F1, namn: Trygghet}}]
problem: [{{id: P1, namn: Otrygghet, prioritet: 1, gäller_fokusområden: [F1]}}]
orsaker: [{{id: O1, gäller_problem: [P1]}}]
mål:
  - {{id: M1.1.1, typ: effekt, delmål_till: M1.1, lydelse: Två pass}}
  - {{id: M1, typ: produktion, gäller_problem: [P1], lydelse: Färre rån}}
  - {{id: M1.1, typ: process, delmål_till: M1, lydelse: Fler pass}}
  - {{id: M2, typ: effekt, lydelse: Något annat}}
åtgärder:
  - {{id: Å1, vad: Pass, möter_orsaker: [O1], bidrar_till_mål: [M1.1.1], uppföljning: [{{id: U1, vad: antal}}]}}
  - {{id: Å2, vad: Annat, bidrar_till_mål: [M2], gäller_fokusområden: [F1]}}
uppföljning:
  - {{id: U2, typ: effekt, vad: otryggheten, gäller_mål: [M1.1.1]}}
  - {{id: U3, typ: effekt, vad: otryggheten, gäller_fokusområden: [F1]}}
  - {{id: U4, typ: produktion, vad: passen, gäller_fokusområden: [F1]}}
  - {{id: U5, vad: passen, gäller_åtgärder: [Å1]}}
utfall: [{{åtgärd: Å1, bedömning: gul}}, {{åtgärd: Å1, bedömning: grön}}, {{uppföljning: U1, bedömning: röd}}]
mätvärden: [{{mål: M1, värde: 9}}]
"""


def dossier_of(folder: Path, text: str) -> Dossier:
    (folder / "agreement.yaml").write_text(text, encoding="utf-8")
    (found,) = find_dossiers([folder], TODAY, Sources(base=folder))
    assert not found.faults
    return found


@pytest.fixture
def steps(tmp_path: Path) -> Dossier:
    return dossier_of(tmp_path, STEPS)


def ids(things: object) -> list[str]:
    return [thing.id for thing in things]  # type: ignore[attr-defined]


def test_down_from_a_problem(steps: Dossier) -> None:
    (problem,) = steps.problems
    assert ids(steps.graph.causes_of(problem)) == ["O1"]
    assert ids(steps.graph.goals_of(problem)) == ["M1.1.1", "M1", "M1.1"]


def test_goals_and_steps(steps: Dossier) -> None:
    goals = {goal.id: goal for goal in steps.goals}
    assert ids(steps.graph.with_steps([goals["M1.1"]])) == ["M1.1.1", "M1.1"]
    assert ids(steps.graph.with_aims([goals["M1.1"]])) == ["M1", "M1.1"]
    assert ids(steps.graph.actions_towards(goals["M1"])) == ["Å1"]
    assert ids(steps.graph.actions_towards(goals["M2"])) == ["Å2"]


def test_a_ring_of_goals_ends(tmp_path: Path) -> None:
    dossier = dossier_of(tmp_path, f"{HEAD}mål: [{{id: M1, delmål_till: M2}}, {{id: M2, delmål_till: M1}}, {{id: M3, delmål_till: M3}}]\n")
    assert [ids(dossier.graph.with_steps([goal])) for goal in dossier.goals] == [["M1", "M2"], ["M1", "M2"], ["M3"]]
    assert dossier.graph.actions_towards(dossier.goals[0]) == ()


def test_what_has_no_id_is_no_goal_of_everybody(tmp_path: Path) -> None:
    dossier = dossier_of(tmp_path, f"{HEAD}mål: [{{lydelse: Färre rån}}, {{id: M2}}]\nåtgärder: [{{id: Å1, bidrar_till_mål: [M2]}}]\n")
    assert dossier.graph.actions_towards(dossier.goals[0]) == ()


def test_follow_ups_of_an_action(steps: Dossier) -> None:
    """Under it, naming it, or of its focus area; an effect in the whole area says nothing of the one action."""
    first, second = steps.actions
    assert ids(steps.graph.follow_ups_of(first)) == ["U4", "U5", "U1"]
    assert ids(steps.graph.follow_ups_of(second)) == ["U4"]
    assert ids(steps.graph.follow_ups_of(steps.goals[0])) == ["U2"]


def test_outcomes_and_measurements(steps: Dossier) -> None:
    assert [one.assessment for one in steps.graph.outcomes_of("Å1")] == ["gul", "grön"]
    assert [one.assessment for one in steps.graph.outcomes_of("U1")] == ["röd"]
    assert [value.value for value in steps.graph.measurements_of("M1")] == [9]
    assert steps.graph.measurements_of("M1.1") == steps.graph.outcomes_of(None) == ()


def test_focus_areas_through_the_chain(steps: Dossier) -> None:
    areas = {link.id: link.focus_areas for link in trace(steps).links}
    assert {id for id, found in areas.items() if found == ("F1",)} >= {"P1", "O1", "Å1", "Å2", "M1", "M1.1", "M1.1.1", "M2", "U1", "U2"}


def test_the_graph_belongs_to_its_day(steps: Dossier) -> None:
    assert steps.graph is steps.graph
    assert steps.on(TODAY, TODAY).graph is not steps.graph


def codes(folder: Path) -> set[tuple[str, str | None]]:
    return {(found.code, found.id) for found in judge(folder, TODAY).diagnostics}


def test_an_effect_two_steps_below_is_an_effect_of_the_problem(tmp_path: Path) -> None:
    dossier_of(tmp_path, STEPS)
    assert ("KED04", "P1") not in codes(tmp_path)
    dossier_of(tmp_path, STEPS.replace("{id: M1.1.1, typ: effekt", "{id: M1.1.1, typ: produktion"))
    assert ("KED04", "P1") in codes(tmp_path)


def test_an_effect_followed_up_two_steps_below_is_followed_up_in_the_area(tmp_path: Path) -> None:
    done = STEPS.replace("{id: U1, vad: antal}", "{id: U1, vad: antal, vem: {ansvarig: {funktion: utredare}}, när: {minst: 1, per: år}}")
    done = done.replace("  - {id: U3, typ: effekt, vad: otryggheten, gäller_fokusområden: [F1]}\n", "")
    dossier_of(tmp_path, done)
    assert ("TYD06", "F1") not in codes(tmp_path)
    dossier_of(tmp_path, done.replace("gäller_mål: [M1.1.1]", "gäller_mål: [M2]"))
    assert ("TYD06", "F1") in codes(tmp_path)


TREE = f"""{HEAD}
fokusområden: [{{id: F1}}, {{id: F2}}]
problem: [{{id: P1, gäller_fokusområden: [F1]}}, {{id: P2, gäller_fokusområden: [F2]}}]
orsaker:
  - {{id: O1, gäller_problem: [P1]}}
  - {{id: O1.1, ligger_bakom: [O1]}}
  - {{id: O1.1.1, ligger_bakom: [O1.1]}}
  - {{id: O2, gäller_problem: [P2, P1]}}
mål:
  - {{id: M3, gäller_fokusområden: [F2]}}
  - {{id: M1, gäller_problem: [P1]}}
  - {{id: M1.1, delmål_till: M1}}
åtgärder:
  - {{id: Å1, möter_orsaker: [O1.1.1], bidrar_till_mål: [M1.1], uppföljning: [{{id: U1}}]}}
  - {{id: Å2, möter_orsaker: [O1], gäller_problem: [P2]}}
  - {{id: Å3, gäller_fokusområden: [F2], uppföljning: [{{id: U2, typ: effekt}}]}}
  - {{vad: Utan id, gäller_problem: [P1]}}
uppföljning:
  - {{id: U3, gäller_mål: [M1.1]}}
  - {{id: U4, gäller_fokusområden: [F1], typ: effekt}}
  - {{id: U5, gäller_fokusområden: [F1]}}
  - {{id: U6, gäller_löften: [L1]}}
löften: [{{id: L1, lydelse: A, gäller_åtgärder: [Å3]}}]
utfall: [{{löfte: L1, bedömning: grön}}, {{åtgärd: Å1, bedömning: röd}}, {{åtgärd: Å1, utfall: Ingen bedömning.}}, {{mål: M1, bedömning: gul}}]
"""


@pytest.fixture
def tree(tmp_path: Path) -> Dossier:
    return dossier_of(tmp_path, TREE)


def test_who_meets_a_cause_meets_what_it_lies_behind(tree: Dossier) -> None:
    graph = tree.graph
    assert {cause.id: (graph.problems_of(cause), ids(graph.actions_meeting(cause.id))) for cause in tree.causes} == {
        "O1": (("P1",), ["Å1", "Å2"]), "O1.1": (("P1",), ["Å1"]), "O1.1.1": (("P1",), ["Å1"]), "O2": (("P2", "P1"), []),
    }  # fmt: skip
    assert {problem.id: ids(graph.causes_of(problem)) for problem in tree.problems} == {"P1": ["O1", "O1.1", "O1.1.1", "O2"], "P2": ["O2"]}
    assert [action.id for action in graph.actions_naming("P1")] == [None] and ids(graph.actions_naming("P2")) == ["Å2"]
    assert graph.actions_naming(None) == graph.actions_meeting("O9") == ()
    assert ids(graph.causes_named(["O2", "O9", "O1", "O2"])) == ["O2", "O1"]


def test_what_is_in_an_area(tree: Dossier) -> None:
    graph = tree.graph
    assert {area: ids(graph.goals_in(area)) for area in ("F1", "F2", "F3")} == {"F1": ["M1", "M1.1"], "F2": ["M3"], "F3": []}
    assert {area: ids(graph.actions_in(area)) for area in ("F1", "F2")} == {"F1": ["Å1", "Å2", None], "F2": ["Å2", "Å3"]}
    assert {area: ids(graph.follow_ups_in(area)) for area in ("F1", "F2")} == {"F1": ["U3", "U4", "U5", "U1"], "F2": ["U2"]}
    assert {item.id: graph.focus_areas_of(item) for item in tree.follow_ups} == {
        "U1": {"F1"}, "U2": {"F2"}, "U3": {"F1"}, "U4": {"F1"}, "U5": {"F1"}, "U6": frozenset(),
    }  # fmt: skip


def test_what_follows_up_and_what_came_of_it(tree: Dossier) -> None:
    graph = tree.graph
    assert [ids(graph.follow_ups_of(action)) for action in tree.actions] == [["U5", "U1"], ["U5"], ["U2"], ["U5"]]
    assert ids(graph.follow_ups_of(tree.pledges[0])) == ["U6"]
    holders = {item.id: graph.holder_of(item) for item in tree.follow_ups}
    assert {id: holder.id for id, holder in holders.items() if holder is not None} == {"U1": "Å1", "U2": "Å3"}
    assessed = {id: one.assessment for id in ("L1", "Å1", "M1", "Å2") if (one := graph.assessment_of(id)) is not None}
    assert assessed == {"L1": "grön", "Å1": "röd", "M1": "gul"}
