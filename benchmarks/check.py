"""How long ``samverkan check`` takes beside check-jsonschema on the same files: ``python benchmarks/check.py``.

Whole processes, one of each in turn, so that whatever else the machine does falls on all of them alike; the medians are compared.
"""

import argparse
import os
import statistics
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = Path(sysconfig.get_path("scripts"))
EXAMPLE = Path("examples/huddinge")
GOAL, AIM = 0.9, 0.75
# As on a person's machine: Python keeps the compiled modules, ours as well as those that pip compiled when it installed them.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def contenders() -> dict[str, list[str]]:
    """The processes that are compared, by name."""
    files = sorted(str(path) for path in (ROOT / EXAMPLE).rglob("*.yaml"))
    schema = str(ROOT / "schemas" / "samverkan.schema.json")
    return {
        "samverkan check": [str(SCRIPTS / "samverkan"), "check", str(EXAMPLE), "--today", "2019-06-01"],
        "check-jsonschema": [str(SCRIPTS / "check-jsonschema"), "--schemafile", schema, *files],
        "import typer, pydantic, yaml": [sys.executable, "-c", "import typer, pydantic, yaml"],
        "python -c pass": [sys.executable, "-c", "pass"],
    }


def seconds(command: list[str]) -> float:
    """One run of a process, which must succeed."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Run, and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    commands = contenders()
    times: dict[str, list[float]] = {name: [] for name in commands}
    for index in range(runs + 1):
        for name, command in commands.items():
            taken = seconds(command)
            if index:  # the first round only warms the caches
                times[name].append(taken)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, taken in times.items():
        sys.stdout.write(f"{name:30} median {medians[name] * 1000:6.0f} ms   fastest {min(taken) * 1000:6.0f} ms\n")
    ours, other, bare = list(medians.values())[:3]
    sys.stdout.write(f"\nsamverkan check / check-jsonschema   {ours / other:.2f}   (goal {GOAL}, aim {AIM})\n")
    sys.stdout.write(f"samverkan check / bare imports       {ours / bare:.2f}   ({(ours - bare) * 1000:.0f} ms above them)\n")


if __name__ == "__main__":
    main()
