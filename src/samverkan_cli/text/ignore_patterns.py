"""Patterns as in ``.gitignore``: which of them can be used, and what they say of a path."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import RegexPattern as Pattern

_MOST = 500
"""Patterns of one file. Each of them is held against each path."""
_MOST_WILD = 2
"""Wildcards in a pattern between two slashes: with a third it takes ten milliseconds to tell a long name from what is like it, and not a sixth of one."""
_MOST_DEEP = 3
"""``**`` in a pattern."""


def is_pattern(written: str) -> bool:
    """Whether something is a pattern that leaves out, or takes back in: neither a comment, nor broken, nor with too many wildcards."""
    from pathspec import GitIgnoreSpec

    steps = written.strip().split("/")
    if steps.count("**") > _MOST_DEEP or any(len(re.findall(r"\*+|\?|\[", step)) > _MOST_WILD for step in steps if step != "**"):
        return False
    try:
        return any(one.include is not None for one in GitIgnoreSpec.from_lines([written]).patterns)
    except ValueError:
        return False


class Patterns:
    """Those that can be used. Asked of a folder before what is in it, as git asks: what lies in a folder that is left out is not asked about."""

    def __init__(self, written: Iterable[str]) -> None:
        from pathspec import GitIgnoreSpec

        usable = [one for one in written if is_pattern(one)][:_MOST]
        self._last_first = [one for one in reversed(list(GitIgnoreSpec.from_lines(usable).patterns)) if one.include is not None]

    def leave_out(self, path: str) -> bool | None:
        """Whether a path is left out (``True``) or taken back in; ``None`` where nothing is said of it. A folder's path ends in a slash."""
        return next((one.include for one in self._last_first if _is_about(one, path)), None)


def _is_about(pattern: Pattern, path: str) -> bool:
    """Whether a pattern fits the path itself, and not only a folder above it."""
    match = pattern.regex.match(path) if pattern.regex is not None else None
    if match is None:
        return False
    if "ps_d" in match.re.groupindex:
        return match["ps_d"] is None or match.end("ps_d") == len(path)
    # ``under/**`` is about everything in the folder, and not the folder.
    return match.end() < len(path) or not path.endswith("/")
