"""Numbers, dates and the alphabet, as Swedes write them, and the same everywhere."""

import datetime
import random
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.printing.figures.trend import Line, trend
from samverkan_cli.swedish import alphabetical, dates_in_words, month_year, number, short_date
from samverkan_cli.yaml.reader import read
from samverkan_cli.yaml.tree import Scalar, find
from support.process import run

WRITTEN = (
    (0.1 + 0.2, "0,3"), (1234567.5, "1 234 567,5"), (12.345, "12,345"), (1e15, "1 · 10¹⁵"), (-0.0, "0"), (2.5, "2,5"), (7, "7"), (7.0, "7"),
    (0, "0"), (-3, "−3"), (-1234.5, "−1 234,5"), (999, "999"), (1000, "1 000"), (999_999_999_999_999, "999 999 999 999 999"),
    (10**15, "1 · 10¹⁵"), (-(10**18), "−1 · 10¹⁸"), (1.5e300, "1,5 · 10³⁰⁰"), (0.000001, "0,000001"), (0.0000001, "1 · 10⁻⁷"), (0.1, "0,1"),
    (1.005, "1,005"), (33.333, "33,333"), (1234567.891, "1 234 567,891"), (0.0004, "0,0004"), (2e15, "2 · 10¹⁵"), (-1.5e-7, "−1,5 · 10⁻⁷"), (100_000_000_000_000.5, "100 000 000 000 000"), (0.07 * 100, "7"),
)  # fmt: skip


@pytest.mark.parametrize(("value", "written"), WRITTEN)
def test_a_number(value: float, written: str) -> None:
    assert number(value).replace("\u00a0", " ") == written
    assert " " not in number(value)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=5))
def test_what_was_written_is_what_is_printed(value: Decimal) -> None:
    back = number(float(value)).replace("\u00a0", "").replace("\u2212", "-").replace(",", ".")
    if abs(value) >= Decimal("0.000001") or not value:
        assert Decimal(back) == value


AGREEMENT = """\
samverkan: 1
typ: överenskommelse
titel: Prov
mål:
  - id: M1
    lydelse: Färre
    indikator:
      riktning: minska
      enhet: st
      baslinje:
        värde: {value}
        datum: 2018-12-31
      målnivå:
        värde: {value}
        datum: 2019-12-31
bilagor:
  - {{nr: "1", titel: Läget, fil: lage.yaml}}
"""
REPORT = """\
samverkan: 1
typ: uppföljning
datum: 2019-05-01
mätvärden:
  - {{mål: M1, värde: {value}, datum: 2019-04-30}}
"""


