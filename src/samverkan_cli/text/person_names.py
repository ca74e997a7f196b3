"""Names of people in normal form: in whatever letters, over a line break, with a hyphen or without, and as a genitive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from samverkan_cli.text.normal_form import NEXT_ROW, Sighting, normal

Name = tuple[str, ...]
"""The words of a name."""

_WORD = re.compile(r"\w+")
_GAP = re.compile(rf"[ -]{{0,4}}{NEXT_ROW}")


def name_of(written: str) -> Name:
    """A name as it is looked for."""
    return tuple(word.casefold() for word in _WORD.findall(normal(written)))


@dataclass(frozen=True)
class PersonNames:
    """Names to look for; each with whatever it is that has it. A text is read once, however many they are."""

    known: Mapping[Name, str]

    def find(self, plain: str) -> Iterator[Sighting]:
        """Where one of them stands, whole, in the normal form of a text, in order; ``what`` is its words."""
        words = list(_WORD.finditer(plain)) if self.known else []
        number = 0
        while number < len(words):
            first = words[number][0].casefold()
            sighting = next((one for length in self._lengths.get(first, ()) if (one := self._at(plain, words, number, length))), None)
            if sighting is not None:
                yield sighting
            number += 1 if sighting is None else sighting.what.count(" ") + 1

    def _at(self, plain: str, words: list[re.Match[str]], number: int, length: int) -> Sighting | None:
        here = words[number : number + length]
        if any(not _GAP.fullmatch(plain, one.end(), other.start()) for one, other in pairwise(here)):
            return None
        name = tuple(word[0].casefold() for word in here)
        if name in self.known:
            return Sighting(here[0].start(), here[-1].end(), " ".join(name))
        owner = (*name[:-1], name[-1].removesuffix("s"))
        return Sighting(here[0].start(), here[-1].end() - 1, " ".join(owner)) if owner in self.known else None

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """How many words the names have that begin with a word, the most first. A name of one word may be written as a genitive too."""
        found: dict[str, set[int]] = {}
        for name in self.known:
            for first in (name[0], f"{name[0]}s") if len(name) == 1 else (name[0],):
                found.setdefault(first, set()).add(len(name))
        return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}
