"""The program as a library: open what lies on the disk, and check it. The commands go this way, and so may others.

>>> project = open_project(["examples/huddinge"], today=datetime.date(2019, 6, 1))
>>> report = check(project)
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from pathlib import Path

from samverkan_cli.checking.report import Report
from samverkan_cli.checking.run import check as check_cases
from samverkan_cli.checking.select import Options
from samverkan_cli.errors import SamverkanError
from samverkan_cli.project.discovery import find_alone
from samverkan_cli.project.run import Case, Finder, Project
from samverkan_cli.project.sources import Sources


def open_project(
    paths: Iterable[str | os.PathLike[str]] = (),
    *,
    today: datetime.date,
    settings: Path | None = None,
    sources: Sources | None = None,
    find: Finder | None = None,
    alone: bool = False,
) -> Project:
    """Open what the paths name: an agreement, its folder, a folder with many, or a document; none means the working directory.

    A document belongs to the agreement that lists it; one that belongs to none is a dossier of its own, and with ``alone`` every one that is
    named is.

    ``today`` is the day to judge; the clock is never looked at. ``settings`` is a settings file instead of the nearest ``samverkan.yaml``.
    ``sources`` reads the files (an editor has texts that are not saved). Raises ``SamverkanError`` for what is not there or is not ours.
    """
    return Project.open([Path(path) for path in paths], today, sources, settings, find_alone if alone else find)


def check(project: Project, options: Options | None = None) -> Report:
    """Everything that is wrong with the project's dossiers, and how they stand against the checklists. Nothing is written.

    Raises ``SamverkanError`` for settings or a baseline that are wrong.
    """
    chosen = options or Options()
    return check_cases(project.cases(baseline=chosen.baseline), project.today, chosen)


__all__ = ["Case", "Options", "Project", "Report", "SamverkanError", "check", "check_cases", "open_project"]
