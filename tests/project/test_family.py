"""Families of agreements: loaded together when found, checked alone when not, and what is said above counts below."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from samverkan_cli.api import Options, check, open_project
from samverkan_cli.checking.report import Report, Verdict
from samverkan_cli.project.sources import Sources

TODAY = datetime.date(2024, 6, 1)
ABOVE = """samverkan: 1
typ: överenskommelse
id: del-1
titel: Del 1
parter: [{id: kommun, typ: kommun, namn: Vår kommun}, {id: polis, typ: polis, namn: Polisen}]
period: {från: 2023-01-01, till: 2026-12-31}
återkoppling: [{till: råd, vad: läget, när: {minst: 4, per: år}}]
delar: [{fil: del-2/agreement.yaml}]
"""
BELOW = """samverkan: 1
typ: överenskommelse
id: del-2
titel: Del 2
del_av: {fil: ../agreement.yaml}
parter: [{id: kommun, typ: kommun, namn: Vår kommun}, {id: polis, typ: polis, namn: Polisen}]
"""


def write(folder: Path, above: str = ABOVE, below: str = BELOW) -> None:
    (folder / ".git").mkdir()
    (folder / "del-2").mkdir()
    (folder / "agreement.yaml").write_text(above, encoding="utf-8")
    (folder / "del-2/agreement.yaml").write_text(below, encoding="utf-8")


def run(folder: Path, path: str = ".") -> Report:
    return check(open_project([path], today=TODAY, sources=Sources(base=folder)), Options(all_steps=True))


def verdict(report: Report, dossier: str, code: str) -> Verdict:
    found = next(one for one in report.dossiers if one.id == dossier)
    return next(point.verdict for point in found.points if point.code == code)


def test_what_is_said_above_counts_below(tmp_path: Path) -> None:
    write(tmp_path)
    report = run(tmp_path)
    below = next(one for one in report.dossiers if one.id == "del-2")
    point = next(point for point in below.points if point.code == "SK14")
    assert point.verdict is Verdict.MET
    assert [cited.file for cited in point.evidence] == ["agreement.yaml"]
    assert not [found for found in report.diagnostics if found.code in ("SK12", "SK14")]


@pytest.mark.process
def test_the_printed_checklist_says_that_it_is_said_above(tmp_path: Path) -> None:
    write(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "samverkan_cli", "render", "del-2", "--today", str(TODAY), "--format", "markdown"],
        cwd=tmp_path, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "paket/markdown/checklista.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("| 14 | Giltighetstid")] == [
        "| 14 | Giltighetstid | ✓ uppfylld | i överenskommelsen ovanför: Del 1 |"
    ]


def test_what_is_not_said_above_is_still_missing(tmp_path: Path) -> None:
    write(tmp_path, ABOVE.replace("period: {från: 2023-01-01, till: 2026-12-31}\n", ""))
    report = run(tmp_path)
    assert verdict(report, "del-2", "SK14") is Verdict.MISSING
    assert {found.dossier for found in report.diagnostics if found.code == "SK14"} == {"del-1", "del-2"}


def test_what_must_be_own_is_not_inherited(tmp_path: Path) -> None:
    write(tmp_path, ABOVE + "underskrifter: [{part: kommun, datum: 2023-01-02}, {part: polis, datum: 2023-01-02}]\n")
    report = run(tmp_path)
    assert verdict(report, "del-1", "SK17") is Verdict.MET
    assert verdict(report, "del-2", "SK17") is Verdict.MISSING


def test_alone_when_the_other_is_only_a_name(tmp_path: Path) -> None:
    write(tmp_path, below=BELOW.replace("{fil: ../agreement.yaml}", "{titel: Del 1}"))
    report = run(tmp_path, "del-2")
    assert verdict(report, "del-2", "SK14") is Verdict.UNKNOWN, "it may be said above, and that is not here"
    assert verdict(report, "del-2", "SK15") is not Verdict.UNKNOWN, "what must be its own is missed all the same"
    assert not [found for found in report.diagnostics if found.code.startswith(("FAM", "FIL"))]


def test_a_reference_that_leads_nowhere(tmp_path: Path) -> None:
    write(tmp_path, below=BELOW.replace("../agreement.yaml", "../finns-inte.yaml"))
    report = run(tmp_path, "del-2")
    assert [(found.code, found.span.line) for found in report.diagnostics if found.code.startswith("FIL")] == [("FIL08", 5)]


def test_a_reference_out_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path, below=BELOW.replace("../agreement.yaml", "../../../annan.yaml"))
    report = run(tmp_path, "del-2")
    assert [(found.code, found.span.line) for found in report.diagnostics if found.code.startswith("FIL")] == [("FIL09", 5)]


def test_an_agreement_that_is_part_of_itself(tmp_path: Path) -> None:
    write(tmp_path, below=BELOW.replace("../agreement.yaml", "agreement.yaml"))
    assert run(tmp_path, "del-2").dossiers[0].id == "del-2"


def test_only_one_way(tmp_path: Path) -> None:
    write(tmp_path, ABOVE.replace("delar: [{fil: del-2/agreement.yaml}]\n", ""))
    found = [found for found in run(tmp_path).diagnostics if found.code == "FAM04"]
    assert [(one.file, one.span.line) for one in found] == [("del-2/agreement.yaml", 5)]
