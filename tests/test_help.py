"""The help is in Swedish, and complete."""

import re

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
