"""When something is due next: whole months as the calendar has them, several times in a period evenly spread."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.api import open_project
from samverkan_cli.models.when import Review
from samverkan_cli.project.interval import every
from samverkan_cli.project.periods import first_day, last_day


@pytest.mark.parametrize(
    ("last", "times", "per", "due"),
    [
        ("2019-01-01", 1, "dag", "2019-01-02"),
        ("2019-01-01", 1, "vecka", "2019-01-08"),
        ("2019-01-01", 1, "2 veckor", "2019-01-15"),
        ("2019-01-01", 1, "10 dagar", "2019-01-11"),
        ("2019-01-31", 1, "månad", "2019-02-28"),
        ("2019-01-01", 1, "kvartal", "2019-04-01"),
        ("2019-01-01", 1, "tertial", "2019-05-01"),
        ("2019-01-01", 1, "termin", "2019-07-01"),
        ("2019-01-01", 1, "halvår", "2019-07-01"),
        ("2019-01-01", 1, "år", "2020-01-01"),
        ("2019-01-01", 1, "2 år", "2021-01-01"),
        ("2019-01-01", 1, "18 månader", "2020-07-01"),
        ("2020-02-29", 1, "år", "2021-02-28"),
        # Whole months, where it comes out whole; else the part of a month in days.
        ("2019-01-01", 2, "år", "2019-07-01"),
        ("2019-01-01", 4, "år", "2019-04-01"),
        ("2019-01-01", 8, "år", "2019-02-15"),
        ("2019-01-01", 2, "månad", "2019-01-16"),
        # Twice a week is every third day; more often than days go is every day.
        ("2019-01-01", 2, "vecka", "2019-01-04"),
        ("2019-01-01", 10, "vecka", "2019-01-02"),
    ],
)
def test_the_next_time(last: str, times: int, per: str, due: str) -> None:
    interval = every(Review.model_validate({"minst": times, "per": per}))
    assert interval is not None
    assert interval.after(datetime.date.fromisoformat(last)) == datetime.date.fromisoformat(due)


def test_what_is_done_no_times_does_not_recur() -> None:
    assert every(None) is None
    assert every(Review.model_validate({"minst": 0, "per": "år"})) is None
    assert every(Review.model_validate({"minst": 2})) is None


@pytest.mark.parametrize(
    ("period", "days"),
    [
        (None, (None, None)),
        ("{}", (None, None)),
        # A word is no day, and what the rules compare must be one.
        ("{från: underskrift, till: tills vidare}", (None, None)),
        ("{från: 2019-01-01, till: tills vidare}", ("2019-01-01", None)),
        ("{från: underskrift, till: 2020-12-31}", (None, "2020-12-31")),
    ],
)
def test_the_days_of_a_period_that_are_days(period: str | None, days: tuple[str | None, str | None], tmp_path: Path) -> None:
    more = f"period: {period}\n" if period is not None else ""
    (tmp_path / "agreement.yaml").write_text(f"samverkan: 1\ntyp: överenskommelse\n{more}", encoding="utf-8")
    found = open_project([tmp_path], today=datetime.date(2019, 6, 1)).dossiers[0].agreement.period
    assert tuple(day and day.isoformat() for day in (first_day(found), last_day(found))) == days
