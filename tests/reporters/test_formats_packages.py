"""Every package in ``tests/data`` in every format: valid for its consumer, the same findings, the same exit code."""

import json
from pathlib import Path
from typing import Any

import pytest

from reporters.reading import github_commands, gitlab_issues, junit_fingerprints, markdown_rows, sarif_schema
from samverkan_cli.cli.app import run
from samverkan_cli.reporters import FORMATS
from support.packages import copy

DATA = Path(__file__).parents[1] / "data"
PACKAGES = {path.parent.relative_to(DATA).as_posix(): path.parent for path in sorted(DATA.rglob("agreement.yaml"))}
TODAY = ["--today", "2019-06-01", "--all-steps"]
WITHOUT_STEPS = ["--ignore", "ST"]
"""An agreement that is going on has not followed up yet, and what the five steps ask besides would be told of each."""


@pytest.fixture(scope="module")
def schema() -> Any:
    return sarif_schema()


def all_formats(
    folder: Path, capsys: pytest.CaptureFixture[str], *options: str, printed: tuple[str, ...] = FORMATS
) -> tuple[dict[str, str], set[int]]:
    """What each format writes to a file in one run, and the exit codes. Those that are ``printed`` too must say the same."""
    outputs = [part for name in FORMATS for part in ("--output", f"{name}={folder}/{name}.ut")]
    codes = {run(["check", ".", *TODAY, *WITHOUT_STEPS, *options, *outputs])}
    texts = {name: (folder / f"{name}.ut").read_bytes().decode("utf-8") for name in FORMATS}
    capsys.readouterr()
    for name in printed:
        codes.add(run(["check", ".", *TODAY, *WITHOUT_STEPS, *options, "--format", name]))
        assert capsys.readouterr().out == texts[name], f"--output {name} says something else"
    return texts, codes


def agree(texts: dict[str, str], schema: Any) -> None:
    """All formats tell of the same findings; those that are suppressed are in SARIF and JSON only."""
    found = json.loads(texts["json"])["diagnostics"]
    open_ones = [one for one in found if one["suppressed"] is None]
    prints = {one["fingerprint"] for one in open_ones}
    assert len(prints) == len(open_ones)
    sarif = json.loads(texts["sarif"])
    schema.validate(sarif)
    results = sarif["runs"][0]["results"]
    assert [one["partialFingerprints"]["samverkan/v1"] for one in results] == [one["fingerprint"] for one in found]
    assert [bool(one["suppressions"]) for one in results] == [one["suppressed"] is not None for one in found]
    assert {one["fingerprint"] for one in gitlab_issues(texts["gitlab"])} == prints
    assert junit_fingerprints(texts["junit"]) == prints
    assert len(markdown_rows(texts["markdown"])) == len(prints)
    assert len(texts["short"].splitlines()) == len(prints)
    commands = [one for one in github_commands(texts["github"]) if "file" in one.properties]
    assert len(commands) == len(prints) or len(commands) >= 10


@pytest.mark.parametrize("name", PACKAGES)
def test_every_format_agrees(
    name: str, schema: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copy(PACKAGES[name], tmp_path))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    # Every format is printed for one package in eight; the files hold them all.
    texts, codes = all_formats(tmp_path, capsys, printed=(FORMATS[list(PACKAGES).index(name) % len(FORMATS)],))
    agree(texts, schema)
    expected = (PACKAGES[name] / "förväntat.txt").read_text(encoding="utf-8")
    assert texts["short"] == expected
    assert codes == {1 if ": fel " in expected else 0}


EXEMPTIONS = """
undantag:
  - {regel: SK09, skäl: Väntar på underlag., beslutat_av: rådet, till: 2019-12-31}
"""


@pytest.mark.parametrize("how", ["undantag", "baseline"])
def test_suppressions_and_exit_codes_are_the_same_in_all(
    how: str, schema: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package = copy(PACKAGES["punkter/SK09"], tmp_path)
    monkeypatch.chdir(package)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert all_formats(tmp_path, capsys)[1] == {1}
    if how == "undantag":
        agreement = package / "agreement.yaml"
        agreement.write_text(agreement.read_text(encoding="utf-8") + EXEMPTIONS, encoding="utf-8")
    else:
        assert run(["baseline", ".", *TODAY]) == 0
    texts, codes = all_formats(tmp_path, capsys)
    agree(texts, schema)
    assert codes == {0}
    (result,) = json.loads(texts["sarif"])["runs"][0]["results"]
    assert result["suppressions"][0]["properties"]["by"] == how
    assert (texts["short"], texts["github"], json.loads(texts["gitlab"])) == ("", "", [])
    assert all_formats(tmp_path, capsys, "--no-exemptions", "--no-baseline")[1] == {1}


def test_warnings_fail_every_format_with_strict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package = next(path for path in PACKAGES.values() if (text := (path / "förväntat.txt").read_text("utf-8")) and ": fel " not in text and ": varning " in text)  # fmt: skip
    monkeypatch.chdir(copy(package, tmp_path))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert all_formats(tmp_path, capsys)[1] == {0}
    assert all_formats(tmp_path, capsys, "--strict")[1] == {1}
