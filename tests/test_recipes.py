"""The recipes of CONTRIBUTING, followed in a copy: what is added works, and how many files were touched."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.packages import ROOT
from support.process import DAY, run

pytestmark = pytest.mark.process

RULE = '''
"""KED99."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level


@rule("KED99", "titel-utan-punkt", Level.NOTE, step=None)
def a_title_has_no_full_stop(case: Case) -> Verdicts:
    """En titel slutar utan punkt

    En titel är ingen mening.

    Underkänns:

        titel: Överenskommelse.  # <-

    Källa: ett prov
    """
    agreement = case.dossier.agreement
    if agreement.title and agreement.title.endswith("."):
        yield Finding("titeln slutar med punkt", agreement.at("title"), "Ta bort punkten.")
'''
FORMAT = '''
"""``count``: how many findings there are."""

import re
from typing import TextIO

from samverkan_cli.checking.report import Report

SIGNATURE = re.compile(r"\\A[0-9]+ fynd\\n\\Z")


def write(report: Report, out: TextIO) -> None:
    """Write one number."""
    out.write(f"{len(report.diagnostics)} fynd\\n")
'''
COMMAND = '''
"""``samverkan hello``."""

import sys


def hello() -> int:
    """Hälsa."""
    sys.stdout.write("Hej.\\n")
    return 0
'''
KEY = """
    motto: Line | None = field("motto", "Ett motto för åtgärden.", definite="mottot", example="Tillsammans")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what a developer changes."""
    for name in ("src", "schemas", "templates", "examples/huddinge"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / ".git").mkdir()
    return tmp_path


def samverkan(project: Path, *arguments: str) -> str:
    """What the copy's program says."""
    done = run(*arguments, folder=project, PYTHONPATH=str(project / "src"), PYTHONDONTWRITEBYTECODE="1")
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def contents(project: Path) -> dict[str, str]:
    files = [path for folder in ("src", "schemas", "templates") for path in (project / folder).rglob("*")]
    return {path.relative_to(project).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.is_file()}


def touched(before: dict[str, str], project: Path) -> list[str]:
    after = contents(project)
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path) and "__pycache__" not in path)


def test_a_rule_is_one_file(project: Path) -> None:
    before = contents(project)
    (project / "src/samverkan_cli/rules/kedja/ked99_full_stop.py").write_text(RULE, encoding="utf-8")
    agreement = project / "examples/huddinge/agreement.yaml"
    text = agreement.read_text(encoding="utf-8")
    title = next(row for row in text.split("\n") if row.startswith("titel: "))
    agreement.write_text(text.replace(title, f"{title}."), encoding="utf-8")
    told = json.loads(samverkan(project, "check", "examples/huddinge", *DAY, "--format", "json"))
    assert "KED99" in json.dumps(told)
    assert "En titel slutar utan punkt" in samverkan(project, "explain", "KED99")
    assert "KED99" in samverkan(project, "rules")
    assert touched(before, project) == ["src/samverkan_cli/rules/kedja/ked99_full_stop.py"]


def test_a_format_is_one_file(project: Path) -> None:
    before = contents(project)
    (project / "src/samverkan_cli/reporters/count_format.py").write_text(FORMAT, encoding="utf-8")
    assert samverkan(project, "check", "examples/huddinge", *DAY, "--format", "count") == "0 fynd\n"
    samverkan(project, "check", "examples/huddinge", *DAY, "--output", "count=fynd.txt")
    samverkan(project, "check", "examples/huddinge", *DAY, "--output", "json=fynd.txt")
    assert json.loads((project / "fynd.txt").read_text(encoding="utf-8")), "a report of the new format is known as ours"
    assert touched(before, project) == ["src/samverkan_cli/reporters/count_format.py"]


def test_a_command_is_one_file(project: Path) -> None:
    before = contents(project)
    (project / "src/samverkan_cli/cli/hello.py").write_text(COMMAND, encoding="utf-8")
    assert samverkan(project, "hello") == "Hej.\n"
    assert "Hälsa." in samverkan(project, "--help")
    assert touched(before, project) == ["src/samverkan_cli/cli/hello.py"]


def test_a_key_is_one_field_and_one_row_of_a_template(project: Path) -> None:
    before = contents(project)
    model, template = project / "src/samverkan_cli/models/actions.py", project / "templates/avsnitt/åtgärder.md.jinja"
    text = model.read_text(encoding="utf-8")
    place = text.index("    horizon: Horizon | None")
    model.write_text(text[:place] + KEY.lstrip("\n") + text[place:], encoding="utf-8")
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("{% if action.closed %}", "{% if action.motto %}\n- Motto: {{ action.motto }}\n{% endif %}\n{% if action.closed %}"), encoding="utf-8")  # fmt: skip
    plan = next(path for path in (project / "examples/huddinge/bilagor").iterdir() if path.name.startswith("3.1-"))
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("  - id: Å1.1\n", "  - id: Å1.1\n    motto: Tillsammans är vi fler\n", 1), encoding="utf-8")
    assert samverkan(project, "check", "examples/huddinge", *DAY, "--format", "short") == ""
    # ``schema`` shows the file that tools/generate.py writes; it is made of the field.
    ask = "from samverkan_cli.models.json_schema import document_schema as of; print('motto' in str(of('åtgärdsplan')))"
    made = subprocess.run(
        [sys.executable, "-c", ask], env={**os.environ, "PYTHONPATH": str(project / "src")}, capture_output=True, check=True
    )
    assert made.stdout.strip() == b"True"
    samverkan(project, "render", "examples/huddinge", *DAY, "--format", "markdown", "--out", "ut")
    printed = [path.read_text(encoding="utf-8") for path in (project / "ut").rglob("*.md")]
    assert any("Motto: Tillsammans är vi fler" in text for text in printed)
    assert touched(before, project) == ["src/samverkan_cli/models/actions.py", "templates/avsnitt/åtgärder.md.jinja"]
