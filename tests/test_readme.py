"""What README.md tells people to type exists."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import read
from support.fragments import HEAD

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """What stands under a heading, up to the next one of the same rank. Raises ``ValueError`` unless the heading stands there once."""
    (found,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", README, flags=re.MULTILINE | re.DOTALL)
    return str(found)


def commands_in(text: str) -> list[str]:
    return re.findall(r"(?<![\w/-])samverkan [a-z][^`\n]*", "\n".join(re.findall(r"`+[^`]+`+", text)))


@pytest.mark.parametrize("heading", ["Try it", "Test"])
def test_one_command_line_under_the_heading(heading: str) -> None:
    (block,) = re.findall(r"^```sh\n(.*?)^```$", section(heading), flags=re.MULTILINE | re.DOTALL)
    assert len(block.splitlines()) == 1
    assert "\\" not in block


def test_commands_and_options_that_are_named_exist() -> None:
    from samverkan_cli.cli.app import app, run

    run(["--version"])
    known = get_command(app).commands  # type: ignore[attr-defined]
    named = commands_in(README)
    assert named
    for line in named:
        _, command, *rest = shlex.split(line.replace("…", ""))
        assert command in known, line
        options = {option for parameter in known[command].params for option in parameter.opts}
        assert {word for word in rest if word.startswith("--")} <= options | {"--help"}, line


def test_files_that_are_named_exist() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_map_names_every_folder() -> None:
    shown = set(re.findall(r"^([\w.-]+/)", README, flags=re.MULTILINE))
    assert shown, "the README has a map"
    for folder in shown:
        assert (ROOT / folder).is_dir(), folder


def blocks(language: str, *names: str) -> list[str]:
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in names]
    return [block for text in texts for block in re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)]


def test_the_printed_finding_is_what_the_program_prints(tmp_path: Path) -> None:
    example = tmp_path / "examples" / "huddinge"
    shutil.copytree(ROOT / "examples" / "huddinge", example)
    plan = example / "bilagor" / "3.1-ungdomskriminalitet.yaml"
    lines = plan.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[98] = lines[98].replace("möter_orsaker", "moter_orsaker")
    plan.write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "samverkan_cli", "check", "examples/huddinge", "--today", "2019-06-01"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 1
    assert ran.stdout.split("\n\n")[0] + "\n" == blocks("text", "README.md")[0]


@pytest.mark.parametrize("text", blocks("yaml", "README.md", "docs/format.md"))
def test_samples_have_the_right_shape(text: str) -> None:
    model, document = build(read("prov.yaml", (text if text.startswith("samverkan:") else HEAD + text).encode()))
    assert model is not None
    assert [(fault.code, fault.message, fault.span.line) for fault in document.faults] == []
