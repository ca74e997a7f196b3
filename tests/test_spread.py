"""``tools/spread.py`` counts every record once on every point, and what it counts is what the check says."""

import importlib.util
import sys
from collections import Counter
from types import ModuleType

from samverkan_cli.api import check, open_project
from support.packages import ROOT

REAL = ROOT / "tests" / "data" / "real"


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("spread", ROOT / "tools" / "spread.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["spread"] = module
    spec.loader.exec_module(module)
    return module


SPREAD = _tool()


def test_every_record_is_counted_once_on_every_point() -> None:
    rows = SPREAD.spread(SPREAD.agreements(REAL, SPREAD.DAY), "skåne-17")
    assert [code for code, _ in rows][:2] == ["SK01", "SK02"]
    assert {counts.total() for _, counts in rows} == {40}


def test_what_is_counted_is_what_the_check_says() -> None:
    found = [
        one for one in check(open_project([REAL], today=SPREAD.DAY)).dossiers if one.agreement.split("/")[-2] in {"sala", "kiruna", "falun"}
    ]
    assert len(found) == 3
    told = Counter(point.verdict.value for one in found for point in one.points if point.code == "SK14")
    assert dict(SPREAD.spread(found, "skåne-17"))["SK14"] == told


def test_the_table_has_the_verdicts_that_occur() -> None:
    text = SPREAD.table([("SK01", Counter({"met": 2})), ("SK02", Counter({"missing": 1, "met": 1}))])
    assert [line.split() for line in text.splitlines()] == [["met", "missing"], ["SK01", "2", "·"], ["SK02", "1", "1"]]
