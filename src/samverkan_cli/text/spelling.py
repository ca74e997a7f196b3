"""The word that was probably meant."""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from samverkan_cli.text.mojibake import restored

NEAR = 0.78
"""How alike two words are (1 is the same) when one may be a spelling of the other."""


@lru_cache(4096)
def fold(word: str) -> str:
    """Without case, without dots and rings, with one kind of separator."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).replace("-", "_").replace(" ", "_")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` is a spelling of, if exactly one is near enough. Folded letters, mojibake and one or two slips count."""
    known = list(known)
    for candidate in (word, restored(word)):
        same = [name for name in known if fold(name) == fold(candidate)]
        if len(same) == 1:
            return same[0]
    matcher = SequenceMatcher(None, b=fold(word))
    scores: list[tuple[float, str]] = []
    for name in known:
        matcher.set_seq1(fold(name))
        if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and (score := matcher.ratio()) >= NEAR:
            scores.append((score, name))
    scores.sort(reverse=True)
    if not scores or (len(scores) > 1 and scores[1][0] >= scores[0][0]):
        return None
    return scores[0][1]


def signs_missing(written: str, meant: str) -> str:
    """Which of the signs over å, ä and ö are left out, if nothing else is wrong: ``ringen saknas``."""
    written = unicodedata.normalize("NFC", written)
    if fold(written) != fold(meant) or len(written) != len(meant):
        return ""
    changed = {right for left, right in zip(written.casefold(), meant, strict=True) if left != right}
    signs = [word for word, letters in (("ringen", "å"), ("prickarna", "äö")) if changed & set(letters)]
    return f"{' och '.join(signs)} saknas" if signs else ""
