"""Which agreements, and documents that stand alone, a change touches: whole dossiers, since one file's change may be another file's fault.

Git is asked what a version holds, and nothing else: the files on the disk are read here and compared with that. So nothing that a repository
names is started (filters, hooks, a file watcher, a server to fetch from), and nothing is written. The only module that calls git.
"""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.base import walk
from samverkan_cli.project.baseline import NAME as BASELINE_NAME
from samverkan_cli.project.discovery import roots_in
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.paths import SETTINGS_NAME, yaml_files
from samverkan_cli.project.run import Finder, find_families
from samverkan_cli.project.settings import settings_files
from samverkan_cli.project.sources import Sources, git_name, read_file
from samverkan_cli.yaml.reader import decode

_OURS = (".yaml", ".yml")
_LINK, _MODULE = "120000", "160000"
_LARGEST = 4_000_000
"""Bytes of a file that is compared in other ways than by its name in git: more than any document of ours may have."""
_AT_A_TIME = 20_000_000
_POINTER = b"version https://git-lfs.github.com/spec/"
_ASIDE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_EXTERNAL_DIFF", "GIT_PAGER")
"""What git itself tells a hook about where it stands. We say that ourselves."""
_OPTIONS = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "protocol.allow=never", "safe.bareRepository=explicit")
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    # Stronger than protocol.allow, which a repository's own settings can say the opposite of for one protocol.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


@dataclass(frozen=True)
class _Entry:
    """What a version holds under a name: the mode that says what it is, and git's own name for its content."""

    mode: str
    name: str


def find_since(revision: str, settings_file: Path | None) -> Finder:
    """Finds the dossiers that have been changed since a revision: what lies on the disk is another than what that held, or is new or gone."""

    def find(paths: Sequence[Path], day: datetime.date, sources: Sources) -> list[Dossier]:
        dossiers = find_families(paths, day, sources)
        here = {_key(path): path for one in dossiers for own in (one, *one.family.all) for path in _looked_at(own, sources)}
        here |= {_key(path): path for path in (settings_file,) if path is not None}
        changes: dict[Path, set[Path]] = {}
        kept = []
        for dossier in dossiers:
            top = _top(dossier.root.path)
            if top not in changes:
                changes[top] = _changed_since(revision, top, here)
            if _touched(dossier, changes[top], dossiers, settings_file, sources):
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
        return [dossier for dossier in dossiers if _touched(dossier, changed, dossiers, settings_file, sources)]

    return find


def _touched(dossier: Dossier, changed: Collection[Path], known: list[Dossier], settings_file: Path | None, sources: Sources) -> bool:
    if settings_file is not None and _key(Path(os.path.abspath(settings_file))) in changed:
        return True
    roots = {_key(found.root.path.parent / "x").parent for one in known for found in (one, *one.family.all) if found.is_agreement}
    return any(_own(one, changed, roots, sources) for one in (dossier, *dossier.family.all))


def _own(dossier: Dossier, changed: Collection[Path], roots: Collection[Path], sources: Sources) -> bool:
    """Whether a change is in what the dossier consists of, in what it was, or in the settings above it."""
    home = _key(dossier.root.path.parent / "x").parent
    for path in (*_read_by(dossier), *map(_key, settings_files(dossier.root.path.parent, sources))):
        if path in changed:
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
    return map(_key, _named_by(dossier))


def _looked_at(dossier: Dossier, sources: Sources) -> Iterator[Path]:
    """Everything on the disk that a dossier depends on: what it holds or names, documents that nobody lists, settings, what is known of it."""
    home = dossier.root.path.parent
    yield from _named_by(dossier)
    yield home / BASELINE_NAME
    yield from (folder / SETTINGS_NAME for folder in (home, *home.parents))
    yield from settings_files(home, sources)
    if dossier.is_agreement:
        yield from (file for file in yaml_files(home) if file.name == SETTINGS_NAME or sources.type_of(file) is not None)


def _named_by(dossier: Dossier) -> Iterator[Path]:
    home = dossier.root.path.parent
    for member in dossier.members:
        yield member.path
        if member.path.is_symlink():
            yield Path(os.path.realpath(member.path))
        for node in walk(member.model) if member.model is not None else ():
            if isinstance(named := getattr(node, "file", None), str) and named:
                for folder in {home, member.path.parent}:
                    yield Path(os.path.abspath(folder / named.replace("\\", "/")))


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


def _changed_since(revision: str, top: Path, here: dict[Path, Path]) -> set[Path]:
    """The files that are others now than in a version, or are new or gone, among those that are looked at and all that end as documents do.

    What cannot be compared counts as changed: a file in a submodule, one that git converts with a program, one whose content is not here.
    """
    status, _, why = _git(top, "rev-parse", "--git-dir")
    if status:
        raise SamverkanError(f"git kunde inte läsa förvaret {top.as_posix()}", why)
    start = _commit(revision, top)
    status, base, _ = _git(top, "merge-base", start, "HEAD")
    since = os.fsdecode(base).strip() if status == 0 else start
    home = _key(top / "x").parent
    held: set[Path] = set()
    found: set[Path] = set()
    unlike: dict[Path, tuple[Path, _Entry]] = {}
    for name, entry in _entries(top, since, revision):
        key = home / unicodedata.normalize("NFC", os.path.normcase(name))
        held.add(key)
        if entry.mode == _MODULE or not (key in here or key.suffix in _OURS):
            continue
        path = here.get(key, top / name)
        same = _same(path, entry)
        if same is None:
            unlike[key] = (path, entry)
        elif not same:
            found.add(key)
    new = {key: path for key, path in here.items() if key.is_relative_to(home) and key not in held}
    found.update(key for key, path in new.items() if os.path.lexists(path))
    same_after_all = {
        key
        for name, was in _contents(top, {entry.name for _, entry in unlike.values()})
        for key, (path, entry) in unlike.items()
        if entry.name == name and _means_the_same(path, was)
    }
    return found | (unlike.keys() - same_after_all)


