"""The list of what a package folder holds: which version of which package, and for each format when and how it was made, with its files."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from samverkan_cli import __version__
from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.formats import FORMATS
from samverkan_cli.text.unique_names import is_reserved

MANIFEST = "manifest.json"
OPTIONAL_PARTS = ("checklist",)
"""What ``--without`` may leave out of a package."""

LARGEST = 20_000_000
"""Bytes. A package of a thousand documents has a list of a few hundred kilobytes."""


@dataclass(frozen=True)
class Version:
    """What a folder holds one of: the packages by their ids, for whom, and whether all had signed. Empty words are not known."""

    packages: tuple[str, ...]
    public: bool
    signed: bool | None

    @property
    def words(self) -> str:
        """The version as people speak of it."""
        state = {True: " (undertecknad)", False: " (utkast)", None: ""}[self.signed]
        return f"den {'offentliga' if self.public else 'interna'} versionen{state}"

    def suits(self, other: Version) -> bool:
        """Whether formats of both may lie in one folder."""
        packages = not self.packages or not other.packages or self.packages == other.packages
        signed = None in (self.signed, other.signed) or self.signed == other.signed
        return packages and signed and self.public == other.public


@dataclass(frozen=True)
class Made:
    """One format in the folder: the day it was judged for, what it was made of, how it was asked for, and its files with their checksums."""

    today: str
    source: str
    options: Mapping[str, Any]
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Manifest:
    """What a package folder holds."""

    version: Version
    formats: Mapping[str, Made]

    @property
    def files(self) -> dict[str, str]:
        """Every file with its checksum."""
        return {name: digest for made in self.formats.values() for name, digest in made.files.items()}

    def text(self) -> str:
        """The manifest as it is written."""
        data = {
            "version": 2,
            "tool": {"name": "samverkan", "version": __version__},
            "packages": list(self.version.packages),
            "public": self.version.public,
            "signed": self.version.signed,
            "formats": {
                name: {"today": made.today, "source": made.source, "options": dict(made.options), "files": dict(sorted(made.files.items()))}
                for name, made in sorted(self.formats.items())
            },
        }
        return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_manifest(raw: bytes | None, path: Path) -> Manifest | None:
    """The manifest in ``raw``, or ``None`` for no file. Nothing in it is trusted: raises ``SamverkanError`` for what we would not have written."""
    if raw is None:
        return None
    try:
        if len(raw) > LARGEST:
            raise ValueError
        data = _object(json.loads(raw))
        if type(data.get("version")) is not int or data["version"] not in (1, 2):
            raise ValueError
        if data["version"] == 1:
            return _first_version(data)
        packages = tuple(_text(one) for one in _list(data["packages"]))
        version = Version(packages, _flag(data["public"]), None if data["signed"] is None else _flag(data["signed"]))
        formats = {_format(name): _made(_object(made), name) for name, made in _object(data["formats"]).items()}
        return Manifest(version, formats)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SamverkanError(
            f"{path} är inte en förteckning som samverkan har skrivit, eller är trasig",
            "Välj en annan mapp med  --out , eller flytta undan filen. Ingenting är ändrat.",
        ) from error


def _made(data: dict[str, Any], form: str) -> Made:
    files = _files(data["files"])
    if not all(_may_be_ours(name, form) for name in files):
        raise ValueError(form)
    return Made(_day(data["today"]), _text(data["source"]), _options(data["options"]), files)


def _may_be_ours(name: str, form: str) -> bool:
    """Whether a format can have such a file: in its own folder, in that of one of several packages, or as a page above them.

    Anything else in the folder is somebody's own, whatever a manifest says.
    """
    parts = PurePosixPath(name).parts
    return form in parts[:-1][:2] or (len(parts) == 1 and name in _ABOVE.get(form, ()))


_ABOVE = {"html": ("index.html", "stil.css"), "markdown": ("index.md",)}
"""The pages above several packages."""


def _first_version(data: dict[str, Any]) -> Manifest:
    """Version 1 had one list for all formats."""
    asked = _object(data["asked"])
    options = _options(asked)
    files = _files(data["files"])
    formats = {}
    for name in (_format(one) for one in _list(asked["formats"])):
        own = {file: digest for file, digest in files.items() if _may_be_ours(file, name)}
        formats[name] = Made(_day(data["today"]), "", options, own)
    if files.keys() - {file for made in formats.values() for file in made.files}:
        raise ValueError("files")
    return Manifest(Version((), _flag(asked["public"]), None), formats)


def _options(data: object) -> dict[str, Any]:
    options = _object(data)
    flags = {name: _flag(options[name]) for name in ("single", "split", "all_steps")}
    return {**flags, "without": [_part(one) for one in _list(options["without"])]}


def _files(data: object) -> dict[str, str]:
    files = {}
    for name, digest in _object(data).items():
        if not is_inside(name) or not re.fullmatch(r"[0-9a-f]{64}", _text(digest)):
            raise ValueError(name)
        files[name] = digest
    return files


def is_inside(name: str) -> bool:
    """Whether a name stays in the folder on every system: no way up or out, no drive, no other separators."""
    path = PurePosixPath(name)
    odd = any(sign in '\\:<>"|?*' or ord(sign) < 32 or 0xD800 <= ord(sign) <= 0xDFFF for sign in name)
    return (
        bool(path.parts)
        and not odd
        and not any(is_reserved(part) for part in path.parts)
        and not path.is_absolute()
        and not {"..", "."} & set(path.parts)
        and path.as_posix() == name
    )


def parents(name: str) -> Iterator[str]:
    """The folders on the way to a name, from the outermost, and the name itself."""
    parts = PurePosixPath(name).parts
    for length in range(1, len(parts) + 1):
        yield "/".join(parts[:length])


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _day(value: object) -> str:
    """A day as we write it."""
    if datetime.date.fromisoformat(_text(value)).isoformat() != value:
        raise ValueError(value)
    return _text(value)


def _part(value: object) -> str:
    """A part that may be left out."""
    if value not in OPTIONAL_PARTS:
        raise ValueError(value)
    return str(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _format(name: object) -> str:
    if name not in FORMATS:
        raise ValueError(name)
    return str(name)
