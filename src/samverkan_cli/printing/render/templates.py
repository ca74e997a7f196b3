"""Jinja in its sandbox: the municipality's own templates before the shipped ones, and every error with file and line."""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from samverkan_cli import resources
from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render import template_limits as limits
from samverkan_cli.printing.render.template_cache import Compiled
from samverkan_cli.swedish import number
from samverkan_cli.text.atomic_write import reason
from samverkan_cli.text.sanitize import one_line

_SHIPPED = "samverkan/mallar"
_JINJA = ".jinja"
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


def _only_numbers(operator: str, *values: Any) -> None:
    if operator == "**" or not all(isinstance(value, int | float) for value in values):
        raise SecurityError(f"räknesättet {operator} används bara för tal, och ** inte alls")


class _Sandbox(ImmutableSandboxedEnvironment):
    """Templates may be written by others than us: no way to Python, no endless arithmetic, nothing that differs between two runs."""

    intercepted_binops = frozenset(["*", "**"])

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        _only_numbers(operator, left, right)
        return left * right

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        return self.undefined(f"”{attribute}” är inte tillåtet i en mall", name=attribute, obj=obj, exc=SecurityError)


class _Limited(_Sandbox):
    """A sandbox with templates of somebody's own in it, where everything that is done is paid for."""

    intercepted_binops = frozenset(["*", "**", "+", "-", "%"])

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.meter = limits.Meter()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return limits.metered(super()._parse(source, name, filename), name, filename)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return super().is_safe_attribute(obj, attr, value) and (not callable(value) or limits.allowed_method(obj, attr))

    def _load_template(self, *arguments: Any, **named: Any) -> Template:
        self.meter.spend(limits.FETCHED)
        return super()._load_template(*arguments, **named)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        given = limits.before_call(__obj, args, kwargs, __self.meter)
        return limits.after_call(super().call(__context, __obj, *given, **kwargs), __self.meter)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator in ("*", "**"):
            _only_numbers(operator, left, right)
        return limits.calculated(operator, left, right, self.meter)


class _Loader(BaseLoader):
    """Files of the own folder first, then the shipped ones; never a file outside them."""

    def __init__(self, own: Path | None) -> None:
        self.folders: list[tuple[str, Path]] = [] if own is None else [(own.name, own.resolve())]
        self.folders.append((_SHIPPED, resources.templates().resolve()))

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        for shown, folder in self.folders:
            written = folder / template
            path = written.resolve()
            if not path.is_relative_to(folder):
                if Path(os.path.abspath(written)).is_relative_to(folder) and os.path.lexists(written):
                    raise SamverkanError(
                        f"{shown}/{template} är en länk ut ur mappen med mallar, och läses inte", "Lägg filen själv i mappen i stället."
                    )
                continue
            if not path.is_file():
                continue
            text = _decoded(_read(path, f"{shown}/{template}"), f"{shown}/{template}")
            if isinstance(environment, _Limited):
                limits.price_of_source(text if template.endswith(_JINJA) else "", environment.meter)
            return text.replace("\r\n", "\n"), f"{shown}/{template}", lambda: True
        raise TemplateNotFound(template)


def _read(path: Path, shown: str) -> bytes:
    """A template's bytes, if they are no more than a template has."""
    limit = limits.LARGEST_TEMPLATE if path.suffix != ".css" else limits.LARGEST_STYLE
    try:
        with path.open("rb") as stream:
            raw = stream.read(limit + 1)
    except OSError as error:
        raise SamverkanError(f"{shown}: filen går inte att läsa: {reason(error)}") from error
    if len(raw) > limit:
        raise SamverkanError(f"{shown}: filen är för stor: gränsen är {number(limit)} byte", _HELP)
    return raw


