"""Whether something is said: presence is not content, and words are words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import TypeVar

from samverkan_cli.diagnostics import Place
from samverkan_cli.models.actors import Time
from samverkan_cli.models.when import When
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._vocabulary import FILLERS, NOTHING, REGULARLY, VAGUE
from samverkan_cli.text.vocabulary import plainly

Lack = TypeVar("Lack", bound=tuple[object, ...])
"""Something that is missing: a word for it, its place, and what else a rule needs."""


def says(text: str | None) -> bool:
    """Whether a text says something: it is there, and it is more than a word that only holds the place."""
    plain = plainly(text).strip(" .!:;()[]")
    # ”Ej klart, kompletteras efter mötet”: what follows says why it is not there.
    first = re.split(r"[,;.:(–]", plain, maxsplit=1)[0].strip()
    unfinished = first in NOTHING.whole and first.startswith(("ej ", "inte ", "ännu ", "under ", "kompletteras"))
    return bool(plain) and plain not in NOTHING.whole and not unfinished and any(sign.isalnum() for sign in plain)


class Timing(Enum):
    """What is said of when something is done."""

    SAID = "said"
    VAGUE = "vague"
    NOTHING = "nothing"


def timing(when: When | None) -> Timing:
    """What is said of when: days, a rhythm, or words. ”Löpande” and ”vid behov” alone say nothing of it."""
    if when is None:
        return Timing.NOTHING
    if when.start or when.end or when.latest or when.at_least or (when.per and when.at_least is None):
        return Timing.SAID
    if not says(when.details):
        return Timing.NOTHING
    left = FILLERS.taken_out_of(VAGUE.taken_out_of(when.details or ""))
    return Timing.SAID if any(sign.isalnum() for sign in left) else Timing.VAGUE


def is_said_when(when: When | None) -> bool:
    """Whether it is said when."""
    return timing(when) is Timing.SAID


def is_said_how_often(when: When | None) -> bool:
    """Whether it is said how often: a rhythm in numbers or in words."""
    if when is None:
        return False
    return bool(when.at_least or (when.per and when.at_least is None)) or REGULARLY.found_in(when.details)


def has_time(time: Time | None) -> bool:
    """Whether a function has any time: more than nothing, in figures or in words."""
    return time is not None and (any(amount is not None and amount > 0 for amount in (time.percent, time.hours)) or says(time.details))


def when_lacks(when: When | None) -> str:
    """The word for what is lacking of when, or nothing: ”när”, with the reason where something is written that does not say it."""
    found = timing(when)
    if found is Timing.SAID:
        return ""
    return "när" if found is Timing.NOTHING or when is None else f"när (”{when.details}” säger inte när)"


def in_words(words: Iterable[str], when: When | None) -> list[str]:
    """The words for what is lacking; of ”när”, also why what is written does not say it."""
    return [when_lacks(when) if word == "när" else word for word in words]


def unfaulted(dossier: Dossier, missing: Sequence[Lack]) -> list[Lack]:
    """Those of the things that are missing, each a tuple that holds its place, which are not there with a fault on them.

    Where all of them are, all: the finding then stands on a fault, and is not claimed.
    """
    return [one for one in missing if not any(dossier.faulted.covers(place) for place in one if isinstance(place, Place))] or list(missing)
