"""What is written as YAML is read back as it was, whatever the text."""

import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.yaml.emit import block, flow, item, scalar
from samverkan_cli.yaml.reader import read
from samverkan_cli.yaml.tree import Scalar, Sequence, Tree, is_placeholder
from support.counts import examples


def plain(tree: Tree) -> Any:
    if isinstance(tree, Scalar):
        return tree.value.strip("\n") if isinstance(tree.value, str) else tree.value
    if isinstance(tree, Sequence):
        return [plain(item) for item in tree.items]
    return {key: plain(entry.value) for key, entry in tree.entries.items()}


def stripped(value: Any) -> Any:
    if isinstance(value, str):
        return value.strip("\n")
    return [stripped(item) for item in value] if isinstance(value, list) else {key: stripped(below) for key, below in value.items()}


TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20),
    st.text("a:b #-,[]{}?\"'\\|>&*!%@0.19 \nå~ntfy", min_size=1, max_size=15),
    st.sampled_from(
        ["ja", "null", "0126", "2019-01-01", "1e3", "true", "~", "- a", "a: b", "a #b", "# a", "a:", "[a]", "{a}", "2,5", "§ 12", "* a"]
    ),
)
TEXTS = TEXTS.map(lambda text: unicodedata.normalize("NFC", text)).filter(lambda text: bool(text.strip()) and not is_placeholder(text))


@settings(max_examples=examples(600), deadline=None)
@given(TEXTS, TEXTS)
def test_texts_come_back(one: str, other: str) -> None:
    values = {
        "x": one,
        "l": [other, one],
        "m": {"k": one, "n": other},
        "i": [{"p": one, "q": [other]}, {"r": {"s": {"t": other}}, "u": one}],
    }
    document = read("", ("\n".join(block(values)) + "\n").encode())
    assert document.tree is not None, document.faults
    assert plain(document.tree) == stripped(values)


def test_it_looks_as_people_write_it() -> None:
    assert flow({"nr": "3.1", "fil": "bilagor/3.1-åtgärder.yaml"}) == '{nr: "3.1", fil: bilagor/3.1-åtgärder.yaml}'
    assert flow({"från": "2019-01-01", "till": "tills vidare"}) == "{från: 2019-01-01, till: tills vidare}"
    assert flow(["ja", "nej", "klockan 13:00", "a, b"]) == '[ja, nej, klockan 13:00, "a, b"]'
    assert block({"syfte": "Ett, två [tre].\n\nFyra."}) == ["syfte: |", "  Ett, två [tre].", "", "  Fyra."]
    assert item({"id": "P1", "plats": ["torget"]}, 2) == ["  - {id: P1, plats: [torget]}"]
    assert item({"id": "P1", "plats": ["torget"]}, 2, short=False) == ["  - id: P1", "    plats: [torget]"]


def test_a_single_value_is_never_more_than_its_line() -> None:
    assert scalar("Ett\nTvå") == '"Ett\\nTvå\\n"'
    assert scalar("Ett: två") == '"Ett: två"'
    assert scalar("Ett, två") == "Ett, två"