def _decoded(raw: bytes, shown: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SamverkanError(f"{shown}: filen är inte skriven i UTF-8", "Spara den som UTF-8.") from error


def own_files(folder: Path | None) -> list[Path]:
    """The files of a folder of templates that may be templates."""
    if folder is None:
        return []
    found = (path for path in folder.rglob("*") if path.suffix in (_JINJA, ".css", ".typ"))
    return sorted(path for path in found if not path.is_symlink() and path.is_file())


def environment(
    own: Path | None, finalize: Callable[[Any], Any] | None = None, filters: Mapping[str, Callable[..., Any]] | None = None
) -> Environment:
    """Templates of the folder ``own`` and the shipped ones. ``finalize`` makes Markdown of every value printed in a ``.md.jinja``.

    In ``.html.jinja`` values are escaped as HTML instead. ``filters`` are ours beside Jinja's. Where there are templates of somebody's own, all
    that is done is counted, and there is an end to it.
    """
    if own is not None and not own.is_dir():
        raise SamverkanError(f"mappen {own.name} med egna mallar finns inte", "Rätta  mallar  i samverkan.yaml, eller skapa mappen.")

    kind = _Sandbox if own is None else _Limited
    made = kind(
        loader=_Loader(own),
        bytecode_cache=Compiled(resources.templates(), _SHIPPED, changed=own is not None),
        undefined=_Missing,
        autoescape=lambda name: (name or "").endswith(_HTML),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    meter = made.meter if isinstance(made, _Limited) else None

    @pass_context
    def printed(context: Context, value: Any) -> Any:
        if isinstance(value, Undefined):
            return str(value)
        if meter is not None:
            limits.price_of_print(value, meter)
        if finalize is None or (context.name or "").endswith(_HTML):
            return value
        return finalize(value)

    made.finalize = printed
    # These would give different bytes each time.
    del made.globals["lipsum"], made.filters["random"]
    if meter is not None:
        made.filters = limits.filters(made.filters, meter)
        made.filters |= limits.of_ours(filters or {}, meter)
        made.tests = dict(limits.tests(made.tests, meter))
    else:
        made.filters |= filters or {}
    return made


def render(env: Environment, name: str, /, **context: Any) -> str:
    """The template ``name`` with what it may see. Whatever is wrong in it is a ``SamverkanError`` with file, line and what was missing."""
    limited = isinstance(env, _Limited)
    if isinstance(env, _Limited):
        env.meter.start_anew()
    try:
        text = env.get_template(name).render(context)
        limit = limits.LARGEST_PAGE.get("".join(Path(name).suffixes), 0)
        if limited and len(text) > limit:
            raise SamverkanError(f"{_file(env, name)}: sidan blir för lång: gränsen är {number(limit)} tecken", _HELP)
        return text
    except SamverkanError:
        raise
    except TemplateSyntaxError as error:
        place = f"{error.filename or error.name or name}:{error.lineno}"
        raise SamverkanError(f"{place}: mallen går inte att läsa: {_swedish(error.message or '')}", _HELP) from error
    except TemplateNotFound as error:
        raise SamverkanError(f"{_place(env, error, name)}: mallen ”{error.name}” finns inte", _HELP) from error
    except (TemplateError, SecurityError, TemplateRuntimeError) as error:
        raise SamverkanError(f"{_place(env, error, name)}: {_swedish(error.message or '')}", _HELP) from error
    except (RecursionError, MemoryError) as error:
        raise SamverkanError(
            f"{_place(env, error, name)}: mallen går för djupt: den kallar på sig själv, eller har för många nivåer", _HELP
        ) from error
    except Exception as error:
        # A wrong sum or call in somebody's own template is theirs to mend; in a shipped one, that none of theirs has called, it is a fault in
        # the program.
        place = _place(env, error, name)
        if place.startswith(f"{_SHIPPED}/"):
            raise
        raise SamverkanError(f"{place}: mallen går inte att köra ({type(error).__name__}: {one_line(str(error))[:200]})", _HELP) from error


def source(env: Environment, name: str) -> tuple[str, str]:
    """A file that is taken as it is (the style sheet): where it lies, and its text."""
    assert env.loader is not None
    try:
        text, shown, _ = env.loader.get_source(env, name)
    except TemplateNotFound as error:
        raise SamverkanError(f"filen ”{name}” finns inte bland mallarna", _HELP) from error
    return shown or name, text


def is_shipped(shown: str) -> bool:
    """Whether a file that is shown so is one of ours."""
    return shown.startswith(f"{_SHIPPED}/")


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
    """``file:line`` of the innermost template that was running; before one of ours, that of somebody's own that led there."""
    assert isinstance(env.loader, _Loader)
    starts = tuple(f"{shown}/" for shown, _ in env.loader.folders)
    frames = [frame for frame in reversed(traceback.extract_tb(error.__traceback__)) if frame.filename.startswith(starts)]
    if not frames:
        return _file(env, name)
    inner = f"{frames[0].filename}:{frames[0].lineno}"
    theirs = next((frame for frame in frames if not frame.filename.startswith(f"{_SHIPPED}/")), None)
    if theirs is None or theirs is frames[0]:
        return inner
    return f"{theirs.filename}:{theirs.lineno} (vidare i {inner})"


def _file(env: Environment, name: str) -> str:
    """Where a template lies, as far as that can be told."""
    assert env.loader is not None
    try:
        return env.loader.get_source(env, name)[1] or name
    except (TemplateError, SamverkanError):
        return name
