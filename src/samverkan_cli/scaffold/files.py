"""Files onto the disk: all of them or none, and never over one that exists."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.atomic_write import create, create_tree, display_path, reason
from samverkan_cli.text.one_writer import sweep

Files = Mapping[Path, str]

_SWEPT = 4
"""The folders above a file that a run which was killed may have made it from: nobody names deeper ones that are not there."""


def refuse_existing(files: Files) -> None:
    """Raise ``SamverkanError`` if any of the files, absolute paths, exists, or if a folder's place is taken by a file. What a run that was killed
    has left where they shall stand is taken away."""
    for path in files:
        for above in [*path.parents][:_SWEPT]:
            sweep(above)
        if os.path.lexists(path):
            raise SamverkanError(f"{display_path(path)} finns redan, och skrivs inte över", "Välj en annan mapp. Ingenting är skrivet.")
        taken = next((above for above in path.parents if above.exists()), None)
        if taken is not None and not taken.is_dir():
            raise SamverkanError(f"{display_path(taken)} är en fil, ingen mapp", "Välj en annan mapp. Ingenting är skrivet.")


def place(files: Files, verify: Callable[[], None]) -> None:
    """Write all files and let ``verify`` look at them where they stand. Whatever goes wrong, also an interruption, leaves nothing behind.

    What comes in a folder that is not there comes with it, whole or not at all, also if the program is killed. The first file names the others,
    so it comes last.
    """
    refuse_existing(files)
    made: list[Path] = []
    try:
        for top, own in reversed(_together(files).items()):
            inside = {path.relative_to(top).as_posix(): text.encode("utf-8") for path, text in own.items() if path != top}
            if inside:
                create_tree(top, inside)
                made += _made_in(top, own)
            else:
                create(top, own[top].encode("utf-8"))
                made.append(top)
        verify()
    except OSError as error:
        _roll_back(made)
        raise SamverkanError(
            f"{display_path(Path(error.filename or '.'))} gick inte att skriva: {reason(error)}", "Ingenting är skrivet."
        ) from error
    except BaseException:
        _roll_back(made)
        raise


def _together(files: Files) -> dict[Path, dict[Path, str]]:
    """The files by what has to be made for them: the outermost folder that is missing, else the file itself."""
    found: dict[Path, dict[Path, str]] = {}
    for path, text in files.items():
        missing = [above for above in path.parents if not above.exists()]
        found.setdefault(missing[-1] if missing else path, {})[path] = text
    return found


def _made_in(top: Path, files: Files) -> list[Path]:
    """What was made, in order: folders before what is in them."""
    folders = {above for path in files for above in path.parents if above.is_relative_to(top)}
    return [*sorted(folders), *files]


def _roll_back(made: list[Path]) -> None:
    for path in reversed(made):
        if path.is_dir():
            try:
                path.rmdir()
            except OSError:
                continue
        else:
            path.unlink(missing_ok=True)
