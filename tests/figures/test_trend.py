"""The trend: honest axes, and every point with its value and its day."""

import math
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seen import extent, inside, numbers, of, texts

from samverkan_cli.printing.figures.trend import Line, axis, trend
from samverkan_cli.swedish import number
from support.counts import examples

M4 = Line(
    "M4 Färre kör fortare än 30",
    "procent",
    (date(2018, 5, 18), 52),
    (date(2020, 5, 31), 35),
    [(date(2019, 5, 17), 44), (date(2020, 5, 15), 34.5)],
)
M5 = Line(
    "M5 Färre inbrott i småhus",
    "inbrott per 1 000 småhus",
    (date(2018, 5, 31), 11.2),
    (date(2020, 11, 30), 8.5),
    [(date(2019, 11, 30), 9.8)],
)


def said(figure_texts: list[str]) -> list[str]:
    return [text.replace("\u00a0", " ") for text in figure_texts]


def test_every_point_has_value_and_day() -> None:
    figure = trend("m", "Mål", [M4, M5])
    words = said(texts(figure))
    for word in (
        "52 %",
        "44 %",
        "34,5 %",
        "35 %",
        "11,2",
        "9,8",
        "8,5",
        "inbrott per 1 000 småhus",
        "18 maj 2018",
        "31 maj 2020",
        "baslinje",
        "målnivå",
    ):
        assert word in words
    assert figure.alternative == "Diagram över 2 mål med baslinje, målnivå och uppmätta värden, från maj 2018 till november 2020."
    assert list(inside(figure)) == []


def test_the_way_to_the_target_is_dashed_and_the_measured_solid() -> None:
    figure = trend("m", "Mål", [M5])
    ring = next(each for each in of(figure, "circle") if each.get("fill") == "#ffffff")
    dashed = next(each for each in of(figure, "line") if each.get("stroke-dasharray") == "5 4")
    assert numbers(dashed, "x1", "y1") == numbers(ring, "cx", "cy")
    solid = of(figure, "path")
    assert len(solid) == 1
    assert solid[0].get("stroke-dasharray") is None
    only_plan = trend("m", "Mål", [Line("Mål", "procent", M4.baseline, M4.target, [])])
    assert of(only_plan, "path") == []


def test_higher_values_stand_higher_and_later_days_to_the_right() -> None:
    values = [3.0, 9.0, 1.0, 6.5]
    figure = trend(
        "m",
        "Mål",
        [Line("Mål", "st", None, None, [(date(2019, month, 1), value) for month, value in zip((1, 4, 7, 10), values, strict=True)])],
    )
    dots = [numbers(each, "cx", "cy") for each in of(figure, "circle")][:4]
    assert [x for x, _ in dots] == sorted(x for x, _ in dots)
    assert sorted(range(4), key=lambda at: -dots[at][1]) == sorted(range(4), key=lambda at: values[at])


def test_the_axis_is_honest() -> None:
    assert axis([9, 7, 8], True).ticks[0] == 0
    assert axis([91, 40], True).high == 100
    assert not axis([9, 7, 8], True).broken
    near = axis([953, 981, 960], False)
    assert near.broken
    assert near.low <= 953
    assert "Axeln börjar inte på noll." in texts(trend("m", "M", [Line("a", "tal", (date(2019, 1, 1), 953), (date(2020, 1, 1), 981), [])]))
    assert axis([-5, 10], False).low <= -5
    assert axis([0, 0], False).high > 0
    assert axis([7], False).low == 0


finite = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-1000, 1000).map(float)


@given(st.lists(finite, min_size=1, max_size=6), st.booleans())
def test_any_axis_holds_its_values(values: list[float], percent: bool) -> None:
    found = axis(values, percent)
    assert found.low <= min(values) + 1e-6 * (found.high / 2 - found.low / 2)
    assert found.high >= max(values) - 1e-6 * (found.high / 2 - found.low / 2)
    assert list(found.ticks) == sorted(found.ticks)
    assert 2 <= len(found.ticks) <= 8


@settings(max_examples=examples(120, 2_000), deadline=None)
@given(
    st.lists(st.tuples(st.dates(), st.floats() | st.floats(0, 100)), max_size=14),
    st.none() | st.tuples(st.dates(), finite),
    st.none() | st.tuples(st.dates(), finite),
)
def test_any_values_are_drawn_inside(
    measured: list[tuple[date, float]], baseline: tuple[date, float] | None, target: tuple[date, float] | None
) -> None:
    figure = trend("m", "Mål", [Line("Mål", "procent", baseline, target, measured), M5])
    assert list(inside(figure)) == []
    for day, value in [*measured, *([baseline] if baseline else []), *([target] if target else [])]:
        if math.isfinite(value):
            assert f"{number(value)}\u00a0%" in texts(figure)
            assert any(str(day.year) in text for text in texts(figure))


@pytest.mark.parametrize("many", [3, 12, 60, 200])
def test_values_and_dates_do_not_cover_each_other(many: int) -> None:
    measured = [(date.fromordinal(737000 + 11 * index), 50.0 + index * 37 % 41) for index in range(many)]
    figure = trend("m", "Mål", [Line("Många", "procent", None, None, measured)])
    assert list(inside(figure)) == []
    places = [extent(text) for text in of(figure, "text") if text.get("font-weight") or (text.text or "").count("\u00a0") == 2]
    for index, one in enumerate(places):
        for other in places[index + 1 :]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert across <= 0.2 or down <= 0.2


def test_a_goal_without_values_says_so() -> None:
    figure = trend("m", "Mål", [Line("Mål", "procent", None, None, [(date(2019, 1, 1), math.nan)])])
    assert "Inga värden ännu" in texts(figure)
    assert figure.alternative == "Diagram över 1 mål som ännu saknar värden."
