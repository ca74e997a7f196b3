"""What is generated from the code is current."""

import subprocess
import sys

from support.packages import ROOT


def test_everything_generated_is_current() -> None:
    done = subprocess.run([sys.executable, "tools/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), f"run  python tools/generate.py\n{done.stdout}{done.stderr}"
