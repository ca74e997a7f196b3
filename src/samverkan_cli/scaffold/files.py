"""Files onto the disk: all of them or none, and never over one that exists."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.atomic_write import create, display_path, reason

Files = Mapping[Path, str]


def refuse_existing(files: Files) -> None:
    """Raise ``SamverkanError`` if any of the files, absolute paths, exists, or if a folder's place is taken by a file."""
    for path in files:
        if os.path.lexists(path):
            raise SamverkanError(f"{display_path(path)} finns redan, och skrivs inte över", "Välj en annan mapp. Ingenting är skrivet.")
        taken = next((above for above in path.parents if above.exists()), None)
        if taken is not None and not taken.is_dir():
            raise SamverkanError(f"{display_path(taken)} är en fil, ingen mapp", "Välj en annan mapp. Ingenting är skrivet.")


def place(files: Files, verify: Callable[[], None]) -> None:
    """Write all files and let ``verify`` look at them where they stand. Whatever goes wrong, also an interruption, leaves nothing behind."""
    refuse_existing(files)
    made: list[Path] = []
    try:
        for path, text in files.items():
            _make_folders(path.parent, made)
            made.append(path)
            try:
                create(path, text.encode("utf-8"))
            except SamverkanError:
                # Nothing of ours stands there, and what somebody else has put there is left.
                made.remove(path)
                raise
        verify()
    except OSError as error:
        _roll_back(made)
        raise SamverkanError(
            f"{display_path(Path(error.filename or '.'))} gick inte att skriva: {reason(error)}", "Ingenting är skrivet."
        ) from error
    except BaseException:
        _roll_back(made)
        raise


def _make_folders(folder: Path, made: list[Path]) -> None:
    for missing in reversed([above for above in (folder, *folder.parents) if not above.exists()]):
        made.append(missing)
        missing.mkdir()


def _roll_back(made: list[Path]) -> None:
    for path in reversed(made):
        if path.is_dir():
            try:
                path.rmdir()
            except OSError:
                continue
        else:
            path.unlink(missing_ok=True)
