"""Whole processes timed in turn, one of each in every round, so that whatever else the machine does falls on all of them alike."""

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
TODAY = ["--today", "2019-06-01"]
# As on a person's machine: Python keeps the compiled modules, ours as well as those that pip compiled when it installed them.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: list[str]) -> float:
    """One run of a process, which must succeed."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def compare(description: str | None, commands: dict[str, list[str]]) -> dict[str, float]:
    """Run the commands in rounds, print each one's times, and return the medians."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    times: dict[str, list[float]] = {name: [] for name in commands}
    for index in range(runs + 1):
        for name, command in commands.items():
            taken = seconds(command)
            if index:  # the first round only warms the caches
                times[name].append(taken)
    for name, taken in times.items():
        sys.stdout.write(f"{name:30} median {statistics.median(taken) * 1000:6.0f} ms   fastest {min(taken) * 1000:6.0f} ms\n")
    sys.stdout.write("\n")
    return {name: statistics.median(taken) for name, taken in times.items()}
