"""Reporting that recurs: counted from the last day covered, never fewer reports than were promised, and never on time again by itself."""

import datetime
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.diagnostics import Place
from samverkan_cli.models.base import Node
from samverkan_cli.models.when import When
from samverkan_cli.project.due.rhythm import AtMeetings, Report, Rhythm
from samverkan_cli.project.interval import Interval, every

NODE = Node()
NODE._here = Place("x")


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def rhythm(times: int, per: str, *meetings: str, start: str = "2027-01-01", last: str | None = "2028-12-31") -> Rhythm:
    interval = every(When.model_validate({"minst": times, "per": per}))
    assert interval is not None
    return Rhythm(interval, day(start), day(last) if last else None, tuple(map(day, meetings)))


def told(*days: str) -> list[Report]:
    """Reports: ``known`` or ``known covers``."""
    return [Report(day(text.split()[0]), day(text.split()[-1]), NODE) for text in days]


def late_after(one: Rhythm, *reports: str) -> str | None:
    following = one.following(told(*reports))
    return following.day.isoformat() if following else None


def test_nothing_reported() -> None:
    assert late_after(rhythm(2, "år")) == "2027-08-12"
    assert late_after(rhythm(4, "år")) == "2027-05-13"
    assert late_after(rhythm(1, "2 veckor")) == "2027-02-26"


@pytest.mark.parametrize(
    ("reports", "until"),
    [
        # The document's day, where it does not say what it covers.
        (["2027-06-15"], "2028-01-26"),
        # What it covers, not when it came.
        (["2027-08-10 2027-06-30"], "2028-02-10"),
        # In time, and more than the half year: the next is not moved forward.
        (["2027-08-10"], "2028-02-12"),
        # Too late: the count begins anew where the report ends, which is not after it was written.
        (["2027-09-20 2027-06-30"], "2028-02-10"),
        (["2027-09-20 2027-12-31"], "2028-05-01"),
        # The same days again, and days before the first, cover nothing new.
        (["2027-06-15", "2027-08-01 2027-06-01"], "2028-01-26"),
        (["2026-12-20"], "2027-08-12"),
    ],
)
def test_counted_from_the_last_day_covered(reports: list[str], until: str) -> None:
    assert late_after(rhythm(2, "år"), *reports) == until


def test_no_interval_begins_after_the_last_day() -> None:
    yearly = rhythm(1, "år", last="2028-12-31")
    assert yearly.promised() == 2
    assert late_after(yearly, "2027-12-31", "2028-12-31") is None
    assert late_after(yearly, "2027-12-31", "2028-12-30") is None, "both are given, and less than a year is left"
    assert late_after(yearly, "2028-12-09") == "2030-01-20", "one of the two is not given"


def test_without_a_last_day_it_goes_on() -> None:
    assert rhythm(1, "år", last=None).promised() is None
    assert late_after(rhythm(1, "år", last=None), "2030-01-01") == "2031-02-12"


def test_the_groups_meeting() -> None:
    """The first after the interval, on its last day too, and at most three months later."""
    assert late_after(rhythm(2, "år", "2027-02-12", "2027-09-10", "2027-12-10")) == "2027-09-10"
    assert late_after(rhythm(2, "år", "2027-07-01")) == "2027-07-01"
    assert late_after(rhythm(2, "år", "2027-06-30", "2027-10-01")) == "2027-10-01"
    assert late_after(rhythm(2, "år", "2027-06-30", "2027-10-02")) == "2027-08-12"


def test_a_report_to_each_meeting() -> None:
    meetings = AtMeetings(day("2027-01-01"), (day("2027-02-12"), day("2027-05-14")))
    found = [meetings.following(told(*reports)) for reports in ([], ["2027-02-05"], ["2027-02-12"], ["2027-02-13"], ["2027-05-14"])]
    assert [one and one.day.isoformat() for one in found] == ["2027-02-12", "2027-05-14", "2027-05-14", None, None]


