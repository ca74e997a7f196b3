"""``samverkan check``."""

import sys

from samverkan_cli.cli.common import (
    AllSteps,
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
    write_outputs,
)


def check(
    paths: Paths = None,
    today: Today = None,
    settings: SettingsFile = None,
    format: Format = "text",
    output: Outputs = None,
    strict: Strict = False,
    all_steps: AllSteps = False,
    pack: Packs = None,
    select: Select = None,
    ignore: Ignore = None,
    no_baseline: NoBaseline = False,
    no_exemptions: NoExemptions = False,
    no_color: NoColor = False,
) -> int:
    """Hitta allt som saknas eller är fel, i en enda körning. Filerna ändras aldrig."""
    from samverkan_cli.reporters import FORMATS, writer
    from samverkan_cli.reporters.text_format import render

    check_format(format, FORMATS)
    parse_outputs(output, FORMATS)
    report = run_check(paths, today, settings, pack, select, ignore, all_steps, not no_baseline, not no_exemptions)
    write_outputs(output, report, FORMATS, writer)
    if format == "text":
        print_lines(render(report), no_color)
    else:
        writer(format)(report, sys.stdout)
    return 1 if report.fails(strict) else 0
