"""Wholes and parts: what cannot be judged in one is unknown in the other, and what is half said above is half said below."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Verdict
from support.packages import judge

HEAD = "samverkan: 1\ntyp: överenskommelse\ntitel: Ö\nparter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]\n"
PART = HEAD + "del_av: {fil: hela.yaml}\n"
ACTION = "åtgärder: [{id: Å1, vad: A, hur: B., vem: {ansvarig: {aktör: kommun}}, när: {detalj: hösten 2027}}]\n"
ELSEWHERE = "bilagor: [{nr: '3', typ: åtgärdsplan, titel: Plan, datum: 2027-01-10}]\n"


def verdict(folder: Path, name: str, code: str, files: dict[str, str]) -> Verdict:
    """The verdict on a point of one of several agreements that lie side by side."""
    for file, text in files.items():
        (folder / file).write_text(f"{text}id: {file.removesuffix('.yaml')}\n", encoding="utf-8")
    report = judge(folder, datetime.date(2027, 6, 1), Options(all_steps=True))
    (dossier,) = (one for one in report.dossiers if one.agreement == name)
    return next(point for point in dossier.points if point.code == code).verdict


@pytest.mark.parametrize(
    ("north", "south", "wanted"),
    [
        (ACTION, ACTION, Verdict.MET),
        (ACTION, "", Verdict.PARTLY),
        (ACTION, ELSEWHERE, Verdict.UNKNOWN),
        (ELSEWHERE, ELSEWHERE, Verdict.UNKNOWN),
        ("", "", Verdict.MISSING),
    ],
)
def test_a_part_that_cannot_be_judged_is_neither_yes_nor_no(north: str, south: str, wanted: Verdict, tmp_path: Path) -> None:
    files = {"hela.yaml": HEAD + "delar: [{fil: norr.yaml}, {fil: söder.yaml}]\n", "norr.yaml": PART + north, "söder.yaml": PART + south}
    assert verdict(tmp_path, "hela.yaml", "SK08", files) is wanted


@pytest.mark.parametrize(
    ("above", "code", "wanted"),
    [
        ("", "SK11", Verdict.MISSING),
        ("bilagor: [{nr: '5', typ: kommunikationsplan, fil: finns-inte.yaml}]\n", "SK11", Verdict.UNKNOWN),
        ("återkoppling: [{vad: läget, till: råd, när: {detalj: löpande}}]\n", "SK12", Verdict.PARTLY),
        ("återkoppling: [{vad: läget, till: råd, när: {minst: 2, per: år}}]\n", "SK12", Verdict.MET),
    ],
)
def test_what_the_whole_says_holds_below_as_far_as_it_goes(above: str, code: str, wanted: Verdict, tmp_path: Path) -> None:
    files = {"hela.yaml": HEAD + "delar: [{fil: del.yaml}]\n" + above, "del.yaml": PART}
    assert verdict(tmp_path, "del.yaml", code, files) is wanted


@pytest.mark.parametrize(
    ("own", "wanted"),
    [("", Verdict.UNKNOWN), ("period: {från: 2027-01-01, till: tills vidare}\n", Verdict.PARTLY)],
)
def test_a_whole_that_is_not_here_excuses_what_is_not_written_only(own: str, wanted: Verdict, tmp_path: Path) -> None:
    assert verdict(tmp_path, "del.yaml", "SK14", {"del.yaml": HEAD + "del_av: {titel: Hela staden}\n" + own}) is wanted
