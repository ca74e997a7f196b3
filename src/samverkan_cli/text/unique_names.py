"""Names made from other names: free ones, and such as a folder on any machine can hold."""

import re
import unicodedata
from collections.abc import Collection, Iterable

_LONGEST = 80
"""Characters of a name without number and ending: most file systems take 255 bytes, and a letter may be three."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
"""Windows has these for devices, also with an ending."""


def free(wanted: str, taken: Collection[str], *, first: int = 2) -> str:
    """``wanted``, or with the first number that makes it one of a kind."""
    number, name = first, wanted
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name


def free_file_name(wanted: str, taken: Iterable[str], ending: str = "") -> str:
    """The same for a file: Windows and Mac take ``Plan`` and ``plan`` for one, and two ways to put ``å`` together for one."""
    folded = {_folded(name) for name in taken}
    number, name = 2, f"{wanted}{ending}"
    while _folded(name) in folded:
        name, number = f"{wanted}-{number}{ending}", number + 1
    return name


def file_slug(name: str, otherwise: str) -> str:
    """A name for a file or folder, made of letters, digits, ``-``, ``_`` and dots within; ``otherwise`` where nothing is left of it."""
    kept = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", name)).strip("-.")[:_LONGEST].strip("-.")
    return _unreserved(kept) or otherwise


def file_slugs(names: Iterable[str], otherwise: str) -> list[str]:
    """A name for a file or folder for each, each its own."""
    slugs: list[str] = []
    for name in names:
        slugs.append(free_file_name(file_slug(name, otherwise), slugs))
    return slugs


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
