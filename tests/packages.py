"""Packages on the disk, checked as the command line does it."""

import datetime
import io
import shutil
from pathlib import Path

from samverkan_cli.check import Options, check
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.report import PointReport, Report
from samverkan_cli.reporters import writer
from samverkan_cli.settings import find_settings, load_settings
from samverkan_cli.workspace import Shelf, find_dossiers

ROOT = Path(__file__).resolve().parents[1]
HUDDINGE = ROOT / "examples" / "huddinge"
TODAY = datetime.date(2019, 6, 1)
ALL_STEPS = Options(all_steps=True)


def copy(package: Path, folder: Path) -> Path:
    """A copy that a test may change, with a boundary of its own."""
    (folder / ".git").mkdir(parents=True, exist_ok=True)
    return Path(shutil.copytree(package, folder / "paket"))


def judge(folder: Path, today: datetime.date = TODAY, options: Options = ALL_STEPS) -> Report:
    """The report on everything in a folder; files are named from there."""
    shelf = Shelf(base=folder)
    return check(
        find_dossiers([folder], today, shelf), today, lambda dossier: load_settings(find_settings(dossier.root.path.parent), shelf), options
    )


def short(report: Report) -> str:
    """The report as ``--format short``."""
    out = io.StringIO()
    writer("short")(report, out)
    return out.getvalue()


def places(report: Report) -> list[tuple[str, str, int]]:
    """Code, file and line of every finding."""
    return [(found.code, found.file, found.span.line) for found in report.diagnostics]


def point(report: Report, code: str) -> PointReport:
    """One point of the only dossier."""
    (dossier,) = report.dossiers
    return next(found for found in dossier.points if found.code == code)


def words_of(found: Diagnostic) -> str:
    """Everything that a finding says to the reader."""
    return "\n".join((found.message, found.help, found.paste, found.label, *(other.message for other in found.related)))


def swap(file: Path, old: str, new: str) -> int:
    """Replace a text that stands once in a file. Returns its line."""
    text = file.read_bytes().decode("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_bytes(text.replace(old, new).encode("utf-8"))
    return text[: text.index(old)].count("\n") + 1
