"""Marking what is known, and telling what is not there any more. Each finding is known by its fingerprint."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from samverkan_cli.diagnostics import Diagnostic, Level, Suppression
from samverkan_cli.project.baseline import Known, baseline_data


def mark(diagnostics: Iterable[Diagnostic], known: tuple[Known, ...], mandatory: frozenset[str]) -> list[Diagnostic]:
    """The findings with the known ones marked. What settings make mandatory cannot be known."""
    prints = {one.fingerprint for one in known}
    suppression = Suppression("baseline", "känt sedan tidigare")
    return [
        replace(one, suppressed=suppression)
        if one.suppressed is None and one.fingerprint in prints and one.code not in mandatory
        else one
        for one in diagnostics
    ]  # fmt: skip


def fixed(diagnostics: Iterable[Diagnostic], known: tuple[Known, ...], judged: frozenset[str]) -> tuple[Known, ...]:
    """The known findings that are no longer there, among the rules that have been judged."""
    there = {one.fingerprint for one in diagnostics}
    return tuple(one for one in known if one.fingerprint not in there and one.code in judged)


def updated(raw: bytes | None, path: Path, diagnostics: dict[str, list[Diagnostic]], mandatory: dict[str, frozenset[str]]) -> str:
    """The text of a baseline file after an update: for each dossier in it, what is wrong now and may be known."""
    data: dict[str, Any] = baseline_data(raw, path) if raw is not None else {"version": 1, "dossiers": {}}
    for id, own in diagnostics.items():
        kept = [one for one in own if _may_be_known(one, mandatory.get(id, frozenset()))]
        entries = {one.fingerprint: {"fingerprint": one.fingerprint, "code": one.code, "message": one.message} for one in kept}
        data["dossiers"][id] = [entries[key] for key in sorted(entries)]
    data["dossiers"] = {id: data["dossiers"][id] for id in sorted(data["dossiers"]) if data["dossiers"][id]}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _may_be_known(diagnostic: Diagnostic, mandatory: frozenset[str]) -> bool:
    exempted = diagnostic.suppressed is not None and diagnostic.suppressed.by == "undantag"
    return diagnostic.level is not Level.NOTE and diagnostic.code not in mandatory and not exempted
