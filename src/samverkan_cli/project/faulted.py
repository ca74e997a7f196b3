"""What the faults of the files speak of, so that no rule says it once more."""

from __future__ import annotations

from collections.abc import Iterable

from samverkan_cli.diagnostics import KeyPath, Place
from samverkan_cli.yaml.tree import Fault

_HIDES_NOTHING = ("FIL12", "FIL18")
"""What only holds a place, and a file that is here but not in git: what is wrong there besides is told."""


class Faulted:
    """The places that faults speak of: each question a few look-ups, however many faults there are."""

    def __init__(self, faults: Iterable[tuple[str, Fault]]) -> None:
        self._recovered: set[Place] = set()
        self._lost: set[Place] = set()
        self._above: set[Place] = set()
        self._loose: set[str] = set()
        for file, fault in faults:
            if fault.loose:
                self._loose.add(file)
            if not fault.path or fault.code in _HIDES_NOTHING:
                continue
            if fault.recovered:
                self._recovered.add(Place(file, fault.path))
                continue
            self._lost.add(Place(file, fault.path))
            self._above.update(_prefixes(file, fault.path))

    def is_loose(self, place: Place) -> bool:
        """Whether something in the place's file could not be read of which nobody can tell what it belongs to."""
        return place.file in self._loose

    def covers(self, place: Place) -> bool:
        """Whether a fault speaks of a place: at or below it, but only at it where what was meant is judged instead.

        Of a key that is called missing it speaks also where it stands below the key: something is there that could not be read.
        """
        if place in self._recovered or any(above in self._lost for above in _prefixes(place.file, place.path)):
            return True
        return bool(place.path) and isinstance(place.path[-1], str) and place in self._above


def _prefixes(file: str, path: KeyPath) -> Iterable[Place]:
    """A place and those above it."""
    return (Place(file, path[:length]) for length in range(1, len(path) + 1))
