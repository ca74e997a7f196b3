"""Unsafe characters: gone from every output, with the letters beside them still there."""

import dataclasses
import datetime
import io
import json
import sys
import unicodedata
import xml.etree.ElementTree as Xml
from pathlib import Path

import pytest

from samverkan_cli.checking.page import rule_report
from samverkan_cli.checking.report import Cited, DossierReport, PointReport, Report, Verdict
from samverkan_cli.checking.rule import rules
from samverkan_cli.diagnostics import Diagnostic, Level, Related, Span, Suppression
from samverkan_cli.printing.figures.chain import Column, chain
from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.figures.organisation import Group, organisation
from samverkan_cli.printing.figures.timeline import Bar, timeline
from samverkan_cli.printing.figures.trend import Line, trend
from samverkan_cli.reporters import FORMATS, writer
from samverkan_cli.text.sanitize import escape_in_json, one_line, several_lines
from support.process import run
from support.unsafe import ALL, BESIDE, BESIDES, HARMLESS, UNSAFE, left_in

DAY = datetime.date(2019, 6, 1)


@pytest.mark.parametrize("name", UNSAFE)
def test_an_unsafe_character_is_made_visible(name: str) -> None:
    for function in (one_line, several_lines):
        assert function(f"å{chr(UNSAFE[name])}ö") == "å\ufffdö"


@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_beside_an_unsafe_row_is_left(name: str) -> None:
    for function in (one_line, several_lines):
        assert function(f"å{chr(BESIDE[name])}ö") == f"å{chr(BESIDE[name])}ö"


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_left(text: str) -> None:
    assert one_line(text) == several_lines(text) == text


