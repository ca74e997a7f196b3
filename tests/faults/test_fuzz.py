"""Real files changed at random: the program answers, and every finding stands on a line that exists. ``SAMVERKAN_LONG`` tries many more."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from samverkan_cli.text.lines import split_lines
from samverkan_cli.validation.fixes import fixed
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import decode, read
from support.packages import ROOT, copy, judge
from support.slipped import slipped

LONG = bool(os.environ.get("SAMVERKAN_LONG"))
FILES = sorted(path for path in (ROOT / "examples").rglob("*.yaml") if path.stat().st_size < 30_000)
DATA = Path(__file__).parents[1] / "data"


def test_every_text_is_read_in_a_moment_and_its_faults_stand_in_it() -> None:
    random = Random(63624)
    for number in range(60_000 if LONG else 300):
        path = random.choice(FILES)
        raw = slipped(path.read_bytes(), random)
        start = time.process_time()
        document = build(read(path.name, raw))[1]
        assert time.process_time() - start < 2, (number, path)
        _stand_in_it(document.text, [(fault.span.line, fault.span.column) for fault in document.faults], (number, path))


def _stand_in_it(text: str, places: list[tuple[int, int]], which: object) -> None:
    rows = split_lines(text)
    for line, column in places:
        assert 1 <= line <= len(rows) and 1 <= column <= len(rows[line - 1]) + 1, (which, line, column)


def test_a_fix_leaves_nothing_to_fix_and_the_same_meaning() -> None:
    random = Random(497)
    for number in range(10_000 if LONG else 40):
        path = random.choice(FILES)
        raw = slipped(path.read_bytes(), random)
        after, done = fixed(path.name, raw, unsafe=False)
        if done:
            assert fixed(path.name, after, unsafe=False) == (after, []), (number, path)
            assert decode(after)[1] == []


def test_every_package_is_judged(tmp_path: Path) -> None:
    random = Random(388)
    folder = copy(DATA / "hel", tmp_path)
    files = sorted(folder.rglob("*.yaml"))
    for number in range(5_000 if LONG else 40):
        path = random.choice(files)
        before = path.read_bytes()
        path.write_bytes(slipped(before, random))
        try:
            report = judge(folder)
        except Exception as error:
            assert type(error).__name__ == "SamverkanError", (number, path, error)
        else:
            for found in report.diagnostics:
                rows = split_lines(decode((folder / found.file).read_bytes())[0])
                assert 1 <= found.span.line <= len(rows), (number, path, found)
        path.write_bytes(before)


@pytest.mark.process
def test_the_program_ends_with_an_answer(tmp_path: Path) -> None:
    random = Random(250)
    folder = copy(DATA / "hel", tmp_path)
    files = sorted(folder.rglob("*.yaml"))
    for number in range(200 if LONG else 5):
        path = random.choice(files)
        before = path.read_bytes()
        path.write_bytes(slipped(before, random))
        command = [sys.executable, "-m", "samverkan_cli", "check", str(folder), "--today", "2019-06-01", "--format", "short"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 1, 2), (number, path, done.stderr)
        assert re.search("Traceback", done.stdout + done.stderr) is None
        path.write_bytes(before)
