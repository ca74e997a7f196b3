"""A finding says itself what can be done about it, and the report carries it."""

import json
from pathlib import Path

from samverkan_cli.checking.report import as_data, from_data
from samverkan_cli.diagnostics import Insertion, Removal, Replacement
from samverkan_cli.validation.edit import edited
from samverkan_cli.yaml.edit import Remove
from support.packages import HUDDINGE, copy, judge

PLAN = "bilagor/3.2-kriminella-nätverk.yaml"


def test_every_kind_of_change_comes_with_its_finding(tmp_path: Path) -> None:
    folder = copy(HUDDINGE, tmp_path)
    plan = folder / PLAN
    raw = edited(PLAN, plan.read_bytes(), [Remove(("åtgärder", 0, "vem"))])
    text = raw.decode().replace("sikt: lång", "sikt: långt").replace("\ndatum: 2018-12-12", "\ndatum: 2018-12-12\ndatum: 2018-12-13")
    plan.write_text(text, encoding="utf-8")
    report = judge(folder)
    found = {(one.code, type(fix.changes[0]), fix.safe) for one in report.diagnostics for fix in one.fixes if fix.file.endswith(PLAN)}
    assert {("FIL06", Replacement, False), ("FIL04", Removal, False), ("SK08", Insertion, False)} <= found
    again = from_data(json.loads(json.dumps(as_data(report))))
    assert [one.fixes for one in again.diagnostics] == [one.fixes for one in report.diagnostics]
