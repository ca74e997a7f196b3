"""Patterns as in ``.gitignore``: which of them can be used, and what they say of a path."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MOST = 500
"""Patterns of one file. Each of them is held against each path."""
_MOST_DEEP = 3
"""``**`` in a pattern."""


def is_pattern(written: str) -> bool:
    """Whether something is a pattern that leaves out, or takes back in: neither a comment, nor broken, nor with too many ``**``."""
    from pathspec import GitIgnoreSpec

    if written.split("/").count("**") > _MOST_DEEP:
        return False
    try:
        return any(one.include is not None for one in GitIgnoreSpec.from_lines([written]).patterns)
    except ValueError:
        return False


class Patterns:
    """Those that can be used. Asked of a folder before what is in it, as git asks: what lies in a folder that is left out is not asked about."""

    def __init__(self, written: Iterable[str]) -> None:
        from pathspec import GitIgnoreSpec, RegexPattern

        usable = [one for one in written if is_pattern(one)][:_MOST]
        self._last_first = [
            (one.include, _without_going_back(one.regex.pattern))
            for one in reversed(list(GitIgnoreSpec.from_lines(usable).patterns))
            if one.include is not None and isinstance(one, RegexPattern) and one.regex is not None
        ]

    def leave_out(self, path: str) -> bool | None:
        """Whether a path is left out (``True``) or taken back in; ``None`` where nothing is said of it. A folder's path ends in a slash."""
        return next((include for include, regex in self._last_first if _is_about(regex, path)), None)


_STAR = "[^/]*"
"""What an asterisk is in the expressions of pathspec."""


def _without_going_back(expression: str) -> re.Pattern[str]:
    """The same expression, which does not look for other places of what stands between two asterisks than the first: it never has to, and
    with many asterisks and a long name it would not come to an end."""
    first, *rest = expression.split(_STAR)
    made = [first]
    for number, text in enumerate(rest, 1):
        is_between = number < len(rest) and "/" not in text
        made.append(f"(?>{_STAR}?{text})" if is_between else f"{_STAR}{text}")
    return re.compile("".join(made))


def _is_about(regex: re.Pattern[str], path: str) -> bool:
    """Whether a pattern fits the path itself, and not only a folder above it."""
    match = regex.match(path)
    if match is None:
        return False
    if "ps_d" in match.re.groupindex:
        return match["ps_d"] is None or match.end("ps_d") == len(path)
    # ``under/**`` is about everything in the folder, and not the folder.
    return match.end() < len(path) or not path.endswith("/")
