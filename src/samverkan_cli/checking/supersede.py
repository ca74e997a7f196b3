"""Each fact once: a finding gives way to another that has said the same of the same thing."""

from __future__ import annotations

from dataclasses import replace

from samverkan_cli.checking.judge import Result
from samverkan_cli.checking.rule import Rule
from samverkan_cli.diagnostics import Finding, Group
from samverkan_cli.project.dossier import Dossier


def without_superseded(dossier: Dossier, results: dict[str, Result], wanted: dict[str, Rule]) -> dict[str, Result]:
    """Drop findings superseded by another rule's finding on the same object, where that rule is asked for and no later."""

    def superseded(finding: Finding, group: Group) -> bool:
        others = [
            results[code]
            for code in finding.superseded_by
            if code in wanted and code in results and _order(results[code].group) <= _order(group)
        ]
        id = dossier.nearest_id(finding.place)
        return any(
            other.place.file == finding.place.file and dossier.nearest_id(other.place) == id
            for result in others
            for other in result.findings
        )  # fmt: skip

    return {
        code: replace(
            result,
            findings=tuple(finding for finding in result.findings if not finding.superseded_by or not superseded(finding, result.group)),
        )
        for code, result in results.items()
    }


def _order(group: Group) -> int:
    return list(Group).index(group)
