"""What a text speaks of: its words whatever their endings, and its days however they are written."""

import re

from samverkan_cli.swedish import MONTHS
from samverkan_cli.text.spelling import fold

_LETTERS = 5
"""How many letters of a word tell which it is: socialtjänsten, socialtjänstens. Shorter words are most often no names."""

_DAY = re.compile(rf"(?:(\d{{1,2}})\s+)?({'|'.join(MONTHS)})\s+(\d{{4}})|(\d{{4}})-(\d{{2}})-(\d{{2}})", re.IGNORECASE)


def stems(text: str) -> frozenset[str]:
    """How the words begin that are long enough to carry a meaning."""
    words = re.findall(r"[^\W\d_]+", text)
    return frozenset(fold(word)[:_LETTERS] for word in words if len(word) >= _LETTERS)


def days(text: str) -> frozenset[str]:
    """The days and months that a text names, as ``2020-09-30`` and ``2020-09``."""
    found = set()
    for day, month, year, *written in _DAY.findall(text):
        found.add("-".join(written) if written[0] else f"{year}-{MONTHS.index(month.lower()) + 1:02}{f'-{int(day):02}' if day else ''}")
    return frozenset(found)
