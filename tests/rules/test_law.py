"""The law is applied by date."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Verdict
from support.packages import judge

TEXT = """samverkan: 1
typ: överenskommelse
id: x
parter: [{{id: kommun, typ: kommun}}, {{id: polis, typ: polis}}]
period: {{från: {start}, till: 2027-12-31}}
underskrifter: [{{part: kommun, datum: {signed}}}, {{part: polis, datum: {signed}}}]
"""


@pytest.mark.parametrize(("signed", "applies"), [("2023-06-30", False), ("2023-07-01", True), ("2024-01-15", True), ("2019-01-01", False)])
def test_by_the_day_it_was_signed(tmp_path: Path, signed: str, applies: bool) -> None:
    (tmp_path / "agreement.yaml").write_text(TEXT.format(start="2023-01-01", signed=signed), encoding="utf-8")
    report = judge(tmp_path, datetime.date(2025, 1, 1), Options(packs=("lag-2023-196",), all_steps=True))
    codes = {found.code for found in report.diagnostics if found.code.startswith("LAG")}
    verdicts = {point.verdict for point in report.dossiers[0].points if point.pack == "lag-2023-196"}
    if applies:
        assert "LAG09" in codes
        assert Verdict.NOT_APPLICABLE not in verdicts
    else:
        assert codes == set()
        assert verdicts == {Verdict.NOT_APPLICABLE}
        assert all(signed in point.reasons[0] for point in report.dossiers[0].points if point.pack == "lag-2023-196")
