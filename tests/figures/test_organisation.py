"""The organisation: each group under the one it reports to."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from seen import SVG, extent, inside, numbers, of, steps, texts, tree

from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.figures.organisation import Group, organisation
from support.counts import examples

HUDDINGE = [
    Group("råd", "Lokala brottsförebyggande rådet", "strategiskt råd", "minst 4 gånger per år", None, None),
    Group("styrgrupp", "Styrgruppen", "styrgrupp", "minst 8 gånger per år", "råd", None),
    Group("beredning", "Beredningsgruppen", "beredningsgrupp", "minst 1 gång per månad", "styrgrupp", None),
    Group("arbete", "Arbetsgrupperna", "arbetsgrupp", "minst 1 gång per månad", "beredning", "fokusområde"),
]


def fronts(figure: Figure) -> dict[str, tuple[float, float, float, float]]:
    """The front box of each group, by its name in bold."""
    found = {}
    for group in tree(figure).iter(f"{SVG}g"):
        bold = " ".join(text.text or "" for text in group.iter(f"{SVG}text") if text.get("font-weight"))
        x, y, width, height = numbers(list(group.iter(f"{SVG}rect"))[-1], "x", "y", "width", "height")
        found[bold] = (x, y, x + width, y + height)
        for text in group.iter(f"{SVG}text"):
            left, top, right, bottom = extent(text)
            assert x < left
            assert right < x + width
            assert y < top
            assert bottom < y + height
    return found


def reports(figure: Figure) -> set[tuple[str, str]]:
    """Who reports to whom: where each line begins, and the box whose lower edge it ends under."""
    where = fronts(figure)
    found = set()
    for path in of(figure, "path"):
        (x1, y1), *_, (x2, y2) = steps(path)
        start = next(name for name, (left, top, right, bottom) in where.items() if left <= x1 <= right and top <= y1 <= bottom)
        over = [(bottom, name) for name, (left, _, right, bottom) in where.items() if left <= x2 <= right and bottom < y2]
        found.add((start, max(over)[1]))
    return found


def test_huddinge() -> None:
    figure = organisation("o", "Organisationen", HUDDINGE)
    assert reports(figure) == {
        ("Styrgruppen", "Lokala brottsförebyggande rådet"),
        ("Beredningsgruppen", "Styrgruppen"),
        ("Arbetsgrupperna", "Beredningsgruppen"),
    }
    assert {"Strategiskt råd", "Minst 4 gånger per år", "En per fokusområde"} <= set(texts(figure))
    assert figure.alternative == "Organisationsschema med 4 grupper på 4 nivåer och vem de rapporterar till."
    assert list(inside(figure)) == []


def test_one_in_each_is_a_stack() -> None:
    def rects(once_per: str | None) -> int:
        return len(of(organisation("o", "O", [Group("a", "A", "råd", "", None, once_per)]), "rect"))

    assert rects("kommun") == rects(None) + 2


def test_many_beside_each_other() -> None:
    groups = [
        HUDDINGE[0],
        *(
            Group(f"g{n}", f"Grupp {n}", "arbetsgrupp", "varje månad", "råd" if n < 9 else "g3", "skola" if n % 2 else None)
            for n in range(12)
        ),
    ]
    figure = organisation("o", "O", groups)
    council = "Lokala brottsförebyggande rådet"
    assert reports(figure) == {(f"Grupp {n}", council if n < 9 else "Grupp 3") for n in range(12)}
    assert list(inside(figure)) == []


def test_levels_of_a_tree() -> None:
    groups = [
        HUDDINGE[0],
        Group("a", "Ena", "", "", "råd", "kommun"),
        Group("b", "Andra", "", "", "råd", None),
        Group("c", "Tredje", "", "", "b", None),
    ]
    where = fronts(organisation("o", "O", groups))
    assert where["Ena"][1] == where["Andra"][1] > where["Lokala brottsförebyggande rådet"][3]
    assert where["Tredje"][1] > where["Andra"][3]


def test_unknown_receivers_stand_in_words() -> None:
    figure = organisation("o", "O", [Group("a", "Rådet", "råd", "", "Länsstyrelsen", None), Group("b", "Gruppen", "", "", None, None)])
    assert "Rapporterar till Länsstyrelsen" in texts(figure)
    assert of(figure, "path") == []
    where = fronts(figure)
    assert where["Rådet"][1] == where["Gruppen"][1]


def test_rings_do_not_hang() -> None:
    ring = [Group(str(n), f"Grupp {n}", "", "", str((n + 1) % 3), None) for n in range(3)]
    figure = organisation("o", "O", ring)
    assert reports(figure) == {("Grupp 1", "Grupp 2"), ("Grupp 2", "Grupp 0")}
    assert "Rapporterar till Grupp 1" in texts(figure)
    organisation("o", "O", [Group("a", "A", "", "", "a", None)])


ids = st.sampled_from("abcdefghij")


@settings(max_examples=examples(150, 2_000), deadline=timedelta(seconds=2))
@given(
    st.lists(
        st.builds(Group, ids, ids, st.just("råd"), st.just("varje år"), st.none() | ids, st.none() | st.just("kommun")),
        min_size=1,
        max_size=14,
    )
)
def test_any_organisation(groups: list[Group]) -> None:
    figure = organisation("o", "O", groups)
    assert list(inside(figure)) == []
    bold = [text.text for text in of(figure, "text") if text.get("font-weight")]
    assert sorted(bold, key=str) == sorted(group.name for group in groups)


def test_a_deep_line_of_groups() -> None:
    groups = [Group(str(n), f"Grupp {n}", "", "", str(n - 1) if n else None, None) for n in range(400)]
    assert list(inside(organisation("o", "O", groups))) == []
    bushy = [Group(str(n), f"Grupp {n}", "", "", str(n // 2) if n else None, None) for n in range(1, 400)]
    assert list(inside(organisation("o", "O", bushy))) == []
