"""What the formats for other programs say alike: which findings count, what to do about one, and the counts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TextIO

from samverkan_cli.checking.report import Report, Verdict
from samverkan_cli.diagnostics import Diagnostic, Group, Level
from samverkan_cli.swedish import count, number
from samverkan_cli.text.sanitize import escape_in_json, one_line, several_lines


def write_json(data: Any, out: TextIO) -> None:
    """Write plain data as JSON that is readable, and safe to look at in a terminal."""
    out.write(escape_in_json(json.dumps(data, ensure_ascii=False, indent=1)) + "\n")


def open_findings(report: Report) -> list[Diagnostic]:
    """The findings that nothing suppresses, in the report's order. What remains in the step that is going on is no fault yet: a note."""
    told = [found for found in report.told if found.suppressed is None]
    return [found if found.group is Group.NOW else as_left(found) for found in told]


def held_findings(report: Report) -> list[Diagnostic]:
    """The same for programs, which are told of so many that all are there, but for a dossier without end."""
    return [found if found.group is Group.NOW else as_left(found) for found in report.held if found.suppressed is None]


def left_out(report: Report) -> str:
    """That there are more findings than a report holds, in words; nothing where there are not."""
    return f"ytterligare {number(report.left_out)} fynd får inte plats i rapporten" if report.left_out else ""


SHOWN = 50
"""Findings of one rule in one file that a person is shown."""


@dataclass(frozen=True)
class More:
    """The findings of a rule in a file that are not shown."""

    code: str
    file: str
    number: int

    @property
    def words(self) -> str:
        """``… och 9 950 till``, and of what."""
        return f"… och {number(self.number)} till av {self.code} i {one_line(self.file)}"


def few(found: Iterable[Diagnostic]) -> Iterator[Diagnostic | More]:
    """Findings as a person is shown them: the first of each rule in each file, and after the last of these how many more there are."""
    found = list(found)
    all_of = Counter((one.code, one.file) for one in found)
    seen: Counter[tuple[str, str]] = Counter()
    for one in found:
        of = one.code, one.file
        seen[of] += 1
        if seen[of] <= SHOWN:
            yield one
        if seen[of] == SHOWN and all_of[of] > SHOWN:
            yield More(*of, all_of[of] - SHOWN)


def as_left(found: Diagnostic) -> Diagnostic:
    """A finding of the step that is going on, as programs that know only levels are told of it."""
    return replace(found, level=Level.NOTE, message=f"återstår i steg {found.step}: {found.message}")


def by_use(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Faults of the files first, for they may hide the rest; then errors before warnings before notes, each step by step."""
    return sorted(found, key=lambda one: (not one.code.startswith("FIL"), one.level.weight, one.step or 0))


def remaining(report: Report) -> list[Diagnostic]:
    """What remains in the step that is going on, by use; what the signing itself puts right comes last."""
    return sorted(by_use(report.of(Group.STEP)), key=lambda one: one.given_by_signing)


def left(report: Report) -> list[str]:
    """How much remains in the step that is going on, and how much belongs to later ones, in words."""
    steps = Counter(found.step for found in report.of(Group.STEP))
    words = [f"{many} återstår i steg {step}" for step, many in sorted(steps.items(), key=lambda one: one[0] or 0)]
    later = len(report.of(Group.LATER))
    return [*words, *([f"{later} senare"] if later else [])]


def worst_first(found: list[Diagnostic]) -> list[Diagnostic]:
    """Errors before warnings before notes; the order within a level is kept."""
    return sorted(found, key=lambda one: one.level.weight)


def heading(found: Diagnostic) -> str:
    """``SK09 koppling-orsak-åtgärd``."""
    return f"{found.code} {found.name}"


def as_text(found: Diagnostic) -> str:
    """The finding in full, as plain text: the sentence, what to do, and the block to paste."""
    parts = [one_line(found.message)]
    if found.help:
        parts.append(f"Gör så: {one_line(found.help)}")
    if found.suggestion:
        parts.append(several_lines(found.suggestion).rstrip("\n"))
    return "\n".join(parts)


def excused(report: Report) -> list[str]:
    """How many findings are exempted, and how many are known, in words."""
    known = sum(1 for found in report.told if found.suppressed is not None and found.suppressed.by == "baseline")
    words = [
        (report.suppressed - known, "undantagen", "undantagna"),
        (known, "känd sedan tidigare", "kända sedan tidigare"),
    ]
    return [count(*word) for word in words if word[0]]


def counts(report: Report) -> str:
    """``2 fel · 1 varning · 3 återstår i steg 1``, or that there is nothing."""
    errors, warnings, notes = (report.count(level) for level in Level)
    words = [(errors, "fel", "fel"), (warnings, "varning", "varningar"), (notes, "upplysning", "upplysningar")]
    told = [*(count(*word) for word in words if word[0]), *excused(report)]
    rest = left(report)
    if not told and rest:
        told = ["Inget fel nu"]
    return " · ".join([*told, *rest]) or (_NOTHING if is_whole(report) else "Inget fynd i det som gick att läsa")


_NOTHING = "Inget att anmärka på"


def is_whole(report: Report) -> bool:
    """Whether everything could be judged: each file was read, and no point is unknown. What is dated later is told for itself."""
    return not any(dossier.unreadable or any(point.verdict is Verdict.UNKNOWN for point in dossier.points) for dossier in report.dossiers)
