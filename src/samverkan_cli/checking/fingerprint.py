"""The identity of a finding: it survives moved lines, reordered lists and renamed files."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

from samverkan_cli.diagnostics import Diagnostic, Place
from samverkan_cli.project.dossier import Dossier


def fingerprints(dossier: Dossier, found: list[tuple[Diagnostic, Place]]) -> list[tuple[Diagnostic, Place]]:
    """The same findings with fingerprints: agreement, rule, nearest id, keys without list positions, ordinal."""
    seen: Counter[tuple[str, ...]] = Counter()
    result = []
    for diagnostic, place in sorted(found, key=lambda item: (item[0].file, item[0].span.line, item[0].span.column, item[0].message)):
        member = dossier.by_file[place.file]
        home = diagnostic.id or member.number or (member.model.id if member.model else None) or ""
        identity = (dossier.id, diagnostic.code, home, *(step for step in place.path if isinstance(step, str)))
        ordinal = seen[identity]
        seen[identity] += 1
        text = "\x1f".join((*identity, str(ordinal)))
        result.append((replace(diagnostic, fingerprint=hashlib.sha256(text.encode()).hexdigest()[:16], place=place), place))
    return result
