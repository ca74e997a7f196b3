"""What the user named → the dossiers that are meant: an agreement, its folder, a folder with many, an appendix, or a document that stands alone."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.exclusion import Exclusion
from samverkan_cli.project.loading import listed_files, load_dossier
from samverkan_cli.project.paths import Neighbours, boundary, inside, yaml_files
from samverkan_cli.project.sources import Sources, is_agreement, is_settings
from samverkan_cli.swedish import alphabetical


def find_dossiers(paths: list[Path], today: datetime.date, sources: Sources) -> list[Dossier]:
    """The dossiers that the paths name, each once, in order.

    Raises ``SamverkanError`` for a path that does not exist, that is not ours, or where there is nothing of ours.
    """
    roots: dict[Path, None] = {}
    for path in paths:
        for root in _roots(Path(os.path.abspath(sources.base / path)), path, sources):
            roots[root] = None
    return [load_dossier(root, today, sources) for root in roots]


def find_alone(paths: Sequence[Path], today: datetime.date, sources: Sources) -> list[Dossier]:
    """The documents that the paths name, each as a root of its own, whoever lists it.

    Raises ``SamverkanError`` for what is no single document, and for an agreement, which is never without its appendices.
    """
    found: dict[Path, None] = {}
    for asked in paths:
        path = Path(os.path.abspath(sources.base / asked))
        if path.is_dir():
            raise SamverkanError(f"--alone gäller ett dokument, och {asked.as_posix()} är en mapp", "Skriv sökvägen till dokumentet.")
        written = _type_of(path, asked, sources)
        if is_agreement(written) or is_settings(written):
            what = "inställningar" if is_settings(written) else "en överenskommelse, som prövas med sina bilagor"
            raise SamverkanError(f"--alone går inte att använda på {asked.as_posix()}: det är {what}", "Kör utan --alone.")
        found[path] = None
    return [load_dossier(path, today, sources) for path in found]


def roots_in(folder: Path, sources: Sources) -> list[Path]:
    """The roots in a folder and below: its agreements, and the documents that belong to none.

    A document belongs to the agreement that lists it, else to one in its own folder or the nearest above. Where the folder has no
    agreement of its own, those are meant that its documents belong to.
    """
    ours = _documents(_found(folder, sources), sources)
    agreements = [file for file, written in ours if is_agreement(written)]
    if len(agreements) == len(ours):
        return agreements
    above = _agreements_above(folder, sources)
    if above:
        return agreements or above
    homes = {file.parent for file in agreements}
    loose = [file for file, written in ours if not is_agreement(written) and not any(home in homes for home in file.parents)]
    listing = _listing(folder, agreements, sources) if loose else {}
    alone = {file for file in loose if file not in listing}
    own = [file for file, written in ours if is_agreement(written) or file in alone]
    return own if agreements else list(dict.fromkeys((*own, *(listing[file] for file in loose if file in listing))))


def _roots(path: Path, asked: Path, sources: Sources) -> list[Path]:
    if path.is_dir():
        found = roots_in(path, sources)
        if not found and _documents(yaml_files(path), sources):
            raise SamverkanError(
                f"det som finns för samverkan i {asked.as_posix()} hoppas över",
                "Det står i .gitignore, eller under hoppa_över i samverkan.yaml. Skriv sökvägen till mappen eller filen som ska läsas.",
            )
        if not found:
            raise SamverkanError(
                f"det finns ingen överenskommelse i {asked.as_posix()}, och inget annat dokument för samverkan",
                "En överenskommelse är en .yaml-fil som börjar med  samverkan: 1  och  typ: överenskommelse.  Ett dokument för sig har en annan typ, till exempel  typ: åtgärdsplan.",
            )
        return found
    written = _type_of(path, asked, sources)
    if is_agreement(written):
        return [path]
    if is_settings(written):
        return _roots(path.parent, asked.parent, sources)
    return _holding(path, sources) or [path]


def _type_of(path: Path, asked: Path, sources: Sources) -> str:
    """``typ`` of a file that is named. Raises ``SamverkanError`` for one that is not there, or is not ours."""
    if sources.raw(path) is None:
        raise SamverkanError(f"{asked.as_posix()} finns inte", Neighbours().help(path))
    written = sources.type_of(path)
    if written is None:
        raise SamverkanError(
            f"{asked.as_posix()} är ingen fil för samverkan: nyckeln samverkan saknas",
            "Skriv  samverkan: 1  och  typ: …  överst i filen.",
        )
    return written


def _documents(files: Iterable[Path], sources: Sources) -> list[tuple[Path, str]]:
    """Those of some files that are documents of ours, each with its ``typ`` as written."""
    return [(file, written) for file in files if (written := sources.type_of(file)) is not None and not is_settings(written)]


def _found(folder: Path, sources: Sources) -> Iterator[Path]:
    """The files that are looked at in a folder: all but those that are left out."""
    return yaml_files(folder, Exclusion(folder, sources).skips)


def _agreements_in(folder: Path, sources: Sources) -> list[Path]:
    try:
        files = sorted(
            (child for child in folder.iterdir() if child.suffix in (".yaml", ".yml")), key=lambda child: alphabetical(child.name)
        )
    except OSError:
        return []
    return [file for file in files if is_agreement(sources.type_of(file))]


def _agreements_above(folder: Path, sources: Sources) -> list[Path]:
    """The agreements in the nearest folder above that has any, within the boundary."""
    limit = boundary(folder)
    for above in folder.parents if folder != limit else ():
        found = _agreements_in(above, sources)
        if found:
            return found
        if above == limit:
            break
    return []


def _holding(path: Path, sources: Sources) -> list[Path]:
    """The agreements that list a document, the nearest above it or anywhere within the boundary; else those in the nearest folder upwards."""
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
    elsewhere = _listing(path.parent, (), sources).get(path) if limit is not None else None
    return [elsewhere] if elsewhere is not None else nearest


def _listing(folder: Path, known: Iterable[Path], sources: Sources) -> dict[Path, Path]:
    """Each document that an agreement within the boundary lists, and the first that does. ``known`` are the agreements in the folder."""
    limit = boundary(folder)
    agreements = known if limit is None else [file for file in _found(limit, sources) if is_agreement(sources.type_of(file))]
    found: dict[Path, Path] = {}
    for root in agreements:
        reach = boundary(root.parent) or root.parent
        for file in listed_files(sources.load(root), root):
            if inside(file, reach):
                found.setdefault(file, root)
    return found
