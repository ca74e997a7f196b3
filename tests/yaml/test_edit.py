"""A change to a file does what was asked for and nothing else, whatever the file looks like."""

import datetime
import random
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from samverkan_cli.diagnostics import Insertion, Removal, Replacement, Span
from samverkan_cli.yaml.edit import Add, AnyChange, NotEditable, Remove, Set, apply, edits
from samverkan_cli.yaml.reader import read
from support.counts import examples

TIMES = examples(300)
HOME = Path(__file__).parents[2]

PLAN = """\
samverkan: 1   # formatet
typ: åtgärdsplan

# Åtgärderna
åtgärder:
  # Den första
  - id: Å1
    vad: Trygghetsvandring   # varje höst
    hur: |
      Rad ett
      # ingen kommentar

      Rad tre
    när: {från: 2019-01-01, till: 2019-12-31}

  # Den andra
  - id: Å2
    vad: "Samtal: i skolan"
    bidrar_till_mål: [M1, M2]
    resurser:
  - {id: Å3, vad: kort}
sist : ja
"""


def changed(text: str, *changes: AnyChange) -> str:
    return apply(text, edits("a.yaml", text, changes))


def with_ends(text: str, ends: str) -> str:
    return text.replace("\n", ends)


EDITS: list[tuple[str, AnyChange, str, str]] = [
    ("a text beside its comment", Set(("åtgärder", "Å1", "vad"), "Möte"), "vad: Trygghetsvandring   #", "vad: Möte   #"),
    ("by number", Set(("åtgärder", 0, "vad"), "Möte"), "vad: Trygghetsvandring   #", "vad: Möte   #"),
    ("a colon that stands apart", Set(("sist",), "nej"), "sist : ja", "sist : nej"),
    ("in braces", Set(("åtgärder", "Å1", "när", "till"), "2020-06-30"), "till: 2019-12-31", "till: 2020-06-30"),
    ("what must be quoted", Set(("åtgärder", "Å1", "vad"), "0126"), "vad: Trygghetsvandring ", 'vad: "0126" '),
    ("a key without a value", Set(("åtgärder", "Å2", "resurser"), "två dagar"), "    resurser:\n", "    resurser: två dagar\n"),
    (
        "several rows beside a comment", Set(("åtgärder", "Å1", "vad"), "Ett.\n\nTvå."),
        "vad: Trygghetsvandring   # varje höst\n", "vad: |  # varje höst\n      Ett.\n\n      Två.\n",
    ),
    (
        "one row where there were several", Set(("åtgärder", "Å1", "hur"), "kort"),
        "hur: |\n      Rad ett\n      # ingen kommentar\n\n      Rad tre\n", "hur: kort\n",
    ),
    ("a new key last", Set(("åtgärder", "Å1", "plats"), "torget"), "12-31}\n", "12-31}\n    plats: torget\n"),
    (
        "a new key in its order", Set(("åtgärder", "Å1", "varför"), "därför", ("id", "vad", "varför", "hur")),
        "# varje höst\n", "# varje höst\n    varför: därför\n",
    ),
    ("a new key in braces", Set(("åtgärder", "Å3", "hur"), "så"), "vad: kort}", "vad: kort, hur: så}"),
    ("what is missing above", Set(("åtgärder", "Å2", "vem", "ansvarig"), "x"), "    resurser:\n", "    resurser:\n    vem: {ansvarig: x}\n"),
    (
        "braces that become too long", Set(("åtgärder", "Å1", "när", "detalj"), "ord " * 25 + "slut"),
        "när: {från: 2019-01-01, till: 2019-12-31}",
        f"när:\n      från: 2019-01-01\n      till: 2019-12-31\n      detalj: {'ord ' * 25}slut",
    ),
    ("an item in a list on one row", Add(("åtgärder", "Å2", "bidrar_till_mål"), "M3"), "[M1, M2]", "[M1, M2, M3]"),
    ("an item in a list", Add(("åtgärder",), {"id": "Å4", "vad": "nytt"}), "vad: kort}\n", "vad: kort}\n  - {id: Å4, vad: nytt}\n"),
    ("an item in a list that is not there", Add(("åtgärder", "Å3", "taggar"), "a"), "vad: kort}", "vad: kort, taggar: [a]}"),
    (
        "an item with its own comments", Remove(("åtgärder", "Å2")),
        '  # Den andra\n  - id: Å2\n    vad: "Samtal: i skolan"\n    bidrar_till_mål: [M1, M2]\n    resurser:\n', "",
    ),
    ("the first key of an item", Remove(("åtgärder", "Å1", "id")), "  - id: Å1\n    vad:", "  - vad:"),
    ("a key with its comment", Remove(("åtgärder", "Å1", "vad")), "    vad: Trygghetsvandring   # varje höst\n", ""),
    ("a key in braces", Remove(("åtgärder", "Å1", "när", "från")), "{från: 2019-01-01, till", "{till"),
    ("the last key in braces", Remove(("åtgärder", "Å3", "vad")), "{id: Å3, vad: kort}", "{id: Å3}"),
    ("a doubled key", Removal(Span(8, 5, 8, 8)), "    vad: Trygghetsvandring   # varje höst\n", ""),
    ("over a span", Replacement(Span(2, 6, 2, 17), "dokument"), "typ: åtgärdsplan", "typ: dokument"),
    ("a block below", Insertion(("åtgärder", 1, "vem"), "vem: {ansvarig: …}"), "    resurser:\n", "    resurser:\n    vem: {ansvarig: …}\n"),
    ("a block in braces", Insertion(("åtgärder", 2, "hur"), "hur: …"), "vad: kort}", "vad: kort, hur: …}"),
    ("a block for an empty key", Insertion(("åtgärder", 1, "resurser"), "resurser:\n  dagar: 2"), "    resurser:\n", "    resurser:\n      dagar: 2\n"),
    ("a block's items", Insertion(("åtgärder",), "åtgärder:\n  - id: Å4\n    vad: …"), "vad: kort}\n", "vad: kort}\n  - id: Å4\n    vad: …\n"),
]  # fmt: skip


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("change", "before", "after"), [case[1:] for case in EDITS], ids=[case[0] for case in EDITS])
def test_the_change_and_nothing_else(change: AnyChange, before: str, after: str, ends: str) -> None:
    assert PLAN.count(before) == 1
    assert changed(with_ends(PLAN, ends), change) == with_ends(PLAN.replace(before, after), ends)


