"""What a rule says of a dossier, all of it, beside what somebody who has read its page wrote in the margin.

``margin/`` has a file a rule, with cases that are parted by ``---``; the marks are explained in ``support/said.py``.
"""

from pathlib import Path

import pytest

from support.said import cases, expected, told

CASES = [
    (file.stem.upper(), number, text)
    for file in sorted((Path(__file__).parent / "margin").glob("*.txt"))
    for number, text in enumerate(cases(file.read_text(encoding="utf-8")), start=1)
]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, _, text in CASES], ids=[f"{code}-{number}" for code, number, _ in CASES])
def test_the_rule_says_what_is_in_the_margin(code: str, text: str, tmp_path: Path) -> None:
    assert told(code, text, tmp_path) == expected(text)
