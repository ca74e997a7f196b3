"""Long texts of few letters: what is looked for in them takes the time of reading them, not its square."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.process import DAY

LONG = {
    "one word": "a" * 30_000,
    "spaces": "a" + " " * 30_000 + "b",
    "hyphens": "a" + "-" * 30_000 + "b",
    "digits": "1" * 30_000,
    "words that begin a phrase": "vice " * 6_000,
    "words that move": "blir från till " * 2_000,
}
AGREEMENT = """\
samverkan: 1
typ: överenskommelse
id: x
titel: "{0}"
parter: [{{id: kommun, typ: kommun, namn: "{0}", fastställd: {{organ: "{0}", datum: "{0}"}}}}]
fokusområden: [{{id: F1, namn: "{0}"}}]
problem: [{{id: P1, namn: "{0}", plats: ["{0}"]}}]
orsaker: [{{id: O1.1, gäller_problem: [P1], orsak: "{0}"}}]
mål: [{{id: M1, lydelse: "{0}", indikator: {{mått: "{0}"}}}}]
åtgärder: [{{id: Å1.1, vad: "{0}", hur: "{0}", när: {{till: 2019-01-01}}, vem: {{ansvarig: {{aktör: kommun, funktion: "{0}"}}}}}}]
beslut: [{{datum: 2019-02-12, vad: "Å1.1 {0}", gäller_åtgärder: [Å1.1]}}]
kontakter: [{{part: kommun, funktion: "{0}", adress: "{0}"}}]
återkoppling: [{{till: "{0}", vem: "{0}"}}]
"""
# What takes the square of these texts takes minutes; what is read once takes a few seconds, also on a slow machine that does other things.
SECONDS = 120


@pytest.mark.parametrize("kind", LONG)
def test_a_check_of_long_texts_comes_to_an_end(kind: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "agreement.yaml").write_text(AGREEMENT.format(LONG[kind]), encoding="utf-8")
    command = [sys.executable, "-m", "samverkan_cli", "check", "agreement.yaml", "--all-steps", *DAY]
    done = subprocess.run(command, cwd=tmp_path, env=dict(os.environ), capture_output=True, encoding="utf-8", check=False, timeout=SECONDS)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
