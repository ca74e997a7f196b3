"""The only code that writes the package: whole or not at all, never through a link, and it removes only what its manifest says it wrote."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.exchange import JOURNAL, NEW, OLD, exchange, folders_of, is_interrupted, is_left, tidy, undo
from samverkan_cli.printing.render.manifest import LARGEST, MANIFEST, Made, Manifest, parents, read_manifest
from samverkan_cli.text.atomic_write import digest, reason
from samverkan_cli.text.one_writer import one_writer, sweep, wait_for_writer

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True)
class Written:
    """What a run did in a folder: the files it removed, since they are not part of the package any more, and those of them that it left,
    since somebody has changed them."""

    removed: tuple[str, ...]
    left: tuple[str, ...] = ()


def made_of(files: Mapping[str, bytes], today: str, source: str, options: Mapping[str, object]) -> Made:
    """The manifest's entry for one format."""
    return Made(today, source, options, {name: digest(data) for name, data in sorted(files.items())})


def opened(out: Path, *, change: bool) -> Manifest | None:
    """The manifest of a package folder, or ``None`` where there is none.

    A run that was interrupted there is undone first, so that what is said and done after this is about what really lies there; one that goes
    on is waited for. Raises ``SamverkanError`` for a link or a manifest that is not ours, for a run that goes on too long; and where nothing may
    be changed, for a run that was interrupted.
    """
    _refuse_links(out, [NEW, OLD, JOURNAL, MANIFEST])
    if not change and is_interrupted(out):
        wait_for_writer(out)
        if is_interrupted(out):
            raise SamverkanError(
                f"i {out} ligger en körning som avbröts", "Kör  samverkan render  utan  --check  först. Ingenting är ändrat."
            )
    if change and is_left(out):
        try:
            with one_writer(out):
                recover(out)
        except OSError as error:
            raise SamverkanError(
                f"en avbruten körning i {out} gick inte att ta tillbaka: {reason(error)}", "Kontrollera mappen."
            ) from error
    elif change:
        sweep(out)
    return manifest_in(out)


