"""What leaves the program, and what it leaves alone."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from support import inside
from support.faults import put_in
from support.packages import HUDDINGE, ROOT, copy
from support.process import DAY, run

SCHEMA = Draft202012Validator(json.loads((ROOT / "schemas" / "rapport.schema.json").read_text(encoding="utf-8")))


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = copy(HUDDINGE, tmp_path)
    put_in(folder)
    return folder


def test_json_is_as_its_schema_says(broken: Path) -> None:
    for command in ("check", "checklist"):
        for folder in (HUDDINGE, broken):
            done = inside.run(command, *DAY, "--all-steps", "--format", "json", folder=folder)
            SCHEMA.validate(json.loads(done.stdout))


def test_the_checklist_as_json() -> None:
    data = json.loads(inside.run("checklist", *DAY, "--format", "json", folder=HUDDINGE).stdout)
    (dossier,) = data["dossiers"]
    assert [point["verdict"] for point in dossier["points"]] == ["met"] * 17
    for place in (place for point in dossier["points"] for place in point["evidence"]):
        rows = (HUDDINGE / place["file"]).read_text(encoding="utf-8").splitlines()
        assert rows[place["line"] - 1][place["column"] - 1 :].strip()


def test_also_to_a_file(broken: Path) -> None:
    done = inside.run("check", *DAY, "--output", "json=rapport.json", "--output", "short=rapport.txt", folder=broken)
    assert done.stdout == inside.run("check", *DAY, folder=broken).stdout
    assert (broken / "rapport.txt").read_text(encoding="utf-8") == inside.run("check", *DAY, "--format", "short", folder=broken).stdout
    SCHEMA.validate(json.loads((broken / "rapport.json").read_text(encoding="utf-8")))


def _state(folder: Path) -> dict[str, tuple[str, int, int]]:
    return {
        path.as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            path.stat().st_mtime_ns,
            path.stat().st_mode,
        )
        for path in sorted([folder, *folder.rglob("*")])
    }


def test_nothing_is_changed(broken: Path) -> None:
    before = _state(broken)
    for command in ("check", "checklist"):
        run(command, *DAY, "--all-steps", folder=broken)
        run(command, broken, "--format", "json", folder=broken.parent)
    assert _state(broken) == before


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_no_colours_in_a_pipe(broken: Path, environment: dict[str, str]) -> None:
    for command in ("check", "checklist", "rules"):
        arguments = DAY if command != "rules" else ()
        assert "\x1b" not in run(command, *arguments, folder=broken, **environment).stdout


def _terminal(*arguments: str, folder: Path, **environment: str) -> str:
    pty = pytest.importorskip("pty")
    above, below = pty.openpty()
    command = [sys.executable, "-m", "samverkan_cli", *arguments]
    own = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM", "COLORTERM")}
    subprocess.run(command, cwd=folder, env={**own, "TERM": "xterm-256color", **environment}, stdout=below, stderr=below, check=False)
    os.close(below)
    said = b""
    while True:
        try:
            part = os.read(above, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
    os.close(above)
    return said.decode("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="a terminal to look at")
def test_colours_in_a_terminal(tmp_path: Path) -> None:
    folder = copy(ROOT / "tests" / "data" / "punkter" / "SK15", tmp_path)
    assert "\x1b[" in _terminal("check", *DAY, folder=folder)
    assert "\x1b[" not in _terminal("check", *DAY, folder=folder, NO_COLOR="1")
    assert "\x1b[" not in _terminal("check", *DAY, "--no-color", folder=folder)


def test_the_output_is_utf_8_whatever_the_surroundings(broken: Path) -> None:
    plain = run("check", *DAY, folder=broken).stdout
    assert "återkoppling" in plain
    assert run("check", *DAY, folder=broken, LC_ALL="C", PYTHONIOENCODING="latin-1").stdout == plain


def test_a_reader_that_has_had_enough(broken: Path) -> None:
    command = [sys.executable, "-m", "samverkan_cli", "check", *DAY, "--all-steps"]
    with subprocess.Popen(command, cwd=broken, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in (0, 1)


def test_control_characters_are_made_visible(tmp_path: Path) -> None:
    folder = copy(ROOT / "tests" / "data" / "hel", tmp_path)
    plan = folder / "bilagor" / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + 'färg: "\\e[31mröd"\n"\\u202enyckel": 1\n', encoding="utf-8")
    for form in ("text", "short"):
        said = inside.run("check", *DAY, "--format", form, folder=folder).stdout
        assert "\x1b" not in said and "\u202e" not in said


def test_files_are_named_from_where_you_stand(broken: Path) -> None:
    rows = inside.run("check", "paket", *DAY, "--format", "short", folder=broken.parent).stdout.splitlines()
    assert rows and all(row.startswith("paket/") for row in rows)
    rows = inside.run("check", "..", *DAY, "--format", "short", folder=broken / "bilagor").stdout.splitlines()
    assert any(row.startswith("../agreement.yaml:") for row in rows)
