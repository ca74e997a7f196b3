"""Lines are those of editors and git, and what is found in a file stands on them, in code points."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan_cli.text.lines import line_and_column, line_starts, split_lines
from samverkan_cli.yaml import builder
from samverkan_cli.yaml.reader import read
from samverkan_cli.yaml.tree import Document
from support.need import missing
from support.process import DAY, run

any_text = st.text(alphabet=st.sampled_from(list("aå😀\r\n\x0b\x0c\x85\u2028\u2029\ufeff")), max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_text)
def test_a_line_ends_where_an_editor_ends_it(text: str) -> None:
    # Git and editors agree on these two; the text between them is compared without what ends it.
    assert split_lines(text) == [row.removesuffix("\r") if more else row for row, more in _rows(text)]
    assert [line_and_column(line_starts(text), index) for index in range(len(text) + 1)] == list(_places(text))


def _rows(text: str) -> list[tuple[str, bool]]:
    rows = re.split("\n", text)
    return [(row, number + 1 < len(rows)) for number, row in enumerate(rows)]


def _places(text: str):  # type: ignore[no-untyped-def]
    line = column = 0
    for sign in text:
        yield line, column
        line, column = (line + 1, 0) if sign == "\n" else (line, column + 1)
    yield line, column


@pytest.mark.process
def test_git_counts_the_same_lines(tmp_path: Path) -> None:
    text = "a\u2028b\r\nc\rd\x85e\nf\u2029g\n"
    (tmp_path / "text").write_bytes(text.encode())
    for command in (["init", "-q"], ["add", "text"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    shown = subprocess.run(["git", "grep", "-n", "-a", ""], cwd=tmp_path, check=True, capture_output=True).stdout
    assert shown.count(b"text:") == len(split_lines(text)) - 1 == 3


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With libyaml, and with the parser in Python that stands in where libyaml is missing: they count marks differently."""
    if not hasattr(yaml, request.param):
        missing("libyaml for PyYAML")
    monkeypatch.setattr(builder, "PARSER", getattr(yaml, request.param))


HEAD = "samverkan: 1\ntyp: överenskommelse\n"
ODD = {"next line": "\x85", "line separator": "\u2028", "paragraph separator": "\u2029"}
BEFORE = {
    "comment": "# å{odd}# b\n",
    "quoted": 'titel: "å{odd}b"\n',
    "single quoted": "titel: 'å{odd}b'\n",
    "block": "bakgrund: |\n  å{odd}  b\n",
    "folded": "bakgrund: >\n  å{odd}  b\n",
    "plain": "titel: å{odd}  b\n",
    "empty": "{odd}\n",
}


def _underlined(document: Document, code: str) -> list[str]:
    rows = document.text.replace("\r\n", "\n").split("\n")
    spans = [fault.span for fault in document.faults if fault.code == code]
    assert all(span.line == span.end_line for span in spans)
    return [rows[span.line - 1][span.column - 1 : span.end_column - 1] for span in spans]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("where", BEFORE)
def test_a_fault_after_what_yaml_calls_a_line(where: str, odd: str) -> None:
    before = BEFORE[where].format(odd=ODD[odd])
    document = read("a.yaml", f"{HEAD}{before}mål:\n  - {{id: M1, mål: 'åäö 😀', id: M2}}\n".encode())
    (fault,) = [one for one in document.faults if one.code == "FIL04"]
    assert fault.span.line == (HEAD + before).count("\n") + 2
    assert _underlined(document, "FIL04") == ["id"]
    (related,) = fault.related
    assert related[0].line == fault.span.line and related[0].column < fault.span.column


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("where", BEFORE)
def test_every_value_is_found_where_it_stands(where: str, odd: str) -> None:
    before = BEFORE[where].format(odd=ODD[odd])
    document = read("a.yaml", f"{HEAD}{before}till: tills vidare\nlista:\n  - {{å: ett}}\n".encode())
    rows = document.text.split("\n")
    for path, value in ((("till",), "tills vidare"), (("lista", 0, "å"), "ett"), (("typ",), "överenskommelse")):
        span = document.span(path)
        assert rows[span.line - 1][span.column - 1 : span.end_column - 1] == value


def test_two_texts_on_what_an_editor_calls_one_line() -> None:
    document = read("a.yaml", f"{HEAD}a: 1\u2028b: 2\u2028b: 3\nc: 4\nc: 5\n".encode())
    assert _underlined(document, "FIL04") == ["b", "c"]
    assert [fault.span.line for fault in document.faults if fault.code == "FIL04"] == [3, 5]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_two_ends_of_a_line_give_the_same_places(end: str) -> None:
    text = HEAD + "bakgrund: |\n  ett\n\n  två\ntitel: \"å\n  b\"\nc: 4\nc: 5\nd: >\n  å\ne: 'x\n\n  y'\ne: 1\n"
    plain = read("a.yaml", text.encode())
    document = read("a.yaml", text.replace("\n", end).encode())
    assert [fault.span for fault in document.faults] == [fault.span for fault in plain.faults]
    assert _underlined(document, "FIL04") == ["c", "e"]
    # With a separator in a comment the index counts, and a carriage return is a character of it.
    odd = read("a.yaml", ("# \u2028#\n" + text).replace("\n", end).encode())
    assert [fault.span.line - 1 for fault in odd.faults] == [fault.span.line for fault in plain.faults]
    assert _underlined(odd, "FIL04") == ["c", "e"]


def test_a_carriage_return_alone_ends_no_line() -> None:
    document = read("a.yaml", f"{HEAD}# å\r# b\nc: 4\r\nd: 1\rc: 5\n".encode())
    assert _underlined(document, "FIL04") == ["c"]
    assert [fault.span.line for fault in document.faults] == [5]


@pytest.mark.parametrize("marks", [0, 1, 2])
def test_a_byte_order_mark_moves_nothing(marks: int) -> None:
    document = read("a.yaml", ("\ufeff" * marks + "åäö: 1\nb: 2\nb: 3\n").encode())
    if marks < 2:
        assert document.span(("åäö",)).column == 6
    assert _underlined(document, "FIL04") == ["b"]


@pytest.mark.parametrize("before", ["", "# a", "# åäö", "# 😀 漢", "# å\u2028å", "\ufeff# å"])
@pytest.mark.parametrize("sign", ["\x07", "\x1b", "\x7f", "\x80", "\ufffe"])
def test_a_control_character_stands_where_it_is(before: str, sign: str) -> None:
    text = f"{before}\nåäö: 'å å {sign} å'\n"
    document = read("a.yaml", text.encode())
    (fault,) = document.faults
    assert (fault.code, fault.span.line, fault.span.column) == ("FIL02", 2, 11)
    assert str(ord(sign)) in fault.message


@pytest.mark.parametrize("odd", ODD)
def test_a_syntax_error_after_what_yaml_calls_a_line(odd: str) -> None:
    document = read("a.yaml", f"{HEAD}# å{ODD[odd]}# å\ntitel: Plan: å\n".encode())
    (fault,) = document.faults
    assert (fault.code, fault.span.line, fault.span.column) == ("FIL02", 4, 12)
    assert "kolon" in fault.message


@pytest.mark.process
def test_the_screen_shows_the_line_that_an_editor_shows(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(f"{HEAD}# å\u2028# b\ntitel: å\ntitel: ö\n", encoding="utf-8")
    shown = run("check", *DAY, "--select", "FIL04", folder=tmp_path).stdout
    assert "agreement.yaml:5:1" in shown and "5 │ titel: ö\n" in shown
