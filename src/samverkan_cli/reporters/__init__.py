"""The output formats of ``check``: one file each, each one function ``write(report, out)``."""

from collections.abc import Callable
from importlib import import_module
from typing import TextIO

from samverkan_cli.checking.report import Report

FORMATS = ("text", "short", "json", "sarif", "github", "gitlab", "junit", "markdown")
"""The names that ``--format`` and ``--output`` take."""


def writer(name: str) -> Callable[[Report, TextIO], None]:
    """The function that writes a format."""
    module = import_module(f"samverkan_cli.reporters.{name}_format")
    write: Callable[[Report, TextIO], None] = module.write
    return write
