"""``--output FORMAT=FILE``: reports as files. Nothing but an earlier report of ours is ever replaced."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters import is_report
from samverkan_cli.text.atomic_write import put, reason

_LOOKED_AT = 8000
"""Bytes at the beginning of a file, and at its end, that show whether it is a report."""

_DESCRIPTOR = re.compile(r"/dev/std(?P<name>out|err)|(?:/dev|/proc/self)/fd/(?P<number>\d{1,6})")
"""A path that names what the program was given open, and not a file."""


@dataclass(frozen=True)
class Output:
    """A report that is to be a file."""

    format: str
    path: Path

    @property
    def descriptor(self) -> int | None:
        """The number of what was given open, where the path names that: ``/dev/stdout``, or ``/dev/fd/63`` that a shell puts in for ``>(…)``."""
        found = _DESCRIPTOR.fullmatch(os.path.abspath(self.path)) if os.name == "posix" else None
        if found is None:
            return None
        return int(found["number"]) if found["number"] else {"out": 1, "err": 2}[found["name"]]

    @property
    def is_stream(self) -> bool:
        """Whether it is written to and never replaced: what was given open, a device or a pipe."""
        if self.descriptor is not None:
            return True
        try:
            mode = self.path.stat().st_mode
        except OSError:
            return False
        return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


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
        if any(not (one.is_stream and output.is_stream) and _is_same(one.path, output.path) for one in parsed):
            raise SamverkanError(f"två rapporter kan inte skrivas i samma fil, {file}", "Ge varje  --output  en egen fil.")
        parsed.append(output)
    return parsed


def refuse_to_replace(outputs: Iterable[Output], read: Iterable[Path], *, force: bool) -> None:
    """Raise ``SamverkanError`` for an output that would change what was read, or (unless forced) a file that is no report of ours.

    A link is refused: what it leads to may lie anywhere, and in a repository somebody else may have put it there. A file that could not be
    written is refused too, so that no other one has been written by then.
    """
    known = tuple(read)
    for output in outputs:
        with _reasons(output.path):
            _refuse(output, known, force)


def _refuse(output: Output, known: Iterable[Path], force: bool) -> None:
    path = output.path
    if any(_is_same(path, one) for one in known):
        raise SamverkanError(f"{path} är en av filerna som prövas, och skrivs inte över", "Välj en annan fil efter --output.")
    if output.descriptor is not None:
        os.fstat(output.descriptor)
    if output.is_stream:
        return
    if path.is_symlink():
        raise SamverkanError(
            f"{path} är en länk, till {path.readlink()}, och skrivs inte över", "Skriv rapporten direkt i den fil som menas."
        )
    if (way := _link_on_the_way(path)) is not None:
        raise SamverkanError(
            f"{way} är en länk, och genom en länk på vägen till {path} skrivs ingenting", "Skriv rapporten direkt i den mapp som menas."
        )
    if not stat.S_ISDIR(path.parent.stat().st_mode):
        raise NotADirectoryError(errno.ENOTDIR, "")
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, "")
    if not force and path.is_file() and not _holds_report(path):
        raise SamverkanError(
            f"{path} finns redan och är ingen rapport från samverkan; den skrivs inte över",
            "Välj en annan fil, eller lägg till  --force  om den får skrivas över.",
        )


def _link_on_the_way(path: Path) -> Path | None:
    """A link among the folders of a path below where one stands: what a repository carries. One that is named from the top is the user's own."""
    if path.is_absolute():
        return None
    ways = [*reversed(path.parents)]
    return next((way for way in ways if way.is_symlink()), None)


def write_output(output: Output, text: str) -> None:
    """Write a report, whole or not at all; to what is open, a device or a pipe as it comes. Raises ``SamverkanError`` where that cannot be done."""
    data = text.encode("utf-8", "replace")
    if not output.is_stream:
        put(output.path, data)
        return
    own = _own_stream(output)
    if own is not None:
        own.flush()
        own.buffer.write(data)
        own.flush()
        return
    with _reasons(output.path):
        # What is open goes on where it is; opened once more it would have a place of its own to write at.
        handle = os.open(output.path, os.O_WRONLY) if output.descriptor is None else os.dup(output.descriptor)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)


def _own_stream(output: Output) -> TextIO | None:
    """Standard output or standard error, where the output is one of them: what waits in it comes first."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if os.path.samestat(
                os.fstat(output.descriptor) if output.descriptor is not None else output.path.stat(), os.fstat(stream.fileno())
            ):
                return stream
        except (OSError, ValueError):
            continue
    return None


def _is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to the same file, by whatever names; one that does not exist is where its folder is."""
    try:
        return path.samefile(other)
    except OSError:
        return os.path.realpath(path) == os.path.realpath(other)


def _holds_report(path: Path) -> bool:
    """Whether a file is a report of ours, in any format, or holds nothing."""
    with path.open("rb") as stream:
        start = stream.read(_LOOKED_AT)
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(len(start), size - _LOOKED_AT))
        end = stream.read()
    gap = b"\n" if size > 2 * _LOOKED_AT else b""
    return is_report((start + gap + end).decode("utf-8", "replace"))


@contextmanager
def _reasons(path: Path) -> Iterator[None]:
    """Say in Swedish why a report cannot be written."""
    try:
        yield
    except OSError as error:
        raise SamverkanError(
            f"{path} gick inte att skriva: {reason(error)}", "Välj en annan fil efter --output, eller skapa mappen."
        ) from error
