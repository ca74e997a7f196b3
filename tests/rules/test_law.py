"""The law is applied by date: 9 § by the day the agreement was concluded, what binds the municipality by the day judged."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Verdict
from support.fragments import judge, parse
from support.packages import point

LAW = Options(packs=("lag-2023-196",), all_steps=True)
PARTIES = "parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]\n"


def signed(kommun: str, polis: str) -> str:
    return PARTIES + f"underskrifter: [{{part: kommun, datum: {kommun}}}, {{part: polis, datum: {polis}}}]\n"


def adopted(day: str) -> str:
    return f"parter: [{{id: kommun, typ: kommun, fastställd: {{organ: kommunstyrelsen, datum: {day}}}}}, {{id: polis, typ: polis}}]\n"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # The last signature, whatever the period says.
        (signed("2023-06-01", "2023-06-30") + "period: {från: 2024-01-01}\n", Verdict.NOT_APPLICABLE),
        (signed("2023-06-01", "2023-07-01") + "period: {från: 2023-01-01}\n", Verdict.MISSING),
        # Without them the decision.
        (adopted("2023-06-30") + "period: {från: 2024-01-01}\n", Verdict.NOT_APPLICABLE),
        (adopted("2023-07-01") + "period: {från: 2023-01-01}\n", Verdict.MISSING),
        # Without that the first day of the period.
        (PARTIES + "period: {från: 2023-06-30}\n", Verdict.NOT_APPLICABLE),
        (PARTIES + "period: {från: 2023-07-01}\n", Verdict.MISSING),
        # A draft is judged by the law that holds now.
        (PARTIES + "period: {från: 2026-01-01}\n", Verdict.MISSING),
        # Nothing says when, or not which side of the law.
        (PARTIES, Verdict.UNKNOWN),
        (PARTIES + "period: {från: 2023}\n", Verdict.UNKNOWN),
        (PARTIES + "period: {från: 2022}\n", Verdict.NOT_APPLICABLE),
        (PARTIES + "period: {från: 2024}\n", Verdict.MISSING),
        (signed("2023", "2023") + "syfte: Färre brott.\n", Verdict.UNKNOWN),
        (signed("2022", "2022-05") + "syfte: Färre brott.\n", Verdict.NOT_APPLICABLE),
        # One who has not signed leaves the decision to tell.
        (adopted("2023-07-01") + "underskrifter: [{part: kommun, datum: 2022-12-14}]\n", Verdict.MISSING),
    ],
)
def test_nine_depends_on_when_it_was_concluded(text: str, verdict: Verdict, tmp_path: Path) -> None:
    report = judge(parse("# idag: 2025-01-01\n" + text), tmp_path, LAW)
    assert point(report, "LAG09").verdict is verdict
    assert point(report, "LAG09").reasons


@pytest.mark.parametrize("code", ["LAG04", "LAG05", "LAG06", "LAG10", "LAG11", "LAG12", "LAG13"])
@pytest.mark.parametrize("first", ["2019-01-01", "2024-01-01"])
def test_the_municipality_is_bound_on_the_day_judged(code: str, first: str, tmp_path: Path) -> None:
    since = datetime.date(2024, 7, 1) if code == "LAG05" else datetime.date(2023, 7, 1)
    text = f"{PARTIES}period: {{från: {first}, till: 2027-12-31}}\n"
    for day, verdict in ((since - datetime.timedelta(days=1), Verdict.NOT_APPLICABLE), (since, Verdict.MISSING)):
        report = judge(parse(f"# idag: {day}\n{text}"), tmp_path / str(day), LAW)
        assert point(report, code).verdict is verdict
        assert point(report, code).reasons
        assert [one.level.swedish for one in report.diagnostics if one.code == code] == (
            [] if verdict is Verdict.NOT_APPLICABLE or code == "LAG06" else ["upplysning"]
        )


def test_what_an_agreement_does_not_say_of_the_municipality_is_not_apparent(tmp_path: Path) -> None:
    report = judge(parse(f"# idag: 2025-01-01\n{PARTIES}period: {{från: 2024-01-01}}\n"), tmp_path, LAW)
    assert {point(report, code).word for code in ("LAG04", "LAG05", "LAG10", "LAG11", "LAG12", "LAG13")} == {"framgår inte"}


def test_the_law_asks_nothing_where_no_party_is_a_municipality(tmp_path: Path) -> None:
    report = judge(parse("# idag: 2025-01-01\nparter: [{id: region, typ: räddningstjänst}, {id: polis, typ: polis}]\n"), tmp_path, LAW)
    assert point(report, "LAG10").verdict is Verdict.NOT_APPLICABLE
