"""The help is in Swedish, and complete."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from samverkan_cli.cli import app as commands

commands.run(["--version"])
COMMANDS = ["", *get_command(commands.app).commands]  # type: ignore[attr-defined]
ENGLISH = r"Usage|Options|Arguments|Commands|Show this|\[OPTIONS\]|\[ARGS\]|\bdefault\b|\brequired\b|<|\{|\[\["


@pytest.mark.parametrize("name", COMMANDS)
def test_no_english_and_no_type_names(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run([*name.split(), "--help"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Användning: samverkan")
    assert "Visa den här hjälpen." in text
    assert not re.search(ENGLISH, text), text


def names() -> list[str]:
    """Every command with its arguments and options, one line each, as people write them."""
    group = get_command(commands.app)
    asked = {"": group, **group.commands}  # type: ignore[attr-defined]
    return [" ".join(["samverkan", name, *sorted(options(command))]).replace("  ", " ") for name, command in asked.items()]


def options(command: object) -> list[str]:
    return [each for parameter in command.params for each in (*parameter.opts, *parameter.secondary_opts) if each.startswith("-")]  # type: ignore[attr-defined]


def test_no_command_and_no_option_has_another_name(golden) -> None:  # type: ignore[no-untyped-def]
    """Scripts hold them: one that is gone breaks somebody. One that is new is written down with ``--update-golden``."""
    golden("\n".join(names()) + "\n", Path(__file__).parents[1] / "data" / "commands.txt")
