"""Ids that lead back to themselves, however many steps there are."""

from __future__ import annotations

from collections.abc import Collection, Mapping

Steps = Mapping[str, Collection[str]]
"""What each id points at."""


def rings(onward: Steps) -> list[list[str]]:
    """Each ring of ids, told once: by its first id and the shortest way back to it, each id once."""
    found: list[list[str]] = []
    told: set[str] = set()
    left = _in_rings(onward)
    for id in left:
        ring = [] if id in told else _ring(id, left)
        if ring and told.isdisjoint(ring):
            found.append(ring)
        told.update(ring)
    return found


def _in_rings(onward: Steps) -> Steps:
    """Those that may lead back to themselves: what leads nowhere, and what nothing leads to, is taken away until all that is left does both."""
    left = {id: [other for other in dict.fromkeys(others) if other in onward] for id, others in onward.items()}
    return _turned(_pruned(_turned(_pruned(left))))


def _pruned(onward: dict[str, list[str]]) -> dict[str, list[str]]:
    """What leads somewhere, all the way."""
    back = _turned(onward)
    count = {id: len(others) for id, others in onward.items()}
    ends = [id for id, number in count.items() if not number]
    gone = set(ends)
    for end in ends:
        for before in back[end]:
            count[before] -= 1
            if not count[before]:
                ends.append(before)
                gone.add(before)
    return {id: [other for other in others if other not in gone] for id, others in onward.items() if id not in gone}


def _turned(onward: dict[str, list[str]]) -> dict[str, list[str]]:
    back: dict[str, list[str]] = {id: [] for id in onward}
    for id, others in onward.items():
        for other in others:
            back[other].append(id)
    return back


def _ring(id: str, onward: Steps) -> list[str]:
    """The ids on the shortest way from one back to itself, itself first; none where there is no such way."""
    came_from: dict[str, str] = {}
    queue = [id]
    for here in queue:
        for other in onward[here]:
            if other == id:
                way = [here]
                while way[-1] != id:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if other not in came_from:
                came_from[other] = here
                queue.append(other)
    return []
