"""What README.md tells people to type exists."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

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
