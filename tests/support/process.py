"""The program as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

DAY = ("--today", "2019-06-01")


def run(*arguments: str | Path, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m samverkan_cli`` in a folder, with pipes instead of a terminal."""
    command = [sys.executable, "-m", "samverkan_cli", *map(str, arguments)]
    own = {**os.environ, "PYTHONWARNINGS": "error", **environment}
    return subprocess.run(command, cwd=folder, env=own, capture_output=True, encoding="utf-8", check=False)