def test_what_is_left_empty_goes_too() -> None:
    text = "a: 1\nb:\n  c:\n    - d: 1\ne: 2\n"
    assert changed(text, Remove(("b", "c", 0, "d"))) == "a: 1\ne: 2\n"


def test_several_changes_of_one_text() -> None:
    text = "a: 1\nb:\n  - {id: X, c: 1}\n  - {id: Y, c: 2}\n"
    after = changed(text, Remove(("b", "X")), Set(("b", "Y", "c"), 3), Set(("a",), "ny"), Add(("b",), {"id": "Z"}))
    assert after == "a: ny\nb:\n  - {id: Y, c: 3}\n  - {id: Z}\n"


def test_keys_with_divided_letters_are_found() -> None:
    key = unicodedata.normalize("NFD", "åtgärd")
    assert changed(f"{key}: a\n", Set(("åtgärd",), "b")) == f"{key}: b\n"


def test_no_line_break_last() -> None:
    assert changed("a: |\n  text", Set(("b",), 1)) == "a: |\n  text\nb: 1"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: &x 1\nb: *x\n", Set(("a",), 2)),
        ("a: [1\n", Set(("a",), 2)),
        ("a: 1\n", Remove(("a",))),
        ("a: 1\n", Remove(("b",))),
        ("a: 1\n", Set(("a", "b"), 2)),
        ("a: 1\n", Add(("a",), 2)),
        ("a: [1,  # ett\n  2]\n", Remove(("a", 1))),
        ("a:\n  - 1  # ett\n  - 2\n", Set(("a",), "text")),
        ("a:\n  - {id: X, b: 1}\n  - {id: X, b: 2}\n", Set(("a", "X", "b"), 3)),
        ("a: {b: 1}\n", [Set(("a", "b"), 2), Remove(("a", "b"))]),
    ],
)  # fmt: skip
def test_what_cannot_be_promised_is_refused(text: str, change: Any) -> None:
    with pytest.raises(NotEditable):
        changed(text, *(change if isinstance(change, list) else [change]))