@pytest.mark.process
@pytest.mark.parametrize(
    ("value", "written"), [(12.345, "12,345"), (1234567.5, "1 234 567,5"), (2.5, "2,5"), (7, "7"), (0.30000000000000004, "0,3")]
)
def test_a_value_is_written_alike_in_chain_table_figure_and_message(tmp_path: Path, value: float, written: str) -> None:
    (tmp_path / "agreement.yaml").write_text(AGREEMENT.format(value=value), encoding="utf-8")
    (tmp_path / "lage.yaml").write_text(REPORT.format(value=value), encoding="utf-8")
    message = run("check", "--today", "2019-06-01", "--select", "KED06", "--format", "short", folder=tmp_path).stdout
    assert f"från {written} till {written}" in message.replace("\u00a0", " ")
    chain = run("trace", "--today", "2019-06-01", folder=tmp_path).stdout.replace("\u00a0", " ")
    assert f"utfall: {written} (" in chain
    done = run("render", "--today", "2019-06-01", "--format", "markdown", "--out", "ut", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    pages = "".join(page.read_text(encoding="utf-8") for page in (tmp_path / "ut").rglob("*.md")).replace("\u00a0", " ")
    assert f"| {written} (31 december 2018) | {written} (31 december 2019) |" in pages and f"| {written} | – | 30 april 2019 |" in pages
    assert f"| {written} (2019-04-30) |" in pages
    drawings = "".join(page.read_text(encoding="utf-8") for page in (tmp_path / "ut").rglob("*.svg")).replace("\u00a0", " ")
    assert f">{written} st<" in drawings or f">{written}<" in drawings


@pytest.mark.parametrize(("value", "written"), WRITTEN)
def test_a_figures_label(value: float, written: str) -> None:
    first, last = datetime.date(2018, 12, 31), datetime.date(2019, 12, 31)
    drawn = trend("prov", "Prov", [Line("Mål", "st", (first, value), (last, value), [])]).svg.replace("\u00a0", " ")
    assert f"{written} st" in drawn


@pytest.mark.process
@pytest.mark.parametrize(
    ("written", "meant"), [("1234567,5", "1234567.5"), ("11,2", "11.2"), ("0,000012", "1.2e-05"), ('"7"', "7"), ('"7.0"', "7")]
)
def test_a_number_that_is_put_right_keeps_its_figures(tmp_path: Path, written: str, meant: str) -> None:
    file = tmp_path / "agreement.yaml"
    file.write_text(AGREEMENT.format(value=written).partition("bilagor")[0], encoding="utf-8")
    done = run("fix", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert file.read_text(encoding="utf-8").count(f"värde: {meant}\n") == 2
    document = read("agreement.yaml", file.read_bytes())
    assert document.tree is not None
    value = find(document.tree, ("mål", 0, "indikator", "baslinje", "värde"))
    assert isinstance(value, Scalar) and value.value == float(meant)


def test_a_short_date_is_kept_together() -> None:
    assert short_date(datetime.date(2019, 2, 4)) == "4\u00a0feb\u00a02019"


def test_a_month_with_its_year() -> None:
    assert month_year(datetime.date(2020, 12, 31)) == "december 2020"


def test_the_alphabet() -> None:
    words = ["a", "Abel", "ab", "Émile", "emma", "z", "Zebra", "å", "Åhus", "ä", "Ängelholm", "ö", "Örebro"]
    wanted = ["a", "ab", "Abel", "Émile", "emma", "z", "Zebra", "å", "Åhus", "ä", "Ängelholm", "ö", "Örebro"]
    for seed in range(20):
        mixed = [unicodedata.normalize(random.Random(seed * 99 + place).choice(["NFC", "NFD"]), word) for place, word in enumerate(words)]
        random.Random(seed).shuffle(mixed)
        assert [unicodedata.normalize("NFC", word) for word in sorted(mixed, key=alphabetical)] == wanted


@pytest.mark.parametrize(
    ("first", "second"),
    [("vy", "väg"), ("Ystad", "Z"), ("müller", "Mz"), ("sy", "t"), ("Å1", "Ä1"), ("Æ", "Ö"), ("a b", "ab"), ("M1", "m2")],
)
def test_one_before_the_other(first: str, second: str) -> None:
    assert sorted([second, first], key=alphabetical) == [first, second]


@given(st.text(max_size=8), st.text(max_size=8))
def test_two_words_are_in_one_place_only_when_they_are_one(one: str, other: str) -> None:
    if unicodedata.normalize("NFC", one) != unicodedata.normalize("NFC", other):
        assert alphabetical(one) != alphabetical(other)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gäller från 2023-07-01, och", "gäller från 1 juli 2023, och"),
        ("2018-12-05–2019-01-01", "5 december 2018–1 januari 2019"),
        ("KS-2018-12-05", "KS-2018-12-05"),  # a registration number
        ("2018-12-05-1", "2018-12-05-1"),
        ("2018-13-05", "2018-13-05"),
        ("2018-02-30", "2018-02-30"),
        ("2018-12", "2018-12"),
    ],
)
def test_days_in_figures_are_written_out(text: str, said: str) -> None:
    assert dates_in_words(text) == said
