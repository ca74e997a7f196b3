"""Prints how the verdicts are spread: for each point, how many of the real dossiers, and of the examples, have each verdict.

    python tools/spread.py --pack skåne-17 --pack samverkanshandboken

A point that says the same of all of them tells nobody anything: look at its rule again. Where a folder has a ``records.txt``, only the dossiers
that it names are counted: the others are there for the sake of these. The day judged is the same each time, unless ``--today`` says another.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections import Counter
from pathlib import Path

from samverkan_cli.api import check, open_project
from samverkan_cli.checking.report import Basis, DossierReport, PointReport, Verdict
from samverkan_cli.checking.rule import packs

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "tests" / "data" / "real", ROOT / "examples")
DAY = datetime.date(2025, 6, 1)
DECLARED = "met, declared"
COLUMNS = ("met", DECLARED, *(verdict.value for verdict in Verdict if verdict is not Verdict.MET))


def agreements(folder: Path, today: datetime.date) -> list[DossierReport]:
    """The agreements of a folder, judged; those of ``records.txt`` where there is one."""
    report = check(open_project([folder], today=today))
    names = folder / "records.txt"
    wanted = set(names.read_text(encoding="utf-8").split()) if names.is_file() else None
    found = [dossier for dossier in report.dossiers if dossier.is_agreement]
    if wanted is None:
        return found
    counted = [dossier for dossier in found if Path(dossier.agreement).parent.name in wanted]
    if len(counted) != len(wanted):
        raise ValueError(f"{names}: {len(counted)} of {len(wanted)} are there")
    return counted


def spread(dossiers: list[DossierReport], pack: str) -> list[tuple[str, Counter[str]]]:
    """Each point of a pack with how many have each verdict, in the pack's order."""
    points = next(found.points for found, _ in packs() if found.name == pack)
    counts: dict[str, Counter[str]] = {point.code: Counter() for point in points}
    for dossier in dossiers:
        for point in dossier.points:
            if point.code in counts:
                counts[point.code][_column(point)] += 1
    return list(counts.items())


def _column(point: PointReport) -> str:
    declared = point.verdict is Verdict.MET and point.basis is Basis.DECLARED
    return DECLARED if declared else point.verdict.value


def table(rows: list[tuple[str, Counter[str]]]) -> str:
    """The counts as a table, with the verdicts that occur."""
    columns = [column for column in COLUMNS if any(counts[column] for _, counts in rows)]
    widths = [max(len(column), 3) for column in columns]
    code = max((len(name) for name, _ in rows), default=5)
    lines = [" ".join([f"{'':{code}}", *(f"{column:>{width}}" for column, width in zip(columns, widths, strict=True))])]
    for name, counts in rows:
        cells = [f"{counts[column] or '·':>{width}}" for column, width in zip(columns, widths, strict=True)]
        lines.append(" ".join([f"{name:{code}}", *cells]))
    return "\n".join(lines)


def main() -> int:
    """Reads the options and prints a table for each folder and pack."""
    parser = argparse.ArgumentParser(description="How many dossiers have each verdict, point by point.")
    parser.add_argument("folders", nargs="*", type=Path, help="folders with dossiers (default: the real ones and the examples)")
    parser.add_argument("--pack", action="append", choices=[pack.name for pack, _ in packs() if pack.points], help="default: skåne-17")
    parser.add_argument("--today", type=datetime.date.fromisoformat, default=DAY, help="the day to judge (default: %(default)s)")
    asked = parser.parse_args()
    for folder in asked.folders or FOLDERS:
        dossiers = agreements(folder, asked.today)
        for pack in asked.pack or ["skåne-17"]:
            print(f"{folder.name}: {len(dossiers)} agreements, {pack}, {asked.today}\n")  # noqa: T201
            print(table(spread(dossiers, pack)) + "\n")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
