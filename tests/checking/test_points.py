"""Verdicts on points: which rules serve them, on which day, and what is not claimed where something could not be known."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.api import Options, check, open_project
from samverkan_cli.checking.report import Report, Verdict
from samverkan_cli.checking.rule import rules
from samverkan_cli.diagnostics import Group
from samverkan_cli.project.sources import Sources
from support.fragments import judge, parse
from support.packages import point

SERVED = (
    ("KED01", "SH09"), ("TID05", "SK15"), ("SK14", "SH06"),
)  # fmt: skip
"""What the sources ask of a point that the rule of another list judges."""


@pytest.mark.parametrize(("code", "served"), SERVED)
def test_what_a_rule_finds_counts_for_the_points_that_it_serves(code: str, served: str, tmp_path: Path) -> None:
    report = judge(parse(rules()[code].page.bad[0]), tmp_path, Options(all_steps=True))
    found = [one.progress or one.message for one in report.diagnostics if one.code == code]
    assert found
    assert set(found) <= set(point(report, served).reasons)
    assert point(report, served).verdict in (Verdict.PARTLY, Verdict.MISSING)


@pytest.mark.parametrize(("code", "served"), [pair for pair in SERVED if pair[0] not in ("KED01", "TID05")])
def test_what_shows_that_a_rule_is_met_counts_for_the_points_that_it_serves(code: str, served: str, tmp_path: Path) -> None:
    report = judge(parse(rules()[code].page.good[0]), tmp_path, Options(all_steps=True))
    assert {one.span.line for one in point(report, code).evidence} <= {one.span.line for one in point(report, served).evidence}
    assert point(report, served).verdict is Verdict.MET


def on(day: str, folder: Path, text: str, options: Options | None = None) -> Report:
    return judge(parse(f"# idag: {day}\n{text}"), folder, options or Options(all_steps=True))


FOLLOW_UP = """åtgärder: [{id: Å1}]
# fil: uppföljning.yaml
samverkan: 1
typ: uppföljning
datum: 2019-06-01
utfall: [{åtgärd: Å1, bedömning: gul}]
"""


@pytest.mark.parametrize(
    ("day", "verdict", "aside"),
    [("2019-05-31", Verdict.MISSING, ("uppföljning.yaml",)), ("2019-06-01", Verdict.MET, ()), ("2019-06-02", Verdict.MET, ())],
)
def test_a_document_counts_from_its_own_day(day: str, verdict: Verdict, aside: tuple[str, ...], tmp_path: Path) -> None:
    report = on(day, tmp_path, FOLLOW_UP)
    assert point(report, "ST52").verdict is verdict
    assert report.dossiers[0].set_aside == aside


EXEMPTED = """samsyn: [{vilka: alla, hur: möte, när: {senast: 2019-01-21}}]
dokumentation: {var: loggen}
undantag: [{regel: SH04, skäl: Loggen räcker., beslutat_av: rådet, till: 2019-06-30}]
"""


@pytest.mark.parametrize(
    ("day", "verdict"), [("2019-06-29", Verdict.EXEMPT), ("2019-06-30", Verdict.EXEMPT), ("2019-07-01", Verdict.PARTLY)]
)
def test_an_exemption_holds_on_its_last_day(day: str, verdict: Verdict, tmp_path: Path) -> None:
    report = on(day, tmp_path, EXEMPTED)
    (found,) = [one for one in report.diagnostics if one.code == "SH04"]
    assert (found.suppressed is not None) == (verdict is Verdict.EXEMPT)
    assert point(report, "SH04").verdict is verdict
    assert [one.message for one in report.diagnostics if one.code == "FIL13"] == (
        [] if verdict is Verdict.EXEMPT else ["undantaget från SH04 gick ut 2019-06-30"]
    )


ONE_OF_TWO = """mål: [{id: M1, lydelse: Färre rån}, {id: M2, lydelse: Fler vuxna}]
undantag: [{regel: SK10, id: M1, skäl: Mäts inte., beslutat_av: rådet}]
"""


def test_an_exemption_for_one_thing_excuses_no_other(tmp_path: Path) -> None:
    report = on("2019-06-01", tmp_path, ONE_OF_TWO)
    found = {one.id: one.suppressed for one in report.diagnostics if one.code == "SK10"}
    assert set(found) == {"M1", "M2"}
    assert found["M2"] is None
    assert found["M1"] is not None
    assert (found["M1"].by, found["M1"].reason, found["M1"].decided_by, found["M1"].until) == ("undantag", "Mäts inte.", "rådet", None)
    assert point(report, "SK10").verdict is Verdict.PARTLY
    assert [reason for reason in point(report, "SK10").reasons if "M1" in reason] == []


def test_an_exemption_for_all_that_is_found_makes_the_point_exempt(tmp_path: Path) -> None:
    report = on(
        "2019-06-01", tmp_path, ONE_OF_TWO.replace(", {id: M2, lydelse: Fler vuxna}", "") + "åtgärder: [{id: Å1, bidrar_till_mål: [M1]}]\n"
    )
    assert point(report, "SK10").verdict is Verdict.EXEMPT


@pytest.mark.parametrize(
    ("exemption", "message"),
    [
        ("{regel: SK99, skäl: X., beslutat_av: rådet}", "undantaget gäller regeln SK99, som inte finns"),
        ("{skäl: X., beslutat_av: rådet}", "undantaget gäller regeln (ingen), som inte finns"),
        ("{regel: SH08, skäl: X., beslutat_av: rådet}", "undantaget från SH08 behövs inte: regeln har inget att anmärka på där"),
        (
            "{regel: SK10, id: M9, skäl: X., beslutat_av: rådet}",
            "undantaget från SK10 för M9 behövs inte: regeln har inget att anmärka på där",
        ),
    ],
)
def test_an_exemption_that_does_nothing_is_said(exemption: str, message: str, tmp_path: Path) -> None:
    text = f"samsyn: [{{vilka: alla, hur: möte, när: {{senast: 2019-01-21}}}}]\nmål: [{{id: M1}}]\nundantag: [{exemption}]\n"
    report = on("2019-06-01", tmp_path, text)
    assert [one.message for one in report.diagnostics if one.code == "FIL13"] == [message]


def test_findings_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        text = f"samverkan: 1\ntyp: överenskommelse\nid: {name}\nparter: [{{id: kommun}}]\nsamsyn: [{{vilka: alla}}]\nfärg: röd\n"
        (tmp_path / name / "agreement.yaml").write_text(text, encoding="utf-8")
    report = check(open_project([tmp_path / "b", tmp_path / "a"], today=datetime.date(2019, 6, 1), sources=Sources(base=tmp_path)))
    keys = [(one.file, one.span.line, one.code) for one in report.diagnostics]
    assert {file for file, _, _ in keys} == {"a/agreement.yaml", "b/agreement.yaml"}
    assert len({line for _, line, _ in keys}) > 2
    assert keys == sorted(keys)


PERIOD = "period: {från: 2019-01-01, till: 2020-12-31}\n"


@pytest.mark.parametrize(
    ("step", "verdict", "left", "found"),
    [(2, Verdict.NOT_DUE, False, False), (3, Verdict.NOT_DUE, True, False), (4, Verdict.MISSING, False, True)],
)
def test_a_point_is_due_when_its_step_is_behind(step: int, verdict: Verdict, left: bool, found: bool, tmp_path: Path) -> None:
    report = on("2019-06-01", tmp_path, f"pågående_steg: {step}\n{PERIOD}", Options())
    assert point(report, "SH04").verdict is verdict
    assert point(report, "SH04").is_left is left
    assert any(one.code == "SH04" and one.group is Group.NOW for one in report.diagnostics) is found
    assert point(report, "SK14").verdict is Verdict.MET


PLACEHOLDER = """parter: [{id: kommun}]
underskrifter: [{part: kommun, datum: 2019-06-01}]
titel: …
"""


@pytest.mark.parametrize(("day", "level"), [("2019-05-31", "varning"), ("2019-06-01", "fel")])
def test_a_placeholder_is_an_error_from_the_day_of_the_signing(day: str, level: str, tmp_path: Path) -> None:
    report = on(day, tmp_path, PLACEHOLDER)
    assert [one.level.swedish for one in report.diagnostics if one.code == "FIL12"] == [level]


def test_an_exemption_from_one_rule_is_none_from_another(tmp_path: Path) -> None:
    text = "samverkan: 1\ntyp: överenskommelse\nid: x\nundantag: [{regel: SH04, skäl: Loggen räcker., beslutat_av: rådet}]\n"
    (tmp_path / "agreement.yaml").write_text(text, encoding="utf-8")
    report = check(open_project([tmp_path], today=datetime.date(2019, 6, 1)), Options(all_steps=True))
    verdicts = {point.code: point.verdict for point in report.dossiers[0].points}
    assert (verdicts["SH04"], verdicts["SK12"], verdicts["SK14"]) == (Verdict.EXEMPT, Verdict.MISSING, Verdict.MISSING)


def test_what_is_not_known_says_what_is_lacking_too(tmp_path: Path) -> None:
    text = (
        "# idag: 2024-06-01\nparter: [{id: kommun, typ: kommun}]\n"
        "bilagor: [{titel: Kommunikationsplan, datum: 2024-02-01, diarienummer: KS-2024/7}]\n"
    )
    (lag12,) = [one for one in judge(parse(text), tmp_path, Options(all_steps=True)).dossiers[0].points if one.code == "LAG12"]
    assert lag12.verdict is Verdict.UNKNOWN
    elsewhere, lacking = lag12.reasons
    assert "Kommunikationsplan" in elsewhere
    assert "en kontaktpunkt hos kommunen" in lacking
