"""The timeline: bars where their dates are, and a grid that suits the span."""

import datetime
import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seen import extent, inside, numbers, of, solid, texts

from samverkan_cli.printing.figures.svg import BLUE
from samverkan_cli.printing.figures.timeline import Bar, Scale, header, timeline
from support.counts import examples

FIRST, LAST = date(2019, 1, 1), date(2020, 12, 31)
ROWS = [
    Bar("Å1.1 Vuxna på plats vid stationen och i centrum fyra gånger i veckan", date(2019, 2, 4), date(2020, 12, 11), "fältsekreterare", "pågår"),
    Bar("Å1.2 Ljus och fri sikt i fem passager mellan stationen och centrum", date(2019, 3, 1), date(2019, 10, 31), "", "klar"),
    Bar("Skylt vid stationen", None, date(2019, 5, 31), "", "planerad"),
    Bar("Grannsamverkan", date(2020, 3, 1), None, "", "avbruten"),
]  # fmt: skip


def outlines(rows: list[Bar], first: date = FIRST, last: date = LAST) -> list[list[tuple[float, float]]]:
    """The filled shape of each row, diamonds and bars."""
    figure = timeline("t", "T", rows, first, last)
    shapes = [[tuple(map(float, point.split(","))) for point in each.get("points", "").split()] for each in of(figure, "polygon")]
    return shapes[1::2]  # type: ignore[return-value]


def test_all_is_said() -> None:
    figure = timeline("t", "T", ROWS, FIRST, LAST)
    for row in ROWS:
        assert row.label.replace(" ", "") in solid(figure)
        assert row.status in texts(figure)
    said = [text.replace("\u00a0", " ") for text in texts(figure)]
    assert {"4 feb 2019 – 11 dec 2020", "senast 31 maj 2019", "från 1 mars 2020", "2019", "2020", "kv. 1"} <= set(said)
    assert figure.alternative == "Tidslinje över 4 åtgärder från januari 2019 till december 2020."
    assert list(inside(figure)) == []


def test_bars_lie_where_their_dates_are() -> None:
    whole = outlines([Bar("a", FIRST, LAST)])[0]
    left, right = min(x for x, _ in whole), max(x for x, _ in whole)
    half = outlines([Bar("a", date(2020, 1, 1), LAST)])[0]
    assert min(x for x, _ in half) == pytest.approx(left + (right - left) * 365 / 731, abs=0.2)
    assert max(x for x, _ in half) == pytest.approx(right)
    diamond = outlines([Bar("a", None, date(2020, 1, 1))])[0]
    assert len(diamond) == 4
    assert (min(x for x, _ in diamond) + max(x for x, _ in diamond)) / 2 == pytest.approx(left + (right - left) * 365.5 / 731, abs=0.2)


def test_open_and_continued_ends_look_different() -> None:
    def slabs(row: Bar) -> int:
        return sum(rect.get("fill") == BLUE for rect in of(timeline("t", "T", [row], FIRST, LAST), "rect"))

    assert slabs(Bar("a", FIRST, LAST)) == 0
    assert slabs(Bar("a", FIRST, None)) == 2
    assert slabs(Bar("a", None, None)) == 4
    assert len(outlines([Bar("a", FIRST, date(2022, 1, 1))])[0]) == 5
    assert len(outlines([Bar("a", FIRST, LAST)])[0]) == 4


def test_each_status_has_its_own_look() -> None:
    def look(status: str) -> tuple[str, ...]:
        figure = timeline("t", "T", [Bar("a", FIRST, LAST, "", status)], FIRST, LAST)
        return (of(figure, "polygon")[1].get("fill", ""), *(line.get("stroke-dasharray", "") for line in of(figure, "path")))

    looks = [look(status) for status in ("planerad", "pågår", "klar", "avbruten", "")]
    assert len(set(looks)) == 5


@pytest.mark.parametrize(
    ("first", "last", "upper", "lower"),
    [
        (date(2019, 1, 21), date(2019, 1, 31), "januari 2019", "21"),
        (date(2019, 1, 21), date(2019, 3, 20), "februari 2019", "v. 4"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019", "mars"),
        (date(2019, 1, 1), date(2021, 12, 31), "2020", "kv. 3"),
        (date(2019, 1, 1), date(2024, 12, 31), None, "2022"),
        (date(1, 1, 1), date(9999, 12, 31), None, "5000"),
    ],
)
def test_the_grid_suits_the_span(first: date, last: date, upper: str | None, lower: str) -> None:
    over, under, _ = header(first, last, 448)
    assert lower in [word for cell in under for word in cell.words]
    assert upper is None if not over else upper in [word for cell in over for word in cell.words]
    said = texts(timeline("t", "T", [Bar("a", first, last)], first, last))
    assert lower in said
    assert upper is None or upper in said


def test_header_words_do_not_meet() -> None:
    for days in (1, 5, 20, 60, 100, 200, 366, 500, 800, 1100, 1500, 2200, 5000):
        figure = timeline("t", "T", [Bar("", None, None)], FIRST, FIRST + datetime.timedelta(days=days))
        rows: dict[str, list[tuple[float, float]]] = {}
        for text in of(figure, "text"):
            left, _, right, _ = extent(text)
            rows.setdefault(text.get("y", ""), []).append((left, right))
        for places in rows.values():
            assert all(one[1] <= other[0] for one, other in zip(sorted(places), sorted(places)[1:], strict=False))


@given(st.integers(1, 3_000_000), st.integers(1, 3000), st.integers(), st.integers())
def test_time_goes_one_way(first: int, span: int, one: int, other: int) -> None:
    scale = Scale(first, first + span, 200, 676)
    assert 200 <= scale.at(one) <= 676
    assert (scale.at(one) <= scale.at(other)) or one > other


days = st.none() | st.dates()


@settings(max_examples=examples(150, 2_000), deadline=None)
@given(
    st.lists(st.builds(Bar, st.just("Åtgärd"), days, days, st.just(""), st.sampled_from(["", "klar", "pågår"])), min_size=1, max_size=4),
    st.dates(),
    st.dates(),
)
def test_any_dates_stay_in_the_grid(rows: list[Bar], first: date, last: date) -> None:
    figure = timeline("t", "T", rows, first, last)
    assert list(inside(figure)) == []
    right = 680 - 4 - (66 + 12 if any(row.status for row in rows) else 0)
    for shape in of(figure, "polygon"):
        for point in shape.get("points", "").split():
            assert 224 - 0.1 <= float(point.split(",")[0]) <= right + 0.1
    for text in of(figure, "text"):
        if "\u00a0" in (text.text or ""):
            assert extent(text)[0] >= 224 - 0.1
            assert extent(text)[2] <= right + 0.1


def test_label_and_bar_stand_in_the_same_row() -> None:
    figure = timeline("t", "T", ROWS, FIRST, LAST)
    edges = [numbers(line, "y1")[0] for line in of(figure, "line") if line.get("x1") == "4"]
    assert edges == sorted(edges)
    assert len(edges) == len(ROWS) + 1
    bars = outlines(ROWS)
    for shape, (top, bottom) in zip(bars, itertools.pairwise(edges), strict=True):
        assert all(top < y < bottom for _, y in shape)
