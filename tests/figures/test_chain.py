"""The chain: arrows between the right boxes, few crossings, nothing outside its box."""

import itertools
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st
from seen import SVG, extent, inside, numbers, of, solid, steps, texts, tree

from samverkan_cli.printing.figures.chain import Column, Slot, apart, arrange, chain, crossings
from samverkan_cli.printing.figures.figure import Figure
from support.counts import examples

COLUMNS = [
    Column("Problem", [("P1", "P1 Unga rånar unga"), ("P2", "P2 Unga dras in i narkotikaförsäljning")]),
    Column("Orsak", [("O1", "O1 Få vuxna"), ("O2", "O2 Det går 23 dagar"), ("O3", "O3 Nätet")]),
    Column("Åtgärd", [("Å1", "Å1 Från oro till möte"), ("Å2", "Å2 Vuxna på plats"), ("Å3", "Å3 Ingen vet varför")]),
    Column("Mål", [("M1", "M1 Färre rån"), ("M2", "M2 Färre erbjuds narkotika")]),
]
EDGES = [("P1", "O1"), ("P2", "O2"), ("P2", "O3"), ("O1", "Å2"), ("O2", "Å1"), ("Å2", "M1"), ("Å1", "M2")]


def boxes(figure: Figure) -> dict[str, tuple[float, float, float, float]]:
    """The box of each node, by the first word in it."""
    found = {}
    for group in tree(figure).iter(f"{SVG}g"):
        rect, text = group.find(f"{SVG}rect"), group.find(f"{SVG}text")
        if rect is not None and text is not None and text.text:
            x, y, width, height = numbers(rect, "x", "y", "width", "height")
            found[text.text.split()[0]] = (x, y, x + width, y + height)
    return found


def drawn_edges(figure: Figure) -> set[tuple[str, str]]:
    """Which boxes the arrows join: the way's first and last point, and which of them has the head."""
    where = boxes(figure)

    def at(x: float, y: float) -> str:
        return next(name for name, (left, top, right, bottom) in where.items() if left - 6 <= x <= right + 6 and top <= y <= bottom)

    found = set()
    for path, head in zip(of(figure, "path"), of(figure, "polygon"), strict=True):
        points = steps(path)
        tip, base = ([float(part) for part in point.split(",")] for point in head.get("points", "").split()[:2])
        near = at(tip[0], tip[1])
        ends = [at(*points[0]), at(*points[-1])]
        assert near in ends
        far = ends[0] if near == ends[1] else ends[1]
        assert base[0] != tip[0]
        found.add((far, near))
    return found


def test_arrows_join_the_right_boxes() -> None:
    figure = chain("k", "Kedjan", COLUMNS, EDGES)
    assert drawn_edges(figure) == set(EDGES)
    assert list(inside(figure)) == []
    assert figure.alternative == "Kedja i stegen problem, orsak, åtgärd och mål med 10 rutor och 7 pilar, 1 utan koppling."


def test_arrows_over_several_columns_backwards_and_within_a_column() -> None:
    more = [*EDGES, ("P1", "M1"), ("M2", "P2"), ("M1", "M2"), ("P1", "P2"), ("Å2", "O3")]
    figure = chain("k", "Kedjan", COLUMNS, more)
    assert drawn_edges(figure) == set(more)
    assert list(inside(figure)) == []


def test_a_way_past_a_column_does_not_cross_its_boxes() -> None:
    figure = chain("k", "Kedjan", COLUMNS, [*EDGES, ("P1", "M1"), ("P2", "Å3")])
    for path in of(figure, "path"):
        points = steps(path)
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            if y1 == y2 and x2 - x1 > 100:
                for left, top, right, bottom in boxes(figure).values():
                    assert x2 <= left or x1 >= right or y1 <= top or y1 >= bottom


def test_what_is_not_joined_says_so() -> None:
    figure = chain("k", "Kedjan", COLUMNS, EDGES)
    assert texts(figure).count("utan koppling") == 1
    dashed = [
        group for group in tree(figure).iter(f"{SVG}g") if (rect := group.find(f"{SVG}rect")) is not None and rect.get("stroke-dasharray")
    ]
    assert ["".join(group.itertext()) for group in dashed] == ["Å3 Ingen vet varförutan koppling"]


def test_text_stays_in_its_box_and_boxes_apart() -> None:
    long = "Samhällsbyggnadsdirektörens trygghetsvandring med centrumföreningen, bostadsbolaget och nattvandrarna"
    columns = [Column(column.title, [(id, f"{id} {long}") for id, _ in column.nodes]) for column in COLUMNS]
    figure = chain("k", "Kedjan", columns, EDGES)
    for group in tree(figure).iter(f"{SVG}g"):
        rect = group.find(f"{SVG}rect")
        assert rect is not None
        x, y, width, height = numbers(rect, "x", "y", "width", "height")
        lines = group.findall(f"{SVG}text")
        assert len([line for line in lines if line.text != "utan koppling"]) == 3
        for line in lines:
            left, top, right, bottom = extent(line)
            assert x < left
            assert right < x + width
            assert y < top
            assert bottom < y + height
        title: ElementTree.Element | None = group.find(f"{SVG}title")
        assert title is not None
        assert (title.text or "").endswith(long)
    found = sorted(boxes(figure).values())
    for one, other in itertools.pairwise(found):
        assert one[0] != other[0] or one[3] <= other[1]


def test_crossings_are_reduced() -> None:
    left, right = [Slot(f"a{n}", 0, "a") for n in range(5)], [Slot(f"b{n}", 1, "b") for n in range(5)]
    pairs = [(left[n], right[4 - n]) for n in range(5)]
    assert crossings([left, right], pairs) == 10
    assert crossings(arrange([left, right], pairs), pairs) == 0


def test_unknown_repeated_and_looping_edges_are_left_out() -> None:
    figure = chain("k", "Kedjan", COLUMNS, [*EDGES, EDGES[0], ("P1", "okänd"), ("P1", "P1")])
    assert figure.svg == chain("k", "Kedjan", COLUMNS, EDGES).svg


def test_a_repeated_id_is_still_drawn() -> None:
    figure = chain("k", "Kedjan", [Column("Problem", [("a", "Ena")]), Column("Orsak", [("a", "Andra"), ("b", "Tredje")])], [("a", "b")])
    assert "EnaAndra" in solid(figure) or {"Ena", "Andra"} <= set(texts(figure))


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(5, 60)), min_size=1, max_size=12))
def test_apart(given_: list[tuple[float, float]]) -> None:
    sizes = [size for _, size in given_]
    found = apart([at for at, _ in given_], sizes)
    assert len(found) == len(sizes)
    for index in range(len(found) - 1):
        assert found[index + 1] - found[index] >= (sizes[index] + sizes[index + 1]) / 2 - 1e-6


ids = st.integers(0, 3).flatmap(lambda column: st.integers(0, 5).map(lambda node: f"{column}.{node}"))


@settings(max_examples=examples(80, 2_000), deadline=None)
@given(st.lists(st.tuples(ids, ids), max_size=25))
def test_any_edges(edges: list[tuple[str, str]]) -> None:
    columns = [Column(f"Steg {column}", [(f"{column}.{node}", f"{column}.{node} Nod") for node in range(6)]) for column in range(4)]
    figure = chain("k", "Kedjan", columns, edges)
    assert list(inside(figure)) == []
    assert drawn_edges(figure) == {edge for edge in edges if edge[0] != edge[1]}
