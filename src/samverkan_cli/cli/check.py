"""``samverkan check``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan_cli.cli.common import (
    AllSteps,
    Alone,
    ChangedFiles,
    ChangedSince,
    Force,
    Format,
    Ignore,
    NoBaseline,
    NoColor,
    NoExemptions,
    Outputs,
    Packs,
    Paths,
    Ready,
    Select,
    SettingsFile,
    Strict,
    Today,
    check_format,
    parse_outputs,
    print_lines,
    run_check,
    stop_in_report,
    write_outputs,
)
from samverkan_cli.errors import SamverkanError

if TYPE_CHECKING:
    from samverkan_cli.checking.report import Report
    from samverkan_cli.project.run import Finder


def check(
    paths: Paths = None,
    today: Today = None,
    settings: SettingsFile = None,
    format: Format = "text",
    output: Outputs = None,
    force: Force = False,
    strict: Strict = False,
    ready: Ready = False,
    all_steps: AllSteps = False,
    pack: Packs = None,
    select: Select = None,
    ignore: Ignore = None,
    changed_since: ChangedSince = None,
    changed_files: ChangedFiles = False,
    alone: Alone = False,
    no_baseline: NoBaseline = False,
    no_exemptions: NoExemptions = False,
    no_color: NoColor = False,
) -> int:
    """Hitta allt som saknas eller är fel, i en enda körning. Filerna ändras aldrig."""
    from samverkan_cli.reporters import FORMATS, writer
    from samverkan_cli.reporters.text_format import render

    check_format(format, FORMATS)
    outputs = parse_outputs(output, FORMATS)
    find = _finder(changed_since, changed_files, settings)
    if alone and find is not None:
        raise SamverkanError("--alone går inte att använda tillsammans med --changed-since eller --changed-files", "Välj en av dem.")
    with stop_in_report(paths, today, format, outputs, force):
        checked = run_check(paths, today, settings, pack, select, ignore, all_steps, not no_baseline, not no_exemptions, find, alone, True)
    report = checked.report
    write_outputs(outputs, checked, force, lambda name, stream: writer(name)(report, stream))
    if not report.dossiers:
        (sys.stdout if format == "text" else sys.stderr).write("Inget att pröva: ändringen rör inget dokument för samverkan.\n")
    if format != "text":
        writer(format)(report, sys.stdout)
    elif report.dossiers:
        print_lines(render(report, ready, strict), no_color)
    if "github" in (format, *(one.format for one in outputs)):
        _summarise(report)
    return 1 if report.fails(strict, ready) else 0


def _finder(changed_since: str | None, changed_files: bool, settings: Path | None) -> Finder | None:
    if changed_since is None and not changed_files:
        return None
    from samverkan_cli.project.git_changes import find_by_files, find_since

    if changed_since is None:
        return find_by_files(settings)
    if changed_files:
        raise SamverkanError("--changed-since och --changed-files går inte att använda tillsammans", "Välj en av dem.")
    return find_since(changed_since, settings)


def _summarise(report: Report) -> None:
    """GitHub names a file for what a step wants to show: the whole table goes there, after what other commands have put in it."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    from samverkan_cli.reporters.github_format import step_summary

    try:
        with Path(name).open("a", encoding="utf-8", newline="\n") as stream:
            step_summary(report, stream)
    except OSError as error:
        raise SamverkanError(f"stegets sammanfattning, {name}, gick inte att skriva: {error.strerror}") from error
