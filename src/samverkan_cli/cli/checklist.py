"""``samverkan checklist``."""

import sys
from typing import TextIO

from samverkan_cli.cli.common import (
    AllSteps,
    Alone,
    Force,
    Format,
    Ignore,
    NoBaseline,
    NoColor,
    NoExemptions,
    Outputs,
    Packs,
    Paths,
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


def checklist(
    paths: Paths = None,
    today: Today = None,
    settings: SettingsFile = None,
    format: Format = "text",
    output: Outputs = None,
    force: Force = False,
    strict: Strict = False,
    all_steps: AllSteps = False,
    pack: Packs = None,
    select: Select = None,
    ignore: Ignore = None,
    alone: Alone = False,
    no_baseline: NoBaseline = False,
    no_exemptions: NoExemptions = False,
    no_color: NoColor = False,
) -> int:
    """Checklistan, punkt för punkt, med bedömning och var det står."""
    from dataclasses import replace

    from samverkan_cli.checking.rule import packs as all_packs
    from samverkan_cli.reporters import writer
    from samverkan_cli.reporters.checklist import render

    formats = ("text", "json")
    check_format(format, formats)
    outputs = parse_outputs(output, formats)
    wanted = pack or ["skåne-17"]
    with stop_in_report(paths, today, format, outputs, force):
        checked = run_check(paths, today, settings, wanted, select, ignore, all_steps, not no_baseline, not no_exemptions, None, alone)
    report = checked.report
    dossiers = tuple(
        replace(dossier, points=tuple(point for point in dossier.points if point.pack in wanted)) for dossier in report.dossiers
    )
    report = replace(report, dossiers=dossiers)
    lines = list(render(report, [found for found, _ in all_packs() if found.name in wanted]))

    def write(name: str, stream: TextIO) -> None:
        if name == "json":
            writer("json")(report, stream)
        else:
            stream.writelines("".join(text for text, _ in line).rstrip() + "\n" for line in lines)

    write_outputs(outputs, checked, force, write)
    if format == "json":
        writer("json")(report, sys.stdout)
    else:
        print_lines(lines, no_color)
    return 1 if report.fails(strict) else 0
