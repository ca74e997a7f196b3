"""The baseline: debt. Known findings, written by the machine beside the agreement, without reasons; each is known by its fingerprint."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from samverkan_cli.diagnostics import Diagnostic, Level, Suppression
from samverkan_cli.errors import SamverkanError
from samverkan_cli.project.dossier import Dossier

NAME = ".samverkan-baseline.json"


@dataclass(frozen=True)
class Known:
    """A finding that is known: what it is recognised by, and enough words for a person to see what it was."""

    fingerprint: str
    code: str
    message: str


def path_of(dossier: Dossier) -> Path:
    """Where a dossier's baseline lies: beside the agreement."""
    return dossier.root.path.parent / NAME


def read_baseline(dossier: Dossier, read: Callable[[Path], bytes | None]) -> tuple[Known, ...]:
    """The known findings of a dossier. Raises ``SamverkanError`` for a file that is not a baseline."""
    raw = read(path_of(dossier))
    if raw is None:
        return ()
    return _entries(_data(raw, path_of(dossier)), dossier.id)


def _data(raw: bytes, path: Path) -> dict[str, Any]:
    try:
        data = json.loads(raw)
        if data["version"] != 1 or not isinstance(data["dossiers"], dict):
            raise ValueError
    except (ValueError, KeyError, TypeError) as error:
        raise SamverkanError(
            f"{path} går inte att läsa som en lista över kända fynd", "Ta bort filen och kör  samverkan baseline  på nytt."
        ) from error
    return dict(data)


def _entries(data: dict[str, Any], id: str) -> tuple[Known, ...]:
    found = data["dossiers"].get(id, [])
    return tuple(
        Known(str(one.get("fingerprint", "")), str(one.get("code", "")), str(one.get("message", "")))
        for one in found
        if isinstance(one, dict)
    )


def mark(found: Iterable[Diagnostic], known: tuple[Known, ...], mandatory: frozenset[str]) -> list[Diagnostic]:
    """The findings with the known ones marked. What settings make mandatory cannot be known."""
    prints = {one.fingerprint for one in known}
    suppression = Suppression("baseline", "känt sedan tidigare")
    return [
        replace(one, suppressed=suppression)
        if one.suppressed is None and one.fingerprint in prints and one.code not in mandatory
        else one
        for one in found
    ]  # fmt: skip


def fixed(found: Iterable[Diagnostic], known: tuple[Known, ...], judged: frozenset[str]) -> tuple[Known, ...]:
    """The known findings that are no longer there, among the rules that have been judged."""
    there = {one.fingerprint for one in found}
    return tuple(one for one in known if one.fingerprint not in there and one.code in judged)


def updated(raw: bytes | None, path: Path, found: dict[str, list[Diagnostic]], mandatory: dict[str, frozenset[str]]) -> str:
    """The text of a baseline file after an update: for each dossier in it, what is wrong now and may be known."""
    data: dict[str, Any] = _data(raw, path) if raw is not None else {"version": 1, "dossiers": {}}
    for id, diagnostics in found.items():
        kept = [one for one in diagnostics if _may_be_known(one, mandatory.get(id, frozenset()))]
        entries = {one.fingerprint: {"fingerprint": one.fingerprint, "code": one.code, "message": one.message} for one in kept}
        data["dossiers"][id] = [entries[key] for key in sorted(entries)]
    data["dossiers"] = {id: data["dossiers"][id] for id in sorted(data["dossiers"]) if data["dossiers"][id]}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _may_be_known(found: Diagnostic, mandatory: frozenset[str]) -> bool:
    exempted = found.suppressed is not None and found.suppressed.by == "undantag"
    return found.level is not Level.NOTE and found.code not in mandatory and not exempted
