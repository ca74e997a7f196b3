"""A document that cannot be told what it is, or cannot be read: one finding, and nothing that follows from it in its family."""

from pathlib import Path

import pytest

from support.packages import ROOT, copy, judge

FAMILY = ROOT / "examples" / "arjeplog-arvidsjaur"
PART, WHOLE = "arjeplog/agreement.yaml", "agreement.yaml"


def _fresh(tmp_path: Path, file: str, old: str, new: str) -> list[tuple[str, str]]:
    """The findings that a change of a file adds."""
    folder = copy(FAMILY, tmp_path)
    before = {(one.code, one.file, one.message) for one in judge(folder).diagnostics}
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return [(one.code, one.file) for one in judge(folder).diagnostics if (one.code, one.file, one.message) not in before]


@pytest.mark.parametrize("file", [PART, WHOLE])
@pytest.mark.parametrize(
    ("typ", "code"),
    [
        ("typ: överenskomelse", "FIL06"),
        ("typ: Överenskommelse", "FIL06"),
        ("typ: avtal", "FIL06"),
        ("", "FIL06"),
        ("typ: [överenskommelse", "FIL02"),
    ],
)
def test_a_type_that_nobody_can_tell_is_said_once(typ: str, code: str, file: str, tmp_path: Path) -> None:
    assert _fresh(tmp_path, file, "\ntyp: överenskommelse\n", f"\n{typ}\n") == [(code, file)]


@pytest.mark.parametrize(
    ("old", "new"), [("\ndelar:\n", "\ndelar: [\n"), ("\nperiod: ", "\nperiod: @"), ("\nbilagor:\n", "\nbilagor: {\n")]
)
def test_a_broken_agreement_above_is_said_once(old: str, new: str, tmp_path: Path) -> None:
    assert _fresh(tmp_path, WHOLE, old, new) == [("FIL02", WHOLE)]


def test_a_broken_part_is_said_once(tmp_path: Path) -> None:
    assert _fresh(tmp_path, PART, "\ndel_av: {", "\ndel_av: @{") == [("FIL02", PART)]
