"""``samverkan steps``."""

import sys

from samverkan_cli.cli.common import (
    Alone,
    Format,
    NoColor,
    Paths,
    SettingsFile,
    Today,
    check_format,
    print_lines,
    run_check,
    stop_in_report,
)


def steps(
    paths: Paths = None,
    today: Today = None,
    settings: SettingsFile = None,
    format: Format = "text",
    alone: Alone = False,
    no_color: NoColor = False,
) -> int:
    """De fem stegen: vad varje steg ska ge, vad som finns, och om ni kan gå vidare."""
    from samverkan_cli.checking.rule import packs
    from samverkan_cli.reporters import writer
    from samverkan_cli.reporters.steps import render

    check_format(format, ("text", "json"))
    with stop_in_report(paths, today, format):
        report = run_check(paths, today, settings, ["steg"], None, None, True, alone=alone).report
    if format == "json":
        writer("json")(report, sys.stdout)
    else:
        print_lines(render(report, next(pack for pack, _ in packs() if pack.name == "steg")), no_color)
    return 0
