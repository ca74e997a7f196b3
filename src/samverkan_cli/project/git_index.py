"""Files that an agreement names and that git does not have: the check goes well here, and not where the repository is fetched.

What git has, or will have when what is staged is committed, stands in its index, a file of its own. It is read here, and git is not started.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from samverkan_cli.models.base import walk
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.paths import resolve_path
from samverkan_cli.project.run import Project
from samverkan_cli.project.sources import read_file
from samverkan_cli.yaml.tree import Fault

_LARGEST = 100_000_000
"""Bytes. A million files are as many."""
_VERSIONS = (2, 3)
"""The forms of the index in which each name stands whole. Git writes others only where somebody has asked for it."""
_BEFORE_DIGEST = 40
_IS_EXTENDED = 0x4000
_PART_OF_IT = (b"link", b"sdir")
"""What says that the rest stands in another file, and that folders stand for their files."""

_Held = Callable[[Path], frozenset[str] | None]


def with_absent(project: Project) -> Project:
    """The project, with a fault for each file that a dossier names and that lies here, but that git does not have."""
    held = cache(_held)
    return replace(project, dossiers=tuple(_with_absent(one, held, project.sources.display_path) for one in project.dossiers))


def _with_absent(dossier: Dossier, held: _Held, show: Callable[[Path], str]) -> Dossier:
    root = dossier.root
    if root.model is None or not _is_held(root.path, held):
        return dossier
    faults = []
    for node in walk(root.model):
        written = getattr(node, "file", None)
        if not isinstance(written, str) or not written:
            continue
        path = resolve_path(root.path.parent, written)
        if path.is_file() and _is_held(path, held) is False:
            place, named = node.at("file"), _typed(show(path))
            faults.append(
                Fault(
                    "FIL18",
                    f"filen {written} finns här men inte i git, så den följer inte med när förvaret hämtas",
                    root.document.span(place.path),
                    f"Kör  git add {named} , eller  git add -f {named}  om den står i .gitignore, och spara sedan en ny version.",
                    place.path,
                )
            )
    return replace(dossier, faults=(*dossier.faults, *((root.document.file, fault) for fault in faults))) if faults else dossier


def _typed(path: str) -> str:
    """A path as it is typed after a command; most need no quotation marks."""
    return path if re.fullmatch(r"[\w./+-]+", path) else shlex.quote(path)


def _is_held(path: Path, held: _Held) -> bool | None:
    """Whether git has a file, or will have it when what is staged is committed; ``None`` where there is no git, or nobody can tell."""
    folder = os.path.realpath(path.parent)
    top = next((above for above in (Path(folder), *Path(folder).parents) if (above / ".git").exists()), None)
    names = held(top) if top is not None else None
    return None if top is None or names is None else _key((Path(folder) / path.name).relative_to(top).as_posix()) in names


def _held(top: Path) -> frozenset[str] | None:
    """The names in a work tree's index; ``None`` where there is none, or it is written in a way that is not read here."""
    try:
        index = _folder(top / ".git") / "index"
        data = read_file(index, _LARGEST) if index.is_file() else b""
        return frozenset(_names(data)) if data else None
    except (OSError, ValueError, IndexError):
        return None


def _folder(git: Path) -> Path:
    """Where git keeps what it knows of a work tree: ``.git``, or what that file names."""
    if git.is_dir():
        return git
    word, _, where = read_file(git, 4_000).decode("utf-8", "surrogateescape").partition(":")
    if word != "gitdir":
        raise ValueError(word)
    return git.parent / where.strip()


def _names(data: bytes) -> Iterator[str]:
    """The names in an index. Raises ``ValueError`` or ``IndexError`` for what is none, or is only a part of one."""
    version, number = int.from_bytes(data[4:8]), int.from_bytes(data[8:12])
    if data[:4] != b"DIRC" or version not in _VERSIONS or len(data) > _LARGEST:
        raise ValueError(version)
    digest = _digest_length(data)
    at = 12
    for _ in range(number):
        flags = at + _BEFORE_DIGEST + digest
        begins = flags + (4 if int.from_bytes(data[flags : flags + 2]) & _IS_EXTENDED else 2)
        ends = data.index(b"\0", begins)
        yield _key(os.fsdecode(data[begins:ends]))
        at += (ends - at) // 8 * 8 + 8
    while at + 8 <= len(data) - digest:
        if data[at : at + 4] in _PART_OF_IT:
            raise ValueError("a part")
        at += 8 + int.from_bytes(data[at + 4 : at + 8])


def _digest_length(data: bytes) -> int:
    """How long the digests in an index are, which it ends with one of. Raises ``ValueError`` where it does not: it may be half written."""
    for made, length in ((hashlib.sha1, 20), (hashlib.sha256, 32)):
        if made(data[:-length], usedforsecurity=False).digest() == data[-length:]:
            return length
    raise ValueError("digest")


def _key(name: str) -> str:
    """One form for each name: git and the disk may differ in how letters are composed."""
    return unicodedata.normalize("NFC", os.path.normcase(name))
