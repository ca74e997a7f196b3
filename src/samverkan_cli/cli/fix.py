"""``samverkan fix``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from samverkan_cli.cli.common import Alone, Paths

Unsafe = Annotated[bool, typer.Option("--unsafe", show_default=False, help="Gör också det som kräver ett beslut. Läs igenom efteråt.")]
Diff = Annotated[bool, typer.Option("--diff", show_default=False, help="Visa vad som skulle ändras, men ändra ingenting.")]


def fix(paths: Paths = None, unsafe: Unsafe = False, diff: Diff = False, alone: Alone = False) -> int:
    """Rätta det som säkert går att rätta: felstavade nycklar, citattecken, ja och nej, datum, kodning."""
    import datetime

    from samverkan_cli.project.discovery import find_alone, find_dossiers
    from samverkan_cli.project.sources import Sources
    from samverkan_cli.swedish import count
    from samverkan_cli.text.atomic_write import digest, replace
    from samverkan_cli.text.one_writer import sweep
    from samverkan_cli.text.sanitize import one_line, several_lines
    from samverkan_cli.text.unified_diff import unified_diff
    from samverkan_cli.validation.fixes import fixed
    from samverkan_cli.yaml.reader import decode

    sources = Sources()
    files = {
        member.path: None
        for dossier in (find_alone if alone else find_dossiers)(paths or [Path()], datetime.date.max, sources)
        for member in dossier.members
        if not member.foreign and sources.raw(member.path) is not None
    }
    for folder in () if diff else {path.parent for path in files}:
        sweep(folder)
    total = 0
    for path in files:
        raw = sources.raw(path) or b""
        after, done = fixed(sources.display_path(path), raw, unsafe=unsafe)
        if not done:
            continue
        total += len(done)
        if diff:
            for line in unified_diff(decode(raw)[0], after.decode("utf-8-sig"), sources.display_path(path)):
                sys.stdout.write(several_lines(line) + "\n")
            continue
        replace(path, digest(raw), after)
        for one in done:
            sys.stdout.write(
                one_line(f"{sources.display_path(path)}:{one.fault.span.line}: rättat {one.fault.code} {one.fault.message}") + "\n"
            )
    if diff:
        return 1 if total else 0
    sys.stdout.write(f"{count(total, 'rättelse', 'rättelser')}.\n" if total else "Inget att rätta.\n")
    return 0
