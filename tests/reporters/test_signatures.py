"""Every report that we write is known again as ours, whatever it holds."""

from dataclasses import replace
from pathlib import Path

import pytest

from reporters.reading import written
from reporters.sample import EMPTY, FOUND, REPORT
from samverkan_cli.project.baseline import Known
from samverkan_cli.reporters import FORMATS, is_report
from support.packages import ROOT, TODAY, judge

KNOWN = Known("0" * 16, "SK09", "ett känt fynd")
BY_HAND = {
    "whole": REPORT,
    "nothing": EMPTY,
    "no findings": replace(REPORT, diagnostics=()),
    "only what is known": replace(REPORT, diagnostics=tuple(found for found in FOUND if found.suppressed is not None)),
    "something put right": replace(EMPTY, fixed=(KNOWN,)),
}
PACKAGES = [ROOT / "examples" / name for name in ("stockholm", "arjeplog-arvidsjaur")] + sorted(
    (ROOT / "tests" / "data" / "fil").iterdir()
)[:5]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("what", BY_HAND)
def test_a_report_made_by_hand(what: str, format: str) -> None:
    assert is_report(written(BY_HAND[what], format))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_report_on_a_package(package: Path) -> None:
    report = judge(package, TODAY)
    assert [format for format in FORMATS if not is_report(written(report, format))] == []
