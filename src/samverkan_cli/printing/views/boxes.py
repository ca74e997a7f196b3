"""What is missing, at the section where it belongs: findings looked up by their places."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan_cli.checking.report import PointReport, Report
from samverkan_cli.diagnostics import Diagnostic, Group, Level
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import keys_of
from samverkan_cli.printing.views.words import Line
from samverkan_cli.swedish import capital, dates_in_words


@dataclass(frozen=True)
class Gap:
    """One thing that is missing. ``label`` is the word before it, ``point`` the point of the checklist that it belongs to."""

    label: Line
    message: Line
    point: Line
    key: str


def boxes(report: Report, file: str, document: Node) -> tuple[Gap, ...]:
    """The boxes of a document, by the Python name of the section that they belong to."""
    keys = keys_of(type(document))
    points = {point.code: point for dossier in report.dossiers for point in dossier.points}
    found = []
    for diagnostic in report.diagnostics:
        # What is not due is no gap yet; the page with the checklist says what remains.
        if diagnostic.group is not Group.NOW:
            continue
        place = diagnostic.place
        if place is None or place.file != file or diagnostic.level is Level.NOTE:
            continue
        # What the parties have decided is said under its own heading. What is only known is missing all the same.
        if diagnostic.suppressed is not None and diagnostic.suppressed.by != "baseline":
            continue
        if not report.rules[diagnostic.code].printed:
            continue
        key = keys.get(str(place.path[0])) if place.path else None
        found.append(
            Gap(
                Line("Saknas:"),
                Line(dates_in_words(capital(diagnostic.message))),
                Line(_point(diagnostic, points)),
                key.name if key else "",
            )
        )
    return tuple(found)


def _point(found: Diagnostic, points: dict[str, PointReport]) -> str:
    if found.code.startswith("SK") and found.code[2:].isdigit():
        point = points.get(found.code)
        name = f": {point.name.replace('-', ' ')}" if point else ""
        return f"checklistan, punkt {int(found.code[2:])}{name}"
    return found.name.replace("-", " ")
