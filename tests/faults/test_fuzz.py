"""Real files changed at random: the program always has an answer. ``tools/fuzz.py`` does the same for as long as it may."""

import subprocess
import sys
from pathlib import Path

import pytest

from support.fuzz import KINDS, attempts, fault_of
from support.packages import ROOT

SEED = 63624
SHORT = {"reading": 300, "mending": 60, "judging": 60, "reports": 40, "printing": 12, "own-files": 40, "editor": 25, "process": 5}
"""How many are tried of each kind: less than a minute in all. The time that they take is not the same each time; what is drawn is."""


def test_every_kind_is_tried() -> None:
    assert SHORT.keys() == KINDS.keys()


@pytest.mark.process
@pytest.mark.parametrize("kind", KINDS)
def test_every_attempt_has_an_answer(kind: str, tmp_path: Path) -> None:
    with attempts(kind, tmp_path) as attempt:
        for number in range(SHORT[kind]):
            fault = fault_of(attempt, kind, SEED, number)
            assert fault is None, f"tools/fuzz.py --seed {SEED} --only {kind}:{number}\n{fault.said}"


@pytest.mark.process
def test_the_tool_counts_and_fails_where_an_attempt_does() -> None:
    tool = (sys.executable, ROOT / "tools" / "fuzz.py", "--seed", "1")
    done = subprocess.run((*tool, "--minutes", "0.01", "--kind", "reading"), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split()[0], done.stdout.split()[-2:]) == (0, "reading", ["0", "faults"])


def test_what_an_attempt_raises_is_a_fault() -> None:
    def fails(_: object) -> None:
        raise ValueError("nej")

    fault = fault_of(fails, "reading", 1, 2)
    assert fault is not None and (fault.kind, fault.number) == ("reading", 2) and "ValueError: nej" in fault.said
