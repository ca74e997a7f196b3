"""What stops a run is in the report too, with file and line, in whatever format it was asked for."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.inside import run

pytestmark = pytest.mark.process

SETTINGS = {"pack": ("regelpaket: [finns-inte]\n", 3), "key": ("gurka: 1\n", 3), "syntax": ("regelpaket: [fil\n", 3)}


def _check(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "samverkan_cli", "check", *options, "--today", "2027-01-01"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agreement.yaml").write_text("samverkan: 1\ntyp: överenskommelse\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_that_stop_it(name: str, folder: Path) -> None:
    text, line = SETTINGS[name]
    (folder / "samverkan.yaml").write_text(f"samverkan: 1\ntyp: inställningar\n{text}", encoding="utf-8")
    done = _check(folder, "--format", "json")
    (found,) = json.loads(done.stdout)["diagnostics"]
    assert (done.returncode, found["file"], found["line"], found["level"]) == (2, "samverkan.yaml", line, "error")
    assert found["message"] in done.stderr


@pytest.mark.parametrize("format", ["json", "sarif", "junit", "gitlab", "github", "markdown", "short"])
def test_every_format_names_the_file(format: str, folder: Path) -> None:
    (folder / "samverkan.yaml").write_text("samverkan: 1\ntyp: inställningar\nregelpaket: [finns-inte]\n", encoding="utf-8")
    done = _check(folder, "--format", format, "--output", "json=fynd.json")
    assert done.returncode == 2
    assert "samverkan.yaml" in done.stdout and "finns-inte" in done.stdout
    assert json.loads((folder / "fynd.json").read_text(encoding="utf-8"))["diagnostics"][0]["file"] == "samverkan.yaml"


def test_a_path_that_is_not_there(folder: Path) -> None:
    done = _check(folder, "saknas", "--format", "json")
    (found,) = json.loads(done.stdout)["diagnostics"]
    assert (done.returncode, found["code"], found["file"], found["line"]) == (2, "FIL08", "saknas", 1)


@pytest.mark.parametrize(("command", "format"), [("checklist", "json"), ("steps", "json"), ("trace", "json"), ("trace", "markdown")])
def test_every_command_with_a_format_of_its_own_says_it_there(command: str, format: str, folder: Path) -> None:
    done = run(command, "saknas", "--format", format, "--today", "2027-01-01", folder=folder)
    assert done.returncode == 2 and "saknas finns inte" in done.stderr
    if format == "json":
        (found,) = json.loads(done.stdout)["diagnostics"]
        assert (found["code"], found["file"], found["line"]) == ("FIL08", "saknas", 1)
    else:
        assert "saknas finns inte" in done.stdout


@pytest.mark.parametrize("command", ["checklist", "steps"])
def test_settings_stop_them_with_file_and_line(command: str, folder: Path) -> None:
    (folder / "samverkan.yaml").write_text("samverkan: 1\ntyp: inställningar\ngurka: 1\n", encoding="utf-8")
    done = run(command, "--format", "json", "--today", "2027-01-01", folder=folder)
    (found,) = json.loads(done.stdout)["diagnostics"]
    assert (done.returncode, found["file"], found["line"]) == (2, "samverkan.yaml", 3)


def test_a_checklist_that_is_to_be_a_file_says_it_there(folder: Path) -> None:
    done = run("checklist", "saknas", "--output", "json=lista.json", "--today", "2027-01-01", folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert json.loads((folder / "lista.json").read_text(encoding="utf-8"))["diagnostics"][0]["file"] == "saknas"


def test_a_type_that_is_missing_is_a_finding(folder: Path) -> None:
    (folder / "agreement.yaml").write_text("samverkan: 1\ntitel: Plan\n", encoding="utf-8")
    done = _check(folder, "--format", "json")
    (found,) = json.loads(done.stdout)["diagnostics"]
    assert (done.returncode, found["code"], found["file"], found["line"]) == (1, "FIL06", "agreement.yaml", 1)
