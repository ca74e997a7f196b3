"""``samverkan baseline``."""

from __future__ import annotations

import sys
from pathlib import Path

from samverkan_cli.cli.common import AllSteps, Alone, Paths, SettingsFile, Today, evaluation_date
from samverkan_cli.errors import SamverkanError


def baseline(
    paths: Paths = None, today: Today = None, settings: SettingsFile = None, all_steps: AllSteps = False, alone: Alone = False
) -> int:
    """Skriv ner det som är fel nu, så att bara nya fel stoppar. Filen ligger bredvid överenskommelsen."""
    from samverkan_cli.api import Options, check_cases, open_project
    from samverkan_cli.checking.baseline import updated
    from samverkan_cli.checking.report import MOST, are_too_many
    from samverkan_cli.diagnostics import Diagnostic
    from samverkan_cli.project.baseline import LARGEST, path_of
    from samverkan_cli.swedish import count, number
    from samverkan_cli.text.atomic_write import digest, replace
    from samverkan_cli.text.sanitize import one_line

    project = open_project(paths or (), today=evaluation_date(today), settings=settings, alone=alone)
    sources = project.sources
    before = 0
    by_file: dict[Path, tuple[dict[str, list[Diagnostic]], dict[str, frozenset[str]]]] = {}
    for case in project.cases():
        report = check_cases([case], project.today, Options(all_steps=all_steps, baseline=False))
        if are_too_many(report.diagnostics):
            raise SamverkanError(
                f"{one_line(case.dossier.root.document.file)}: här är fler än {number(MOST)} fynd, och så många går inte att skriva ner som kända",
                "Rätta det som är fel på många ställen först, till exempel med  samverkan fix. Ingenting är skrivet.",
            )
        findings, mandatory = by_file.setdefault(path_of(case.dossier), ({}, {}))
        findings[case.dossier.id] = list(report.diagnostics)
        mandatory[case.dossier.id] = case.settings.mandatory
        before += len(case.known)
    for path, (findings, mandatory) in by_file.items():
        if path.is_symlink():
            raise SamverkanError(
                f"{sources.display_path(path)} är en länk, och genom en länk skrivs ingenting", "Ta bort länken och kör kommandot igen."
            )
        raw = sources.whole(path, LARGEST)
        text = updated(raw, path, findings, mandatory)
        written = text.count('"fingerprint"')
        if not written and raw is None:
            sys.stdout.write(f"{one_line(sources.display_path(path.parent))}: inget att skriva ner.\n")
            continue
        replace(path, None if raw is None else digest(raw), text.encode())
        sys.stdout.write(f"{one_line(sources.display_path(path))}: {count(written, 'känt fynd', 'kända fynd')}, {before} förut.\n")
    return 0
