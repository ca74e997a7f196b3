"""Typst run on what has been laid out for it. With a style of somebody's own it runs in a process by itself, with an end to time and memory.

Typst's language can count for ever and fetch packages from a server, and nothing in it can be forbidden: so it gets a bounded process without
a way out. Our own style needs none.
"""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]
_LETTERS_A_SECOND = 40_000
"""What is set in a second at the very least; our own style is more than twice as fast on a slow machine."""
_PATIENCE = 600
_MEGABYTES = 400
_MADE = "klar.pdf"
_OUT_OF_ROOM = ("MemoryError", "PanicException")
# No server is reached through a proxy that is not there.
_NOWHERE = {f"{name}_proxy": "http://127.0.0.1:9" for name in ("http", "https", "all")}

_CHILD = """
import datetime, json, sys
asked = json.loads(sys.argv[1])
try:
    import resource
    resource.setrlimit(resource.RLIMIT_CPU, (asked["seconds"], asked["seconds"]))
    resource.setrlimit(resource.RLIMIT_DATA, (asked["bytes"], asked["bytes"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except (ImportError, OSError, ValueError):
    pass
sys.path[:] = asked["path"]
import typst
compiler = typst.Compiler(
    root=asked["folder"], font_paths=[asked["fonts"]], ignore_system_fonts=True, package_path=asked["packages"], package_cache_path=asked["packages"]
)
try:
    made, _ = compiler.compile_with_warnings(
        asked["main"], pdf_standards=asked["standards"], timestamp=datetime.datetime.fromisoformat(asked["time"])
    )
except typst.TypstError as error:
    print(json.dumps([error.message, error.diagnostic, list(error.hints), list(error.trace)]))
else:
    with open(asked["made"], "wb") as stream:
        stream.write(made)
"""


@dataclass
class Refused(Exception):
    """What Typst says of what it was given. ``too_much`` says that it was stopped."""

    message: str
    diagnostic: str = ""
    hints: tuple[str, ...] = ()
    trace: tuple[str, ...] = ()
    too_much: bool = False


def typeset(folder: Path, main: str, fonts: str, time: datetime.datetime, *, apart: bool) -> bytes:
    """The PDF of what lies in a folder; ``apart`` in a process by itself. Raises ``Refused``."""
    return _apart(folder, main, fonts, time) if apart else _here(folder, main, fonts, time)


def _here(folder: Path, main: str, fonts: str, time: datetime.datetime) -> bytes:
    import typst

    compiler = typst.Compiler(root=folder, font_paths=[fonts], ignore_system_fonts=True)
    try:
        made, _warnings = compiler.compile_with_warnings(str(folder / main), pdf_standards=STANDARDS, timestamp=time)
    except typst.TypstError as error:
        raise Refused(error.message, error.diagnostic, tuple(error.hints), tuple(error.trace)) from error
    assert isinstance(made, bytes)
    return made


def _apart(folder: Path, main: str, fonts: str, time: datetime.datetime) -> bytes:
    packages = folder / "inga-tillägg"
    packages.mkdir()
    seconds = 1 + (folder / main).stat().st_size // _LETTERS_A_SECOND
    asked = {
        "folder": str(folder), "main": str(folder / main), "fonts": fonts, "time": time.isoformat(), "standards": STANDARDS, "path": sys.path,
        "packages": str(packages), "made": str(folder / _MADE), "seconds": seconds, "bytes": _MEGABYTES * 1_000_000,
    }  # fmt: skip
    kept = {name: value for name, value in os.environ.items() if name.upper() in ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG")}
    environment = {**kept, **_NOWHERE, **{name.upper(): value for name, value in _NOWHERE.items()}}
    command = [sys.executable, "-I", "-c", _CHILD, json.dumps(asked)]
    try:
        ran = subprocess.run(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_PATIENCE
        )
    except subprocess.TimeoutExpired:
        raise Refused("", too_much=True) from None
    if ran.returncode:
        complaint = ran.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise Refused(complaint, too_much=ran.returncode < 0 or any(word in complaint for word in _OUT_OF_ROOM))
    if ran.stdout.strip():
        message, diagnostic, hints, trace = json.loads(ran.stdout)
        raise Refused(message, diagnostic, tuple(hints), tuple(trace))
    return (folder / _MADE).read_bytes()
