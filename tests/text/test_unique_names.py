"""FreeNames that are free, and names that a folder on any machine can hold."""

import unicodedata
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.text.unique_names import FreeNames, file_names, file_slug, file_slugs, free, typed_slug


def test_the_first_free_number() -> None:
    assert free("a", ()) == "a"
    assert free("a", ("a",)) == "a-2"
    assert free("a", ("a", "a-2", "a-3")) == "a-4"
    assert free("a", ("A",)) == "a"
    assert FreeNames(("a",), first=1).free("a") == "a-1"


def test_names_given_out_are_taken_and_the_next_of_the_same_name_is_found_at_once() -> None:
    compared: list[str] = []

    def same(name: str) -> str:
        compared.append(name)
        return name

    names = FreeNames(("a-2",), same=same)
    assert [names.free("a") for _ in range(3)] == ["a", "a-3", "a-4"]
    assert [names.free(one) for one in ("a-3", "b", "a")] == ["a-3-2", "b", "a-5"]
    compared.clear()
    assert len({names.free("a") for _ in range(1000)}) == 1000
    assert len(compared) <= 5 * 1000


def test_a_file_name_is_taken_whatever_its_case_and_however_its_letters_are_put_together() -> None:
    assert file_names(("Plan",)).free("plan") == "plan-2"
    assert file_names(("plan", "PLAN-2")).free("Plan") == "Plan-3"
    assert file_names(("A\u030atga\u0308rd",)).free("åtgärd") == "åtgärd-2"
    assert file_names(("LOGO.PNG",)).free("logo", ".png") == "logo-2.png"
    assert file_names(("LOGO.SVG",)).free("logo", ".png") == "logo.png"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("bilagor/Plan 1", "bilagor-Plan-1"), ("a\u030atga\u0308rder", "åtgärder"), ("plan: ett*?", "plan-ett"), ("..", "x"), ("", "x"), ("---", "x"),
        (".gömd", "gömd"), ("slut...", "slut"), ("slut. ", "slut"), ("1.2", "1.2"), ("a..b", "a..b"), ("漢字", "漢字"), ("a\x1b\u202eb", "a-b"),
        ("con", "con_"), ("CON", "CON_"), ("nul.html", "nul_.html"), ("COM1", "COM1_"), ("lpt9.a.b", "lpt9_.a.b"), ("COM¹", "COM¹_"), ("aux ", "aux_"),
        ("conto", "conto"), ("com10", "com10"), ("com", "com"), ("a.con", "a.con"), ("nulla", "nulla"),
    ],
)  # fmt: skip
def test_a_file_name(name: str, slug: str) -> None:
    assert file_slug(name, "x") == slug


@given(st.lists(st.text(max_size=300), max_size=6))
def test_names_that_every_folder_can_hold(names: list[str]) -> None:
    slugs = file_slugs(names, "mapp")
    assert len({unicodedata.normalize("NFC", slug).casefold() for slug in slugs}) == len(names)
    for slug in slugs:
        assert slug and not set(slug) & set('<>:"/\\|?*\0') and slug.isprintable()
        assert slug[-1] not in ". " and slug[0] not in ". -"
        assert not PureWindowsPath(f"{slug}.html").is_reserved() and not PureWindowsPath(slug).is_reserved()
        assert len(f"{slug}.html".encode()) <= 255
        assert file_slug(slug, "mapp") == slug


def test_the_order_of_the_names_is_kept() -> None:
    assert file_slugs(["A", "b", "a", "a-2", "A"], "x") == ["A", "b", "a-2", "a-2-2", "A-3"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Upplands Väsby", "upplands-väsby"), ("Va\u0308sby", "väsby"), ("1 Väst", "a-1-väst"), ("", "a"), ("å" * 50, "å" * 30),
        ("Con", "con_"), ("Aux", "aux_"), ("Conny", "conny"),
    ],
)  # fmt: skip
def test_a_name_that_is_easy_to_type(name: str, slug: str) -> None:
    assert typed_slug(name) == slug
