"""Jinja in its sandbox: the municipality's own templates before the shipped ones, and every error with file and line."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, pass_context
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from samverkan_cli import resources
from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.template_cache import Compiled

_SHIPPED = "samverkan/mallar"
_HTML = ".html.jinja"


class _Missing(StrictUndefined):
    """What a template asks for and the view does not have, said in Swedish."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = self._undefined_name
        if self._undefined_obj is missing:
            return f"”{name}” finns inte"
        return f"”{name}” finns inte i {type(self._undefined_obj).__name__}"


class _Sandbox(ImmutableSandboxedEnvironment):
    """Templates may be written by others than us: no way to Python, no endless arithmetic, nothing that differs between two runs."""

    intercepted_binops = frozenset(["*", "**"])

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or not all(isinstance(value, int | float) for value in (left, right)):
            raise SecurityError(f"räknesättet {operator} används bara för tal, och ** inte alls")
        return left * right

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        return self.undefined(f"”{attribute}” är inte tillåtet i en mall", name=attribute, obj=obj, exc=SecurityError)


class _Loader(BaseLoader):
    """Files of the own folder first, then the shipped ones; never a file outside them."""

    def __init__(self, own: Path | None) -> None:
        self.folders: list[tuple[str, Path]] = [] if own is None else [(own.name, own.resolve())]
        self.folders.append((_SHIPPED, resources.templates().resolve()))

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        for shown, folder in self.folders:
            path = (folder / template).resolve()
            if not path.is_relative_to(folder) or not path.is_file():
                continue
            try:
                text = path.read_bytes().decode("utf-8-sig")
            except UnicodeDecodeError as error:
                raise SamverkanError(f"{shown}/{template}: filen är inte skriven i UTF-8", "Spara den som UTF-8.") from error
            except OSError as error:
                raise SamverkanError(f"{shown}/{template}: filen går inte att läsa ({error.strerror})") from error
            return text.replace("\r\n", "\n"), f"{shown}/{template}", lambda: True
        raise TemplateNotFound(template)


def environment(own: Path | None, finalize: Callable[[Any], Any] | None = None) -> Environment:
    """Templates of the folder ``own`` and the shipped ones. ``finalize`` makes Markdown of every value printed in a ``.md.jinja``.

    In ``.html.jinja`` values are escaped as HTML instead.
    """
    if own is not None and not own.is_dir():
        raise SamverkanError(f"mappen {own.name} med egna mallar finns inte", "Rätta  mallar  i samverkan.yaml, eller skapa mappen.")

    @pass_context
    def printed(context: Context, value: Any) -> Any:
        if isinstance(value, Undefined):
            return str(value)
        if finalize is None or (context.name or "").endswith(_HTML):
            return value
        return finalize(value)

    made = _Sandbox(
        loader=_Loader(own),
        bytecode_cache=Compiled(resources.templates(), _SHIPPED),
        undefined=_Missing,
        autoescape=lambda name: (name or "").endswith(_HTML),
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # These would give different bytes each time.
    del made.globals["lipsum"], made.filters["random"]
    return made


def render(env: Environment, name: str, /, **context: Any) -> str:
    """The template ``name`` with what it may see. Whatever is wrong in it is a ``SamverkanError`` with file, line and what was missing."""
    try:
        return env.get_template(name).render(context)
    except SamverkanError:
        raise
    except TemplateSyntaxError as error:
        place = f"{error.filename or error.name or name}:{error.lineno}"
        raise SamverkanError(f"{place}: mallen går inte att läsa: {_swedish(error.message or '')}", _HELP) from error
    except TemplateNotFound as error:
        raise SamverkanError(f"{_place(env, error, name)}: mallen ”{error.name}” finns inte", _HELP) from error
    except (TemplateError, SecurityError, TemplateRuntimeError) as error:
        raise SamverkanError(f"{_place(env, error, name)}: {_swedish(error.message or '')}", _HELP) from error
    except Exception as error:
        # A wrong sum or call in somebody's own template is theirs to mend; in a shipped one it is a fault in the program.
        place = _place(env, error, name)
        if place.startswith(f"{_SHIPPED}/"):
            raise
        raise SamverkanError(f"{place}: mallen går inte att köra ({type(error).__name__}: {error})", _HELP) from error


def source(env: Environment, name: str) -> tuple[str, str]:
    """A file that is taken as it is (the style sheet): where it lies, and its text."""
    assert env.loader is not None
    try:
        text, shown, _ = env.loader.get_source(env, name)
    except TemplateNotFound as error:
        raise SamverkanError(f"filen ”{name}” finns inte bland mallarna", _HELP) from error
    return shown or name, text


_HELP = "Rätta mallen, eller ta bort den ur er egen mapp så används den medföljande."

_WORDS = (
    (r"Encountered unknown tag '([^']*)'.*", r"taggen ”\1” finns inte eller står på fel plats"),
    (r"Unexpected end of template.*innermost block that needs to be closed is '([^']*)'.*", r"”\1” avslutas aldrig"),
    (r"Unexpected end of template.*", "mallen tar slut mitt i något"),
    (r"unexpected end of template.*", "mallen tar slut mitt i något"),
    (r"No filter named '([^']*)'.*", r"filtret ”\1” finns inte"),
    (r"No test named '([^']*)'.*", r"testet ”\1” finns inte"),
    (r"Expected an expression.*", "här fattas ett uttryck"),
    (r"unexpected '([^']*)'.*", r"”\1” står på fel plats"),
    (r"expected token '([^']*)', got '([^']*)'.*", r"här väntades ”\1”, inte ”\2”"),
)


def _swedish(message: str) -> str:
    """Jinja's own words in Swedish, where they are known."""
    for pattern, words in _WORDS:
        if re.fullmatch(pattern, message, re.DOTALL):
            return re.sub(pattern, words, message, flags=re.DOTALL)
    return message


def _place(env: Environment, error: BaseException, name: str) -> str:
    """``file:line`` of the innermost template that was running."""
    assert isinstance(env.loader, _Loader)
    starts = tuple(f"{shown}/" for shown, _ in env.loader.folders)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.startswith(starts):
            return f"{frame.filename}:{frame.lineno}"
    return name
