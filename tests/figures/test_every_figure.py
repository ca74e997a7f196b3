"""What holds for every figure, whatever the words in it are."""

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seen import SVG, inside, letters, of, solid, texts, tree

from samverkan_cli.printing.figures.chain import Column, chain
from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.figures.organisation import Group, organisation
from samverkan_cli.printing.figures.svg import clean, identifier
from samverkan_cli.printing.figures.timeline import Bar, timeline
from samverkan_cli.printing.figures.trend import Line, trend
from support.counts import examples

DAY = datetime.date(2019, 2, 4)
LATER = datetime.date(2020, 12, 11)

HOSTILE = [
    "<script>alert(1)</script>",
    "]]> <!-- & &amp; \"'",
    "noll\x00 klocka\x07 flykt\x1b tabb\t rad\n",
    "x" * 300,
    "👩‍👩‍👧‍👦 🇸🇪 ✅",
    "\u202evänt\u202c \u200fhöger \u2066isolerat",
    "a" + "\u0301" * 200,
    "\ud800 ensam halva",
    "\ufffe\uffff",
    "漢字" * 60,
    "rättssäkerhetsfrågor\u00adna " * 12,
    "",
    "   ",
]


def drawn(word: str, name: str = "prov") -> list[Figure]:
    """Every kind of figure with the word in every place that takes words."""
    return [
        timeline(name, word, [Bar(word, DAY, LATER, word, word), Bar(word, None, LATER, word, "klar")], DAY, LATER),
        trend(name, word, [Line(word, word, (DAY, 9.0), (LATER, 7.0), [(DAY, 8.5)]), Line(word, word, None, None, [])]),
        chain(name, word, [Column(word, [("a", word), (word, word)]), Column(word, [("b", word)])], [("a", "b"), (word, "b")]),
        organisation(
            name,
            word,
            [Group("a", word, word, word, None, word), Group(word, word, word, word, word, word), Group("c", word, word, word, "a", None)],
        ),
    ]


@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_words(word: str) -> None:
    for figure in drawn(word, word):
        assert list(inside(figure)) == []
        assert tree(figure).tag == f"{SVG}svg"
        assert figure.svg.encode("utf-8")


any_text = (
    st.text(max_size=60) | st.text(alphabet=st.characters(min_codepoint=1, max_codepoint=0x2FF), max_size=200) | st.sampled_from(HOSTILE)
)


@settings(max_examples=examples(150, 2_000), deadline=None)
@given(any_text)
def test_any_words(word: str) -> None:
    for figure in drawn(word, word):
        assert list(inside(figure)) == []
        ids = [element.get("id") for element in tree(figure).iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_.-]*", id or "") for id in ids)


@settings(max_examples=examples(80, 2_000), deadline=None)
@given(st.text(alphabet="abcdefåäöÅÄÖ <>&\"'.,:–", min_size=1, max_size=120))
def test_every_word_is_there(word: str) -> None:
    for figure in drawn(word):
        if figure.svg.count("…"):
            assert clean(word) in [title.text for title in of(figure, "title")]
        else:
            assert letters(clean(word)) in solid(figure)


@given(st.text(max_size=12), st.text(max_size=12))
def test_names_do_not_meet(one: str, other: str) -> None:
    assert (identifier(one) == identifier(other)) == (one == other)


def test_nothing_but_plain_svg() -> None:
    allowed = {"svg", "title", "desc", "rect", "line", "path", "polygon", "circle", "text", "g", "defs", "pattern"}
    for figure in drawn("Å1.1 Vuxna på plats"):
        root = tree(figure)
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed
        assert not {name for element in root.iter() for name in element.attrib} & {"style", "class", "href", "onload"}
        assert figure.width == 680
        assert (root.get("width"), root.get("height")) == (str(figure.width), str(figure.height))
        assert root.get("viewBox") == f"0 0 {figure.width} {figure.height}"
        assert (root.get("role"), root.get("lang")) == ("img", "sv")
        named = [element for element in root if element.get("id") in (root.get("aria-labelledby") or "").split()]
        assert [element.tag.removeprefix(SVG) for element in named] == ["title", "desc"]
        assert named[1].text == figure.alternative


def test_text_is_large_enough() -> None:
    for figure in drawn("Å1.1 Vuxna på plats"):
        assert min(float(text.get("font-size", "0")) for text in of(figure, "text")) >= 11


def test_same_input_same_bytes() -> None:
    assert [figure.svg for figure in drawn("Löfte")] == [figure.svg for figure in drawn("Löfte")]
    for figure in drawn("Löfte"):
        assert not re.search(r'(?:x|y|x1|x2|y1|y2|width|height|cx|cy|points|d)="[^"]*\d\.\d\d', figure.svg)


def test_nothing_to_show_says_so() -> None:
    for figure in (
        timeline("a", "b", [], DAY, LATER),
        trend("a", "b", []),
        chain("a", "b", [Column("Problem", [])], []),
        organisation("a", "b", []),
    ):
        assert figure.height <= 60
        assert "Det finns ing" in " ".join(texts(figure))
        assert list(inside(figure)) == []
