"""Small agreements that tests write themselves, and what is said of their points."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from samverkan_cli.api import Options
from samverkan_cli.checking.report import PointReport
from support.packages import judge

HEAD = """\
samverkan: 1
typ: överenskommelse
id: x
titel: Överenskommelse
parter:
  - {id: kommun, typ: kommun, namn: Ekhults kommun}
  - {id: polis, typ: polis, nivå: lokalpolisområde, namn: Lokalpolisområde Ekhult}
"""


def points(
    folder: Path, text: str, files: Mapping[str, str] | None = None, *, day: str = "2027-06-01", steps: bool = True
) -> dict[str, PointReport]:
    """The points of the agreement that begins as HEAD and goes on with ``text``, beside other files, by their codes."""
    for name, content in {"agreement.yaml": HEAD + text, **(files or {})}.items():
        (folder / name).write_text(content, encoding="utf-8")
    report = judge(folder, datetime.date.fromisoformat(day), Options(all_steps=steps))
    (dossier,) = (one for one in report.dossiers if one.agreement == "agreement.yaml")
    return {point.code: point for point in dossier.points}
