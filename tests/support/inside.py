"""The program in this process: half of what a short run takes is for Python to start and to read the program.

What is about the process itself, its streams and signals, its rights, or that it is killed, is tried in a process of its own.
"""

import contextlib
import io
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

from samverkan_cli import cli


def run(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run ``samverkan`` in a folder. It gives what ``process.run`` gives."""
    words = ["samverkan", *map(str, arguments)]
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="replace", write_through=True) for _ in range(2))
    with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), patch.object(sys, "argv", words):
        code = cli._run()
    return subprocess.CompletedProcess(words, code, *(one.buffer.getvalue().decode("utf-8") for one in (out, err)))
