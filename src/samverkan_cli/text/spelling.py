"""The word that was probably meant."""

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from math import ceil, floor

from samverkan_cli.text.mojibake import restored

NEAR = 0.78
"""How alike two words are (1 is the same) when one may be a spelling of the other."""


_ROUNDING = 1e-9
"""What a length may be out by because fractions are not exact."""


@lru_cache(4096)
def fold(word: str) -> str:
    """Without case, without dots and rings, with one kind of separator."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).replace("-", "_").replace(" ", "_")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` is a spelling of, if exactly one is near enough. Folded letters, mojibake and one or two slips count."""
    known = tuple(known)
    for candidate in map(fold, (word, restored(word))):
        same = [name for folded, name, _ in _by_length(known).get(len(candidate), ()) if folded == candidate]
        if len(same) == 1:
            return same[0]
    scores = alike(word, known, NEAR)
    if not scores or (len(scores) > 1 and scores[1][0] >= scores[0][0]):
        return None
    return scores[0][1]


def alike(word: str, known: Iterable[str], least: float) -> tuple[tuple[float, str], ...]:
    """The known words that are at least so alike a word, and how alike, the likest first."""
    return _alike(fold(word), tuple(known), least)


@lru_cache(4096)
def _alike(folded: str, known: tuple[str, ...], least: float) -> tuple[tuple[float, str], ...]:
    """The same of a folded word. A slip that somebody has made in every item of a list is looked up once."""
    by_length = _by_length(known)
    letters = _bits(folded)
    matcher: SequenceMatcher[str] | None = None
    scores: list[tuple[float, str]] = []
    # Most names are out by their length or by the letters that they do not have, and that is soon seen.
    shortest, longest = len(folded) * least / (2 - least), len(folded) * (2 - least) / least
    for length in range(ceil(shortest - _ROUNDING), floor(longest + _ROUNDING) + 1):
        wanted = least * (len(folded) + length) / 2
        for other, name, bits in by_length.get(length, ()):
            if len(folded) - (letters & ~bits).bit_count() < wanted or len(folded) - len(folded.translate(_letters(other))) < wanted:
                continue
            matcher = matcher or SequenceMatcher(None, b=folded)
            matcher.set_seq1(other)
            if matcher.quick_ratio() >= least and (score := matcher.ratio()) >= least:
                scores.append((score, name))
    return tuple(sorted(scores, reverse=True))


@lru_cache(256)
def _by_length(known: tuple[str, ...]) -> Mapping[int, list[tuple[str, str, int]]]:
    """Names with their folded forms and which letters these have, by how long they are."""
    found: dict[int, list[tuple[str, str, int]]] = {}
    for name in known:
        folded = fold(name)
        found.setdefault(len(folded), []).append((folded, name, _bits(folded)))
    return found


def _bits(word: str) -> int:
    """Which letters a word has, as bits; some letters share one."""
    found = 0
    for sign in word:
        found |= 1 << (ord(sign) & 63)
    return found


@lru_cache(4096)
def _letters(word: str) -> dict[int, None]:
    """Takes the letters of a word out of another."""
    return dict.fromkeys(map(ord, word))


def signs_missing(written: str, meant: str) -> str:
    """Which of the signs over å, ä and ö are left out, if nothing else is wrong: ``ringen saknas``."""
    written = unicodedata.normalize("NFC", written)
    if fold(written) != fold(meant) or len(written) != len(meant):
        return ""
    changed = {right for left, right in zip(written.casefold(), meant, strict=True) if left != right}
    signs = [word for word, letters in (("ringen", "å"), ("prickarna", "äö")) if changed & set(letters)]
    return f"{' och '.join(signs)} saknas" if signs else ""
