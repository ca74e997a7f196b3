"""Ten independent faults at once are ten findings in one run: none hides another, none is said twice."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.faults import put_in
from support.packages import HUDDINGE, copy, jargon, judge, places


def test_ten_faults_are_ten_findings(tmp_path: Path) -> None:
    folder = copy(HUDDINGE, tmp_path)
    expected = put_in(folder)
    report = judge(folder)
    assert sorted(places(report)) == sorted(expected)
    assert [word for found in report.diagnostics for word in jargon(found)] == []
    assert all(found.help for found in report.diagnostics)


@pytest.mark.process
def test_the_process_says_them_too(tmp_path: Path) -> None:
    folder = copy(HUDDINGE, tmp_path)
    expected = put_in(folder)
    command = [
        sys.executable,
        "-m",
        "samverkan_cli",
        "check",
        ".",
        "--today",
        "2019-06-01",
        "--all-steps",
        "--ignore",
        "ST",
        "--format",
        "json",
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    found = json.loads(done.stdout)["diagnostics"]
    assert sorted((one["code"], one["file"], one["line"]) for one in found) == sorted(expected)
    for one in found:
        row = (folder / one["file"]).read_text(encoding="utf-8").splitlines()[one["line"] - 1]
        assert 1 <= one["column"] <= len(row)
        assert one["help"] and one["message"] and one["fingerprint"]
