"""Who decides: the bodies of a municipality, and those who only lead, chair or work for it."""

import re
from collections.abc import Iterable

from samverkan_cli.models.actors import Party
from samverkan_cli.rules._vocabulary import BOARDS, COUNCIL, MANAGEMENTS, MUNICIPALITY, POLICE
from samverkan_cli.text.vocabulary import Words, plainly

_BODIES = (COUNCIL, BOARDS)


def names_a_body(organ: str | None, kinds: Iterable[Words] = _BODIES) -> bool:
    """Whether a body in which a municipality decides is named. ”Socialnämndens ordförande” is not the committee."""
    left: list[str] = []
    words = iter(plainly(organ).split())
    for word in words:
        if not MANAGEMENTS.found_in(word):
            left.append(word)
        elif left and left[-1].endswith("s"):
            left.pop()
        elif (following := next(words, "")) in ("i", "för", "på"):
            # Nor is ”ordförande i socialnämnden”.
            next(words, "")
        else:
            left.append(following)
    return any(kind.found_in(" ".join(left)) for kind in kinds)


def names_only_management(organ: str | None) -> bool:
    """Whether only those who lead, chair or work for a municipality are named."""
    return MANAGEMENTS.found_in(organ) and not names_a_body(organ)


def names_only_parties(organ: str | None, parties: Iterable[Party]) -> bool:
    """Whether nothing but the organisations themselves is named, and nobody in them."""
    known = {word for party in parties for word in _words(party.name)} | {word.removesuffix("s") for word in _words(" ".join(_PLAIN))}
    return bool(plainly(organ)) and all(word in known for word in _words(organ))


_PLAIN = ("kommun", "kommunen", "stad", "staden", "region", "regionen", "polis", "polisen", "och", "samt")


def names_place_of(party: Party, organ: str | None) -> bool:
    """Whether a party is named by where it is: the words of its name that are not its kind, all of them and each as a word.

    ”Ekhults kommun” decides in ”kommunstyrelsen i Ekhult”.
    """
    own = [word for word in _words(party.name) if not any(kind.found_in(word) for kind in (MUNICIPALITY, POLICE))]
    said = _words(organ)
    return bool(own) and all(word in said for word in own)


def _words(text: str | None) -> list[str]:
    return [word.removesuffix("s") for word in re.findall(r"[\w-]+", plainly(text))]
