"""The words that templates get: lines, texts, links, and bags of them."""

from __future__ import annotations

from typing import Any


class Line(str):
    """Printed literally, on one line."""

    __slots__ = ()


class Text(str):
    """Paragraphs, lists, emphasis and links in the small Markdown."""

    __slots__ = ()


class Link(str):
    """A word that leads to another place in the package. ``target`` is ``slug.md#anchor``; without it the word stands alone."""

    __slots__ = ("target",)
    target: str

    def __new__(cls, label: str, target: str = "") -> Link:
        """A link with its label."""
        made = super().__new__(cls, label)
        made.target = target
        return made


class View:
    """Words by name, frozen. A name that does not exist is an error, not silence."""

    __slots__ = ("_words",)

    def __init__(self, words: dict[str, Any]) -> None:
        object.__setattr__(self, "_words", words)

    def __getattr__(self, name: str) -> Any:
        try:
            return self._words[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name}: a view is frozen")

    def __bool__(self) -> bool:
        return any(value not in (None, ()) for value in self._words.values())
