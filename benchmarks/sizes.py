"""What the largest files take, in seconds of work of whole processes: ``python benchmarks/sizes.py``. The kinds are those of the growth tests.

python benchmarks/sizes.py [--kind "fel värden"]
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from processes import ENVIRONMENT, ROOT

sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "hostile")]

from support.sizes import SIZES, TODAY, put  # noqa: E402

KINDS = (
    "okända nycklar", "fel värden", "flerradiga texter", "samma nyckel om igen", "samma nyckel två gånger i varje post", "delade tecken",
    "komman inom klamrar", "åtgärder", "bilagor",
)  # fmt: skip
PROGRAM = [sys.executable, "-m", "samverkan_cli"]
WAYS = {
    "check": [*PROGRAM, "check", "paket", "--today", TODAY],
    "fix": [*PROGRAM, "fix", "--diff", "paket"],
    "editor": [sys.executable, "-c", "import sys; sys.path[:0] = sys.argv[1:3]; from pathlib import Path; from test_growth import written; written(Path('paket'))"],
    "html": [*PROGRAM, "render", "paket", "--today", TODAY, "--format", "html", "--out", "ut"],
}  # fmt: skip
WAYS["editor"] += sys.path[:2]


def seconds(command: list[str], folder: str) -> float:
    """The work of a process, its system's included; what it says and whether it finds anything wrong is of no matter."""
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=nowhere, stderr=nowhere)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), command
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Run each way once on each kind, and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--kind", choices=SIZES, action="append")
    sys.stdout.write(f"| | number | {' | '.join(WAYS)} |\n|---|--:|{'--:|' * len(WAYS)}\n")
    for kind in arguments.parse_args().kind or KINDS:
        with tempfile.TemporaryDirectory() as folder:
            put(Path(folder) / "paket", SIZES[kind].write(SIZES[kind].full))
            took = [f"{seconds(command, folder):.1f}" for command in WAYS.values()]
        sys.stdout.write(f"| {kind} | {SIZES[kind].full} | {' | '.join(took)} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
