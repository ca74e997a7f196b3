"""The second places that findings point at: the other date, the thing that stands there already, the demand from above."""

from pathlib import Path

import pytest

from samverkan_cli import rules as home
from samverkan_cli.api import Options
from samverkan_cli.checking.rule import rules
from support.fragments import judge, parse

SEEN: dict[str, tuple[int, list[str]]] = {
    "FAM01": (0, ["- {id: K1, lydelse"]),
    "FAM02": (0, ["fokusområden: [{id: F1, namn: Trafik}, {id: F2"]),
    "FAM03": (0, ["period: {från: 2023-01-01, till: 2026-12-31}", "period: {från: 2023-01-01, till: 2026-12-31}"]),
    "FAM04": (0, ["typ: överenskommelse"]),
    "FAM05": (0, ["samverkansorganisation: [{id: central"]),
    "FAM06": (0, ["åtgärder: [{id: Å9"]),
    "KED01": (0, ["orsaker: [{id: O1.1"]),
    "KED02": (0, ["- {id: Å1.1, vad: Vuxna"]),
    "KED03": (0, ["- {id: O2.1, gäller_problem: [P2]"]),
    "KED04": (0, ["- {id: M1, typ: produktion"]),
    "KED06": (0, ["riktning: öka", "baslinje: {värde: 9}"]),
    "KED10": (0, ["- {id: Å2", "- {id: Å3", "- {id: Å4"]),
    "KED14": (1, ["mätvärden: [{mål: M1, värde: 25"]),
    "KED16": (0, ["beslut: [{datum: 2020-02-12"]),
    "KED19": (0, ["- {id: styrgruppen, namn", "- {id: styrgruppen, namn"]),
    "KED23": (0, ["- {gäller_åtgärder: [Å1.1]}", "- {gäller_åtgärder: [Å1.1, Å1.2]}"]),
    "LAG11": (0, ["parter: [{id: kommun"]),
    "SK01": (0, ["- {id: polis, typ: polis"]),
    "SK03": (4, ["parter: [{id: kommun"]),
    "SK06": (1, ["orsaksanalys: {metod: orsaksträd, gäller_problem: [P1]}"]),
    "SK09": (1, ["- {id: O1.1, gäller_problem: [P1]"]),
    "SK17": (0, ["parter: [{id: kommun, namn: Vår kommun}, {id: polis", "parter: [{id: kommun, namn: Vår kommun}, {id: polis"]),
    "SKY02": (0, ["- {part: polis, funktion: kommunpolis, telefon", "- {part: polis, funktion: kommunpolis, telefon"]),
    "TID01": (0, ["från: 2019-01-01"]),
    "TID03": (0, ["åtgärder: [{id: Å1.1, bidrar_till_mål: [M1], när: {från: 2019-02-04}"]),
    "TID12": (1, ["mätvärden: [{mål: M1, värde: 8"]),
    "TID13": (0, ["datum: 2018-09-26"]),
    "TID14": (0, ["baslinje: {värde: 9"]),
    "TID05": (0, ["parter: [{id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-12-05}"]),
}
"""By rule: which bad example on its page, and how the lines begin that its findings point at beside their own."""


@pytest.mark.parametrize("code", list(SEEN))
def test_the_second_place_is_pointed_at(code: str, tmp_path: Path) -> None:
    index, wanted = SEEN[code]
    report = judge(parse(rules()[code].page.bad[index]), tmp_path, Options(select=(code,)))
    others = [(report.excerpts[other.file][other.span.line].strip(), other.message) for one in report.diagnostics for other in one.related]
    assert all(message for _, message in others)
    assert len(others) == len(wanted)
    for (line, _), start in zip(sorted(others), sorted(wanted), strict=True):
        assert line.startswith(start)


def test_the_part_that_does_not_name_the_whole_is_pointed_at(tmp_path: Path) -> None:
    report = judge(parse(rules()["FAM04"].page.bad[1]), tmp_path, Options(select=("FAM04",)))
    assert [(other.file, other.span.line) for one in report.diagnostics for other in one.related] == [("del.yaml", 2)]


def test_every_rule_that_points_at_a_second_place_is_here() -> None:
    """SK04 says the same as SK03, by the same function."""
    folder = Path(home.__file__).parent
    pointing = {path.stem.split("_")[0].upper() for path in folder.glob("*/*.py") if "related=(" in path.read_text(encoding="utf-8")}
    assert pointing - {"TID07"} <= set(SEEN)


def test_a_goal_points_at_three_at_the_most(tmp_path: Path) -> None:
    goals = ", ".join(f"{{id: M{number}, typ: produktion, gäller_problem: [P1]}}" for number in range(1, 6))
    report = judge(parse(f"problem: [{{id: P1, prioritet: 1}}]\nmål: [{goals}]"), tmp_path, Options(select=("KED04",)))
    assert [other.message for one in report.diagnostics for other in one.related] == ["målet M1", "målet M2", "målet M3"]
