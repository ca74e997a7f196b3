"""What a trace tells: every id once, where it hangs in the chain, and what leads nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from samverkan_cli.diagnostics import Place


class Status(StrEnum):
    """How a link hangs in the chain."""

    COVERED = "covered"
    UNCOVERED = "uncovered"
    ORPHAN = "orphan"
    OTHER = "other"

    @property
    def swedish(self) -> str:
        """The word that people see."""
        return {"covered": "sitter ihop", "uncovered": "leder ingenstans", "orphan": "hänger löst", "other": "utanför kedjan"}[self.value]


@dataclass(frozen=True)
class Link:
    """One id. ``back`` are the ids it comes from, ``ahead`` those it leads to."""

    id: str
    kind: str
    label: str
    place: Place
    status: Status
    back: tuple[str, ...]
    ahead: tuple[str, ...]
    focus_areas: tuple[str, ...]
    parties: tuple[str, ...]
    outcome: str = ""


@dataclass(frozen=True)
class Dangling:
    """A reference to an id that does not exist."""

    source: str
    target: str
    place: Place


@dataclass(frozen=True)
class Trace:
    """The chain of a dossier."""

    links: tuple[Link, ...]
    dangling: tuple[Dangling, ...]

    def only(self, focus_area: str | None, party: str | None) -> Trace:
        """The part of the chain that belongs to a focus area and a party."""
        kept = tuple(
            link
            for link in self.links
            if (focus_area is None or focus_area in link.focus_areas) and (party is None or not link.parties or party in link.parties)
        )
        ids = {link.id for link in kept}
        return Trace(kept, tuple(one for one in self.dangling if one.source in ids or not (focus_area or party)))
