"""The baseline: known findings are marked and do not fail; a second fault elsewhere does; fixed ones are reported and drop out."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from support import inside
from support.packages import HUDDINGE

pytestmark = pytest.mark.process

NAME = ".samverkan-baseline.json"
DAY = ("--today", "2019-06-01", "--all-steps")


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return inside.run(*arguments, folder=folder)


def data(folder: Path, *arguments: str) -> dict:  # type: ignore[type-arg]
    return json.loads(run(folder, "check", *DAY, "--format", "json", *arguments).stdout)  # type: ignore[no-any-return]


def drop(path: Path, start: str, number: int = 0) -> None:
    """Take away a line, counted among those that begin so."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    places = [index for index, line in enumerate(lines) if line.strip().startswith(start)]
    del lines[places[number]]
    path.write_text("".join(lines), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Huddinge with one fault: an action that meets no cause."""
    made = Path(shutil.copytree(HUDDINGE, tmp_path / "huddinge"))
    drop(made / "bilagor/3.1-ungdomskriminalitet.yaml", "möter_orsaker:")
    assert run(made, "check", *DAY).returncode == 1
    assert run(made, "baseline", *DAY).returncode == 0
    return made


def test_known_findings_are_marked_and_do_not_fail(folder: Path) -> None:
    result = run(folder, "check", *DAY)
    assert result.returncode == 0
    assert "känt fel SK09" in result.stdout
    assert [one["suppressed"]["by"] for one in data(folder)["diagnostics"] if one["code"] == "SK09"] == ["baseline"]
    assert run(folder, "check", *DAY, "--no-baseline").returncode == 1


def test_a_second_fault_of_the_same_rule_fails(folder: Path) -> None:
    drop(folder / "bilagor/3.2-kriminella-nätverk.yaml", "möter_orsaker:")
    result = run(folder, "check", *DAY)
    assert result.returncode == 1
    assert data(folder)["summary"]["error"] == 1


def test_moved_lines_are_still_known(folder: Path) -> None:
    path = folder / "bilagor/3.1-ungdomskriminalitet.yaml"
    path.write_text("# rad\n" * 500 + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(folder, "check", *DAY).returncode == 0


def test_fixed_is_reported_and_drops_out(folder: Path) -> None:
    shutil.copy(HUDDINGE / "bilagor/3.1-ungdomskriminalitet.yaml", folder / "bilagor")
    result = run(folder, "check", *DAY)
    assert result.returncode == 0
    assert "rättat SK09" in result.stdout
    assert run(folder, "baseline", *DAY).returncode == 0
    assert json.loads((folder / NAME).read_text(encoding="utf-8"))["dossiers"] == {}
    drop(folder / "bilagor/3.1-ungdomskriminalitet.yaml", "möter_orsaker:")
    assert run(folder, "check", *DAY).returncode == 1, "restored, it is new again"


def test_what_is_mandatory_cannot_be_known(folder: Path) -> None:
    path = folder / "samverkan.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[SK17, SKY01]", "[SK17, SKY01, SK09]"), encoding="utf-8")
    assert "SK09" in path.read_text(encoding="utf-8")
    assert run(folder, "check", *DAY).returncode == 1


def test_updating_twice_changes_nothing(folder: Path) -> None:
    before = (folder / NAME).read_bytes()
    assert run(folder, "baseline", *DAY).returncode == 0
    assert (folder / NAME).read_bytes() == before


def test_a_broken_file_is_said(folder: Path) -> None:
    (folder / NAME).write_text("{", encoding="utf-8")
    result = run(folder, "check", *DAY)
    assert result.returncode == 2
    assert NAME in result.stderr


def test_of_more_than_ten_thousand_findings_nothing_is_concluded(folder: Path) -> None:
    agreement = folder / "agreement.yaml"
    was = agreement.read_text(encoding="utf-8")
    agreement.write_text(was + "hittepå: x\n", encoding="utf-8")
    assert run(folder, "baseline", *DAY).returncode == 0
    known = (folder / NAME).read_bytes()
    agreement.write_text(was + "".join(f"okänd_{number}: x\n" for number in range(10_001)), encoding="utf-8")
    result = run(folder, "baseline", *DAY)
    assert result.returncode == 2 and "fler än 10\xa0000 fynd" in result.stderr and "Ingenting är skrivet" in result.stderr
    assert (folder / NAME).read_bytes() == known
    said = run(folder, "check", *DAY).stdout
    assert "rättat" not in said and "… och 9\xa0951 till av FIL" in said
    agreement.write_text(was, encoding="utf-8")
    assert "rättat" in run(folder, "check", *DAY).stdout, "what is gone is said where all can be seen"
