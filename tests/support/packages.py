"""Packages on the disk, checked as the command line does it."""

import datetime
import io
import re
import shutil
from pathlib import Path

from samverkan_cli.api import Options, check, open_project
from samverkan_cli.checking.report import PointReport, Report
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.project.sources import Sources
from samverkan_cli.reporters import writer

ROOT = Path(__file__).resolve().parents[2]
HUDDINGE = ROOT / "examples" / "huddinge"
TODAY = datetime.date(2019, 6, 1)
ALL_STEPS = Options(all_steps=True, baseline=False, ignore=("ST",))
"""Everything but what the five steps ask besides: an agreement that is going on has not followed up yet."""


def copy(package: Path, folder: Path) -> Path:
    """A copy that a test may change, with a boundary of its own."""
    (folder / ".git").mkdir(parents=True, exist_ok=True)
    return Path(shutil.copytree(package, folder / "paket"))


def judge(folder: Path, today: datetime.date = TODAY, options: Options = ALL_STEPS) -> Report:
    """The report on everything in a folder; files are named from there."""
    return check(open_project([folder], today=today, sources=Sources(base=folder)), options)


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
    return "\n".join((found.message, found.help, found.suggestion, found.label, *(other.message for other in found.related)))


JARGON = re.compile(
    r"\b(str|int|float|bool|boolean|dict|list|tuple|set|None|NoneType|null|true_type|literal|string|object|array|integer|number|enum|const|"
    r"schema|validation|pydantic|jsonschema|python|yaml|json|libyaml|extra_forbidden|missing|model|field|input|value|type|key|mapping|"
    r"sequence|scalar|token|block|flow|indicator|parser?|scann\w+|anchor|alias|expected|unexpected|found|error|exception|traceback|"
    r"\w+_type|\w+_error|\w+Error)\b",
    re.IGNORECASE,
)
"""Words that belong to the program and its libraries, not to the people who write agreements."""


def jargon(found: Diagnostic) -> list[str]:
    """The program's own words in what a finding says. File names and what stands in the file are not the program's."""
    text = re.sub(r"[\w./-]+\.(?:yaml|yml|svg)\b|”[^”]*”|\".*?\"", "", words_of(found))
    return [match[0] for match in JARGON.finditer(text)]


def swap(file: Path, old: str, new: str) -> int:
    """Replace a text that stands once in a file. Returns its line."""
    text = file.read_bytes().decode("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_bytes(text.replace(old, new).encode("utf-8"))
    return text[: text.index(old)].count("\n") + 1
