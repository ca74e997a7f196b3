"""Where a new agreement stands among those that exist: what it may point at, and whether a schema lies beside."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.project.paths import SETTINGS_NAME, boundary

SCHEMA = Path("schemas") / "samverkan.schema.json"


@dataclass(frozen=True)
class Tie:
    """The path to the predecessor (empty if it cannot be pointed at), and the settings file that has to be there for it to work."""

    file: str = ""
    settings: Path | None = None


def to_predecessor(folder: Path, predecessor: Path) -> Tie:
    """How an agreement in ``folder`` may name its predecessor. Paths may not leave the boundary; a settings file above both widens it."""
    written = Path(os.path.relpath(predecessor, folder)).as_posix()
    limit = boundary(folder)
    if limit is not None and predecessor.is_relative_to(limit):
        return Tie(written)
    try:
        common = Path(os.path.commonpath([folder, predecessor.parent]))
    except ValueError:
        return Tie()
    too_wide = common in (Path(common.anchor), Path.home()) or (limit is not None and (limit / ".git").exists())
    return Tie() if too_wide else Tie(written, common / SETTINGS_NAME)


def within_family(folder: Path) -> Path | None:
    """The settings file that lets an agreement and its parts name each other, if nothing else does."""
    return folder / SETTINGS_NAME if boundary(folder) is None else None


def schema_beside(folder: Path) -> str:
    """The path from ``folder`` to the schema, if it lies in the same repository; otherwise nothing."""
    limit = boundary(folder)
    for above in (folder, *folder.parents):
        if limit is None:
            break
        if (above / SCHEMA).is_file():
            return Path(os.path.relpath(above / SCHEMA, folder)).as_posix()
        if above == limit:
            break
    return ""
