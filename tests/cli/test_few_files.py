"""A system that lets a program have few files open at a time: the reason is said, whenever it comes to that."""

import subprocess
import sys

import pytest

from support.packages import HUDDINGE

resource = pytest.importorskip("resource")

LIMITED = """
import resource, sys
from samverkan_cli.cli import main
{loaded}
resource.setrlimit(resource.RLIMIT_NOFILE, ({limit}, {limit}))
sys.argv = ["samverkan", "check", {folder!r}, "--today", "2019-06-01"]
main()
"""
LOADED = (
    "",
    "import samverkan_cli.cli.app",
    "import samverkan_cli.text.atomic_write",
    "import samverkan_cli.cli.app, samverkan_cli.cli.check, samverkan_cli.text.atomic_write",
)


@pytest.mark.parametrize("loaded", LOADED)
def test_too_many_open_files(loaded: str) -> None:
    program = LIMITED.format(limit=3, loaded=loaded, folder=str(HUDDINGE))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "för många filer" in done.stderr and "Traceback" not in done.stderr


def test_enough_are_enough() -> None:
    program = LIMITED.format(limit=6, loaded="", folder=str(HUDDINGE))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
