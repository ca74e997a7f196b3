"""The examples: the whole ones have nothing to say, the one with faults has its three, and editors find their schema."""

import datetime
import re
from pathlib import Path

import pytest

from samverkan_cli.api import Options
from support.packages import ALL_STEPS, HUDDINGE, ROOT, copy, judge, places, swap

EXAMPLES = ROOT / "examples"
FAULTY = EXAMPLES / "huddinge-med-fel"
FILES = sorted(path for path in EXAMPLES.rglob("*.yaml") if EXAMPLES / "förvar" not in path.parents)


@pytest.mark.parametrize("options", [Options(), ALL_STEPS], ids=["due", "all steps"])
def test_huddinge_has_nothing_to_say(options: Options) -> None:
    assert judge(HUDDINGE, options=options).diagnostics == ()


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


@pytest.mark.parametrize(("name", "today"), REPORTS)
def test_what_the_report_says_is_what_the_program_says(name: str, today: datetime.date) -> None:
    """Every finding is in the report, and nothing that is not found; so are the figures."""
    text = (EXAMPLES / name / "rapport.md").read_text(encoding="utf-8")
    assert f"--today {today}" in text
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if re.match(r"\| [A-Z]{2,3}\d", line)]
    codes = {code: said for row in rows for code in re.findall(r"[A-Z]{2,3}\d\d", row[0]) for said in (row[1],)}
    report = judge(EXAMPLES / name, today, Options())
    found = {one.code for one in report.diagnostics if one.file == "agreement.yaml" or one.file.startswith("bilagor/")}
    others = {one.file for one in report.diagnostics} - {"agreement.yaml"}
    assert all(file.startswith("bilagor/") for file in others), f"the parts have something to say: {others}"
    quiet = {code for code, said in codes.items() if said.startswith(("Uppfylld", "Inget."))}
    dossier = next(one for one in report.dossiers if one.id == name)
    points = [point for point in dossier.points if point.code.startswith("SK")]
    without_finding = {point.code for point in points if point.word == "saknas"} - found
    assert found | without_finding == set(codes) - quiet
    assert {point.code for point in points if point.word == "uppfylld"} == {code for code in quiet if code.startswith("SK")}
    partly = {point.code for point in points if point.word == "delvis"}
    assert {code for code, said in codes.items() if said.startswith("Delvis")} <= partly
    met, part, missing = (sum(1 for point in points if point.word == word) for word in ("uppfylld", "delvis", "saknas"))
    assert re.search(rf"{met} av 17 punkter (är )?uppfyllda, {part} delvis och {missing} saknas", text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_the_editor_finds_the_schema(path: Path) -> None:
    match = re.search(r"(?m)^# yaml-language-server: \$schema=(\S+)$", path.read_text(encoding="utf-8"))
    assert match and (path.parent / match[1]).resolve() == ROOT / "schemas" / "samverkan.schema.json"
