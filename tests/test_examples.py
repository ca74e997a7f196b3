"""The examples: the whole ones have nothing to say, the one with faults has its three, and editors find their schema."""

import datetime
import re
from collections import Counter
from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Verdict
from samverkan_cli.diagnostics import Group
from support.packages import ALL_STEPS, HUDDINGE, ROOT, copy, judge, places, swap

EXAMPLES = ROOT / "examples"
FAULTY = EXAMPLES / "huddinge-med-fel"
FILES = sorted(path for path in EXAMPLES.rglob("*.yaml") if EXAMPLES / "förvar" not in path.parents)


@pytest.mark.parametrize("options", [Options(), ALL_STEPS], ids=["due", "all steps"])
def test_huddinge_has_nothing_to_say(options: Options) -> None:
    assert judge(HUDDINGE, options=options).diagnostics == ()


def test_huddinge_meets_all_seventeen_points() -> None:
    points = [point for point in judge(HUDDINGE, options=Options()).dossiers[0].points if point.code.startswith("SK")]
    assert len(points) == 17
    assert [point.code for point in points if point.verdict is not Verdict.MET] == []


def test_the_draft_has_something_left_in_its_own_step_and_something_for_later() -> None:
    """What its README says: nothing wrong now; decisions, signatures, a target and how often the work is written down remain."""
    report = judge(EXAMPLES / "huddinge-steg-3", datetime.date(2018, 11, 1), Options())
    assert report.of(Group.NOW) == ()
    left = report.of(Group.STEP)
    assert {one.code for one in left} == {"SK15", "SK17", "SH03", "SH04"}
    assert {one.code for one in left if one.given_by_signing} == {"SK15", "SK17"}
    assert [one.code for one in left if not one.given_by_signing] == ["SK15", "SH03", "SH04"]
    assert {one.code for one in report.of(Group.LATER)} >= {"SK07", "SK08", "SK11"}


def test_three_faults_to_practise_on(tmp_path: Path) -> None:
    folder = copy(FAULTY, tmp_path)
    agreement, plan = folder / "agreement.yaml", folder / "bilagor" / "1-åtgärdsplan.yaml"
    faults = [(found.code, found.file) for found in judge(folder).diagnostics]
    assert faults == [("SK10", "agreement.yaml"), ("FIL05", "agreement.yaml"), ("SK08", "bilagor/1-åtgärdsplan.yaml")]
    swap(agreement, "\naterkoppling:", "\nåterkoppling:")
    assert [code for code, _, _ in places(judge(folder))] == ["SK10", "SK08"]
    swap(agreement, "      målnivå:", "      baslinje: {värde: 9, datum: 2018-03-15}\n      målnivå:")
    assert [code for code, _, _ in places(judge(folder))] == ["SK08"]
    swap(plan, "    vem:\n", "    vem:\n      ansvarig: {aktör: kommun, funktion: fältsekreterare}\n")
    assert judge(folder).diagnostics == ()


REPORTS = [("stockholm", datetime.date(2024, 6, 1)), ("arjeplog-arvidsjaur", datetime.date(2025, 6, 1))]
WORDS = {"uppfylld", "uppfylld enligt uppgift", "delvis", "saknas", "framgår inte", "går inte att bedöma", "ej tillämplig"}
"""What a reader of a report may say about a point."""


@pytest.mark.parametrize(("name", "today"), REPORTS)
def test_what_the_report_says_is_what_the_program_says(name: str, today: datetime.date) -> None:
    """Each point has what was read in the text and what the program says; every finding is in the report, and nothing that is not found."""
    text = (EXAMPLES / name / "rapport.md").read_text(encoding="utf-8")
    assert f"--today {today}" in text
    points_part, others_part = text.split("## Punkt för punkt")[1].split("## Det andra som verktyget säger")
    read = {code: (of_the_text, of_the_files, why) for code, of_the_text, of_the_files, why in _rows(points_part)}
    assert all(of_the_text in WORDS and why for of_the_text, _, why in read.values())

    report = judge(EXAMPLES / name, today, Options())
    dossier = next(one for one in report.dossiers if one.id == name)
    words = {point.code: point.word for point in dossier.points if point.pack in ("skåne-17", "samverkanshandboken", "lag-2023-196")}
    assert {code: of_the_files for code, (_, of_the_files, _) in read.items()} == words

    files = {one.file for one in report.diagnostics} - {"agreement.yaml"}
    assert all(file.startswith("bilagor/") for file in files), f"the parts have something to say: {files}"
    others = {code: said for codes, said, *_ in _rows(others_part) for code in re.findall(r"[A-Z]{2,3}\d\d", codes)}
    assert {code for code, said in others.items() if said != "Inget."} == {one.code for one in report.diagnostics} - set(read)


@pytest.mark.parametrize(("name", "_today"), REPORTS)
def test_the_figures_of_the_report_are_those_of_its_rows(name: str, _today: datetime.date) -> None:
    text = (EXAMPLES / name / "rapport.md").read_text(encoding="utf-8")
    rows = [row for row in _rows(text.split("## Punkt för punkt")[1]) if row[0].startswith("SK")]
    counted = [Counter(row[column] for row in rows) for column in (1, 2)]
    figures = re.findall(r"(?m)^\| ([a-zåäö ]+) \| (\d+) \| (\d+) \|$", text)
    assert [Counter({word: int(figure[column]) for word, *figure in figures}) for column in (0, 1)] == counted
    assert [sum(counts.values()) for counts in counted] == [17, 17]


def _rows(text: str) -> list[list[str]]:
    """The cells of the rows that begin with a code."""
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if re.match(r"\| [A-Z]{2,3}\d", line)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_the_editor_finds_the_schema(path: Path) -> None:
    match = re.search(r"(?m)^# yaml-language-server: \$schema=(\S+)$", path.read_text(encoding="utf-8"))
    assert match and (path.parent / match[1]).resolve() == ROOT / "schemas" / "samverkan.schema.json"
