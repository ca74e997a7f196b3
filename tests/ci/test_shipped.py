"""The files we ship for CI systems: right by their vendors' schemas, agreeing with the program, and passing on the sample repository."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from typer.main import get_command

from samverkan_cli.cli import app as commands
from samverkan_cli.reporters import FORMATS

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "examples" / "förvar"
AZURE = ("--data-transform", "azure-pipelines", "--regex-variant", "nonunicode")
VENDORS = [
    ("github-actions", "action.yml", ()),
    ("github-workflows", "examples/förvar/.github/workflows/samverkan.yml", ()),
    ("gitlab-ci", "ci/gitlab.yml", ("--data-transform", "gitlab-ci")),
    ("gitlab-ci", "examples/förvar/.gitlab-ci.yml", ("--data-transform", "gitlab-ci")),
    ("azure-pipelines", "ci/azure-pipelines.yml", AZURE),
    ("azure-pipelines", "examples/förvar/azure-pipelines.yml", AZURE),
]
SPOILED = {
    "github-actions": ("using: composite", "using: compost"),
    "github-workflows": ("runs-on:", "runs-onn:"),
    "gitlab-ci": ("include:\n", "includes:\n  - 1\nstages: 5\n#"),
    "azure-pipelines": ("steps:\n", "step:\n"),
}


def judged(vendor: str, file: Path, options: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{vendor}", *options, str(file)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(("vendor", "name", "options"), VENDORS, ids=[name for _, name, _ in VENDORS])
def test_the_vendor_accepts_it(vendor: str, name: str, options: tuple[str, ...]) -> None:
    ran = judged(vendor, ROOT / name, options)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("vendor", SPOILED)
def test_the_vendor_refuses_what_is_spoiled(vendor: str, tmp_path: Path) -> None:
    name, options = next((name, options) for one, name, options in reversed(VENDORS) if one == vendor)
    if vendor == "github-actions":
        name, options = "action.yml", ()
    text = (ROOT / name).read_text(encoding="utf-8")
    old, new = SPOILED[vendor]
    assert old in text
    spoiled = tmp_path / "spoiled.yml"
    spoiled.write_text(text.replace(old, new), encoding="utf-8")
    assert judged(vendor, spoiled, options).returncode == 1


@pytest.mark.parametrize("arguments", [["validate-manifest", ".pre-commit-hooks.yaml"], ["validate-config", "examples/förvar/.pre-commit-config.yaml"]])  # fmt: skip
def test_pre_commit_accepts_it(arguments: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pre_commit", arguments[0], str(ROOT / arguments[1])]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path)}
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT, env=environment)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("today", [None, "2024-01-01", "2025-03-01", "2040-01-01"])
def test_the_sample_passes_on_any_day(today: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    day = ["--today", today] if today else []
    assert commands.run(["check", str(SAMPLE), "--strict", "--format", "short", *day]) == 0
    # Both are in one of the first steps: what remains there is listed, and stops nothing.
    assert [line for line in capsys.readouterr().out.splitlines() if "återstår i steg" not in line] == []


def test_the_sample_is_made_up_and_names_no_real_place() -> None:
    for file in sorted(SAMPLE.rglob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        if "typ: överenskommelse" in text or "typ: lägesbild" in text:
            assert "påhittat: ja" in text, file
    for file in [*SAMPLE.rglob("*"), *(ROOT / "ci").iterdir(), ROOT / "action.yml", ROOT / "docs" / "ci.md"]:
        if file.is_file():
            hosts = set(re.findall(r"https?://([^/\s)`\"]+)", file.read_text(encoding="utf-8")))
            assert hosts <= {"git.example.org", "pre-commit.com"}, file


def options_of(command: str) -> set[str]:
    commands.run(["--version"])
    found = get_command(commands.app).commands[command]  # type: ignore[attr-defined]
    return {option for parameter in found.params for option in parameter.opts}


def test_flags_and_formats_that_are_named_exist() -> None:
    """In what we ship, and in the guide. A flag that a person would copy must work."""
    names = ["action.yml", ".pre-commit-hooks.yaml", "ci/gitlab.yml", "ci/azure-pipelines.yml", "docs/ci.md", "examples/förvar/README.md"]
    seen = 0
    for name in names:
        text = (ROOT / name).read_text(encoding="utf-8")
        for call in re.findall(r"samverkan\"? (check|baseline|fix|explain)\b([^\n`|]*(?:\\\n[^\n`|]*)*)", text):
            used = set(re.findall(r"(?<![\w-])--[a-z][\w-]+", call[1]))
            assert used <= options_of(call[0]), f"{name}: {call}"
            seen += 1
        for form in re.findall(r"--(?:output|format) (\w+)", text):
            assert form in FORMATS, f"{name}: {form}"
    assert seen >= 6


def test_the_guide_names_inputs_variables_and_files_that_exist() -> None:
    guide = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    yaml = YAML(typ="safe")
    inputs = set(yaml.load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"])
    table = re.search(r"\| Indata .*?\n\n", guide, flags=re.DOTALL)
    assert table and set(re.findall(r"^\| `([\w-]+)` ", table[0], flags=re.MULTILINE)) == inputs
    variables = set(yaml.load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))[".samverkan"]["variables"])
    assert set(re.findall(r"`(SAMVERKAN_\w+)`", guide)) == {name for name in variables if name.startswith("SAMVERKAN_")}
    for name in re.findall(r"`((?:ci|examples|docs)/[\w./åäö-]+)`", guide):
        assert (ROOT / name).exists(), name
    for target in re.findall(r"\]\((?!https://)([^)#]+)\)", guide):
        assert (ROOT / "docs" / target).exists(), target
    for form in FORMATS:
        assert f"| `{form}` |" in guide


def test_the_yaml_in_the_guide_can_be_read() -> None:
    guide = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```$", guide, flags=re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 4
    for block in blocks:
        assert YAML(typ="safe").load(block)
