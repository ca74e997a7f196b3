"""The output formats of ``check``: one file each, with a function ``write(report, out)`` and the ``SIGNATURE`` that its files are known by."""

import pkgutil
import re
from collections.abc import Callable
from importlib import import_module
from typing import TextIO

from samverkan_cli.checking.report import Report

_FOR_PEOPLE_FIRST = ("text", "short", "json", "sarif")
_NAMES = [found.name.removesuffix("_format") for found in pkgutil.iter_modules(__path__) if found.name.endswith("_format")]

FORMATS = tuple(sorted(_NAMES, key=lambda name: (_FOR_PEOPLE_FIRST.index(name) if name in _FOR_PEOPLE_FIRST else len(_NAMES), name)))
"""The names that ``--format`` and ``--output`` take: every file ``<name>_format.py`` beside this one."""


def writer(name: str) -> Callable[[Report, TextIO], None]:
    """The function that writes a format."""
    module = import_module(f"samverkan_cli.reporters.{name}_format")
    write: Callable[[Report, TextIO], None] = module.write
    return write


def is_report(text: str) -> bool:
    """Whether a file of ours, in any format, may begin and end as ``text`` does. A file that holds nothing is ours: ``short`` has nothing to say."""
    modules = (*(f"{name}_format" for name in FORMATS), "checklist")
    patterns: list[re.Pattern[str]] = [import_module(f"samverkan_cli.reporters.{module}").SIGNATURE for module in modules]
    return not text or any(pattern.search(text) for pattern in patterns)
