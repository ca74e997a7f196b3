"""Marking what is known, and telling what is not there any more. Each finding is known by its fingerprint, and what it lists one by one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from samverkan_cli.diagnostics import Diagnostic, Group, Item, Level, Suppression
from samverkan_cli.project.baseline import VERSION, Known, baseline_data


def mark(diagnostics: Iterable[Diagnostic], known: tuple[Known, ...], mandatory: frozenset[str]) -> list[Diagnostic]:
    """The findings with the known ones marked. What settings make mandatory cannot be known.

    A finding that lists several things is known when each of them is; else those that are known are marked, and it counts.
    """
    entries = {one.fingerprint: one for one in known}
    return [_marked(one, entries) if one.suppressed is None and one.code not in mandatory else one for one in diagnostics]


def _marked(diagnostic: Diagnostic, entries: dict[str, Known]) -> Diagnostic:
    entry = _entry_of(diagnostic, entries)
    if entry is None:
        return diagnostic
    items = tuple(item if item.excused or not _knows(entry, item) else replace(item, excused="baseline") for item in diagnostic.items)
    suppressed = Suppression("baseline", "känt sedan tidigare") if all(item.excused for item in items) else None
    return replace(diagnostic, items=items, suppressed=suppressed)


def _entry_of(diagnostic: Diagnostic, entries: dict[str, Known]) -> Known | None:
    """What is known of a finding. Entries of version 1 go by the fingerprint of that time."""
    for fingerprint, of_version_1 in ((diagnostic.fingerprint, False), (diagnostic.former_fingerprint, True)):
        entry = entries.get(fingerprint)
        if entry is not None and (entry.items is None) == of_version_1:
            return entry
    return None


def _knows(entry: Known, item: Item) -> bool:
    """Whether an entry knows a thing. One of version 1 knows only what its message names."""
    if entry.items is not None:
        return item.key in entry.items
    words = [re.search(rf"(?<!\w){re.escape(word)}(?!\w)", entry.message) for word in (item.id, item.what) if word]
    return any(words) if item.id else all(words)


def fixed(diagnostics: Iterable[Diagnostic], known: tuple[Known, ...], judged: frozenset[str]) -> tuple[Known, ...]:
    """The known findings that are no longer there, among the rules that have been judged."""
    entries = {one.fingerprint: one for one in known}
    there = {entry.fingerprint for one in diagnostics if (entry := _entry_of(one, entries)) is not None}
    return tuple(one for one in known if one.fingerprint not in there and one.code in judged)


def updated(raw: bytes | None, path: Path, diagnostics: dict[str, list[Diagnostic]], mandatory: dict[str, frozenset[str]]) -> str:
    """The text of a baseline file after an update: for each dossier in it, what is wrong now and may be known.

    What is there of other dossiers stays as it is; an entry without ``items`` goes on being one of version 1.
    """
    data: dict[str, Any] = baseline_data(raw, path) if raw is not None else {"dossiers": {}}
    for id, own in diagnostics.items():
        kept = [one for one in own if _may_be_known(one, mandatory.get(id, frozenset()))]
        entries = {one.fingerprint: _as_data(one) for one in kept}
        data["dossiers"][id] = [entries[key] for key in sorted(entries)]
    dossiers = {id: data["dossiers"][id] for id in sorted(data["dossiers"]) if data["dossiers"][id]}
    return json.dumps({"version": VERSION, "dossiers": dossiers}, ensure_ascii=False, indent=1) + "\n"


def _as_data(diagnostic: Diagnostic) -> dict[str, Any]:
    items = sorted(item.key for item in diagnostic.items if item.excused != "undantag")
    return {"fingerprint": diagnostic.fingerprint, "code": diagnostic.code, "message": diagnostic.message, "items": items}


def _may_be_known(diagnostic: Diagnostic, mandatory: frozenset[str]) -> bool:
    exempted = diagnostic.suppressed is not None and diagnostic.suppressed.by == "undantag"
    return diagnostic.group is Group.NOW and diagnostic.level is not Level.NOTE and diagnostic.code not in mandatory and not exempted
