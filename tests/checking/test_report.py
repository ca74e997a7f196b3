"""The report is plain data: written as JSON and read again it is the same, and what is not a report is refused."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from samverkan_cli.checking.report import Report, as_data, from_data
from support.packages import HUDDINGE, ROOT, TODAY, judge


@pytest.mark.parametrize(
    "folder", [HUDDINGE, ROOT / "examples" / "huddinge-med-fel", ROOT / "examples" / "stockholm"], ids=lambda one: one.name
)
def test_a_report_survives_json(folder: Path) -> None:
    report = judge(folder, TODAY)
    again = from_data(json.loads(json.dumps(as_data(report))))
    assert again == report
    assert again.diagnostics == report.diagnostics
    assert replace(again, diagnostics=()) != report or not report.diagnostics


@pytest.mark.parametrize("data", [None, [], {}, {"today": "2019-06-01"}, {"today": "i går", "dossiers": [], "diagnostics": []}])
def test_what_is_no_report_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_data(data)


def test_excerpts_hold_the_lines_that_findings_stand_on(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text("samverkan: 1\ntyp: överenskommelse\nid: a\nokänd_nyckel: 1\n", encoding="utf-8")
    report: Report = judge(tmp_path)
    rows = (tmp_path / "agreement.yaml").read_text(encoding="utf-8").splitlines()
    assert {one.code for one in report.diagnostics} >= {"FIL05"}
    for one in report.diagnostics:
        assert report.excerpts[one.file][one.span.line] == rows[one.span.line - 1]
