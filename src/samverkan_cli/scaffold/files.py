"""Files onto the disk: all of them or none, and never over one that exists."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.atomic_write import replace

Files = Mapping[Path, str]


def refuse_existing(files: Files) -> None:
    """Raise ``SamverkanError`` if any of the files, absolute paths, exists, or if a folder's place is taken by a file."""
    for path in files:
        if os.path.lexists(path):
            raise SamverkanError(f"{shown(path)} finns redan, och skrivs inte över", "Välj en annan mapp. Ingenting är skrivet.")
        taken = next((above for above in path.parents if above.exists()), None)
        if taken is not None and not taken.is_dir():
            raise SamverkanError(f"{shown(taken)} är en fil, ingen mapp", "Välj en annan mapp. Ingenting är skrivet.")


def shown(path: Path) -> str:
    """The path as people see it."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()


def place(files: Files, verify: Callable[[], None]) -> None:
    """Write all files and let ``verify`` look at them where they stand. Whatever goes wrong, also an interruption, leaves nothing behind."""
    refuse_existing(files)
    made: list[Path] = []
    waiting = None
    try:
        home = next(above for above in next(iter(files)).parents if above.is_dir())
        waiting = Path(tempfile.mkdtemp(dir=home, prefix=".samverkan-"))
        ready: dict[Path, Path] = {}
        for number, (path, text) in enumerate(files.items()):
            ready[path] = waiting / str(number)
            ready[path].write_bytes(text.encode("utf-8"))
        for path, temporary in ready.items():
            _make_folders(path.parent, made)
            made.append(path)
            _move(temporary, path, made)
        verify()
    except OSError as error:
        _take_back(made)
        raise SamverkanError(
            f"{shown(Path(error.filename or '.'))} gick inte att skriva: {error.strerror}", "Ingenting är skrivet."
        ) from error
    except BaseException:
        _take_back(made)
        raise
    finally:
        if waiting is not None:
            shutil.rmtree(waiting, ignore_errors=True)


def _make_folders(folder: Path, made: list[Path]) -> None:
    for missing in reversed([above for above in (folder, *folder.parents) if not above.exists()]):
        made.append(missing)
        missing.mkdir()


def _move(temporary: Path, path: Path, made: list[Path]) -> None:
    """Move without writing over what somebody else has put there meanwhile."""
    try:
        with path.open("xb"):
            pass
    except FileExistsError:
        made.remove(path)
        raise
    temporary.replace(path)


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        if path.is_dir():
            try:
                path.rmdir()
            except OSError:
                continue
        else:
            path.unlink(missing_ok=True)


def replace_bytes(path: Path, before: bytes, after: bytes) -> None:
    """Put new content in a file that still holds ``before``; it is either the old or the new, never half. Rights and links are kept."""
    replace(Path(os.path.realpath(path)), after, expected=before)
