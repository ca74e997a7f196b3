"""Whose a document is that stands alone: no agreement tells who its party is, so its own words must."""

from __future__ import annotations

import re
from enum import StrEnum

from samverkan_cli.models import ContentDocument, SituationReport


class Owner(StrEnum):
    """Who a document is of. The values are the types that a party has; ``OTHER`` is somebody who is no party."""

    MUNICIPALITY = "kommun"
    POLICE = "polis"
    OTHER = "annan"

    @property
    def swedish(self) -> str:
        """The owner in running text: ``kommunens lägesbild``."""
        return {"kommun": "kommunens", "polis": "polisens", "annan": "någon annans"}[self.value]


_POLICE = re.compile(r"\b(?:polis|lokalpolis|lpo\b)", re.IGNORECASE)
_MUNICIPALITY = re.compile(r"kommun|\bstadsdel|\bstaden?s?\b|\bregion gotland", re.IGNORECASE)


def owner(document: ContentDocument) -> Owner:
    """Whose document it is: by the party that it says it is of, else by its title; the municipality's where nothing says otherwise.

    An id is a word too: people write ``kommun`` and ``polis``. An actor that the document itself tells of is no party.
    """
    named = _parties(document)
    if named and named <= {actor.id for actor in document.other_actors}:
        return Owner.OTHER
    told = " ".join(sorted(named)).replace("-", " ").replace("_", " ")
    for words in (told, document.title or ""):
        police, municipality = bool(_POLICE.search(words)), bool(_MUNICIPALITY.search(words))
        if police != municipality:
            return Owner.POLICE if police else Owner.MUNICIPALITY
    return Owner.MUNICIPALITY


def _parties(document: ContentDocument) -> set[str]:
    if isinstance(document, SituationReport):
        return {document.party} if document.party else set()
    return set(document.applies_to_parties)
