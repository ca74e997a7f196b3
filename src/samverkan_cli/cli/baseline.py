"""``samverkan baseline``."""

from __future__ import annotations

import sys
from pathlib import Path

from samverkan_cli.cli.common import AllSteps, Paths, SettingsFile, Today, the_day, write_whole


def baseline(paths: Paths = None, today: Today = None, settings: SettingsFile = None, all_steps: AllSteps = False) -> int:
    """Skriv ner det som är fel nu, så att bara nya fel stoppar. Filen ligger bredvid överenskommelsen."""
    from samverkan_cli.checking.baseline import path_of, read_baseline, updated
    from samverkan_cli.checking.run import Options, check
    from samverkan_cli.diagnostics import Diagnostic
    from samverkan_cli.project.discovery import find_dossiers
    from samverkan_cli.project.family import with_family
    from samverkan_cli.project.settings import find_settings, load_settings
    from samverkan_cli.project.sources import Shelf
    from samverkan_cli.swedish import count

    day = the_day(today)
    shelf = Shelf()
    by_file: dict[Path, tuple[dict[str, list[Diagnostic]], dict[str, frozenset[str]]]] = {}
    before = 0
    for found in find_dossiers(paths or [Path()], day, shelf):
        dossier = with_family(found, shelf)
        chosen = settings if settings is not None else find_settings(dossier.root.path.parent)
        policy = load_settings(chosen.absolute() if chosen else None, shelf)
        report = check([dossier], day, lambda _, policy=policy: policy, Options(all_steps=all_steps))  # type: ignore[misc]
        findings, mandatory = by_file.setdefault(path_of(dossier), ({}, {}))
        findings[dossier.id] = list(report.diagnostics)
        mandatory[dossier.id] = policy.mandatory
        before += len(read_baseline(dossier, shelf.raw))
    for path, (findings, mandatory) in by_file.items():
        text = updated(shelf.raw(path), path, findings, mandatory)
        written = text.count('"fingerprint"')
        if not written and shelf.raw(path) is None:
            sys.stdout.write(f"{shelf.shown(path.parent)}: inget att skriva ner.\n")
            continue
        write_whole(path, lambda stream, text=text: stream.write(text) and None)  # type: ignore[misc]
        sys.stdout.write(f"{shelf.shown(path)}: {count(written, 'känt fynd', 'kända fynd')}, {before} förut.\n")
    return 0
