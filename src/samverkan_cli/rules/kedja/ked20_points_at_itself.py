"""KED20."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level, Place
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import defined_id, display_name, references
from samverkan_cli.swedish import listing

Steps = dict[str, list[tuple[str, Place]]]
"""What each id points at of its own kind, and where."""


@rule("KED20", "pekar-på-sig-själv", Level.ERROR)
def nothing_is_a_part_of_itself(case: Case) -> Verdicts:
    """Inget är en del av sig självt

    Ett mål som är sitt eget delmål, eller en orsak som ligger bakom sig själv, leder ingenstans i kedjan.

    Detsamma gäller när flera pekar runt på varandra: M1 är delmål till M2, som är delmål till M1.

    Godkänns:

        mål:
          - {id: M1, lydelse: Färre rån}
          - {id: M2, lydelse: Fler vuxna ute, delmål_till: M1}

    Underkänns:

        mål:
          - id: M1
            delmål_till: M1  # <-
        orsaker:
          - {id: O1, ligger_bakom: [O2]}  # <-
          - {id: O2, ligger_bakom: [O3]}
          - {id: O3, ligger_bakom: [O1]}
          - {id: O4, ligger_bakom: [O1]}

    Källa: Filformatet samverkan 1: kedjan går från problem till uppföljning
    """
    dossier = case.dossier
    onward: Steps = {}
    named: dict[str, Node] = {}
    for node in dossier.nodes:
        id = defined_id(node)
        if id is not None:
            named.setdefault(id, node)
            onward.setdefault(id, []).extend((other, place) for key, other, place in references(node) if key.refers_to is type(node))
    told: set[str] = set()
    for id, steps in _in_rings(onward).items():
        ring = _ring(id, onward)
        if ring and told.isdisjoint(ring):
            told.update(ring)
            node = named[id]
            through = f", genom {listing(ring[1:])}" if len(ring) > 1 else ""
            yield Finding(
                f"{display_name(node)} pekar på sig {'självt' if node.noun.definite.endswith('t') else 'själv'}{through}",
                next(place for other, place in steps if other == (ring[1] if len(ring) > 1 else id)),
                "Skriv det som ligger närmast ovanför, eller ta bort nyckeln.",
            )


def _in_rings(onward: Steps) -> Steps:
    """Those that may lead back to themselves: what leads nowhere, and what nothing leads to, is taken away until all that is left does both."""
    left = dict(onward)
    for turned in (False, True):
        to: dict[str, set[str]] = {id: set() for id in left}
        back: dict[str, set[str]] = {id: set() for id in left}
        for id, steps in left.items():
            for other in {other for other, _ in steps}.intersection(left):
                here, there = (other, id) if turned else (id, other)
                to[here].add(there)
                back[there].add(here)
        ends = [id for id, others in to.items() if not others]
        for end in ends:
            left.pop(end)
            for before in back[end]:
                to[before].discard(end)
                if not to[before]:
                    ends.append(before)
    return left


def _ring(id: str, onward: Steps) -> list[str]:
    """The ids on the shortest way from one back to itself, each once and itself first; none where there is no such way."""
    came_from: dict[str, str] = {}
    queue = [id]
    for here in queue:
        for other, _ in onward.get(here, ()):
            if other == id:
                way = [here]
                while way[-1] != id:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if other not in came_from:
                came_from[other] = here
                queue.append(other)
    return []