def manifest_in(out: Path) -> Manifest | None:
    """The manifest as it lies in a folder. Raises ``SamverkanError`` for one that is not ours, is a link or is no file."""
    _refuse_links(out, [MANIFEST])
    path = out / MANIFEST
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise SamverkanError(f"{path} är ingen vanlig fil", "Välj en annan mapp med  --out . Ingenting är ändrat.")
        with os.fdopen(os.open(path, os.O_RDONLY | _NO_LINK | getattr(os, "O_BINARY", 0)), "rb") as stream:
            return read_manifest(stream.read(LARGEST + 1), path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise SamverkanError(f"{path} går inte att läsa: {reason(error, reading=True)}", "Välj en annan mapp med  --out .") from error


def differences(out: Path, files: Mapping[str, bytes], known: Manifest | None) -> list[str]:
    """What differs between the folder and what would be written, one sentence each."""
    _refuse_links(out, [*files, *(known.files if known else ())])
    found = [] if known else [f"{MANIFEST} saknas"]
    for name, data in sorted(files.items()):
        path = out / name
        if not path.is_file():
            found.append(f"{name} saknas")
        elif path.read_bytes() != data:
            found.append(f"{name} är ändrad")
    for name in sorted(known.files if known else ()):
        if name not in files and (out / name).is_file():
            found.append(f"{name} ska inte finnas längre")
    return found


def write_package(out: Path, files: Mapping[str, bytes], manifest: Manifest, old: Manifest | None) -> Written | None:
    """Put the files in the folder. ``manifest`` is the new list, ``old`` the one that lay there. ``None``, and nothing done, if that is not
    what lies there any more: then somebody else has written there since, and what is to be written must be thought through anew.

    Each folder of the package is first made whole beside the old one, and then they change places; if that is interrupted, the old ones are
    moved back, at once or (after a kill or a power cut) the next time. What nobody's manifest names is left where it is. Raises
    ``SamverkanError`` if a link stands in the way, if somebody else's file would be written over, if somebody else goes on writing there, or if
    the folder cannot be written; what it says of the old package has then been looked at.
    """
    try:
        with one_writer(out, make=True):
            recover(out)
            return _written(out, files, manifest, old) if manifest_in(out) == old else None
    except OSError as error:
        raise SamverkanError(f"paketet gick inte att skriva i {out}: {reason(error)}", _what_is_left(out, old)) from error


def _written(out: Path, files: Mapping[str, bytes], manifest: Manifest, old: Manifest | None) -> Written:
    outdated = {name: checksum for name, checksum in sorted((old.files if old else {}).items()) if name not in manifest.files}
    _refuse_links(out, [MANIFEST, *files, *outdated])
    removed = tuple(name for name, checksum in outdated.items() if _holds(out / name, checksum))
    left = tuple(name for name in outdated if name not in removed and (out / name).exists())
    _spare(out, files, old)
    try:
        exchange(out, {**files, MANIFEST: manifest.text().encode()}, removed)
    except BaseException:
        recover(out)
        raise
    tidy(out)
    return Written(removed, left)


def _what_is_left(out: Path, old: Manifest | None) -> str:
    """What a failed run has left, as it is found."""
    if old is None:
        return "Där fanns inget paket förut."
    whole = all(_holds(out / name, checksum) for name, checksum in old.files.items())
    return (
        "Det gamla paketet är kvar som det var." if whole else "Det gamla paketet är inte helt. Kör kommandot igen när felet är avhjälpt."
    )


def _holds(path: Path, checksum: str) -> bool:
    try:
        return digest(path.read_bytes()) == checksum
    except OSError:
        return False


def _refuse_links(out: Path, names: Iterable[str]) -> None:
    """Raise ``SamverkanError`` if something on the way to a name is a link: it may lead anywhere. The folder itself the user has named."""
    seen: set[str] = set()
    for name in names:
        for step in parents(name):
            if step in seen:
                continue
            seen.add(step)
            path = out / step
            if path.is_symlink() or (hasattr(path, "is_junction") and path.is_junction()):
                raise SamverkanError(
                    f"{path.as_posix()} är en länk, och genom en länk skrivs och tas ingenting bort",
                    "Ta bort länken, eller välj en annan mapp med  --out . Ingenting är ändrat.",
                )


def _spare(out: Path, files: Mapping[str, bytes], old: Manifest | None) -> None:
    """Refuse to write over a file that no manifest says is ours, unless it already holds what would be written."""
    ours = old.files if old else {}
    strangers = [name for name in folders_of(files) if (out / name).exists() and not (out / name).is_dir()]
    strangers += [name for name, data in sorted(files.items()) if name not in ours and _differs(out / name, data)]
    if strangers:
        more = f" och {len(strangers) - 3} till" if len(strangers) > 3 else ""
        raise SamverkanError(
            f"i {out} finns filer som samverkan inte har skrivit och som skulle skrivas över: {', '.join(strangers[:3])}{more}",
            "Välj en annan mapp med  --out , eller flytta undan filerna. Ingenting är ändrat.",
        )


def _differs(path: Path, data: bytes) -> bool:
    return path.exists() and not (path.is_file() and path.read_bytes() == data)


def recover(out: Path) -> None:
    """Undo an exchange that was interrupted: put back what had been moved aside, and take away what had come in. Nobody else may write there.

    What lies there is not trusted. Only the folders of a manifest of ours are touched; of what is in them only a file with the very content that
    the new manifest names is taken away; and what a link leads to is never looked at.
    """
    _refuse_links(out, [NEW, OLD, JOURNAL])
    if is_interrupted(out):
        here, beside, aside = (_manifest_or_none(folder) for folder in (out, out / NEW, out / OLD))
        before = aside or (here if beside else None)
        known = before.files if before else {}
        after = beside or here
        fresh = {name: checksum for name, checksum in (after.files if after else {}).items() if known.get(name) != checksum}
        names = [*known, *fresh]
        alone = sorted({name for name in names if "/" not in name})
        for folder in (".", OLD, NEW):
            _refuse_links(out, [name if folder == "." else f"{folder}/{name}" for name in (*names, MANIFEST)])
        made = MANIFEST if before is None and beside is None else None

        def came_in(name: str) -> bool:
            return name == made or (name in fresh and _holds(out / name, fresh[name]))

        undo(out, folders_of(names), [*alone, MANIFEST], came_in)
    tidy(out)


def _manifest_or_none(folder: Path) -> Manifest | None:
    """The manifest in a folder; none where it is broken or somebody else's."""
    try:
        return manifest_in(folder)
    except SamverkanError:
        return None
