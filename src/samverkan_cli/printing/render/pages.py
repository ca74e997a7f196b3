"""Words → Markdown: what the templates print, and the pages that they give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from jinja2 import Environment

from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.render.markdown import canonical_cell, canonical_text, escape_line
from samverkan_cli.printing.render.package import Page
from samverkan_cli.printing.render.templates import render
from samverkan_cli.printing.views.words import Link, Text


def printed(value: Any) -> Any:
    """A value that a template prints, as Markdown. Jinja calls this on every expression."""
    if isinstance(value, Figure):
        caption = escape_line(value.caption).replace('"', '\\"')
        return f'![{escape_line(value.alternative)}](figurer/{value.name} "{caption}")'
    if isinstance(value, Link):
        label = escape_line(str(value))
        return f"[{label}](<{value.target}>)" if value.target and label else label
    if isinstance(value, Text):
        return canonical_text(value)
    if isinstance(value, Ready):
        return value
    if isinstance(value, tuple | list):
        return ", ".join(str(printed(item)) for item in value)
    if isinstance(value, str):
        return escape_line(value)
    if isinstance(value, bool | int | float):
        return str(value)
    raise TypeError(f"{type(value).__name__} går inte att skriva ut")


class Ready(str):
    """Markdown that is ready to be put in as it is."""

    __slots__ = ()


def cell(value: Any) -> Ready:
    """The filter ``cell``: a ``text`` on one line, for table cells and list items."""
    return Ready(canonical_cell(str(value)))


def page(
    environment: Environment, template: str, slug: str, number: str, title: str, kind: str, figures: Sequence[Figure] = (), /, **words: Any
) -> Page:
    """The page that a template gives. Blank lines are tidied; only the figures that the template printed go with it."""
    text = render(environment, template, **words)
    tidy = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip("\n") + "\n"
    shown = tuple(figure for figure in figures if f"(figurer/{figure.name} " in tidy)
    return Page(slug, number, title, kind, tidy, shown)
