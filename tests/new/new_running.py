"""``samverkan`` in this process, from a folder of its own."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from samverkan_cli import cli
from samverkan_cli.checking.report import Report
from samverkan_cli.diagnostics import Group, Level

ROOT = Path(__file__).resolve().parents[2]
HUDDINGE = ROOT / "examples" / "huddinge"


@dataclass
class Ran:
    """What a run gave."""

    code: int
    out: str
    err: str


class Runner:
    """Runs the command in a folder."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.monkeypatch, self.capsys = folder, monkeypatch, capsys
        monkeypatch.chdir(folder)

    def __call__(self, *arguments: str) -> Ran:
        self.monkeypatch.setattr(sys, "argv", ["samverkan", *arguments])
        self.capsys.readouterr()
        code = cli._run()
        out, err = self.capsys.readouterr()
        return Ran(code, out, err)


def judged(folder: Path, today: str | None = None) -> Report:
    """The report on a folder, as ``samverkan check`` makes it."""
    from samverkan_cli.cli.common import run_check

    return run_check([folder], today, None, None, None, None, False).report


def failing(report: Report) -> list[str]:
    """The errors and warnings."""
    return [f"{found.code} {found.file}: {found.message}" for found in report.of(Group.NOW) if found.level is not Level.NOTE]


def tree(folder: Path) -> list[str]:
    """Every file and folder below, hidden ones included."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
