"""Names made from other names: free ones, and such as a folder on any machine can hold."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable

_LONGEST = 80
"""Characters of a name without number and ending: most file systems take 255 bytes, and a letter may be three."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
"""Windows has these for devices, also with an ending."""


def free(wanted: str, taken: Collection[str]) -> str:
    """``wanted``, or with the first number that makes it one of a kind."""
    return FreeNames(taken).free(wanted)


class FreeNames:
    """Names given out one after another, each its own: however many are wanted of one name, each takes one look."""

    def __init__(self, taken: Iterable[str] = (), *, first: int = 2, same: Callable[[str], str] = str) -> None:
        self._same, self._first = same, first
        self._taken = set(map(same, taken))
        self._next: dict[str, int] = {}

    def free(self, wanted: str, ending: str = "") -> str:
        """``wanted`` and the ending, or with the first number that makes it one of a kind."""
        name = f"{wanted}{ending}"
        asked = self._same(name)
        number = self._next.get(asked, self._first)
        while self._same(name) in self._taken:
            name, number = f"{wanted}-{number}{ending}", number + 1
        self._next[asked] = number
        self._taken.add(self._same(name))
        return name


def file_names(taken: Iterable[str] = ()) -> FreeNames:
    """The same for files: Windows and Mac take ``Plan`` and ``plan`` for one, and two ways to put ``å`` together for one."""
    return FreeNames(taken, same=_folded)


def file_slug(name: str, otherwise: str) -> str:
    """A name for a file or folder, made of letters, digits, ``-``, ``_`` and dots within; ``otherwise`` where nothing is left of it."""
    kept = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", name)).strip("-.")[:_LONGEST].strip("-.")
    return _unreserved(kept) or otherwise


def file_slugs(names: Iterable[str], otherwise: str) -> list[str]:
    """A name for a file or folder for each, each its own."""
    given = file_names()
    return [given.free(file_slug(name, otherwise)) for name in names]


def typed_slug(name: str) -> str:
    """``Upplands Väsby`` → ``upplands-väsby``: an id, and a folder that is easy to type."""
    words = re.findall(r"[a-zà-öø-ɏ0-9]+", unicodedata.normalize("NFC", name).casefold())
    text = "-".join(words)[:30].strip("-")
    return _unreserved(text if text[:1].isalpha() else f"a-{text}".rstrip("-"))


def is_reserved(name: str) -> bool:
    """Whether a system keeps a name of a file or folder for itself, or changes it: ``con.txt``, a dot or a space last."""
    return _RESERVED.match(name) is not None or name.endswith((".", " "))


def _unreserved(name: str) -> str:
    return _RESERVED.sub(r"\1_", name, count=1) if _RESERVED.match(name) else name


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
