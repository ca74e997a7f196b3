"""``--output FORMAT=FILE``: reports as files. Nothing but an earlier report of ours is ever replaced."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.atomic_write import reason, replace

_LOOKED_AT = 4000
"""Bytes at the beginning of a file, and at its end, that show whether it is a report."""

_SIGNATURES = (
    re.compile(r'\A\{\s*"version": \d+,\s*"tool": \{\s*"name": "samverkan"'),
    re.compile(
        r'\A\{\s*"\$schema": "[^"]*sarif[^"]*",\s*"version": "[\d.]+",\s*"runs": \[\s*\{\s*"tool": \{\s*"driver": \{\s*"name": "samverkan"'
    ),
    re.compile(r'\A\[\]\s*\Z|\A\[\s*\{\s*"description": "[A-Z]{2,3}\d\d [^\n]*\n\s*"check_name": "[A-Z]{2,3}\d\d"'),
    re.compile(r'\A<\?xml[^>]*\?>\s*<testsuites name="samverkan"'),
    re.compile(r"\A## Samverkan: "),
    re.compile(r"\A::(?:error|warning|notice) [^\n]*title=(?:[A-Z]{2,3}\d\d |samverkan)"),
    re.compile(r"\A[^\n]+:\d+:\d+: (?:fel|varning|upplysning) [A-Z]{2,3}\d\d "),
    re.compile(r"\A(?:fel|varning|upplysning|känt) [^\n]*[A-Z]{2,3}\d\d |\nNästa steg: [^\n]*samverkan [^\n]*\n\Z"),
    re.compile(r"\AChecklistan, \d+ punkter|\A[^\n]+ – [^\n]+\n ?[✓◐✗–·?] "),
)
"""How each format's own text begins (or ends): json, sarif, gitlab, junit, markdown, github, short, text, and the checklist as text."""


@dataclass(frozen=True)
class Output:
    """A report that is to be a file."""

    format: str
    path: Path

    @property
    def is_stream(self) -> bool:
        """Whether it is a device or a pipe, which is written to and never replaced; ``/dev/stdout`` also where it is a file."""
        if os.path.abspath(self.path).startswith(("/dev/", "/proc/")):
            return True
        try:
            return not (stat.S_ISREG(self.path.stat().st_mode) or self.path.is_dir())
        except OSError:
            return False


def parse_outputs(outputs: Iterable[str], formats: tuple[str, ...]) -> list[Output]:
    """``FORMAT=FILE`` taken apart. Raises ``SamverkanError`` for a format that does not exist, or a file that is named twice."""
    parsed: list[Output] = []
    for written in outputs:
        name, equals, file = written.partition("=")
        if not equals or not file:
            raise SamverkanError(
                f"--output {written} går inte att förstå", "Skriv  --output FORMAT=FIL, till exempel  --output json=rapport.json."
            )
        if name not in formats:
            raise SamverkanError(f"formatet {name} finns inte", f"Välj något av: {', '.join(formats)}.")
        output = Output(name, Path(file))
        if not output.is_stream and any(os.path.realpath(one.path) == os.path.realpath(output.path) for one in parsed):
            raise SamverkanError(f"två rapporter kan inte skrivas i samma fil, {file}", "Ge varje  --output  en egen fil.")
        parsed.append(output)
    return parsed


def refuse_to_replace(outputs: Iterable[Output], read: Iterable[Path], *, force: bool) -> None:
    """Raise ``SamverkanError`` for an output that would replace what was read, or (unless forced) a file that is no report of ours.

    A link is refused: what it leads to may lie anywhere, and in a repository somebody else may have put it there.
    """
    known = [path for path in read if path.exists()]
    for output in outputs:
        path = output.path
        if output.is_stream:
            continue
        if any(path.exists() and path.samefile(one) for one in known):
            raise SamverkanError(f"{path} är en av filerna som prövas, och skrivs inte över", "Välj en annan fil efter --output.")
        if path.is_symlink():
            raise SamverkanError(
                f"{path} är en länk, till {path.readlink()}, och skrivs inte över", "Skriv rapporten direkt i den fil som menas."
            )
        if path.is_file() and not force and not _is_report(path):
            raise SamverkanError(
                f"{path} finns redan och är ingen rapport från samverkan; den skrivs inte över",
                "Välj en annan fil, eller lägg till  --force  om den får skrivas över.",
            )


def write_output(output: Output, text: str) -> None:
    """Write a report, whole or not at all; to a device or a pipe as it comes. Raises ``SamverkanError`` where that cannot be done."""
    data = text.encode("utf-8", "replace")
    own = _own_stream(output.path) if output.is_stream else None
    if own is None:
        replace(output.path, data)
        return
    own.flush()
    own.buffer.write(data)
    own.flush()


def _own_stream(path: Path) -> TextIO | None:
    """Standard output or standard error, where the path names one of them: a file opened once more would have a place of its own to write at."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if os.path.samestat(path.stat(), os.fstat(stream.fileno())):
                return stream
        except (OSError, ValueError):
            continue
    return None


def _is_report(path: Path) -> bool:
    """Whether a file is a report of ours, in any format, or holds nothing."""
    try:
        with path.open("rb") as stream:
            start = stream.read(_LOOKED_AT)
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, size - _LOOKED_AT))
            end = stream.read()
    except OSError as error:
        raise SamverkanError(f"{path} gick inte att läsa: {reason(error)}", "Kontrollera filen och rättigheterna.") from error
    if not start:
        return True
    looked = start.decode("utf-8", "replace") + ("" if size <= _LOOKED_AT else "\n" + end.decode("utf-8", "replace"))
    return any(pattern.search(looked) for pattern in _SIGNATURES)
