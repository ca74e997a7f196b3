"""``check --ready``: whether the step that is going on can be closed, what stands in the way, and what comes with the signing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Report
from samverkan_cli.reporters.text_format import SIGNATURE, render
from support.packages import TODAY, judge

ONE = """\
samverkan: 1
typ: överenskommelse
titel: Vi har börjat
pågående_steg: 1
parter:
  - {id: kommun, typ: kommun, namn: Ekhults kommun}
  - {id: polis, typ: polis, nivå: lokalpolisområde, namn: Lokalpolisområde Ekhult}
"""
COORDINATED = """\
samordningsfunktioner:
  - {part: kommun, funktion: samordnare, mandat: Driver arbetet., tid: {procent: 50}}
  - {part: polis, funktion: kommunpolis, mandat: Driver arbetet., tid: {procent: 50}}
"""
OWNED = """\
ägare: [råd]
samverkansorganisation:
  - id: råd
    typ: strategiskt råd
    uppdrag: Äger överenskommelsen och avsätter resurser.
    leds_av: [{aktör: kommun, funktion: kommunstyrelsens ordförande}]
    ledamöter: [{aktör: polis, funktion: lokalpolisområdeschef}]
    möten: {minst: 4, per: år}
"""


def _report(folder: Path, text: str) -> Report:
    (folder / "agreement.yaml").write_text(text, encoding="utf-8")
    return judge(folder, TODAY, Options(packs=("skåne-17",)))


def _lines(report: Report, *, strict: bool = False) -> Iterator[str]:
    return ("".join(text for text, _ in line) for line in render(report, ready=True, strict=strict))


def _answer(report: Report, *, strict: bool = False) -> str:
    return next(line for line in _lines(report, strict=strict) if line.startswith(("Klart", "Inte klart")))


def test_what_stands_in_the_way_is_named(tmp_path: Path) -> None:
    report = _report(tmp_path, ONE)
    assert _answer(report) == "Inte klart: 3 saker att rätta först, SK01 (2) och SK02."
    assert report.fails(strict=False, ready=True) and not report.fails(strict=False)


def test_one_thing_less(tmp_path: Path) -> None:
    report = _report(tmp_path, ONE + COORDINATED)
    assert _answer(report) == "Inte klart: 1 sak att rätta först, SK02."
    assert report.fails(strict=False, ready=True)


def test_nothing_is_left(tmp_path: Path) -> None:
    report = _report(tmp_path, ONE + COORDINATED + OWNED)
    assert _answer(report) == "Klart."
    assert not report.fails(strict=True, ready=True)


def test_what_comes_with_the_signing_stands_last_and_not_in_the_way(tmp_path: Path) -> None:
    text = ONE.replace("pågående_steg: 1", "pågående_steg: 3") + COORDINATED + OWNED
    lines = list(_lines(_report(tmp_path, text)))
    remaining = lines[lines.index("Återstår i steg 3:") + 1 :]
    remaining = remaining[: remaining.index("")]
    signing = ["kommer med underskriften" in line for line in remaining]
    assert True in signing and False in signing and signing == sorted(signing)
    answer = next(line for line in lines if line.startswith("Inte klart"))
    assert "SK17" not in answer and "SK15" in answer
    assert "SK17" not in lines[-1]


@pytest.mark.parametrize(
    ("strict", "answer"), [(False, "Klart. 1 sak återstår men hindrar inte."), (True, "Inte klart: 1 sak att rätta först, SK07.")]
)
def test_a_warning_stands_in_the_way_when_it_is_asked_to(strict: bool, answer: str, tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(ONE.replace("pågående_steg: 1", "pågående_steg: 4"), encoding="utf-8")
    report = judge(tmp_path, TODAY, Options(select=("SK07",)))
    assert _answer(report, strict=strict) == answer
    assert report.fails(strict, ready=True) is strict


@pytest.mark.parametrize("text", [ONE, ONE + COORDINATED + OWNED])
def test_a_file_with_the_answer_is_known_as_ours(text: str, tmp_path: Path) -> None:
    assert SIGNATURE.search("\n".join(_lines(_report(tmp_path, text))) + "\n")
