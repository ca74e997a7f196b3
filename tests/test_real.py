"""Forty real agreements, written from what is known about each: they load without a finding about their shape, and what the checklist says is right.

``EXPECTED`` was read out of the records by a person with the checklist's sentences and what a verdict means in hand, before the tool was asked.
What is met says all that the sentence asks for, what is partly met some of it, what is missing none of it. A document that is listed with a
date, a number, an address or a file shows that it exists; what it says cannot be judged where it is not here. A title alone shows nothing.

Some were read again afterwards, with what the tool said in view: areas that are chosen are part of an answer to SK05 (28 records, as the ruling on
Stockholm has it), and Arjeplog–Arvidsjaur SK13, Götene SK13 and Hörby LAG09. Those do not show by themselves that the tool is right.
"""

import datetime
import io
from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import PointReport, Report
from samverkan_cli.reporters import writer
from support.packages import ROOT, copy, judge

REAL = ROOT / "tests" / "data" / "real"
FOLDERS = sorted({path.parent for path in REAL.rglob("överenskommelse.yaml")})
DAY = datetime.date(2025, 6, 1)

RECORDS = set((REAL / "records.txt").read_text(encoding="utf-8").split())
"""One folder for each record. The other folders are the predecessors and the sub-agreement that the records tell of."""

CODES = [f"SK{number:02}" for number in range(1, 18)]
MARKS = {"✓": "met", "◐": "partly", "✗": "missing", "?": "unknown"}

