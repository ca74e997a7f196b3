"""What the largest files take, in seconds of work: ``python benchmarks/sizes.py``. The kinds are those of the growth tests.

``check``, ``fix`` and ``html`` are whole processes; ``editor`` is the longest of a server's answers, which come one at a time.

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
ANSWERS = """
import gc, sys, time
sys.path[:0] = sys.argv[1:3]
from pathlib import Path
from test_growth import answered
gc.set_threshold(100_000, 20, 20)  # As the program sets it.
took = [time.process_time()]
for _ in answered(Path("paket")):
    took.append(time.process_time())
print(max(after - before for before, after in zip(took, took[1:])))
"""
PROGRAM = [sys.executable, "-m", "samverkan_cli"]
WAYS = {
    "check": [*PROGRAM, "check", "paket", "--today", TODAY],
    "fix": [*PROGRAM, "fix", "--diff", "paket"],
    "editor": [sys.executable, "-c", ANSWERS, *sys.path[:2]],
    "html": [*PROGRAM, "render", "paket", "--today", TODAY, "--format", "html", "--out", "ut"],
}  # fmt: skip


def seconds(way: str, folder: str) -> float:
    """The work of a process, its system's included; what it says and whether it finds anything wrong is of no matter."""
    command = WAYS[way]
    if way == "editor":
        return float(subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout)
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
            took = [f"{seconds(way, folder):.1f}" for way in WAYS]
        sys.stdout.write(f"| {kind} | {SIZES[kind].full} | {' | '.join(took)} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
