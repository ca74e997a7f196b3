"""Each fact once: a finding gives way to another that has said the same of the same thing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from samverkan_cli.checking.judge import Result
from samverkan_cli.checking.rule import Rule
from samverkan_cli.diagnostics import Finding, Group
from samverkan_cli.project.dossier import Dossier


def without_superseded(dossier: Dossier, results: dict[str, Result], wanted: dict[str, Rule]) -> dict[str, Result]:
    """Drop findings superseded by another rule's finding on the same object, where that rule is asked for and no later."""

    @cache
    def said_of(code: str) -> frozenset[tuple[str, str | None]]:
        return frozenset((other.place.file, dossier.nearest_id(other.place)) for other in results[code].findings)

    def superseded(finding: Finding, group: Group) -> bool:
        about = finding.place.file, dossier.nearest_id(finding.place)
        others = (code for code in finding.superseded_by if code in wanted and code in results)
        return any(_order(results[code].group) <= _order(group) and about in said_of(code) for code in others)

    return {
        code: replace(result, findings=tuple(finding for finding in result.findings if not superseded(finding, result.group)))
        if any(finding.superseded_by for finding in result.findings)
        else result
        for code, result in results.items()
    }


def _order(group: Group) -> int:
    return list(Group).index(group)
