"""The only code that writes the package: whole or not at all, and it removes only what its manifest says it wrote."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from samverkan_cli import __version__
from samverkan_cli.errors import SamverkanError

MANIFEST = "manifest.json"
_NEW = ".samverkan-ny"
_OLD = ".samverkan-gammal"


@dataclass(frozen=True)
class Manifest:
    """What a package folder holds: for which day it was judged, how it was asked for, and every file with its checksum."""

    today: str
    asked: dict[str, Any]
    files: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The manifest as it is written."""
        data = {
            "version": 1,
            "tool": {"name": "samverkan", "version": __version__},
            "today": self.today,
            "asked": self.asked,
            "files": self.files,
        }
        return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def manifest_of(files: Mapping[str, bytes], today: str, asked: dict[str, Any]) -> Manifest:
    """The manifest for a set of files."""
    return Manifest(today, asked, {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())})


def read_manifest(out: Path) -> Manifest | None:
    """The manifest of an existing package folder, or ``None``. Raises ``SamverkanError`` for one that cannot be read."""
    path = out / MANIFEST
    if not path.is_file():
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        files = {str(name): str(digest) for name, digest in data["files"].items()}
        return Manifest(str(data["today"]), dict(data["asked"]), {name: digest for name, digest in files.items() if _is_inside(name)})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SamverkanError(
            f"{path} är inte en förteckning som samverkan har skrivit, eller är trasig",
            "Välj en annan mapp med  --out , eller flytta undan filen. Ingenting är ändrat.",
        ) from error


def _is_inside(name: str) -> bool:
    """Whether a name in a manifest stays in the folder; a manifest is not trusted more than any other file."""
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in name


def differences(out: Path, files: Mapping[str, bytes]) -> list[str]:
    """What differs between the folder and what would be written, one sentence each."""
    known = read_manifest(out)
    found = [] if known else [f"{MANIFEST} saknas"]
    for name, data in sorted(files.items()):
        path = out / name
        if not path.is_file():
            found.append(f"{name} saknas")
        elif path.read_bytes() != data:
            found.append(f"{name} är ändrad")
    for name in sorted(known.files if known else ()):
        if name not in files and (out / name).is_file():
            found.append(f"{name} ska inte finnas längre")
    return found


def write_package(out: Path, files: Mapping[str, bytes], manifest: Manifest) -> list[str]:
    """Put the files in the folder. Returns the names of old files that were removed.

    Everything is first written beside the old package. Then the old files are moved aside and the new ones in; if that is interrupted, the
    old ones are moved back, at once or (after a power cut) the next time. Raises ``SamverkanError`` if the folder cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        recover(out)
        old = read_manifest(out)
        _spare(out, files, old)
        return _exchange(out, {**files, MANIFEST: manifest.text().encode()}, old)
    except OSError as error:
        raise SamverkanError(
            f"paketet gick inte att skriva i {out}: {error.strerror or error}", "Det gamla paketet är kvar som det var."
        ) from error


def _spare(out: Path, files: Mapping[str, bytes], old: Manifest | None) -> None:
    """Refuse to write over a file that no manifest says is ours, unless it already holds what would be written."""
    ours = old.files if old else {}
    strangers = [name for name, data in sorted(files.items()) if name not in ours and _differs(out / name, data)]
    if strangers:
        more = f" och {len(strangers) - 3} till" if len(strangers) > 3 else ""
        raise SamverkanError(
            f"i {out} finns filer som samverkan inte har skrivit och som skulle skrivas över: {', '.join(strangers[:3])}{more}",
            "Välj en annan mapp med  --out , eller flytta undan filerna. Ingenting är ändrat.",
        )


def _differs(path: Path, data: bytes) -> bool:
    return path.exists() and not (path.is_file() and path.read_bytes() == data)


def _exchange(out: Path, files: Mapping[str, bytes], old: Manifest | None) -> list[str]:
    new, aside = out / _NEW, out / _OLD
    shutil.rmtree(new, ignore_errors=True)
    for name, data in files.items():
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    outdated = [name for name in (old.files if old else ()) if name not in files and (out / name).is_file()]
    # From here the order matters: the list of what is new comes first, so that an interrupted exchange can be undone.
    (new / _OLD).write_text("\n".join(files), encoding="utf-8")
    aside.mkdir()
    (new / _OLD).replace(aside / _NEW)
    try:
        for name in (*files, *outdated):
            _move(out / name, aside / name)
        for name in files:
            _move(new / name, out / name)
    except BaseException:
        recover(out)
        raise
    (aside / _NEW).unlink()
    shutil.rmtree(aside)
    shutil.rmtree(new, ignore_errors=True)
    _remove_empty(out, outdated)
    return outdated


def recover(out: Path) -> None:
    """Undo an exchange that was interrupted: take away what had come in, and put back what had been moved aside."""
    aside = out / _OLD
    journal = aside / _NEW
    if journal.is_file():
        for name in journal.read_text(encoding="utf-8").split("\n"):
            if _is_inside(name) and not (out / _NEW / name).exists():
                (out / name).unlink(missing_ok=True)
        for path in sorted(aside.rglob("*")):
            name = path.relative_to(aside).as_posix()
            if path.is_file() and path != journal:
                _move(path, out / name)
    shutil.rmtree(aside, ignore_errors=True)
    shutil.rmtree(out / _NEW, ignore_errors=True)


def _move(source: Path, target: Path) -> None:
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)


def _remove_empty(out: Path, names: list[str]) -> None:
    for name in names:
        for folder in (out / name).parents:
            if folder == out or any(folder.iterdir()):
                break
            folder.rmdir()