EXPECTED = {
    # Of all of them: where the head of the local police area has signed, the police have adopted it; a chair's, a director's or a commissioner's
    # signature alone does not say by whom the municipality did (SK15 partly). A signature without a day is a signature (SK17). A plan or a
    # pledge that is only named is not seen; one with a year is, and since an action may stand in a pledge, SK08 is unknown where it is not here.
    # Areas that are chosen say what comes first, so SK05 is partly met; that they rest on pictures, or which problems there are, is not said.
    #                      01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17
    # A steering group that follows the areas; argued: nobody is said to own. Goals with a direction, and who follows up the plan and when; the
    # rest is left to local agreements that are not here. Argued: what is said is said, so SK10 and SK13 are partly met whatever the parts say.
    # The communication plan is named only. ”Tills vidare” is no end.
    "stockholm":           "✗  ✗  ?  ?  ◐  ?  ?  ?  ?  ◐  ✗  ✗  ◐  ◐  ✗  ✗  ✗",
    # The second part of each municipality is not here. A report to the managements every year. The communication plan is a promise.
    # Argued: a joint picture has its own chapter, and the areas are said to be prioritised; a goal that only says to strengthen is a goal. The whole
    # is to be followed up, by a day.
    "arjeplog-arvidsjaur": "✗  ✗  ?  ?  ◐  ?  ?  ?  ?  ◐  ✗  ✓  ◐  ✓  ✗  ✗  ✗",
    # A list of titles. Only the picture of 2018 has a date: whose it is and whether it is merged cannot be judged. Argued: by the checklist's own
    # definition such a picture describes how much and how, not why, so nothing is said of causes.
    "huddinge-2019":       "✗  ✗  ?  ?  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ✗  ✗  ✗",
    # The first day is not known. The sub-agreement is read, and says its end only.
    "huddinge-2015":       "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗",
    # A picture every week is a way of working, no picture of prioritised problems.
    "huddinge-senare":     "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗",
    # A goal counts when it has a wording, and theirs are not known. The plans are the predecessor's.
    "lulea":               "✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ◐  ✗  ✓",
    # A heading about responsible functions says neither which nor with what mandate. ”Every year” is no date of a pledge.
    "strangnas":           "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ◐  ✗  ✓",
    # Argued: the plan of 2020 exists, but the file that says so is here and holds its areas only: there is no way to say that it is an extract.
    # The agreement is of 2020, but a paper's own date does not say when it was concluded.
    "horby":               "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ◐  ◐  ✗  ✓",
    "hassleholm":          "✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ✗  ✗  ✗",
    # From 2024; the end is not said.
    "lomma":               "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ◐  ◐  ✗  ✓",
    # That the word cause analysis stands there does not say that one was made.
    "helsingborg":         "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ✗  ✗  ✗",
    # The pledges are published, and the areas chosen for them known. One walk at least: a number, but nowhere to take it from and no day.
    "kalmar":              "✗  ✗  ✗  ✗  ◐  ✗  ✓  ?  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗",
    "emmaboda":            "✗  ✗  ✗  ✗  ◐  ✗  ✓  ?  ✗  ✗  ✗  ✗  ✗  ✓  ◐  ✗  ✓",
    # The local agreements and plans are not here. A hearing every year does not say who hears what.
    "goteborg":            "✗  ✗  ?  ?  ?  ?  ?  ?  ?  ?  ✗  ✗  ?  ◐  ◐  ✗  ✓",
    # Argued: safety and crime are measured, but no action is followed up. That something is measured is no goal.
    "malmo-2012":          "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ✗  ✗  ✗",
    "malmo-2017":          "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ✗  ✗  ✗",
    # Four years from 2023 is a period, though the day is not known.
    "malmo-2023":          "✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ◐  ✗  ✓",
    # The goals say fewer, without from what and to what. The communication plan has an address.
    "sollentuna":          "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ◐  ✓  ✗  ✗  ✓  ◐  ✗  ✓",
    "vallentuna":          "✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗",
    # The municipality is known to have signed, the police not.
    "grastorp":            "✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ◐  ✗  ◐",
    # The pledge has been prolonged to a day, so it exists; what it says is not known.
    "bollebygd":           "✗  ✗  ✗  ✗  ◐  ✗  ✓  ?  ✗  ✗  ✗  ✗  ✗  ✓  ◐  ✗  ✓",
    "lerum":               "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ✗  ✗  ✗",
    # The pledges will be made later: that is not a pledge.
    "sala":                "✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ◐  ◐  ✗  ✓",
    # A deputy has signed for the police: a signature, but not the head's.
    "tanum":               "✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ◐  ✗  ✓",
    # Argued: the police ask people about their safety every year, but no action is followed up.
    "svalov":              "✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ◐  ◐  ✗  ✓",
    # Three groups are named; none is said to own.
    "svedala":             "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ◐  ✗  ✓",
    "lund":                "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✓  ◐  ✗  ✓",
    # The council owns, but who is in it is not known. Argued: one area is the pledge, but a pledge without its wording is none. Who follows up the
    # joint activities and how, not when; that the council follows up itself is no report to anyone.
    "trelleborg":          "✗  ◐  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ◐  ✓  ◐  ✗  ✓",
    "gotland":             "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ◐  ✗  ✓",
    # Once a year in the local council: a routine for reporting to it. Argued: of no action.
    "falun":               "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ✗  ◐  ◐  ✗  ✓",
    # The second part of each municipality is not here. Argued: six of seven logos are on the paper, but
    # without a picture none is on the document that is judged.
    "sodra-lappland":      "✗  ✗  ?  ?  ◐  ?  ?  ?  ?  ?  ✗  ✗  ?  ✓  ✗  ✗  ✗",
    # The executive board approves; nothing of the police. The council writes the proposal, and to propose is not to own.
    "landskrona":          "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ◐  ✗  ✗",
    "uppsala":             "✗  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✓  ✗  ✗  ✗",
    # The pledge has an address and the plan a year; what they say is not here.
    "solvesborg":          "✗  ✗  ✗  ✗  ◐  ✗  ✓  ?  ?  ?  ✗  ✗  ?  ✓  ◐  ✗  ✓",
    # The steering group decides, but who is in it is not known. The pledges of 2021 have been prolonged, so they exist.
    "umea":                "✗  ◐  ✗  ✗  ✗  ✗  ✓  ?  ✗  ◐  ✗  ✗  ✗  ✓  ✗  ✗  ✗",
    "krokom":              "✗  ✗  ✗  ✗  ◐  ✗  ✓  ?  ✗  ✗  ✗  ✗  ✗  ✓  ◐  ✗  ✓",
    "kiruna":              "✗  ✗  ✗  ✗  ◐  ✗  ✓  ?  ✗  ✗  ✗  ✗  ✗  ✓  ◐  ✗  ✓",
    # The council on the strategic level has members from both parties. Two counted pledges, of actions that say what and how often, not who and
    # how. The report says to whom, not how often. Evaluating says neither who, when nor what.
    "alvsbyn":             "✗  ✓  ✗  ✗  ◐  ✗  ✓  ◐  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗",
    # The group writes the proposals to all three documents: to propose is not to own. That actions are linked to a picture of problems does not
    # say to which problem.
    "skara":               "✗  ✗  ✗  ✗  ✗  ✗  ✓  ?  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗",
    # Six speed checks and two walks: what and how many, not who and when. Argued: which area each belongs to is not said, so SK07 is partly met.
    # What came of each pledge is published for the inhabitants: to whom and what, not how often. Who follows them up, when and what is looked at
    # is not said.
    "gotene":              "✗  ✗  ✗  ✗  ◐  ✗  ◐  ◐  ✗  ✗  ✗  ◐  ✗  ✗  ✗  ✗  ✗",
}  # fmt: skip


