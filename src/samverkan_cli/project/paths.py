"""Paths on the disk: which folder none may leave, which files there are, and which one was meant."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.swedish import alphabetical
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


def yaml_files(folder: Path, skips: Callable[[Path, bool], bool] = lambda _path, _is_folder: False) -> Iterator[Path]:
    """Every ``.yaml`` and ``.yml`` below a folder, in order; not what is hidden, what is a link that leaves the boundary, or what ``skips``
    says of a file, or of a folder, that it is left out."""
    limit = boundary(folder) or folder
    for root, folders, files in os.walk(folder):
        kept = (name for name in folders if not name.startswith(".") and not skips(Path(root) / name, True))
        folders[:] = sorted(kept, key=alphabetical)
        for name in sorted(files, key=alphabetical):
            path = Path(root) / name
            if (
                name.endswith((".yaml", ".yml"))
                and not name.startswith(".")
                and not (path.is_symlink() and not inside(path, limit))
                and not skips(path, False)
            ):
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


@dataclass(frozen=True)
class Neighbours:
    """Which file was probably meant where one is missing; each folder is looked into once, however many are missing.

    None that is ``taken`` is meant. One that is called the same in other letters comes first, beside the missing one or in ``home`` and below; then
    one beside it that is spelt nearly so.
    """

    taken: Collection[Path] = ()
    home: Path | None = None
    _beside: dict[Path, list[Path]] = field(default_factory=dict)

    def near(self, path: Path) -> Path | None:
        """The file that was probably meant by a path that leads nowhere."""
        beside = self._in(path.parent)
        for same in ([file for file in beside if fold(file.stem) == fold(path.stem)], self._elsewhere.get(fold(path.stem), [])):
            if len(same) == 1:
                return same[0]
        names = {fold(child.name): child for child in beside}
        near = get_close_matches(fold(path.name), names, n=1)
        return names[near[0]] if near else None

    def help(self, path: Path) -> str:
        """The same as a question, or what to do where none is near."""
        near = self.near(path)
        if near is None:
            return "Kontrollera sökvägen."
        is_below = self.home is not None and near.is_relative_to(self.home)
        return f"Menar du {near.relative_to(self.home).as_posix() if self.home is not None and is_below else near.name}?"

    def _in(self, folder: Path) -> list[Path]:
        if folder not in self._beside:
            try:
                self._beside[folder] = [child for child in folder.iterdir() if child not in self.taken]
            except OSError:
                self._beside[folder] = []
        return self._beside[folder]

    @cached_property
    def _elsewhere(self) -> dict[str, list[Path]]:
        """The files in ``home`` and below, by their folded stems."""
        found: dict[str, list[Path]] = {}
        for file in yaml_files(self.home) if self.home is not None else ():
            if file not in self.taken:
                found.setdefault(fold(file.stem), []).append(file)
        return found
