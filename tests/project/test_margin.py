"""Whether a difference is more than chance, and whether a value is on its way."""

import pytest

from samverkan_cli.models.goals import Indicator, Measurement
from samverkan_cli.project.margin import difference
from samverkan_cli.project.progress import is_against, is_reached, way


def indicator(**values: object) -> Indicator:
    return Indicator.model_validate({"enhet": "procent", **values})


def value(number: float, **more: object) -> Measurement:
    return Measurement.model_validate({"värde": number, **more})


SAMPLE = {"undersökning": "urval"}


@pytest.mark.parametrize(
    ("said", "before", "after", "margin"),
    [
        # Nothing is said of how many were asked.
        ({}, value(24), value(28), None),
        ({}, value(24, svar=600), value(28, svar=600), None),
        # All were counted.
        ({"undersökning": "total"}, value(24), value(28), 0),
        # The margins as written: of a difference, the root of their squares.
        ({}, value(24, felmarginal=3), value(28, felmarginal=4), 5),
        # One of them is known: the other is taken to be as uncertain.
        ({}, value(24, felmarginal=3), value(28), 4.2426),
        ({}, value(24), value(28, felmarginal=3), 4.2426),
        # 1.96 · √(0.25·0.75/600 + 0.25·0.75/600), in percent.
        (SAMPLE, value(25, svar=600), value(25, svar=600), 4.9),
        # A number of something is no share, and nor is what nobody answered.
        ({**SAMPLE, "enhet": "anmälningar"}, value(25, svar=600), value(25, svar=600), None),
        (SAMPLE, value(25, svar=0), value(25, svar=0), None),
        (SAMPLE, value(125, svar=600), value(125, svar=600), None),
    ],
)
def test_the_margin_of_a_difference(said: dict[str, object], before: Measurement, after: Measurement, margin: float | None) -> None:
    found = difference(indicator(**said), before, after)
    assert found is not None
    assert found.margin == (None if margin is None else pytest.approx(margin, abs=0.0005))


def test_certain_and_within() -> None:
    def standing(after: float, **said: object) -> tuple[bool, bool]:
        found = difference(indicator(**said), value(24, felmarginal=3), value(after, felmarginal=4))
        assert found is not None
        return found.is_certain, found.is_within

    assert [standing(number) for number in (24, 29, 19, 29.1, 18.9)] == [
        (False, False),
        (False, True),
        (False, True),
        (True, False),
        (True, False),
    ]


def test_a_target_is_exact() -> None:
    found = difference(indicator(), 18, value(21, felmarginal=3))
    assert found is not None and (found.size, found.margin, found.is_within) == (3, 3, True)


def test_decimals_are_compared_as_they_are_written() -> None:
    found = difference(indicator(undersökning="total"), value(0.1), value(0.3))
    assert found is not None and found.size == 0.2
    assert difference(indicator(), Measurement.model_validate({}), value(1)) is None


@pytest.mark.parametrize(
    ("said", "direction"),
    [
        ({"riktning": "öka"}, 1),
        ({"riktning": "minska"}, -1),
        ({"riktning": "behålla", "baslinje": {"värde": 1}, "målnivå": {"värde": 2}}, 0),
        ({"baslinje": {"värde": 1}, "målnivå": {"värde": 2}}, 1),
        ({"baslinje": {"värde": 2}, "målnivå": {"värde": 1}}, -1),
        ({"målnivå": {"värde": 1}}, 0),
    ],
)
def test_which_way(said: dict[str, object], direction: int) -> None:
    assert way(indicator(**said)) == direction


def test_reached() -> None:
    target = {"målnivå": {"värde": 7}}
    assert [is_reached(indicator(riktning="minska", **target), number) for number in (6, 7, 7.1)] == [True, True, False]
    assert [is_reached(indicator(riktning="öka", **target), number) for number in (6.9, 7, 8)] == [False, True, True]
    assert [is_reached(indicator(riktning="behålla", **target), number) for number in (6.9, 7, 7.1)] == [False, True, False]
    assert is_reached(indicator(**target), 7) is None, "nobody has said which way"
    assert is_reached(indicator(riktning="öka"), 7) is None


def test_against() -> None:
    falling = indicator(riktning="minska")
    assert [is_against(falling, value(24), value(number)) for number in (23, 24, 25)] == [False, False, True]
    assert not is_against(indicator(riktning="behålla"), value(24), value(25))
