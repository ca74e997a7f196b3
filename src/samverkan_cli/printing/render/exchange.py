"""The old package out and the new one in. Whoever reads sees a folder of the package as it was, as it is to be, or for a moment not at all.

Everything is first made beside, in ``NEW``: each folder of the package whole, with what others have put in the old one. Then the old folders are
moved to ``OLD`` and the new ones in, each in one step. A journal, there from before the first step to after the last, says that it is not done:
with it there, the old folders are moved back. Only one of our processes at a time may do any of this: see ``one_writer``.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

NEW = ".samverkan-new"
OLD = ".samverkan-old"
JOURNAL = f"{OLD}/journal"

IsOurs = Callable[[str], bool]
"""Whether a file, by its name in the out folder, is one that we have written and that nobody has changed."""


def is_left(out: Path) -> bool:
    """Whether something lies there of an exchange that goes on or was interrupted."""
    return any(os.path.lexists(out / name) for name in (NEW, OLD))


def is_interrupted(out: Path) -> bool:
    """Whether an exchange has begun and not ended."""
    return (out / JOURNAL).is_file()


def folders_of(names: Iterable[str]) -> list[str]:
    """The folders that are exchanged whole: the outermost ones. What lies beside them is exchanged file by file."""
    return sorted({name.partition("/")[0] for name in names if "/" in name})


def exchange(out: Path, files: Mapping[str, bytes], removed: Collection[str]) -> None:
    """Put the files in, in their order where they lie in no folder, and take away what is removed. Raises ``OSError``, maybe half way."""
    new, aside = out / NEW, out / OLD
    folders = folders_of((*files, *removed))
    alone = [name for name in (*files, *removed) if "/" not in name]
    new.mkdir()
    for name, data in files.items():
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).write_bytes(data)
    for name in folders:
        if (out / name).is_dir():
            _carry(out / name, new / name, name, lambda own: own in files or own in removed)
    aside.mkdir()
    for name in alone:
        if (out / name).is_file():
            _give_second_name(out / name, aside / name)
    (new / "journal").write_bytes(b"")
    move(new / "journal", out / JOURNAL)
    for name in folders:
        move(out / name, aside / name)
        move(new / name, out / name)
    for name in removed:
        if "/" not in name:
            (out / name).unlink(missing_ok=True)
    for name in alone:
        move(new / name, out / name)
    (out / JOURNAL).unlink()


def undo(out: Path, folders: Iterable[str], alone: Iterable[str], came_in: IsOurs) -> None:
    """Move the old folders and files back. ``came_in`` knows what the exchange has brought; the rest is somebody's own, and stays.

    It may be interrupted too, and done again.
    """
    new, aside = out / NEW, out / OLD
    for name in folders:
        brought = (out / name).is_dir() and any(came_in(own) for own in _files_in(out / name, name))
        if not brought and not os.path.lexists(aside / name):
            continue
        if (out / name).is_dir():
            _carry(out / name, aside / name, name, came_in)
            shutil.rmtree(new / name, ignore_errors=True)
            move(out / name, new / name)
        move(aside / name, out / name)
    for name in alone:
        if (aside / name).is_file():
            # The old one stays aside too: if this is interrupted it shall be found there again.
            new.mkdir(exist_ok=True)
            (new / name).unlink(missing_ok=True)
            _give_second_name(aside / name, new / name)
            move(new / name, out / name)
        elif came_in(name):
            (out / name).unlink(missing_ok=True)
    (out / JOURNAL).unlink()


def tidy(out: Path) -> None:
    """Take away what was made beside. What cannot be taken away is left to the next run."""
    shutil.rmtree(out / OLD, ignore_errors=True)
    shutil.rmtree(out / NEW, ignore_errors=True)


def move(source: Path, target: Path) -> None:
    """Let what there is change its name, in one step; nothing if there is nothing."""
    if os.path.lexists(source):
        source.replace(target)


def _files_in(folder: Path, name: str) -> Iterable[str]:
    for entry in _entries(folder):
        if _is_folder(entry):
            yield from _files_in(Path(entry.path), f"{name}/{entry.name}")
        else:
            yield f"{name}/{entry.name}"


def _carry(source: Path, target: Path, name: str, ours: IsOurs) -> None:
    """Give ``target`` what lies in ``source`` and is not ours, links as links; folders of theirs that are empty too."""
    for entry in _entries(source):
        own = f"{name}/{entry.name}"
        there = target / entry.name
        if _is_folder(entry):
            if _entries(Path(entry.path)):
                _carry(Path(entry.path), there, own, ours)
            else:
                there.mkdir(parents=True, exist_ok=True)
        elif not ours(own) and not os.path.lexists(there):
            target.mkdir(parents=True, exist_ok=True)
            _give_second_name(Path(entry.path), there)
    if target.is_dir():
        with suppress(OSError):
            shutil.copymode(source, target)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda one: one.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) and not (hasattr(entry, "is_junction") and entry.is_junction())


def _give_second_name(path: Path, target: Path) -> None:
    """Have the same file in two places; where a disk cannot do that, a copy of it. A link is not followed."""
    try:
        os.link(path, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(path, target, follow_symlinks=False)
