"""Days that are known only to the month or the year: how they are written, read, compared and said."""

import datetime
import itertools

import pytest

from samverkan_cli.models import Agreement
from samverkan_cli.models.days import PartialDate, first_of, in_words, last_of, latest, order, partial
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import read
from samverkan_cli.yaml.tree import Fault


def day_of(written: str) -> datetime.date | PartialDate | None:
    model, faults = agreement(f"datum: {written}")
    assert faults == (), written
    return model.date


def agreement(rows: str) -> tuple[Agreement, tuple[Fault, ...]]:
    model, document = build(read("prov.yaml", f"samverkan: 1\ntyp: överenskommelse\n{rows}\n".encode()))
    assert isinstance(model, Agreement)
    return model, document.faults


@pytest.mark.parametrize(
    ("written", "first", "last", "said"),
    [
        ("2018-06-14", "2018-06-14", "2018-06-14", "14 juni 2018"),
        ("2018-06", "2018-06-01", "2018-06-30", "juni 2018"),
        ("2018", "2018-01-01", "2018-12-31", "2018"),
        ('"2018"', "2018-01-01", "2018-12-31", "2018"),
        ("2020-02", "2020-02-01", "2020-02-29", "februari 2020"),
        ("2019-02", "2019-02-01", "2019-02-28", "februari 2019"),
        ("2019-12", "2019-12-01", "2019-12-31", "december 2019"),
    ],
)
def test_what_has_happened_may_be_known_to_the_month_or_the_year(written: str, first: str, last: str, said: str) -> None:
    day = day_of(written)
    assert day is not None
    assert (first_of(day).isoformat(), last_of(day).isoformat(), in_words(day)) == (first, last, said)
    assert str(day) == written.strip('"')


@pytest.mark.parametrize(
    "written", ["2018-13", "2018-00", "18", "201806", "2018-6", "1899", "2200", "ja", "20180", "-2018", "2018.5", "[2018]"]
)
def test_what_is_neither_is_refused(written: str) -> None:
    assert [fault.code for fault in agreement(f"datum: {written}")[1]] in (["FIL06"], ["FIL07"])


def test_a_month_that_does_not_exist_is_no_day_in_the_calendar() -> None:
    (fault,) = agreement("datum: 2018-13")[1]
    assert fault.code == "FIL07"
    assert "månaden i 2018-13 finns inte" in fault.message


@pytest.mark.parametrize(
    ("rows", "may_be_partial"),
    [
        ("underskrifter: [{datum: 2018-12}]", True),
        ("fastställd: {datum: 2018}", True),
        ("förlängning: [{beslut: {datum: 2018-12}}]", True),
        ("bilagor: [{titel: Plan, datum: 2018}]", True),
        ("ersätter: [{titel: Plan, datum: 2018}]", True),
        ("bygger_på: [{part: polis, datum: 2018-06}]", True),
        ("kommunens_åtgärdsplan: {datum: 2018}", True),
        ("beslut: [{datum: 2020-02}]", True),
        ("utfall: [{datum: 2019-12}]", True),
        ("period: {från: 2019}", True),
        ("period: {från: 2019-03}", True),
        ("period: {till: 2019}", False),
        ("förlängning: [{till: 2019}]", False),
        ("åtgärder: [{när: {från: 2019-02}}]", False),
        ("åtgärder: [{när: {senast: 2019}}]", False),
        ("samsyn: [{när: {till: 2019}}]", False),
        ("samordningsfunktioner: [{tas_fram: {senast: 2019-02}}]", False),
        ("mål: [{indikator: {målnivå: {datum: 2020}}}]", False),
        ("samverkansorganisation: [{mötesdagar: [2020-02]}]", False),
    ],
)
def test_planned_days_stay_exact(rows: str, may_be_partial: bool) -> None:
    faults = agreement(rows)[1]
    assert [fault.code for fault in faults] == ([] if may_be_partial else ["FIL06"])


def test_a_first_day_may_still_be_that_of_the_signature() -> None:
    model, faults = agreement("period: {från: underskrift, till: 2020-12-31}")
    assert faults == ()
    assert model.period is not None
    assert model.period.start == "underskrift"


def test_nothing_stays_nothing() -> None:
    assert first_of(None) is last_of(None) is latest(()) is latest((None,)) is None


def test_the_latest_is_the_one_that_ends_last_and_of_two_the_one_that_is_known() -> None:
    whole, month, year = datetime.date(2018, 12, 31), partial(2018, 12), partial(2018)
    assert latest((whole, month, year, None, datetime.date(2018, 12, 30))) == whole
    assert latest((datetime.date(2018, 12, 30), month)) == month
    assert latest((partial(2019, 1), year, whole)) == partial(2019, 1)


def test_the_order_is_total() -> None:
    days = [datetime.date(2018, 6, 1) + datetime.timedelta(days=days) for days in range(0, 400, 7)]
    known = [*days, *(partial(2018, month) for month in range(1, 13)), partial(2018), partial(2019)]
    for one, other in itertools.product(known, known):
        assert first_of(one) <= last_of(one)
        if last_of(one) < first_of(other):
            assert order(one) < order(other)
