"""The identity of a finding: it survives moved lines, reordered lists and renamed files."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

from samverkan_cli.diagnostics import Diagnostic, Place
from samverkan_cli.project.dossier import Dossier


def fingerprints(dossier: Dossier, found: list[tuple[Diagnostic, Place]]) -> list[tuple[Diagnostic, Place]]:
    """The same findings with fingerprints: agreement, rule, what it is about, keys without list positions, ordinal.

    What lists several things is the same finding whichever of them is lacking, so its keys are no part of what it is.
    """
    now: Counter[tuple[str, ...]] = Counter()
    then: Counter[tuple[str, ...]] = Counter()
    result = []
    for diagnostic, place in sorted(found, key=lambda item: (item[0].file, item[0].span.line, item[0].span.column, item[0].message)):
        member = dossier.by_file[place.file]
        home = diagnostic.id or member.number or (member.model.id if member.model else None) or ""
        steps = tuple(step for step in place.path if isinstance(step, str))
        former = _print((dossier.id, diagnostic.code, home, *steps), then)
        own = diagnostic.id or " ".join(dossier.identity_at(place)) or home
        fingerprint = _print((dossier.id, diagnostic.code, own, *(steps if not diagnostic.items else ())), now)
        result.append((replace(diagnostic, fingerprint=fingerprint, former_fingerprint=former, place=place), place))
    return result


def _print(identity: tuple[str, ...], seen: Counter[tuple[str, ...]]) -> str:
    ordinal = seen[identity]
    seen[identity] += 1
    return mark_of(*identity, str(ordinal))


def mark_of(*identity: str) -> str:
    """The mark of what is known by these words."""
    return hashlib.sha256("\x1f".join(identity).encode()).hexdigest()[:16]
