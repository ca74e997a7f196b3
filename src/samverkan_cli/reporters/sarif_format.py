"""``sarif``: version 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any, TextIO
from urllib.parse import quote

from samverkan_cli import __version__
from samverkan_cli.checking.report import Report, RuleReport
from samverkan_cli.diagnostics import Diagnostic, Fix, Group, Level, Replacement, Span, Suppression
from samverkan_cli.reporters.words import as_left, left_out, write_json
from samverkan_cli.text.sanitize import one_line, several_lines

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_PRIORITY = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "recommendation"}

SIGNATURE = re.compile(
    r'\A\{\s*"\$schema": "[^"]*sarif[^"]*",\s*"version": "[\d.]+",\s*"runs": \[\s*\{\s*"tool": \{\s*"driver": \{\s*"name": "samverkan"'
)
"""How a file of this format is known as ours."""


def write(report: Report, out: TextIO) -> None:
    """Write every finding; the suppressed ones carry the reason."""
    told = [found if found.group is Group.NOW else as_left(found) for found in report.held]
    used = sorted({found.code for found in told})
    places = {code: index for index, code in enumerate(used)}
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "samverkan",
                "version": __version__,
                "semanticVersion": __version__,
                "language": "sv",
                "rules": [_rule(report.rules[code]) for code in used],
            }
        },
        "automationDetails": {"id": "samverkan/"},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "Mappen som programmet kördes i."}}},
        "columnKind": "unicodeCodePoints",
        "language": "sv",
        "results": [_result(found, places[found.code]) for found in told],
    }
    if said := left_out(report):
        run["invocations"] = [
            {"executionSuccessful": True, "toolExecutionNotifications": [{"level": "warning", "message": {"text": _text(said)}}]}
        ]
    write_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, out)


def _rule(rule: RuleReport) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.text, "markdown": rule.markdown},
        "defaultConfiguration": {"level": rule.level.value},
        "properties": {"tags": [rule.pack], "precision": "high", "problem.severity": _PRIORITY[rule.level]},
    }


def _result(found: Diagnostic, index: int) -> dict[str, Any]:
    place: dict[str, Any] = {"physicalLocation": _physical(found.file, found.span)}
    if found.label:
        place["message"] = {"text": _text(found.label)}
    if found.id:
        place["logicalLocations"] = [{"name": one_line(found.id), "kind": "element"}]
    text = f"{one_line(found.message)}." + (f" {one_line(found.help)}" if found.help else "")
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": found.level.value,
        "message": {"text": _text(text)},
        "locations": [place],
        # The first is our own; GitHub knows its alerts by the second and would else make one of the line's text.
        "partialFingerprints": {"samverkan/v1": found.fingerprint, "primaryLocationLineHash": f"{found.fingerprint}:1"},
        "suppressions": [_suppression(found.suppressed)] if found.suppressed else [],
        "properties": {"dossier": one_line(found.dossier), "group": found.group.value},
    }
    if found.suggestion:
        result["properties"]["paste"] = several_lines(found.suggestion)
    if fixes := [made for fix in found.fixes if (made := _fix(fix)) is not None]:
        result["fixes"] = fixes
    if found.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(other.file, other.span), "message": {"text": _text(other.message)}}
            for number, other in enumerate(found.related, 1)
        ]
    return result


def _fix(fix: Fix) -> dict[str, Any] | None:
    """A fix that can be told as text over a region: what is put in where nothing stands yet is told as a block to paste."""
    replacements = [
        {"deletedRegion": _physical(fix.file, change.span)["region"], "insertedContent": {"text": change.text}}
        for change in fix.changes
        if isinstance(change, Replacement) and one_line(change.text) == change.text
    ]
    if not replacements or len(replacements) != len(fix.changes):
        return None
    changes = [{"artifactLocation": _artifact(fix.file), "replacements": replacements}]
    return {"description": {"text": _text(fix.title)}, "artifactChanges": changes}


def _suppression(found: Suppression) -> dict[str, Any]:
    also = {"by": found.by, "until": found.until, "decidedBy": found.decided_by}
    return {
        "kind": "external",
        "status": "accepted",
        "justification": one_line(found.reason) or found.by,
        "properties": {name: one_line(value) for name, value in also.items() if value},
    }


def _physical(file: str, span: Span) -> dict[str, Any]:
    """A place in a file. The end is exclusive here as there."""
    region = {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}
    return {"artifactLocation": _artifact(file), "region": region}


def _artifact(file: str) -> dict[str, str]:
    if re.match(r"[A-Za-z]:/", file) or file.startswith("/"):
        return {"uri": "file://" + quote(b"/" + _bytes(file.lstrip("/")), safe="/:")}
    uri = quote(_bytes(file.removeprefix("./")), safe="/")
    # What lies outside the folder has no address from it.
    return {"uri": uri} if ".." in PurePosixPath(file).parts else {"uri": uri, "uriBaseId": _ROOT}


def _bytes(name: str) -> bytes:
    """A file's name as it lies on disk, also where it is not UTF-8; half a surrogate pair, as Windows allows, by its own number."""
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogatepass")


def _text(text: str) -> str:
    """A SARIF message: a brace is written twice, and nothing may look like a link."""
    doubled = one_line(text).replace("{", "{{").replace("}", "}}")
    return re.sub(r"\[(?=[^\[\]]*\]\()", r"\\[", doubled)
