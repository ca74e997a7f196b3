"""Which agreements, and documents that stand alone, a change touches: whole dossiers, since one file's change may be another file's fault. Git is asked; nothing is written."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.base import walk
from samverkan_cli.project.baseline import NAME as BASELINE_NAME
from samverkan_cli.project.discovery import roots_in
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.paths import SETTINGS_NAME
from samverkan_cli.project.run import Finder, find_families
from samverkan_cli.project.sources import Sources

_LISTS = (
    ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "…", "--"),
    ("diff", "--cached", "--name-only", "-z", "--no-renames", "--no-ext-diff", "…", "--"),
    ("ls-files", "--others", "--exclude-standard", "-z"),
)
"""What git is asked, … being the version: the folder and the index against it, and files that git does not know."""


def find_since(revision: str, settings_file: Path | None) -> Finder:
    """Finds the dossiers that have been changed since a revision: in commits after it, in the index, in the folder, and by new files."""

    def find(paths: Sequence[Path], day: datetime.date, sources: Sources) -> list[Dossier]:
        dossiers = find_families(paths, day, sources)
        changes: dict[Path, set[Path]] = {}
        kept = []
        for dossier in dossiers:
            top = _top(dossier.root.path)
            if top not in changes:
                changes[top] = _changed_since(revision, top)
            if _touched(dossier, changes[top], dossiers, settings_file):
                kept.append(dossier)
        return kept

    return find


def find_by_files(settings_file: Path | None) -> Finder:
    """Finds the dossiers, here and below, that a list of changed files touches. Files that touch none are passed over."""

    def find(paths: Sequence[Path], day: datetime.date, sources: Sources) -> list[Dossier]:
        if not roots_in(sources.base, sources):
            return []
        dossiers = find_families([Path()], day, sources)
        changed = {_key(Path(os.path.abspath(sources.base / path))) for path in paths}
        return [dossier for dossier in dossiers if _touched(dossier, changed, dossiers, settings_file)]

    return find


def _touched(dossier: Dossier, changed: Collection[Path], known: list[Dossier], settings_file: Path | None) -> bool:
    if settings_file is not None and _key(Path(os.path.abspath(settings_file))) in changed:
        return True
    roots = {_key(found.root.path.parent / "x").parent for one in known for found in (one, *one.family.all) if found.is_agreement}
    return any(_own(one, changed, roots) for one in (dossier, *dossier.family.all))


def _own(dossier: Dossier, changed: Collection[Path], roots: Collection[Path]) -> bool:
    """Whether a change is in what the dossier consists of, in what it was, or in the settings above it."""
    home = _key(dossier.root.path.parent / "x").parent
    for path in _read_by(dossier):
        if path in changed or any(above in changed for above in path.parents):
            return True
    for path in changed:
        if (path.name == SETTINGS_NAME and home.is_relative_to(path.parent)) or path == home / BASELINE_NAME:
            return True
        if not dossier.is_agreement:
            continue
        # A document that is gone, or that nobody lists: it belongs to the nearest agreement above it.
        if path.suffix in (".yaml", ".yml") and path.is_relative_to(home) and not _hidden(path.relative_to(home)):
            nearest = next((above for above in path.parents if above in roots), None)
            if nearest == home:
                return True
    return False


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _read_by(dossier: Dossier) -> Iterator[Path]:
    """Every file that the dossier holds or names, whether it is there or not; where a link leads, too."""
    home = dossier.root.path.parent
    for member in dossier.members:
        yield _key(member.path)
        if member.path.is_symlink():
            yield _key(Path(os.path.realpath(member.path)))
        for node in walk(member.model) if member.model is not None else ():
            if isinstance(named := getattr(node, "file", None), str) and named:
                for folder in {home, member.path.parent}:
                    yield _key(Path(os.path.abspath(folder / named.replace("\\", "/"))))


def _key(path: Path) -> Path:
    """One form for each path: git and the disk may differ in links, and in how letters are composed."""
    real = os.path.join(os.path.realpath(path.parent), path.name)  # noqa: PTH118
    return Path(unicodedata.normalize("NFC", os.path.normcase(real)))


def _top(file: Path) -> Path:
    """The folder of the git repository that a file lies in."""
    for folder in file.parents:
        if (folder / ".git").exists():
            return folder
    raise SamverkanError(
        f"{file.parent.as_posix()} ligger inte i något git-förvar, så det går inte att säga vad som har ändrats",
        "Kör utan --changed-since, eller i en mapp som är hämtad med git.",
    )


def _changed_since(revision: str, top: Path) -> set[Path]:
    # From the folder that git itself calls the top, names come out relative to it whatever the settings say.
    status, said, why = _git(top, "rev-parse", "--show-toplevel")
    if status:
        raise SamverkanError(f"git kunde inte läsa förvaret {top.as_posix()}", why)
    home = Path(os.fsdecode(said).rstrip("\r\n"))
    start = _commit(revision, home)
    status, base, _ = _git(home, "merge-base", start, "HEAD")
    since = os.fsdecode(base).strip() if status == 0 else start
    found: set[Path] = set()
    with tempfile.TemporaryDirectory() as apart:
        index = _copied_index(home, Path(apart))
        for asked in _LISTS:
            status, said, why = _git(home, *(since if word == "…" else word for word in asked), index=index)
            if status:
                raise SamverkanError(f"git kunde inte säga vad som har ändrats sedan {revision}", why)
            found.update(_key(home / name.rstrip("/")) for name in os.fsdecode(said).split("\0") if name)
    return found


def _copied_index(home: Path, apart: Path) -> Path | None:
    """A copy of git's index: git renews what it compares with, and the real one is not ours to change."""
    status, said, _ = _git(home, "rev-parse", "--git-path", "index")
    if status == 0 and (index := home / os.fsdecode(said).rstrip("\r\n")).is_file():
        return Path(shutil.copy2(index, apart / "index"))
    return None


def _commit(revision: str, home: Path) -> str:
    if revision and not revision.startswith("-"):
        status, said, _ = _git(home, "rev-parse", "--verify", "--quiet", revision + "^{commit}")
        if status == 0:
            return os.fsdecode(said).strip()
    raise SamverkanError(
        f"git känner inte till versionen ”{revision}”",
        "Skriv en gren, en tagg eller ett versionsnummer, till exempel  --changed-since origin/main.  I en CI-körning kan historien fattas: hämta hela (fetch-depth: 0, GIT_DEPTH: 0).",
    )


def _git(folder: Path, *arguments: str, index: Path | None = None) -> tuple[int, bytes, str]:
    """Run git without letting it write or start anything. Returns its exit code, what it said, and the first line of its complaint."""
    program = shutil.which("git")
    if program is None:
        raise SamverkanError(
            "programmet git finns inte på datorn, så det går inte att säga vad som har ändrats",
            "Installera git, eller kör utan --changed-since.",
        )
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    if index is not None:
        environment["GIT_INDEX_FILE"] = str(index)
    command = [program, "-c", "core.fsmonitor=false", "-C", str(folder), *arguments]
    ran = subprocess.run(command, capture_output=True, env=environment, stdin=subprocess.DEVNULL, check=False)
    complaint = ran.stderr.decode("utf-8", "replace").strip().splitlines()
    return ran.returncode, ran.stdout, complaint[0] if complaint else ""
