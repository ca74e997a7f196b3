"""The packages in ``tests/data``: each is found to be exactly as broken as it says in ``förväntat.txt``. A new folder is a new test."""

import importlib.util
import re
from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Verdict
from samverkan_cli.checking.rule import packs
from support.packages import ALL_STEPS, TODAY, copy, jargon, judge, point, short

DATA = Path(__file__).parent / "data"
PACKAGES = {path.parent.relative_to(DATA).as_posix(): path.parent for path in sorted(DATA.rglob("agreement.yaml"))}
ONE_FAULT = ("fil/", "punkter/")
POINTS = [found.code for pack, _ in packs() for found in pack.points if pack.name == "skåne-17"]


@pytest.mark.parametrize("name", PACKAGES)
def test_what_is_found(name: str, tmp_path: Path, golden) -> None:  # type: ignore[no-untyped-def]
    """Where the folder is one of one fault its name begins with the code, and nothing follows from the fault. What is accepted has none."""
    report = judge(copy(PACKAGES[name], tmp_path))
    golden(short(report), PACKAGES[name] / "förväntat.txt")
    assert all(found.help for found in report.diagnostics)
    assert [word for found in report.diagnostics for word in jargon(found)] == []
    if name.startswith((*ONE_FAULT, "godtas/")):
        assert [found.code for found in report.diagnostics] == ([] if name.startswith("godtas/") else [re.split(r"[/-]", name)[1]])


@pytest.mark.parametrize("name", [name for name in PACKAGES if name.startswith(ONE_FAULT)])
def test_nothing_is_hidden_by_a_fault(name: str, tmp_path: Path) -> None:
    package = copy(PACKAGES[name], tmp_path)
    (package / "protokoll.yaml").write_text("samverkan: 1\ntyp: dokument\nfärg: blå\n", encoding="utf-8")
    also = [found.code for found in judge(package).diagnostics if found.file == "protokoll.yaml"]
    assert sorted(also) == ["FIL05", "FIL11"]


@pytest.mark.parametrize("code", POINTS)
def test_a_broken_point_is_no_longer_met(code: str, tmp_path: Path) -> None:
    report = judge(copy(PACKAGES[f"punkter/{code}"], tmp_path))
    assert point(report, code).verdict in (Verdict.PARTLY, Verdict.MISSING)
    others = {found.code: found.verdict for found in report.dossiers[0].points if found.pack == "skåne-17" and found.code != code}
    assert others == dict.fromkeys(others, Verdict.MET) | ({"SK07": Verdict.DECLINED} if code != "SK07" else {})


@pytest.mark.parametrize("options", [ALL_STEPS, Options()])
def test_the_whole_one_is_whole(options: Options, tmp_path: Path) -> None:
    report = judge(copy(PACKAGES["hel"], tmp_path), TODAY, options)
    assert report.diagnostics == ()
    points = [found for found in report.dossiers[0].points if found.pack in ("skåne-17", "samverkanshandboken")]
    assert {found.code: found.verdict for found in points} == dict.fromkeys([found.code for found in points], Verdict.MET) | {
        "SK07": Verdict.DECLINED
    }
    assert len(POINTS) == 17


def test_the_packages_are_as_they_are_made() -> None:
    spec = importlib.util.spec_from_file_location("make", DATA / "make.py")
    assert spec is not None and spec.loader is not None
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    assert list(make.stale()) == [], "run  python tests/data/make.py"
    strays = {
        name for name in PACKAGES if name != "hel" and name not in make.PACKAGES and (DATA / name / "förväntat.txt").is_file() is False
    }
    assert strays == set()
