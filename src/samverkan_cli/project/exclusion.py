"""What is not looked for: files and folders that ``.gitignore``, or ``hoppa_över`` in the settings, leaves out.

It decides which agreements and other roots are found in a folder. What somebody names, or an agreement lists, is read all the same.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.project.paths import SETTINGS_NAME, boundary, inside
from samverkan_cli.project.settings import load_settings
from samverkan_cli.project.sources import Sources
from samverkan_cli.text.ignore_patterns import Patterns

IGNORE_NAME = ".gitignore"


class Exclusion:
    """What is left out when a folder is looked through. Where the folder itself is left out, it was named: then only what is said in it counts."""

    def __init__(self, folder: Path, sources: Sources) -> None:
        self._folder, self._sources = folder, sources
        self._limit = boundary(folder) or folder
        self._in_git = (self._limit / ".git").exists()
        self._said: dict[Path, tuple[Patterns, ...]] = {}

    def skips(self, path: Path, is_folder: bool) -> bool:
        """Whether a file or a folder below is left out. Of what is said of it, what stands nearest counts, and there the last."""
        return self._is_left_out(path, is_folder, self._top)

    @cached_property
    def _top(self) -> Path:
        """The uppermost folder whose words count."""
        up = [above for above in (self._folder, *self._folder.parents) if above != self._limit and above.is_relative_to(self._limit)]
        return self._folder if any(self._is_left_out(above, True, self._limit) for above in up) else self._limit

    def _is_left_out(self, path: Path, is_folder: bool, top: Path) -> bool:
        for above in path.parents:
            for said in self._in(above):
                answer = said.leave_out(f"{path.relative_to(above).as_posix()}{'/' * is_folder}")
                if answer is not None:
                    return answer
            if above == top:
                break
        return False

    def _in(self, folder: Path) -> tuple[Patterns, ...]:
        """What is said in a folder: in its settings, then in what git goes by."""
        if folder not in self._said:
            said = (self._settings(folder), self._ignored(folder) if self._in_git else ())
            self._said[folder] = tuple(Patterns(written) for written in said if written)
        return self._said[folder]

    def _settings(self, folder: Path) -> tuple[str, ...]:
        """Settings that cannot be read leave nothing out. What is wrong in them is said when something is judged by them."""
        file = folder / SETTINGS_NAME
        try:
            return load_settings(file, self._sources).exclude if self._is_ours(file) else ()
        except SamverkanError:
            return ()

    def _ignored(self, folder: Path) -> tuple[str, ...]:
        file = folder / IGNORE_NAME
        raw = self._sources.raw(file) if self._is_ours(file) else None
        return tuple((raw or b"").decode("utf-8", "replace").splitlines())

    def _is_ours(self, file: Path) -> bool:
        return file.is_file() and inside(file, self._limit)
