"""The chain: a step towards a goal counts for the goal however many steps there are, and the work grows as the dossier does, not faster."""

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

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


def grown(actions: int) -> str:
    """A whole dossier in one file that grows in every direction with its actions."""
    lines = [HEAD, "parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]", "samverkansorganisation: [{id: råd, namn: Rådet}]"]
    rows = range(1, actions + 1)
    lines += ["fokusområden:", *(f"  - {{id: F{n}, namn: Område {n}}}" for n in rows)]
    lines += [
        "problem:",
        *(f"  - {{id: P{n}, namn: Problem {n}, prioritet: {n}, plats: [centrum], gäller_fokusområden: [F{n}]}}" for n in rows),
    ]
    lines += ["orsaker:", *(f"  - {{id: O{n}, gäller_problem: [P{n}], orsak: Orsak {n}}}" for n in rows)]
    lines += [
        "mål:",
        *(
            f"  - {{id: M{n}, typ: effekt, lydelse: Mål {n}, gäller_problem: [P{n}], indikator: {{mått: andel {n}, källa: enkät,"
            f" baslinje: {{värde: 9, datum: 2019-01-01}}, målnivå: {{värde: 7, datum: 2021-01-01}}}}}}\n"
            f"  - {{id: D{n}, typ: process, delmål_till: M{n}, lydelse: Steg {n}}}"
            for n in rows
        ),
    ]
    who = "{ansvarig: {aktör: kommun, funktion: samordnare}, medverkar: [{aktör: polis, funktion: kommunpolis}]}"
    lines += [
        "åtgärder:",
        *(
            f"  - {{id: Å{n}, vad: Gör {n}, möter_orsaker: [O{n}], bidrar_till_mål: [D{n}], vem: {who},"
            f" när: {{från: 2020-01-01, till: 2020-03-01}}, uppföljning: [{{id: UÅ{n}, vad: antal, vem: {who}, när: {{senast: 2020-04-01}}}}]}}"
            for n in rows
        ),
    ]
    lines += [
        "uppföljning:",
        *(f"  - {{id: U{n}, typ: effekt, vad: läget, gäller_mål: [M{n}], vem: {who}, när: {{senast: 2020-05-01}}}}" for n in rows),
    ]
    lines += ["utfall:", *(f"  - {{åtgärd: Å{n}, bedömning: grön}}" for n in rows)]
    lines += ["mätvärden:", *(f"  - {{mål: M{n}, värde: 8, datum: 2020-03-01}}" for n in rows)]
    lines += ["beslut:", *(f"  - {{organ: råd, datum: 2020-05-01, vad: Fortsätt, gäller_åtgärder: [Å{n}]}}" for n in rows)]
    return "\n".join(lines) + "\n"


def work(folder: Path, actions: int) -> dict[str, int]:
    """How many steps each function of ours takes while a dossier is checked and traced. The loops inside a line count too."""
    folder.mkdir()
    (folder / "agreement.yaml").write_text(grown(actions), encoding="utf-8")
    steps: dict[str, int] = {}

    def enter(frame: FrameType, _event: str, _argument: object) -> Callable[[FrameType, str, object], object] | None:
        if "samverkan_cli" not in frame.f_code.co_filename:
            return None
        name = f"{Path(frame.f_code.co_filename).name}:{frame.f_code.co_name}"
        frame.f_trace_opcodes, frame.f_trace_lines = True, False

        def step(_frame: FrameType, event: str, _argument: object) -> object:
            if event == "opcode":
                steps[name] = steps.get(name, 0) + 1
            return step

        return step

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        judge(folder, TODAY)
        (dossier,) = find_dossiers([folder], TODAY, Sources(base=folder))
        trace(dossier)
    finally:
        sys.settrace(before)
    return steps


def test_ten_times_as_many_actions_are_ten_times_the_work(tmp_path: Path) -> None:
    work(tmp_path / "warm", 6)
    few, many = work(tmp_path / "few", 6), work(tmp_path / "many", 60)
    assert few.keys() == many.keys(), "the two are not alike: one of them hits a limit"
    assert sum(many.values()) / sum(few.values()) < 12
    assert {name: (few[name], steps) for name, steps in many.items() if steps > 2_000 and steps / few[name] > 12} == {}
