"""What is a group of age, and what only has a number in it."""

import pytest

from samverkan_cli.rules._ages import is_an_age


@pytest.mark.parametrize(
    "group",
    ["15–17", "15-17 år", "16 till 24", "kvinnor 16–24", "över 65", "under 18 år", "80+", "åk 8", "tjejer i årskurs 9", "födda 2005",
     "barn", "unga vuxna", "äldre", "pensionärer", "13-åringar", "flickor", "killar"],
)  # fmt: skip
def test_ages(group: str) -> None:
    assert is_an_age(group)


@pytest.mark.parametrize(
    "group", ["plats 2", "område 1", "kl 15–20", "klockan 20–24", "år 2017", "2017–2018", "kvinnor", "män", "centrum", "linje 14"]
)
def test_what_is_no_age(group: str) -> None:
    assert not is_an_age(group)
