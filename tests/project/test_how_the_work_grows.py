"""The work of checking grows as the dossier does, not faster."""

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from samverkan_cli.project.discovery import find_dossiers
from samverkan_cli.project.sources import Sources
from samverkan_cli.project.trace import trace
from support.packages import judge

TODAY = datetime.date(2020, 6, 1)
HEAD = "samverkan: 1\ntyp: överenskommelse\nid: provsta-2020\n"


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
