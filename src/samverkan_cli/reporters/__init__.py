"""The output formats of ``check``: one file each, with a function ``write(report, out)`` and the ``SIGNATURE`` that its files are known by."""

import re
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


def is_report(text: str) -> bool:
    """Whether a file of ours, in any format, may begin and end as ``text`` does. A file that holds nothing is ours: ``short`` has nothing to say."""
    patterns: list[re.Pattern[str]] = [
        import_module(f"samverkan_cli.reporters.{name}_format").SIGNATURE for name in (*FORMATS, "checklist")
    ]
    return not text or any(pattern.search(text) for pattern in patterns)