LAW = {
    "not_applicable": {
        "bollebygd", "emmaboda", "falun", "goteborg", "gotland", "grastorp", "hassleholm", "helsingborg", "huddinge-2015",
        "huddinge-2019", "krokom", "landskrona", "lerum", "malmo-2012", "malmo-2017", "sala", "sodra-lappland", "sollentuna", "solvesborg",
        "strangnas", "svedala", "tanum", "trelleborg", "umea",
    },
    "unknown": {"alvsbyn", "arjeplog-arvidsjaur", "gotene", "horby", "huddinge-senare", "kalmar", "malmo-2023", "skara", "stockholm", "vallentuna"},
    "partly": {"kiruna", "lomma", "lund", "uppsala"},
    "missing": {"lulea", "svalov"},
}  # fmt: skip
"""Purposes and areas (9 §), where the agreement was concluded from 2023-07-01: areas are said by some, a purpose by none. Whether that was
before is told by when it was signed, decided or began; a year alone that the law began in does not tell."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report on all of them in one run, as ``samverkan check tests/data/real`` makes it."""
    return judge(copy(REAL, tmp_path_factory.mktemp("real")), DAY, Options())


def _point(report: Report, folder: str, code: str) -> PointReport:
    dossier = next(found for found in report.dossiers if Path(found.agreement).parent.as_posix() == folder)
    return next(found for found in dossier.points if found.code == code)


def test_all_records_are_there() -> None:
    assert len(RECORDS) == 40
    assert {folder.relative_to(REAL).as_posix() for folder in FOLDERS} >= RECORDS
    assert set(EXPECTED) == RECORDS
    assert sorted(folder for folders in LAW.values() for folder in folders) == sorted(RECORDS)


@pytest.mark.parametrize("folder", [folder.relative_to(REAL).as_posix() for folder in FOLDERS])
def test_it_can_be_said(folder: str, report: Report) -> None:
    """No finding about files, shape or references."""
    found = [item for item in report.diagnostics if Path(item.file).parent.as_posix() == folder]
    assert [item for item in found if item.code.startswith("FIL") or item.code in ("KED01", "KED02", "TID01")] == []


def test_nothing_about_files_is_printed(report: Report) -> None:
    out = io.StringIO()
    writer("short")(report, out)
    assert not [line for line in out.getvalue().splitlines() if " FIL" in line]


@pytest.mark.parametrize("folder", EXPECTED)
def test_the_verdicts_are_right(folder: str, report: Report) -> None:
    """Every point of a record, as it was read."""
    read = {code: MARKS[mark] for code, mark in zip(CODES, EXPECTED[folder].split(), strict=True)}
    read["LAG09"] = next(verdict for verdict, folders in LAW.items() if folder in folders)
    found = {code: _point(report, folder, code) for code in read}
    assert {code: point.verdict.value for code, point in found.items()} == read, {code: point.reasons for code, point in found.items()}
