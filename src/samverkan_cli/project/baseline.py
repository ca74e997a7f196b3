"""The baseline file: the findings that are known, written by the machine beside the agreement, without reasons."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samverkan_cli.errors import SamverkanError
from samverkan_cli.project.dossier import Dossier

NAME = ".samverkan-baseline.json"
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


def read_baseline(dossier: Dossier, read: Callable[[Path], bytes | None]) -> tuple[Known, ...]:
    """The known findings of a dossier. Raises ``SamverkanError`` for a file that is not a baseline."""
    raw = read(path_of(dossier))
    if raw is None:
        return ()
    entries = baseline_data(raw, path_of(dossier))["dossiers"].get(dossier.id, [])
    return tuple(
        Known(str(one.get("fingerprint", "")), str(one.get("code", "")), str(one.get("message", "")), _items(one.get("items")))
        for one in entries
        if isinstance(one, dict)
    )


def _items(written: object) -> tuple[str, ...] | None:
    return tuple(str(one) for one in written) if isinstance(written, list) else None


def baseline_data(raw: bytes, path: Path) -> dict[str, Any]:
    """What a baseline file holds. Raises ``SamverkanError`` for a file that is not a baseline."""
    try:
        data = json.loads(raw)
        if (
            data["version"] not in range(1, VERSION + 1)
            or not isinstance(data["dossiers"], dict)
            or not all(isinstance(one, list) for one in data["dossiers"].values())
        ):
            raise ValueError
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SamverkanError(
            f"{path} går inte att läsa som en lista över kända fynd", "Ta bort filen och kör  samverkan baseline  på nytt."
        ) from error
    return dict(data)
