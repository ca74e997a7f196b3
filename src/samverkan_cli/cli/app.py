"""The commands put together, with Swedish help and Swedish answers to a wrong call."""

from __future__ import annotations

import pkgutil
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from samverkan_cli import __version__
from samverkan_cli.text.sanitize import one_line

_USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]

_WORDS: tuple[tuple[str, Any], ...] = (
    (r"^Usage:", "Användning:"),
    (r"^Options:", "Flaggor:"),
    (r"^Arguments:", "Argument:"),
    (r"^Commands:", "Kommandon:"),
    (r"\[OPTIONS\]", "[FLAGGOR]"),
    (r"COMMAND \[ARGS\]\.\.\.", "KOMMANDO …"),
    (r"\[\[(\w+)\]\]", r"[\1]"),
    (r"\[\[?(\w+)\]\]?\.\.\.\]?", r"[\1…]"),
    (r"\{(\w+)\}", r"\1"),
    (r"\.\.\.$", "…"),
    # A type's name says nothing to whoever reads; the column keeps its width.
    (r" <(?:list\[\w+\]|str|Path)>", lambda match: " " * len(match[0])),
    (r"\[default: \(?([^)\]]*)\)?\]", r"[förvalt: \1]"),
    (r"\[required\]", "[krävs]"),
    (r"Show this message and exit\.", "Visa den här hjälpen."),
)


def _swedish(text: str) -> str:
    for pattern, word in _WORDS:
        text = re.sub(pattern, word, text, flags=re.MULTILINE)
    return text


class Command(TyperCommand):
    """A command whose help is in Swedish."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return _swedish(super().get_help(ctx))


class Group(TyperGroup):
    """The group whose help is in Swedish and lists the commands in the order of use."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return _swedish(super().get_help(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands as they were added."""
        return list(self.commands)


app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=False,
    invoke_without_command=True,
    help="Samverkansöverenskommelser mellan kommun och polis som ren text: kontrollerade mot scheman och checklistor.",
)


@app.callback()
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Visa programmets version.")] = False,
) -> None:
    """The options of the program itself."""
    if version:
        sys.stdout.write(f"samverkan {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")


_IN_ORDER_OF_USE = (
    "new",
    "check",
    "checklist",
    "steps",
    "trace",
    "render",
    "preview",
    "fix",
    "baseline",
    "explain",
    "rules",
    "schema",
    "lsp",
)
_NO_COMMANDS = ("app", "common")


def _commands() -> tuple[str, ...]:
    """The files of this folder, in the order of use; one that is new comes last."""
    files = (found.name for found in pkgutil.iter_modules([str(Path(__file__).parent)]))
    known = {name: number for number, name in enumerate(_IN_ORDER_OF_USE)}
    names = (name for name in files if name not in _NO_COMMANDS and not name.startswith("_"))
    return tuple(sorted(names, key=lambda name: (known.get(name, len(known)), name)))


COMMANDS = _commands()
"""The commands: each is the function of that name in the module of that name."""


def _add_commands(arguments: list[str]) -> None:
    """Add the command that is asked for, or all of them where it is not one of ours: reading the others takes time."""
    asked = next((word for word in arguments if not word.startswith("-")), None)
    there = {command.callback.__name__ for command in app.registered_commands if command.callback is not None}
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        if name not in there:
            app.command(cls=Command)(getattr(import_module(f"samverkan_cli.cli.{name}"), str(name)))
    app.registered_commands.sort(key=lambda command: COMMANDS.index(command.callback.__name__ if command.callback else ""))


def run(arguments: list[str]) -> int:
    """Run one command. Returns the exit code; raises what the command raises. (Whoever is asked and answers with an end of file has aborted.)"""
    _add_commands(arguments)
    try:
        result = app(arguments, prog_name="samverkan", standalone_mode=False)
    except _USAGE_ERROR as error:
        sys.stderr.write(_usage(error) + "\n")
        return 2
    except typer.Exit as leaving:
        return leaving.exit_code
    except typer.Abort as abort:
        if isinstance(abort.__cause__, EOFError):
            raise abort.__cause__ from None
        sys.stderr.write("avbrutet\n")
        return 130
    return result if isinstance(result, int) else 0


def _usage(error: Any) -> str:
    """A wrong call, said in Swedish as far as the library tells what was wrong."""
    message = str(error.format_message())
    for pattern, words in (
        (r"No such option: (\S+?)\.?(?: Did you mean (.*?)\?)?$", "flaggan {0} finns inte"),
        (r"No such option: (\S+)(.*)$", "flaggan {0} finns inte"),
        (r"No such command '(.*?)'\.(?: Did you mean '(.*?)'\?)?", "kommandot {0} finns inte"),
        (r"Missing argument '(.*?)'\.?", "{0} saknas"),
        (r"Option '?(\S+?)'? requires an argument\.?", "flaggan {0} behöver ett värde"),
        (r"Got unexpected extra arguments? \((.*)\)", "det är för många argument: {0}"),
        (r"Invalid value for '?(.*?)'?: (.*)", "värdet för {0} går inte att använda"),
    ):
        if match := re.match(pattern, message):
            message = words.format(*match.groups())
            near = match[2] if match.re.groups > 1 and match[2] and "Did you mean" in error.format_message() else None
            if near:
                message += "; menar du " + near.replace("', '", " eller ") + "?"
            break
    command = error.ctx.command_path if getattr(error, "ctx", None) else "samverkan"
    return f"{one_line(f'samverkan: {message}')}\n  {command} --help visar hur det används."
