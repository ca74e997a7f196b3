"""When something is due next: whole months as the calendar has them, several times in a period evenly spread."""

import datetime

import pytest

from samverkan_cli.rules._dates import months, next_time


@pytest.mark.parametrize(
    ("last", "times", "every", "due"),
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
        # 2019 has 365 days: half of them are 182 whole days, a quarter 91.
        ("2019-01-01", 2, "år", "2019-07-02"),
        ("2019-01-01", 4, "år", "2019-04-02"),
        # Twice a week is every third day; more often than days go is every day.
        ("2019-01-01", 2, "vecka", "2019-01-04"),
        ("2019-01-01", 10, "vecka", "2019-01-02"),
        ("2019-01-01", 0, "vecka", "2019-01-08"),
    ],
)
def test_the_next_time(last: str, times: int, every: str, due: str) -> None:
    assert next_time(datetime.date.fromisoformat(last), times, every) == datetime.date.fromisoformat(due)


@pytest.mark.parametrize(("every", "count"), [("månad", 1), ("3 månader", 3), ("kvartal", 3), ("2 år", 24), ("vecka", None), ("dag", None)])
def test_months(every: str, count: int | None) -> None:
    assert months(every) == count
