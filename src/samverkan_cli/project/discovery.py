"""What the user named → the dossiers that are meant: an agreement, its folder, a folder with many, or an appendix."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.loading import listed_files, load_dossier
from samverkan_cli.project.paths import boundary, near_names, yaml_files
from samverkan_cli.project.sources import Sources, is_agreement
from samverkan_cli.text.spelling import fold


def find_dossiers(paths: list[Path], today: datetime.date, sources: Sources) -> list[Dossier]:
    """The dossiers that the paths name, each once, in order.

    Raises ``SamverkanError`` for a path that does not exist, that is not ours, or where there is no agreement.
    """
    roots: dict[Path, None] = {}
    for path in paths:
        for root in _roots(Path(os.path.abspath(sources.base / path)), path, sources):
            roots[root] = None
    return [load_dossier(root, today, sources) for root in roots]


def _roots(path: Path, asked: Path, sources: Sources) -> list[Path]:
    if path.is_dir():
        found = [file for file in yaml_files(path) if is_agreement(sources.type_of(file))]
        if not found:
            above = _agreement_above(path, sources)
            if above:
                return above
            raise SamverkanError(
                f"det finns ingen överenskommelse i {asked.as_posix()}",
                "En överenskommelse är en .yaml-fil som börjar med  samverkan: 1  och  typ: överenskommelse.",
            )
        return found
    if sources.raw(path) is None:
        raise SamverkanError(f"{asked.as_posix()} finns inte", near_names(path))
    written = sources.type_of(path)
    if written is None:
        raise SamverkanError(
            f"{asked.as_posix()} är ingen fil för samverkan: nyckeln samverkan saknas",
            "Skriv  samverkan: 1  och  typ: …  överst i filen.",
        )
    if is_agreement(written):
        return [path]
    if fold(written) == fold("inställningar"):
        return _roots(path.parent, asked.parent, sources)
    found = _dossier_of(path, sources)
    if not found:
        raise SamverkanError(
            f"hittar ingen överenskommelse som {asked.as_posix()} hör till",
            "Lägg filen i överenskommelsens mapp och ta upp den under bilagor.",
        )
    return found


def _agreements_in(folder: Path, sources: Sources) -> list[Path]:
    try:
        files = sorted(child for child in folder.iterdir() if child.suffix in (".yaml", ".yml"))
    except OSError:
        return []
    return [file for file in files if is_agreement(sources.type_of(file))]


def _agreement_above(folder: Path, sources: Sources) -> list[Path]:
    """The agreements in the nearest folder upwards that has any, for a folder that only holds appendices."""
    limit = boundary(folder)
    if not any(sources.type_of(file) is not None for file in yaml_files(folder)):
        return []
    for above in folder.parents:
        found = _agreements_in(above, sources)
        if found:
            return found
        if above == limit:
            break
    return []


def _dossier_of(path: Path, sources: Sources) -> list[Path]:
    """The agreements that list a document; else those in the nearest folder upwards."""
    limit = boundary(path.parent)
    nearest: list[Path] = []
    for folder in path.parents:
        found = _agreements_in(folder, sources)
        listing = [root for root in found if path in listed_files(sources.load(root), root)]
        if listing:
            return listing
        nearest = nearest or found
        if folder == limit:
            break
    return nearest