def _entries(top: Path, version: str, revision: str) -> Iterator[tuple[str, _Entry]]:
    """Everything that a version holds, by its path from the top."""
    status, said, why = _git(top, "ls-tree", "-rz", "--full-tree", version)
    if status:
        raise SamverkanError(f"git kunde inte säga vad som fanns i {revision}", why)
    for row in said.split(b"\0"):
        about, _, name = row.partition(b"\t")
        if name:
            mode, _, digest = about.decode("ascii").split(" ")
            yield os.fsdecode(name), _Entry(mode, digest)


def _same(path: Path, entry: _Entry) -> bool | None:
    """Whether a file on the disk is what a version held; ``None`` if its bytes are others, which they may be and yet mean the same.

    A link is where it leads, and is never followed.
    """
    if path.is_symlink():
        return entry.mode == _LINK and git_name(os.fsencode(path.readlink()), len(entry.name)) == entry.name
    if not path.is_file():
        return False
    try:
        return git_name(path, len(entry.name)) == entry.name or None
    except OSError:
        return False


def _contents(top: Path, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The content that git has under some names; without what it does not have here, or is too large for us. A few are held at a time."""
    wanted = sorted(names)
    _, said, _ = _git(top, "cat-file", "--batch-check", data="".join(f"{name}\n" for name in wanted))
    asked: list[str] = []
    size = 0
    for row in said.decode("ascii", "replace").splitlines():
        words = row.split(" ")
        if len(words) == 3 and words[1] == "blob" and int(words[2]) <= _LARGEST:
            asked.append(words[0])
            size += int(words[2])
        if size > _AT_A_TIME:
            yield from _read_out(top, asked)
            asked, size = [], 0
    yield from _read_out(top, asked)


def _read_out(top: Path, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    _, said, _ = _git(top, "cat-file", "--batch", data="".join(f"{name}\n" for name in names))
    at = 0
    while at < len(said):
        end = said.index(b"\n", at)
        name, _, size = said[at:end].decode("ascii").split(" ")
        yield name, said[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)


def _means_the_same(path: Path, was: bytes) -> bool:
    """Whether a file whose bytes are others than git's still says the same: other ends of lines or another encoding on this disk, or git-lfs."""
    if was.startswith(_POINTER):
        rows = dict(row.split(" ", 1) for row in was.decode("utf-8", "replace").splitlines() if " " in row)
        return rows.get("oid") == f"sha256:{git_name(path, 0)}"
    return _plain(read_file(path, _LARGEST)) == _plain(was)


def _plain(data: bytes) -> str:
    return decode(data)[0].replace("\r\n", "\n")


def _commit(revision: str, top: Path) -> str:
    if revision and not revision.startswith("-"):
        status, said, _ = _git(top, "rev-parse", "--verify", "--quiet", revision + "^{commit}")
        if status == 0:
            return os.fsdecode(said).strip()
    raise SamverkanError(
        f"git känner inte till versionen ”{revision}”",
        "Skriv en gren, en tagg eller ett versionsnummer, till exempel  --changed-since origin/main.  I en CI-körning kan historien fattas: hämta hela (fetch-depth: 0, GIT_DEPTH: 0).",
    )


def _git(top: Path, *arguments: str, data: str = "") -> tuple[int, bytes, str]:
    """Run git without letting it write or start anything. Returns its exit code, what it said, and the first line of its complaint."""
    environment = {name: value for name, value in os.environ.items() if name not in _ASIDE} | _ENVIRONMENT
    # Only the repository that was found here, and none above it.
    environment["GIT_CEILING_DIRECTORIES"] = os.path.realpath(top.parent)
    options = [word for option in _OPTIONS for word in ("-c", option)]
    command = [_program(), "--no-pager", *options, "-C", str(top), *arguments]
    ran = subprocess.run(command, capture_output=True, env=environment, input=data.encode("ascii"), check=False)
    complaint = ran.stderr.decode("utf-8", "replace").strip().splitlines()
    return ran.returncode, ran.stdout, complaint[0] if complaint else ""


def _program() -> str:
    """The git that is installed: never one that lies where the program happens to be run."""
    folders = [folder for folder in os.environ.get("PATH", os.defpath).split(os.pathsep) if os.path.isabs(folder)]  # noqa: PTH117
    for folder in folders:
        found = shutil.which(os.path.join(folder, "git"))  # noqa: PTH118
        if found is not None:
            return found
    raise SamverkanError(
        "programmet git finns inte på datorn, så det går inte att säga vad som har ändrats",
        "Installera git, eller kör utan --changed-since.",
    )
