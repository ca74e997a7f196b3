"""The only code that writes the package: whole or not at all, never through a link, and it removes only what its manifest says it wrote."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.manifest import LARGEST, MANIFEST, Made, Manifest, parents, read_manifest
from samverkan_cli.text.atomic_write import reason

_NEW = ".samverkan-new"
_OLD = ".samverkan-old"
_JOURNAL = "journal"
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


def digest(data: bytes) -> str:
    """A file's checksum."""
    return hashlib.sha256(data).hexdigest()


def opened(out: Path, *, change: bool) -> Manifest | None:
    """The manifest of a package folder, or ``None`` where there is none.

    A run that was interrupted there is undone first, so that what is said and done after this is about what really lies there. Raises
    ``SamverkanError`` for a link or a manifest that is not ours; and where nothing may be changed, for a run that was interrupted.
    """
    _refuse_links(out, [_NEW, _OLD, f"{_OLD}/{_JOURNAL}", MANIFEST])
    if (out / _OLD / _JOURNAL).exists() and not change:
        raise SamverkanError(f"i {out} ligger en körning som avbröts", "Kör  samverkan render  utan  --check  först. Ingenting är ändrat.")
    if change and out.is_dir():
        try:
            recover(out)
        except OSError as error:
            raise SamverkanError(
                f"en avbruten körning i {out} gick inte att ta tillbaka: {reason(error)}", "Kontrollera mappen."
            ) from error
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
        raise SamverkanError(f"{path} går inte att läsa: {reason(error)}", "Välj en annan mapp med  --out .") from error


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


def write_package(out: Path, files: Mapping[str, bytes], manifest: Manifest, old: Manifest | None) -> Written:
    """Put the files in the folder. ``manifest`` is the new list, ``old`` the one that lay there.

    Everything is first written beside the old package. Then the old files of the formats that are written are moved aside and the new ones
    in; if that is interrupted, the old ones are moved back, at once or (after a power cut) the next time. What nobody's manifest names is left
    where it is. Raises ``SamverkanError`` if a link stands in the way, if somebody else's file would be written over, or if the folder cannot
    be written; what it says of the old package has then been looked at.
    """
    outdated = {name: checksum for name, checksum in sorted((old.files if old else {}).items()) if name not in manifest.files}
    _refuse_links(out, [_NEW, _OLD, MANIFEST, *files, *outdated])
    removed = tuple(name for name, checksum in outdated.items() if _holds(out / name, checksum))
    left = tuple(name for name in outdated if name not in removed and (out / name).exists())
    try:
        out.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(out / _NEW, ignore_errors=True)
        _spare(out, files, old)
        _exchange(out, {**files, MANIFEST: manifest.text().encode()}, removed)
    except OSError as error:
        raise SamverkanError(f"paketet gick inte att skriva i {out}: {reason(error)}", _what_is_left(out, old)) from error
    _tidy(out, removed)
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
    strangers = [name for name, data in sorted(files.items()) if name not in ours and _differs(out / name, data)]
    if strangers:
        more = f" och {len(strangers) - 3} till" if len(strangers) > 3 else ""
        raise SamverkanError(
            f"i {out} finns filer som samverkan inte har skrivit och som skulle skrivas över: {', '.join(strangers[:3])}{more}",
            "Välj en annan mapp med  --out , eller flytta undan filerna. Ingenting är ändrat.",
        )


def _differs(path: Path, data: bytes) -> bool:
    return path.exists() and not (path.is_file() and path.read_bytes() == data)


def _exchange(out: Path, files: Mapping[str, bytes], outdated: Iterable[str]) -> None:
    new, aside = out / _NEW, out / _OLD
    for name, data in files.items():
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    # From here the order matters: the list of what is new comes first, so that an interrupted exchange can be undone.
    rows = "".join(f"{digest(data)} {name}\n" for name, data in files.items())
    (new / _JOURNAL).write_text(rows, encoding="utf-8")
    aside.mkdir()
    (new / _JOURNAL).replace(aside / _JOURNAL)
    try:
        for name in (*files, *outdated):
            _move(out / name, aside / name)
        for name in files:
            _move(new / name, out / name)
    except BaseException:
        recover(out)
        raise
    (aside / _JOURNAL).unlink()


def recover(out: Path) -> None:
    """Undo an exchange that was interrupted: take away what had come in, and put back what had been moved aside.

    The journal is not trusted. Only what a manifest of ours names is touched: a file with the very content that it names is taken away, and
    what it names is put back where nothing stands.
    """
    new, aside = out / _NEW, out / _OLD
    journal = aside / _JOURNAL
    _refuse_links(out, [_NEW, _OLD, f"{_OLD}/{_JOURNAL}"])
    if journal.is_file():
        manifests = [one for folder in (out, new, aside) if (one := _manifest_or_none(folder)) is not None]
        named = {(name, checksum) for one in manifests for name, checksum in one.files.items()}
        names = {name for name, _ in named} | {MANIFEST}
        for row in journal.read_text(encoding="utf-8", errors="replace").splitlines():
            checksum, _, name = row.partition(" ")
            if (name, checksum) not in named and name != MANIFEST:
                continue
            _refuse_links(out, [name])
            if not (new / name).exists() and _holds(out / name, checksum):
                (out / name).unlink()
        for name in sorted(names):
            _refuse_links(out, [f"{_OLD}/{name}", name])
            if not (out / name).exists():
                _move(aside / name, out / name)
    shutil.rmtree(aside, ignore_errors=True)
    shutil.rmtree(new, ignore_errors=True)


def _manifest_or_none(folder: Path) -> Manifest | None:
    """The manifest in a folder; none where it is broken or somebody else's."""
    try:
        return manifest_in(folder)
    except SamverkanError:
        return None


def _move(source: Path, target: Path) -> None:
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)


def _tidy(out: Path, names: Iterable[str]) -> None:
    """Take away what the exchange has left behind. The package is in its place by now, so nothing that fails here matters."""
    shutil.rmtree(out / _OLD, ignore_errors=True)
    shutil.rmtree(out / _NEW, ignore_errors=True)
    for name in names:
        for folder in [*parents(name)][-2::-1]:
            try:
                (out / folder).rmdir()
            except OSError:
                break