# Random changes of files that lie here, looked at with another reader.

VALUES: list[Any] = [
    "nytt", "0126", "2020-01-02", 7, 2.5, "a: b", "# nej", "rad ett\nrad två\n\n  rad tre\n- fyra", "ord " * 40 + "slut", ["a", "b, c"],
    {"a": "x", "b": ["c"]}, [{"id": "Z1", "vad": "ett"}, {"id": "Z2", "vad": "två", "hur": {"a": {"b": ["c"]}}}], {"från": "2019-01-01"},
    "- x", "|", "åäö 😀", "slut\n", "ja", "null", "\ttab", "a\u0085b\u2028c", "'", '"', "[x]", "a #b", [], {}, datetime.date(2021, 3, 4),
]  # fmt: skip


def paths(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for key, value in below for found in paths(value, (*path, key)))]


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def plain(value: Any) -> Any:
    """Without what two ways of writing the same may differ in: a date is its figures, a text has no line breaks last."""
    if isinstance(value, dict):
        return {unicodedata.normalize("NFC", str(key)): plain(below) for key, below in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.rstrip("\n") if isinstance(value, str) else value.isoformat() if isinstance(value, datetime.date) else value


def loaded(text: str) -> Any:
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def expected(data: Any, change: AnyChange) -> Any:
    """The data with the change made in it, not in its text."""
    if isinstance(change, Add):
        at(data, change.path).append(change.value)
    elif isinstance(change, Set):
        at(data, change.path[:-1])[change.path[-1]] = change.value
    elif isinstance(change, Remove):
        for length in range(len(change.path), 0, -1):
            del at(data, change.path[: length - 1])[change.path[length - 1]]
            if at(data, change.path[: length - 1]):
                break
    return data


def comments(text: str) -> Counter[str]:
    return Counter(match[0].strip() for match in re.finditer(r"(?m)(?:^|[ \t])#[^\r\n]*", text))


def sources() -> list[str]:
    files = [*sorted((HOME / "examples").rglob("*.yaml")), *sorted((HOME / "tests" / "data").rglob("*.yaml"))]
    texts = [path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff") for path in files]
    readable = []
    for text in texts:
        try:
            same = loaded(text)
        except (yaml.YAMLError, ValueError):
            continue
        if isinstance(same, dict) and read("a.yaml", text.encode()).tree is not None:
            readable.append(text)
    return readable


def drawn(chance: random.Random, data: Any) -> AnyChange:
    every = paths(data)[1:]
    value = chance.choice(VALUES)
    lists = [path for path in every if isinstance(at(data, path), list) and at(data, path)]
    mappings = [path for path in [(), *every] if isinstance(at(data, path), dict) and at(data, path)]
    kind = chance.choice(["set", "new", "remove", "add" if lists else "set"])
    if kind == "add":
        return Add(chance.choice(lists), value)
    if kind == "new":
        return Set((*chance.choice(mappings), "nyckel"), value)
    return Remove(chance.choice(every)) if kind == "remove" else Set(chance.choice(every), value)


@pytest.mark.property
def test_random_changes() -> None:
    chance = random.Random(20261126)
    texts = sources()
    assert len(texts) > 100
    refused = 0
    for number in range(TIMES):
        text = chance.choice(texts)
        if chance.random() < 0.2:
            text = with_ends(text.replace("\r\n", "\n"), "\r\n")
        if chance.random() < 0.1:
            text = text.rstrip("\r\n")
        change = drawn(chance, loaded(text))
        told = f"{number}: {change} in\n{text}"
        try:
            planned = edits("a.yaml", text, [change])
        except NotEditable:
            refused += 1
            continue
        after = apply(text, planned)
        assert plain(loaded(after)) == plain(expected(loaded(text), change)), told
        kept = Counter(row.rstrip("\r") for edit in planned for row in text[edit.start : edit.end].split("\n"))
        gone = Counter(text.replace("\r", "").split("\n")) - Counter(after.replace("\r", "").split("\n")) - kept
        assert sum(gone.values()) <= 2 * len(planned), told
        if not isinstance(change, Remove) and "#" not in str(at(loaded(text), change.path) if change.path[-1] != "nyckel" else ""):
            assert not comments(text) - comments(after), told
    assert refused < TIMES / 20