def test_short_months_do_not_move_the_rest() -> None:
    monthly = Interval(1, 1)
    assert [monthly.after(day("2019-01-31"), steps).isoformat() for steps in (1, 2, 3)] == ["2019-02-28", "2019-03-31", "2019-04-30"]
    assert late_after(rhythm(1, "månad", start="2019-01-31", last="2019-12-31"), "2019-03-01") == "2019-05-12"


TIMES = st.sampled_from(
    [(1, "månad"), (4, "år"), (3, "år"), (2, "år"), (5, "år"), (1, "år"), (1, "vecka"), (2, "månad"), (8, "år"), (1, "termin")]
)
DAYS = st.dates(day("2019-01-01"), day("2019-03-31"))


@given(
    times=TIMES, start=DAYS, length=st.integers(30, 900), lags=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 100)), max_size=80)
)
def test_never_late_means_that_what_was_promised_was_given(
    times: tuple[int, str], start: datetime.date, length: int, lags: list[tuple[int, int]]
) -> None:
    """A person who reports as late as may be, and covers what they like, still gives as many reports as the agreement promises."""
    one = rhythm(*times, start=start.isoformat(), last=(start + datetime.timedelta(days=length)).isoformat())
    promised = one.promised()
    assert promised is not None
    given_so_far: list[Report] = []
    for early, back in [*lags, *[(0, 0)] * (promised + 1)]:
        following = one.following(given_so_far)
        if following is None:
            break
        known = max(following.day - datetime.timedelta(days=early), *(report.known for report in given_so_far if report.known), start)
        report = Report(known, max(known - datetime.timedelta(days=back), start), NODE)
        given_so_far.append(report)
    if one.following(given_so_far) is None:
        covered = sorted((report.known or start, report.covers or start) for report in given_so_far)
        until = [start, *itertools.accumulate((day for _, day in covered), max)]
        assert sum(before < after for before, after in itertools.pairwise(until)) >= promised, "those that cover something new"


@given(
    times=st.integers(1, 40), months=st.integers(0, 30), days=st.integers(1, 100), start=st.dates(day("1999-01-01"), day("2030-12-31")),
    length=st.integers(-400, 4000),
)  # fmt: skip
def test_as_many_are_promised_as_begin_until_the_last_day(times: int, months: int, days: int, start: datetime.date, length: int) -> None:
    """Counted one by one. A last day a thousand years away, or a number with twenty digits, takes no longer."""
    interval = Interval(times, months, 0 if months else days)
    last = start + datetime.timedelta(days=length)
    begun = itertools.takewhile(lambda number: interval.after(start, number) <= last, itertools.count())
    assert Rhythm(interval, start, last).promised() == sum(1 for _ in begun)
    for many in (times, 10**6, 10**20):
        assert (Rhythm(Interval(many, months, interval.days), start, day("2999-12-31")).promised() or 0) > 900 // 30


@settings(deadline=None)
@given(times=TIMES, reports=st.lists(st.tuples(st.integers(0, 800), st.integers(0, 200)), max_size=20), step=st.integers(7, 60))
def test_once_late_it_stays_late_until_something_is_reported(times: tuple[int, str], reports: list[tuple[int, int]], step: int) -> None:
    one = rhythm(*times, start="2019-01-01", last="2020-12-31")
    first = day("2019-01-01")
    known = [Report(first + datetime.timedelta(days=a), first + datetime.timedelta(days=max(0, a - b)), NODE) for a, b in reports]
    late_before: datetime.date | None = None
    for number in range(0, 1000, step):
        today = first + datetime.timedelta(days=number)
        following = one.following(report for report in known if report.known is not None and report.known <= today)
        late = following is not None and following.day < today
        if late_before is not None and not late:
            assert any(report.known is not None and late_before < report.known <= today for report in known)
        late_before = today if late else None
