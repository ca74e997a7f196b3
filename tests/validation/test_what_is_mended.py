"""What ``fix`` makes of a file, in memory: in which order, with what left alone, and nothing the second time."""

import pytest

from samverkan_cli.validation.fixes import fixed
from samverkan_cli.yaml.reader import MAX_BYTES

HEAD = "samverkan: 1\ntyp: åtgärdsplan\n"


def _mended(text: str, *, unsafe: bool) -> tuple[str, list[tuple[str, int]]]:
    after, done = fixed("a.yaml", text.encode(), unsafe=unsafe)
    assert fixed("a.yaml", after, unsafe=unsafe) == (after, []), "a second time there is nothing to do"
    return after.decode(), [(one.fault.code, one.fault.span.line) for one in done]


@pytest.mark.parametrize(
    ("text", "safe", "unsafe"),
    [
        ("titel: A\n", "titel: A\n", "titel: A\n"),
        ("atgarder: [{id: Å1, hurr: X}]\n", "åtgärder: [{id: Å1, hur: X}]\n", "åtgärder: [{id: Å1, hur: X}]\n"),
        ("mål: [{id: M1, typ: efekt}]\n", "mål: [{id: M1, typ: efekt}]\n", "mål: [{id: M1, typ: effekt}]\n"),
        ("titel: A\ntitel: A\n", "titel: A\n", "titel: A\n"),
        ("titel: A\ntitel: B\n", "titel: A\ntitel: B\n", "titel: A\n"),
        ("titel: 2019\n", 'titel: "2019"\n', 'titel: "2019"\n'),
        ("ägare: råd\n", "ägare: råd\n", "ägare: råd\n"),
    ],
)
def test_what_is_clear_is_mended_and_the_rest_when_asked(text: str, safe: str, unsafe: str) -> None:
    assert _mended(HEAD + text, unsafe=False)[0] == HEAD + safe
    assert _mended(HEAD + text, unsafe=True)[0] == HEAD + unsafe


def test_what_is_done_is_told_in_the_order_of_the_file() -> None:
    text = HEAD + "åtgärder:\n  - {id: Å1, hurr: X}\n  - {vadd: Y, hurr: Z}\ntitel: 2019\n"
    after, done = _mended(text, unsafe=False)
    assert after == HEAD + 'åtgärder:\n  - {id: Å1, hur: X}\n  - {vad: Y, hur: Z}\ntitel: "2019"\n'
    assert done == [("FIL05", 4), ("FIL05", 5), ("FIL05", 5), ("FIL06", 6)]


@pytest.mark.parametrize("rows", [1, 2, 5])
@pytest.mark.parametrize("first", [True, False])
def test_one_that_cannot_be_mended_stops_no_other(rows: int, first: bool) -> None:
    stuck = "period: {från: 2019-01-01,  # varför\n  från: 2019-01-01}\n"
    wrong = "åtgärder:\n" + "".join(f"  - {{id: A{number}, vadd: x}}\n" for number in range(rows))
    text = HEAD + (stuck + wrong if first else wrong + stuck)
    after, done = _mended(text, unsafe=True)
    assert after == text.replace("vadd", "vad")
    assert [code for code, _ in done] == ["FIL05"] * rows


def test_the_encoding_is_one_of_the_faults_and_the_mark_stays() -> None:
    after, done = fixed("a.yaml", (HEAD + "titel: Å\n").encode("cp1252"), unsafe=False)
    assert after.decode("utf-8") == HEAD + "titel: Å\n" and [one.fault.code for one in done] == ["FIL01"]
    mark = "\ufeff".encode()
    assert fixed("a.yaml", mark + (HEAD + "atgarder: []\n").encode(), unsafe=False)[0] == mark + (HEAD + "åtgärder: []\n").encode()
    untouched = mark + (HEAD + "titel: A\n").encode()
    assert fixed("a.yaml", untouched, unsafe=True) == (untouched, [])


def test_a_file_that_is_too_large_is_left() -> None:
    raw = b"#" * (MAX_BYTES + 1)
    assert fixed("a.yaml", raw, unsafe=True) == (raw, [])
