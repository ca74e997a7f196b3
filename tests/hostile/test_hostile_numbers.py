"""Days at the ends of the calendar, and numbers of any size: they are judged, or said to be wrong, and nothing breaks."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.api import check, open_project
from samverkan_cli.models.days import add_days, add_months
from samverkan_cli.project.due.rhythm import Rhythm
from samverkan_cli.project.interval import Interval
from support.sizes import HEAD, put

PERIOD = "period: {från: 2027-01-01, till: 2028-12-31}"
FIRST, LAST = datetime.date.min.isoformat(), datetime.date.max.isoformat()
PERIODS = (
    f"{{från: 2027-01-01, till: {LAST}}}",
    f"{{från: {FIRST}, till: {LAST}}}",
    f"{{från: {LAST}, till: {LAST}}}",
    f"{{från: {FIRST}, till: {FIRST}}}",
)


def judged(folder: Path, period: str, tail: str = "", today: str = "2028-06-01") -> list[str]:
    put(folder, {"agreement.yaml": HEAD.replace(PERIOD, f"period: {period}") + tail})
    report = check(open_project([folder], today=datetime.date.fromisoformat(today)))
    return [f"{found.code} {found.message}" for found in report.diagnostics]


@pytest.mark.parametrize("length", ["999 år", "999 månader", "999 veckor", "999 dagar", "1 dag"])
@pytest.mark.parametrize("start", [FIRST, "9001-01-01", LAST, "underskrift"])
def test_a_length_may_end_where_the_calendar_does(start: str, length: str, tmp_path: Path) -> None:
    period = f"{{från: {start}, längd: {length}}}"
    assert judged(tmp_path, period, f"förlängningar:\n  - {{längd: {length}}}\n  - {{från: {LAST}, längd: {length}}}\n")


@pytest.mark.parametrize("length", ["9999 år", "999999 månader", "-4 år", "0 år", "1e3 år"])
def test_a_length_that_is_none_is_said(length: str, tmp_path: Path) -> None:
    said = judged(tmp_path, f"{{från: 2027-01-01, längd: {length}}}")
    assert [one for one in said if one.startswith("FIL06 längd: en längd skrivs som ett tal och en enhet")]


@pytest.mark.parametrize("times", ["1", "1000000000000", "1e18", "1e300", "0"])
@pytest.mark.parametrize("per", ["99 år", "månad", "dag", "99 dagar"])
def test_a_rhythm_may_be_of_any_length_and_any_number(per: str, times: str, tmp_path: Path) -> None:
    when = f"{{minst: {times}, per: {per}}}"
    tail = (
        f"samverkansorganisation:\n  - {{id: råd, namn: Rådet, möten: {when}, mötesdagar: [{LAST}, {FIRST}]}}\n"
        f"återkoppling:\n  - {{till: råd, vad: läget, när: {when}}}\n  - {{till: x, vad: läget, när: {{senast: {LAST}}}}}\n"
        f"  - {{till: x, vad: läget, när: {{senast: {FIRST}}}}}\n"
        f"revidering: {{minst: {times}, per: {per}, senast_gjord: {LAST}}}\n"
        f"uppföljning:\n  - {{id: U1, vad: läget, när: {when}}}\n"
        f"  - {{id: U2, vad: läget, när: {{minst: {times}, per: {per}, senast: {FIRST}}}}}\n"
    )
    for number, (period, today) in enumerate(zip(PERIODS, ("2028-06-01", LAST, FIRST, "2028-06-01"), strict=True)):
        assert judged(tmp_path / str(number), period, tail, today)


@pytest.mark.parametrize("day", [FIRST, LAST, "0000-00-00", "10000-01-01", "-0001-01-01"])
@pytest.mark.parametrize("value", ["1e400", "-1e400", "1e308", "9" * 18, "1" + "0" * 5000, "1e-320", ".inf", ".nan", "0x7fffffffffffff"])
def test_values_and_days_of_any_size(value: str, day: str, tmp_path: Path) -> None:
    tail = (
        f"åtgärder:\n  - {{id: Å1, vad: vuxna, när: {{från: {day}, till: {day}}}}}\n"
        f"mål:\n  - id: M1\n    lydelse: färre rån\n    indikator: {{mått: rån, riktning: minska, baslinje: {{värde: {value}, datum: {day}}}, "
        f"målnivå: {{värde: {value}, datum: {day}}}}}\nmätvärden:\n  - {{mål: M1, värde: {value}, datum: {day}}}\n"
    )
    for number, today in enumerate((FIRST, LAST)):
        assert judged(tmp_path / str(number), PERIODS[1], tail, today)


def test_where_the_calendar_ends() -> None:
    last, first = datetime.date.max, datetime.date.min
    assert [add_days(last, 1), add_days(first, -1), add_days(first, 10**30)] == [last, first, last]
    assert [add_months(last, 1), add_months(first, -1), add_months(datetime.date(9999, 1, 31), 1)] == [
        last,
        first,
        datetime.date(9999, 2, 28),
    ]


def test_a_promise_without_end_is_counted_to_where_the_calendar_ends() -> None:
    every_day = Rhythm(Interval(1, 0, 1), datetime.date(9999, 12, 1), datetime.date.max)
    assert every_day.promised() == 30
    assert (Rhythm(Interval(10**300, 1), datetime.date(2027, 1, 1), datetime.date(2027, 12, 31)).promised() or 0) > 10**300
