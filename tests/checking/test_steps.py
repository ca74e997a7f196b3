"""The five steps: can we go on?"""

import datetime
import shutil
from pathlib import Path

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Report
from samverkan_cli.checking.rule import packs
from samverkan_cli.reporters.steps import render
from support.packages import ROOT, judge

STEPS = Options(packs=("steg",), all_steps=True)
PACK = next(pack for pack, _ in packs() if pack.name == "steg")


def text(report: Report) -> str:
    return "\n".join("".join(part for part, _ in line) for line in render(report, PACK))


def test_huddinge_may_go_on() -> None:
    said = text(judge(ROOT / "examples/huddinge", datetime.date(2019, 6, 1), STEPS))
    assert "Ja, ni kan gå vidare till nästa steg." in said
    assert "5 uppföljning: 1 av 5 klart" in said, "the council has had the first quarter's report"


def test_the_last_day_everything_is_done() -> None:
    said = text(judge(ROOT / "examples/huddinge", datetime.date(2020, 12, 31), STEPS))
    assert "5 uppföljning: 5 av 5 klart" in said


def test_what_blocks_is_named(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "examples/huddinge", tmp_path / "huddinge"))
    (folder / "bilagor/5-kommunikationsplan.yaml").unlink()
    path = folder / "agreement.yaml"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if "5-kommunikationsplan" not in line]
    path.write_text("".join(lines), encoding="utf-8")
    said = text(judge(folder, datetime.date(2019, 6, 1), STEPS))
    assert "återstår innan steg 5" in said
    assert "det finns ingen kommunikationsplan" in said


def test_the_steps_disturb_nobody_who_did_not_ask() -> None:
    report = judge(ROOT / "examples/huddinge", datetime.date(2019, 6, 1), Options())
    assert not [found for found in report.diagnostics if found.code.startswith("ST")]
