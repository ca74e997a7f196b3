"""Changes real files at random for as long as it may, and lists every answer of the program that is none.

    python tools/fuzz.py --minutes 30 --seed 1

The kinds of attempts, and what each demands, stand in ``tests/support/fuzz.py``; the tests run them in short. Each kind gets as much of the time
as the others. What is drawn depends on the seed alone: an attempt that failed is listed with its kind and number, and ``--only KIND:NUMBER``
repeats it.

Ends with 0 when every attempt was answered, with 1 when one was not.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import warnings
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support.fuzz import KINDS, Fault, attempts, fault_of  # noqa: E402


def fuzz(seconds: float, seed: int, kinds: list[str]) -> tuple[dict[str, int], list[Fault]]:
    """The number of attempts of each kind, and the faults."""
    counts, spent = dict.fromkeys(kinds, 0), dict.fromkeys(kinds, 0.0)
    faults: list[Fault] = []
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as home, ExitStack() as opened:
        tried = {kind: opened.enter_context(attempts(kind, Path(home) / kind)) for kind in kinds}
        while (began := time.monotonic()) < end:
            kind = min(kinds, key=spent.__getitem__)
            found = fault_of(tried[kind], kind, seed, counts[kind])
            if found is not None:
                faults.append(found)
                _show(found, seed)
            counts[kind] += 1
            spent[kind] += time.monotonic() - began
    return counts, faults


def again(seed: int, kind: str, number: int) -> list[Fault]:
    """One attempt, by its number."""
    with tempfile.TemporaryDirectory() as home, attempts(kind, Path(home) / kind) as attempt:
        found = fault_of(attempt, kind, seed, number)
    if found is not None:
        _show(found, seed)
    return [found] if found is not None else []


def _show(fault: Fault, seed: int) -> None:
    print(f"--seed {seed} --only {fault.kind}:{fault.number}\n{fault.said}", flush=True)  # noqa: T201


def main() -> int:
    """Reads the options, and prints the counts."""
    parser = argparse.ArgumentParser(description="Changes real files at random, and lists every answer that is none.")
    parser.add_argument("--minutes", type=float, default=10, help="how long (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="what is drawn (default: %(default)s)")
    parser.add_argument("--kind", action="append", choices=list(KINDS), help="only this kind; may be repeated")
    parser.add_argument("--only", metavar="KIND:NUMBER", help="one attempt, as a run before has named it")
    asked = parser.parse_args()
    warnings.simplefilter("error")
    if asked.only:
        kind, _, number = asked.only.partition(":")
        return 1 if again(asked.seed, kind, int(number)) else 0
    counts, faults = fuzz(asked.minutes * 60, asked.seed, asked.kind or list(KINDS))
    for kind, count in counts.items():
        print(f"{kind:10} {count:>8} attempts, {sum(one.kind == kind for one in faults)} faults")  # noqa: T201
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