def test_every_control_and_every_mark_of_direction_is_taken() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    taken = several_lines(every)
    assert len(taken) == len(every)
    controls = [sign for sign in every if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")]
    turning = [sign for sign in every if unicodedata.bidirectional(sign) in ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI")]
    no_characters = [chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)]
    assert len(controls) > 2000 and len(turning) == 9
    assert [sign for sign in (*controls, *turning, *no_characters) if taken[ord(sign)] == sign] == ["\t", "\n"]


def test_one_line_is_one_line_of_the_same_length() -> None:
    text = "a\tb\nc\r\nd\re\u2028f"
    assert one_line(text) == "a b\ufffdc\ufffd\ufffdd\ufffde\ufffdf"
    assert len(one_line(text)) == len(text)


def test_several_lines_keep_their_lines() -> None:
    assert several_lines("a\tb\nc\r\nd\re\x0bf") == "a\tb\nc\nd\ufffde\ufffdf"


def test_json_keeps_what_it_says() -> None:
    data = {"a\u202e": ["\x1b[31m", "å\u2028", "\U0001fffe", "\ud800", "rad\nrad\t", "\\u202e", "\x85\u061c😀"]}
    text = escape_in_json(json.dumps(data, ensure_ascii=False, indent=1))
    assert left_in(text) == [] and "å" in text and "😀" in text
    assert json.loads(text) == data


# --- The reports ---


RULES = {code: rule_report(rules()[code]) for code in ("SK09", "SK10")}


def _report() -> Report:
    file, span = f"{ALL}.yaml", Span(1, 1, 1, 9)
    found = Diagnostic(
        "SK09", "koppling-orsak-åtgärd", Level.ERROR, ALL, ALL, file, span, help=ALL, suggestion=f"{ALL}\n  {ALL}", label=ALL, why=ALL,
        id=ALL, fingerprint="0" * 16, related=(Related(file, span, ALL),), progress=ALL,
    )  # fmt: skip
    exempt = dataclasses.replace(found, suppressed=Suppression("undantag", ALL, ALL, ALL))
    known = dataclasses.replace(found, suppressed=Suppression("baseline", ALL))
    point = PointReport("SK09", "koppling-orsak-åtgärd", "skåne-17", 4, Verdict.PARTLY, ("SK09",), (Cited(file, span, ALL),), (ALL,), ALL)
    unknown = dataclasses.replace(point, code="SK10", verdict=Verdict.NOT_APPLICABLE)
    dossier = DossierReport(ALL, file, ALL, 4, DAY, (file,), (ALL,), (ALL,), (point, unknown), ((ALL, 2),))
    return Report(DAY, (dossier,), (found, exempt, known), {file: {1: ALL}}, RULES)


def written(name: str) -> str:
    out = io.StringIO()
    writer(name)(_report(), out)
    return out.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_no_report_holds_an_unsafe_character(name: str) -> None:
    text = written(name)
    assert left_in(text) == []
    assert [mark for mark in BESIDES if mark not in text] == []
    assert text.encode("utf-8")


def test_json_for_programs_says_exactly_what_the_report_does() -> None:
    assert json.loads(written("json"))["diagnostics"][0]["message"] == ALL


def test_the_junit_report_is_read_by_an_xml_parser() -> None:
    assert Xml.fromstring(written("junit")).tag == "testsuites"


# --- The pictures ---


def _drawn(word: str) -> list[Figure]:
    later = datetime.date(2020, 12, 11)
    return [
        timeline("prov", word, [Bar(word, DAY, later, word, word), Bar(word, None, later, word, "klar")], DAY, later),
        trend("prov", word, [Line(word, word, (DAY, 9.0), (later, 7.0), [(DAY, 8.5)]), Line(word, word, None, None, [])]),
        chain("prov", word, [Column(word, [("a", word)]), Column(word, [("b", word)])], [("a", "b")]),
        organisation("prov", word, [Group("a", word, word, word, None, word), Group(word, word, word, word, word, word)]),
    ]


@pytest.mark.parametrize("name", UNSAFE)
def test_no_picture_holds_an_unsafe_character(name: str) -> None:
    for figure in _drawn(f"vä{chr(UNSAFE[name])}hö"):
        assert left_in(figure.svg + figure.alternative) == []
        assert "vä\ufffdhö" in figure.svg


# --- The commands ---


@pytest.mark.process
def test_an_error_on_the_screen_is_safe(tmp_path: Path) -> None:
    written = "".join(f"v\\U{code:08x}h" for code in UNSAFE.values() if not 0xD800 <= code <= 0xDFFF)
    (tmp_path / "samverkan.yaml").write_text(f'samverkan: 1\ntyp: inställningar\n"{written}": 1\n', encoding="utf-8")
    (tmp_path / "agreement.yaml").write_text("samverkan: 1\ntyp: överenskommelse\n", encoding="utf-8")
    done = run("check", folder=tmp_path)
    assert done.returncode == 2
    assert left_in(done.stdout + done.stderr) == [] and "v\ufffdh" * 30 in done.stderr


@pytest.mark.process
def test_a_wrong_call_with_an_escape_is_safe(tmp_path: Path) -> None:
    for call in (["\x1b[31mrött"], ["check", "--\x1b[31mrött"], ["check", "väg\u202e\x1bhö"]):
        done = run(*call, folder=tmp_path)
        assert done.returncode == 2 and ("rött" in done.stderr or "hö" in done.stderr)
        assert left_in(done.stdout + done.stderr) == []


@pytest.mark.process
def test_trace_and_fix_show_no_unsafe_character(tmp_path: Path) -> None:
    written = "".join(f"v\\U{code:08x}h" for code in UNSAFE.values() if not 0xD800 <= code <= 0xDFFF and chr(code).isprintable() is False)
    (tmp_path / "agreement.yaml").write_text(
        f'samverkan: 1\ntyp: överenskommelse\ntitel: Prov\nproblem:\n  - {{id: P1, problem: "{written}"}}\n', encoding="utf-8"
    )
    for form in ("text", "markdown", "json"):
        done = run("trace", "--format", form, folder=tmp_path)
        assert done.returncode == 0, done.stderr
        assert left_in(done.stdout) == [] and "P1" in done.stdout
    (tmp_path / "agreement.yaml").write_text("samverkan: 1\ntyp: överenskommelse\ntittel: v\u202eh\u061ch\n", encoding="utf-8")
    done = run("fix", "--diff", folder=tmp_path)
    assert "-tittel: v\ufffdh\ufffdh" in done.stdout and left_in(done.stdout) == []
