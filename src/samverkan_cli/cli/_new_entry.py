"""``samverkan new åtgärd`` and the other four: one more entry in a document that exists."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan_cli.errors import SamverkanError

if TYPE_CHECKING:
    from samverkan_cli.project.dossier import Dossier, Member
    from samverkan_cli.project.sources import Sources
    from samverkan_cli.scaffold.interview import Given
    from samverkan_cli.scaffold.kinds import Kind
    from samverkan_cli.scaffold.questions import Terminal


def absolute(name: str) -> Path:
    """The path that somebody typed, from the root; links are kept."""
    return Path(os.path.abspath(Path(name).expanduser()))


def add_entry(terminal: Terminal, kind: Kind, path: Path, given: Given, into: Path | None, written: list[str], today: datetime.date) -> int:
    """Ask, number, put it in, and say where it stands."""
    from samverkan_cli.project.sources import Sources
    from samverkan_cli.scaffold.entry_interview import ask_fields, given_fields
    from samverkan_cli.scaffold.summary import quoted
    from samverkan_cli.scaffold.targets import areas_of, next_id, said_above
    from samverkan_cli.scaffold.values import in_order
    from samverkan_cli.text import atomic_write
    from samverkan_cli.text.sanitize import one_line
    from samverkan_cli.validation.edit import edited
    from samverkan_cli.yaml.edit import Add

    sources = Sources()
    dossier = _dossier(terminal, into or path, sources, today)
    dates = [f"när.{key}={day}" for key, day in (("från", given.start), ("till", given.end)) if day]
    areas = [f"gäller_fokusområden={', '.join(given.focus_areas)}"] if given.focus_areas else []
    entry = given_fields(kind, dossier, [*areas, *dates, *written])
    file = next((one for one in (into, path) if one is not None and one.is_file()), None)
    member = _named(dossier, file) if file else _chosen(terminal, dossier, kind, areas_of(dossier, entry))
    raw = sources.raw(member.path) or b""
    if terminal.asks:
        terminal.say(f"{kind.article} i {member.document.file}. Tom rad hoppar över frågan. Ctrl-C avbryter, och då skrivs ingenting.\n")
    entry = ask_fields(terminal, kind, dossier, member, entry)
    id = next_id(dossier, member, kind, entry)
    after = edited(member.document.file, raw, [Add((kind.section,), in_order(said_above(member, entry), kind, id))])
    atomic_write.replace(member.path, atomic_write.digest(raw), after)
    sys.stdout.write(f"{id} står nu i {one_line(member.document.file)}\n")
    sys.stdout.write(f"Nästa steg: samverkan check {one_line(quoted(dossier.root.document.file))}\n")
    return 0


def _dossier(terminal: Terminal, path: Path, sources: Sources, today: datetime.date) -> Dossier:
    """The agreement that a path means, or the document that stands alone; asked for if there are several agreements."""
    from samverkan_cli.project.discovery import find_dossiers
    from samverkan_cli.scaffold.questions import choose

    there = find_dossiers([path], today, sources)
    found = {one.root.document.file: one for one in [one for one in there if one.is_agreement] or there}
    if len(found) == 1:
        return next(iter(found.values()))
    if not terminal.asks:
        raise SamverkanError(
            f"{path} har {len(found)} {'överenskommelser' if there[0].is_agreement else 'dokument'}", "Välj en: " + ", ".join(found)
        )
    choices = [(file, f"{one.title}  ({file})") for file, one in found.items()]
    return found[choose(terminal, "I vilken överenskommelse?", "SÖKVÄG", choices, None)]


def _named(dossier: Dossier, file: Path) -> Member:
    from samverkan_cli.scaffold.targets import member_at

    member = member_at(dossier, absolute(str(file)))
    if member is None:
        raise SamverkanError(f"{file} är inget dokument i överenskommelsen {dossier.title}", "Välj en av dess filer.")
    if member.model is None or any(fault.code == "FIL02" for fault in member.document.faults):
        raise SamverkanError(f"{file} går inte att läsa", "samverkan check visar vad som är fel. Rätta det först; ingenting är skrivet.")
    return member


def _chosen(terminal: Terminal, dossier: Dossier, kind: Kind, areas: list[str]) -> Member:
    """The document where it belongs; asked for if there are several."""
    from samverkan_cli.scaffold.questions import choose
    from samverkan_cli.scaffold.targets import candidates

    places = {one.document.file: one for one in candidates(dossier, kind, areas)}
    if len(places) == 1:
        return next(iter(places.values()))
    if not terminal.asks:
        raise SamverkanError(f"{len(places)} dokument kan ha {kind.section}", "Välj med --in: " + ", ".join(places))
    choices = [(file, f"{one.model.title if one.model else ''}  ({file})") for file, one in places.items()]
    return places[choose(terminal, f"{kind.article}: i vilket dokument?", "--in", choices, None)]
