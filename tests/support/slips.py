"""A small, whole agreement to put slips into, and what is said of it."""

import datetime
from pathlib import Path

from samverkan_cli.api import Options, check, open_project
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.project.sources import Sources

DAY = datetime.date(2027, 6, 1)
AGREEMENT = """\
samverkan: 1
typ: överenskommelse
id: ekhult-2027
titel: Överenskommelse om samverkan i Ekhult
parter:
  - {id: kommun, typ: kommun, namn: Ekhults kommun}
  - {id: polis, typ: polis, nivå: lokalpolisområde, namn: Lokalpolisområde Ekhult}
"""
FIRST = len(AGREEMENT.splitlines()) + 1
"""The line that what is added begins on."""


def said(folder: Path, files: dict[str, str], *, all_steps: bool = True, base: Path | None = None) -> tuple[Diagnostic, ...]:
    """What is said of the agreement in a folder, of which ``files`` are the rest; ``agreement.yaml`` there is put after its first lines."""
    write(folder, files)
    sources = Sources(base=base or folder)
    project = open_project([folder], today=DAY, sources=sources)
    return check(project, Options(all_steps=all_steps)).diagnostics


def write(folder: Path, files: dict[str, str]) -> None:
    """The files in a folder with a boundary of its own."""
    if not (folder / ".git").exists():
        (folder / ".git").mkdir(parents=True)
    for name, text in {"agreement.yaml": "", **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(AGREEMENT + text if name == "agreement.yaml" else text, encoding="utf-8", newline="")
