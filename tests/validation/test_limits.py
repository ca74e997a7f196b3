"""Files that nobody has written by hand: too large, too deep, full of odd signs. Said in a moment, and the rest is judged."""

import time
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.checking.report import Verdict
from samverkan_cli.diagnostics import Span
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import MAX_BYTES, read
from support.counts import examples
from support.packages import copy, judge, point

DATA = Path(__file__).parents[1] / "data"
HEAD = "samverkan: 1\ntyp: åtgärdsplan\n"

BOMBS = {
    "too large": ("FIL14", HEAD + "inledning: " + "a" * (MAX_BYTES + 1)),
    "too many values": ("FIL14", HEAD + "slutsatser:\n" + "- a\n" * 60_000),
    "brackets": ("FIL14", HEAD + "slutsatser: " + "[" * 100_000),
    "closed brackets": ("FIL14", HEAD + "slutsatser: " + "[" * 100_000 + "]" * 100_000),
    "braces": ("FIL14", HEAD + "slutsatser: " + "{a: " * 50_000),
    "deep list": ("FIL14", HEAD + "slutsatser:\n" + "".join("  " * depth + "-\n" for depth in range(400))),
    "aliases": ("FIL03", HEAD + "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))),
    "merges": ("FIL03", HEAD + "a: &a {x: 1}\n" + "".join(f"k{n}: &k{n}\n  <<: *a\n" for n in range(500))),
    "own alias": ("FIL03", HEAD + "slutsatser: &a [*a]\n"),
    "long number": ("FIL06", HEAD + "datum: " + "9" * 50_000),
    "long key": ("FIL02", HEAD + "å" * 50_000 + ": x\n"),
    "many unknown keys": ("FIL05", HEAD + "".join(f"nyckel{n}: x\n" for n in range(300))),
    "only spaces": ("FIL06", " " * 100_000),
    "one bracket": ("FIL02", "samverkan: 1\n["),
    "null bytes": ("FIL02", HEAD + "\0" * 1000),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_said_in_a_moment(name: str, tmp_path: Path) -> None:
    code, text = BOMBS[name]
    folder = copy(DATA / "hel", tmp_path)
    (folder / "bilagor" / "plan.yaml").write_text(text, encoding="utf-8")
    start = time.perf_counter()
    report = judge(folder)
    assert time.perf_counter() - start < 5
    assert code in {found.code for found in report.diagnostics if found.file == "bilagor/plan.yaml"}
    assert point(report, "SK17").verdict is Verdict.MET
    if code != "FIL05":
        assert {found.code for found in report.diagnostics if found.file != "bilagor/plan.yaml"} <= {"SK08", "SH09"}


DEEP = {
    "brackets": lambda depth: "[" * depth + "]" * depth,
    "open brackets": lambda depth: "[" * depth,
    "braces": lambda depth: "{a: " * depth + "}" * depth,
    "open braces": lambda depth: "{a: " * depth,
    "dashes on one line": lambda depth: "\n" + "- " * depth + "a",
    "indented keys": lambda depth: "\n" + "".join(" " * (n + 1) + "k:\n" for n in range(depth)),
}  # fmt: skip
"""What may be deep, by the number of levels below a key."""


@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("shape", DEEP)
def test_how_deep_is_our_limit_and_no_parsers(shape: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to 24 levels with the key's own; from there on said in the same words and at the same place, also where a parser gives up first."""
    monkeypatch.setattr("samverkan_cli.yaml.builder.PARSER", getattr(yaml, parser))

    def found(depth: int) -> list[tuple[str, str, Span]]:
        faults = read("prov.yaml", f"{HEAD}slutsatser: {DEEP[shape](depth)}".encode()).faults
        return [(fault.code, fault.message, fault.span) for fault in faults]

    assert "FIL14" not in [code for code, *_ in found(23)]
    (first,) = found(24)
    assert first[0] == "FIL14"
    for depth in (25, 100, 998, 1000, 1002, 1100):
        assert found(depth) == [first]


@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("count", [2, 24, 25, 900, 1000, 1100])
def test_what_is_wrong_before_it_is_too_deep_is_what_is_said(count: int, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Braces within braces are wrong at the second one already, however many there are."""
    monkeypatch.setattr("samverkan_cli.yaml.builder.PARSER", getattr(yaml, parser))
    faults = read("prov.yaml", f"{HEAD}slutsatser: {'{' * count}".encode()).faults
    assert [(fault.code, fault.span.line, fault.span.column) for fault in faults] == [("FIL02", 3, 14)]


@settings(max_examples=examples(300), deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_stop_the_reading(raw: bytes) -> None:
    document = read("prov.yaml", HEAD.encode() + raw)
    build(document)
    assert document.tree is not None or document.faults


@settings(max_examples=examples(300), deadline=None)
@given(st.text(alphabet=st.sampled_from(list(":-[]{},&*!|>'\"%@`#?~ \t\n\\abÅö1.<=\x85\u2028\ufeff\u030a")), max_size=80))
def test_no_signs_stop_the_reading(text: str) -> None:
    model, document = build(read("prov.yaml", (HEAD + text).encode()))
    assert model is not None or document.faults
    rows = text.count("\n") + 60
    for fault in document.faults:
        assert 1 <= fault.span.line <= rows
        assert fault.span.column >= 1
        assert fault.message and fault.help


def test_a_link_does_not_leave_the_boundary(tmp_path: Path) -> None:
    secret = tmp_path / "hemlig.yaml"
    secret.write_text("samverkan: 1\ntyp: dokument\ntitel: Hemlig\nfärg: röd\n", encoding="utf-8")
    inside = tmp_path / "förvar"
    folder = copy(DATA / "hel", inside)
    (folder / "länk.yaml").symlink_to(secret)
    assert judge(folder).diagnostics == (), "what no agreement lists, and lies outside, is not even read"
    agreement = folder / "agreement.yaml"
    agreement.write_text(agreement.read_text(encoding="utf-8") + '  - {nr: "2", fil: länk.yaml}\n', encoding="utf-8")
    report = judge(folder)
    assert [found.code for found in report.diagnostics] == ["FIL09"]
    assert "länk.yaml" not in report.dossiers[0].files


def test_a_folder_that_leads_back_is_not_followed(tmp_path: Path) -> None:
    folder = copy(DATA / "hel", tmp_path)
    (folder / "bilagor" / "runt").symlink_to(folder)
    assert judge(folder).diagnostics == ()


def test_hidden_folders_are_skipped(tmp_path: Path) -> None:
    folder = copy(DATA / "hel", tmp_path)
    (folder / ".gammalt").mkdir()
    (folder / ".gammalt" / "plan.yaml").write_text("samverkan: 1\ntyp: dokument\nfärg: blå\n", encoding="utf-8")
    assert judge(folder).diagnostics == ()


def test_an_unreadable_file_is_said(tmp_path: Path) -> None:
    folder = copy(DATA / "hel", tmp_path)
    plan = folder / "bilagor" / "plan.yaml"
    plan.chmod(0)
    try:
        if not _readable(plan):
            assert [found.code for found in judge(folder).diagnostics] == ["FIL08"]
    finally:
        plan.chmod(0o644)


def _readable(file: Path) -> bool:
    try:
        file.read_bytes()
    except PermissionError:
        return False
    return True


def test_composed_and_decomposed_are_the_same(tmp_path: Path) -> None:
    """The whole package in decomposed letters: only the keys are said, once a file; every reference still leads somewhere."""
    folder = copy(DATA / "hel", tmp_path)
    for file in folder.rglob("*.yaml"):
        file.write_bytes(unicodedata.normalize("NFD", file.read_text(encoding="utf-8")).encode("utf-8"))
    report = judge(folder)
    assert sorted((found.code, found.file) for found in report.diagnostics) == [("FIL05", "agreement.yaml"), ("FIL05", "bilagor/plan.yaml")]
    assert {found.verdict for found in report.dossiers[0].points if found.pack == "skåne-17"} == {Verdict.MET, Verdict.DECLINED}
