"""Paths on the disk: which folder none may leave, which files there are, and which one was meant."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.atomic_write import display_path
from samverkan_cli.text.spelling import fold

SETTINGS_NAME = "samverkan.yaml"
AGREEMENT_NAME = "agreement.yaml"


def boundary(path: Path) -> Path | None:
    """The folder that no path may leave: the nearest ``.git`` upwards, else the outermost ``samverkan.yaml``. ``path`` is a folder.

    Without both it is the outermost of the folders right above that hold an agreement each, so that a part and what it is a part of
    can be copied anywhere together.
    """
    outermost = None
    for folder in (path, *path.parents):
        if (folder / ".git").exists():
            return folder
        if (folder / SETTINGS_NAME).is_file():
            outermost = folder
    if outermost is None:
        for folder in path.parents:
            if not (folder / AGREEMENT_NAME).is_file():
                break
            outermost = folder
    return outermost


def yaml_files(folder: Path) -> Iterator[Path]:
    """Every ``.yaml`` and ``.yml`` below a folder, in order; hidden folders are skipped, and so are links that leave the boundary."""
    limit = boundary(folder) or folder
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root) / name
            if name.endswith((".yaml", ".yml")) and not name.startswith(".") and not (path.is_symlink() and not inside(path, limit)):
                yield path


def inside(path: Path, limit: Path) -> bool:
    """Whether a path stays within the boundary, also when links are followed."""
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(limit)) and path.is_relative_to(limit)
    except OSError:
        return False


def refuse_way_out(path: Path, limit: Path) -> None:
    """Raise ``SamverkanError`` for a file of the repository that is a link out of it."""
    if path.is_symlink() and not inside(path, limit):
        raise SamverkanError(f"{display_path(path)} är en länk ut ur förvaret, och läses inte", "Lägg filen själv där i stället.")


def resolve_path(folder: Path, written: str) -> Path:
    """The absolute path that a written one means; a name that is composed differently on the disk is found too."""
    path = Path(os.path.abspath(folder / written.replace("\\", "/")))
    if path.exists():
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    try:
        same = [child for child in path.parent.iterdir() if unicodedata.normalize("NFC", child.name) == wanted]
    except OSError:
        return path
    return same[0] if same else path


def near_file(path: Path, taken: Collection[Path] = (), home: Path | None = None) -> Path | None:
    """The file beside it that was probably meant; not one that is ``taken`` already.

    One that is called the same in other letters comes first, beside it or in ``home`` and below; then one that is spelt nearly so.
    """
    try:
        beside = [child for child in path.parent.iterdir() if child not in taken]
    except OSError:
        beside = []
    elsewhere = [file for file in yaml_files(home) if file not in taken] if home is not None else []
    for files in (beside, elsewhere):
        same = [file for file in files if fold(file.stem) == fold(path.stem)]
        if len(same) == 1:
            return same[0]
    names = {fold(child.name): child for child in beside}
    near = get_close_matches(fold(path.name), names, n=1)
    return names[near[0]] if near else None


def near_names(path: Path, taken: Collection[Path] = (), home: Path | None = None) -> str:
    near = near_file(path, taken, home)
    if near is None:
        return "Kontrollera sökvägen."
    return f"Menar du {near.relative_to(home).as_posix() if home is not None and near.is_relative_to(home) else near.name}?"
