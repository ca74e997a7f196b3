"""The examples: the whole ones have nothing to say, the one with faults has its three, and editors find their schema."""

import re
from pathlib import Path

import pytest

from packages import HUDDINGE, ROOT, copy, judge, places, swap
from samverkan_cli.check import Options

EXAMPLES = ROOT / "examples"
FAULTY = EXAMPLES / "huddinge-med-fel"
FILES = sorted(path for path in EXAMPLES.rglob("*.yaml") if EXAMPLES / "förvar" not in path.parents)


@pytest.mark.parametrize("options", [Options(), Options(all_steps=True)], ids=["due", "all steps"])
def test_huddinge_has_nothing_to_say(options: Options) -> None:
    assert judge(HUDDINGE, options=options).diagnostics == ()


def test_three_faults_to_practise_on(tmp_path: Path) -> None:
    folder = copy(FAULTY, tmp_path)
    agreement, plan = folder / "agreement.yaml", folder / "bilagor" / "1-åtgärdsplan.yaml"
    faults = [(found.code, found.file) for found in judge(folder).diagnostics]
    assert faults == [("SK10", "agreement.yaml"), ("FIL05", "agreement.yaml"), ("SK08", "bilagor/1-åtgärdsplan.yaml")]
    swap(agreement, "\naterkoppling:", "\nåterkoppling:")
    assert [code for code, _, _ in places(judge(folder))] == ["SK10", "SK08"]
    swap(agreement, "      målnivå:", "      baslinje: {värde: 9, datum: 2018-03-15}\n      målnivå:")
    assert [code for code, _, _ in places(judge(folder))] == ["SK08"]
    swap(plan, "    vem:\n", "    vem:\n      ansvarig: {aktör: kommun, funktion: fältsekreterare}\n")
    assert judge(folder).diagnostics == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_the_editor_finds_the_schema(path: Path) -> None:
    match = re.search(r"(?m)^# yaml-language-server: \$schema=(\S+)$", path.read_text(encoding="utf-8"))
    assert match and (path.parent / match[1]).resolve() == ROOT / "schemas" / "samverkan.schema.json"
