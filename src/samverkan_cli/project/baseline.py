"""The baseline file: the findings that are known, written by the machine beside the agreement, without reasons."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samverkan_cli.errors import SamverkanError
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.paths import boundary, refuse_way_out
from samverkan_cli.text.atomic_write import display_path

NAME = ".samverkan-baseline.json"
LARGEST = 20_000_000
"""Bytes. Ten thousand known findings are a few million."""
VERSION = 2
"""The version that is written. Those before it are read."""


@dataclass(frozen=True)
class Known:
    """A finding that is known: what it is recognised by, and enough words for a person to see what it was.

    ``items`` are the things that it listed, one by one; ``None`` in an entry of version 1, which knows only what its message names.
    """

    fingerprint: str
    code: str
    message: str
    items: tuple[str, ...] | None = None


def path_of(dossier: Dossier) -> Path:
    """Where a dossier's baseline lies: beside the agreement."""
    return dossier.root.path.parent / NAME


def read_baseline(dossier: Dossier, read: Callable[[Path, int], bytes | None]) -> tuple[Known, ...]:
    """The known findings of a dossier. Raises ``SamverkanError`` for a file that is not a baseline."""
    path = path_of(dossier)
    refuse_way_out(path, boundary(path.parent) or path.parent)
    raw = read(path, LARGEST)
    if raw is None:
        return ()
    entries = baseline_data(raw, path)["dossiers"].get(dossier.id, [])
    return tuple(Known(one.get("fingerprint", ""), one.get("code", ""), one.get("message", ""), _items(one)) for one in entries)


def _items(entry: dict[str, Any]) -> tuple[str, ...] | None:
    return tuple(entry["items"]) if "items" in entry else None


def baseline_data(raw: bytes, path: Path) -> dict[str, Any]:
    """What a baseline file holds. Nothing in it is trusted: raises ``SamverkanError`` for what we would not have written."""
    try:
        if len(raw) > LARGEST:
            raise ValueError
        data = json.loads(raw)
        if type(data["version"]) is not int or data["version"] not in range(1, VERSION + 1):
            raise ValueError
        for id, entries in data["dossiers"].items():
            if not _is_text(id) or not isinstance(entries, list) or not all(map(_is_entry, entries)):
                raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SamverkanError(
            f"{display_path(path)} går inte att läsa som en lista över kända fynd", "Ta bort filen och kör  samverkan baseline  på nytt."
        ) from error
    return dict(data)


def _is_entry(entry: object) -> bool:
    """Whether an entry has the shape that we give it: words by name, and a list of words."""
    if not isinstance(entry, dict):
        return False
    items = entry.get("items", [])
    words = [entry.get(name, "") for name in ("fingerprint", "code", "message")]
    return isinstance(items, list) and all(map(_is_text, (*words, *items, *entry)))


def _is_text(value: object) -> bool:
    """Whether it is a text that can be written again: half a surrogate pair cannot."""
    return isinstance(value, str) and not any(0xD800 <= ord(sign) <= 0xDFFF for sign in value)
