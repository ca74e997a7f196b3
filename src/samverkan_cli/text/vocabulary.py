"""Words that mean the same thing, and whether a text holds one of them.

A word is recognised by its beginning or as a whole, never inside another one, and not where a word beside it makes it something else.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Words:
    """Words for one thing. ``name`` is what the thing is called.

    ``stems`` are beginnings of words (the last word of several may go on), ``whole`` are words that stand as they are, such as abbreviations;
    ``ends`` are ends of compound words. A word that stands just before one of ``never_after``'s makes it something else, and so does any of
    ``never_with`` anywhere. Words that begin with one of ``never_as`` only look like it, and are passed over.
    """

    name: str
    stems: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    never_after: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()
    never_as: tuple[str, ...] = ()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        kinds = [rf"(?<![\w-]){_spaced(stem)}[\w-]*" for stem in self.stems]
        kinds += [rf"(?<![\w-]){_spaced(word)}(?![\w-])" for word in self.whole]
        # From the word's beginning: tried from each letter of a long word, it would take the square of the length.
        kinds += [rf"(?<![\w-])[\w-]*{_spaced(word)}(?![\w-])" for word in self.ends]
        before = rf"(?:(?P<other>{'|'.join(map(_spaced, self.never_after))})[\s:.-]*)?" if self.never_after else ""
        return re.compile(f"{before}(?P<word>{'|'.join(kinds)})")

    @cached_property
    def _elsewise(self) -> re.Pattern[str] | None:
        return _beginning(self.never_with)

    @cached_property
    def _passed_over(self) -> re.Pattern[str] | None:
        return _beginning(self.never_as)

    def found_in(self, text: str | None) -> bool:
        """Whether a text holds one of the words."""
        plain = plainly(text)
        if self._elsewise is not None and self._elsewise.search(plain):
            return False
        if self._passed_over is not None:
            plain = self._passed_over.sub(" ", plain)
        return any(not match.groupdict().get("other") for match in self._pattern.finditer(plain))

    def taken_out_of(self, text: str) -> str:
        """The text, as ``plainly`` gives it, without the words."""
        return self._pattern.sub(" ", plainly(text))

    @property
    def listed(self) -> str:
        """The words as they are shown to people: a beginning ends with a dash, the end of a compound begins with one."""
        return ", ".join((*(f"{stem}…" for stem in self.stems), *self.whole, *(f"…{word}" for word in self.ends)))


def _beginning(words: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_spaced, words))})[\w-]*") if words else None


def plainly(text: str | None) -> str:
    """A text in one case, composed, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text or "").casefold().split())


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.casefold().split()))
