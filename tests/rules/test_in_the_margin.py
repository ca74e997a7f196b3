"""What a rule says of a dossier, all of it, beside what somebody who has read its page wrote in the margin.

``margin/`` has a file a rule, with cases that are parted by ``---``; the marks are explained in ``support/said.py``.
"""

from pathlib import Path

import pytest

from samverkan_cli.checking.rule import rules
from support.said import cases, expected, told

MARGIN = Path(__file__).parent / "margin"


@pytest.mark.parametrize("code", [code for code in rules() if (MARGIN / f"{code.lower()}.txt").is_file()])
def test_the_rule_says_what_is_in_the_margin(code: str, tmp_path: Path) -> None:
    for number, text in enumerate(cases((MARGIN / f"{code.lower()}.txt").read_text(encoding="utf-8")), start=1):
        assert told(code, text, tmp_path / str(number)) == expected(text), f"case {number}:\n{text}"


def test_every_file_is_a_rule() -> None:
    assert {path.stem for path in MARGIN.iterdir()} <= {code.lower() for code in rules()}
