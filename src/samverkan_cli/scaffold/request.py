"""What the people have answered: the ground for a new agreement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from samverkan_cli.scaffold.municipalities import code_of, formal_name, short_name
from samverkan_cli.text.unique_names import typed_slug

FORMS = ("kommun", "flera", "stad", "efterföljare")
_LEVELS = ("lokalpolisområde", "polisområde", "polisregion", "polismyndigheten")


@dataclass(frozen=True)
class Municipality:
    """A municipality, by the name that is to be printed."""

    formal: str

    @classmethod
    def named(cls, name: str) -> Municipality:
        """The one that is meant by a short name or a whole one."""
        return cls(formal_name(name.strip()))

    @property
    def short(self) -> str:
        """The name without ``kommun`` or ``stad``; ``Arjeplog`` for ``Arjeplogs kommun``."""
        name = short_name(self.formal)
        plain = name.removesuffix("s")
        return plain if plain != name and code_of(plain) and code_of(plain) == code_of(name) else name

    def party(self, id: str, level: str = "") -> dict[str, Any]:
        """The municipality as a party."""
        code = code_of(self.formal)
        return (
            {"id": id, "typ": "kommun"} | ({"nivå": level} if level else {}) | {"namn": self.formal} | ({"kommunkod": code} if code else {})
        )


def police_party(name: str, id: str = "polis") -> dict[str, Any]:
    """The police as a party; the level is what the name says."""
    found = next((level for level in _LEVELS if re.match(rf"{level}(et|en)?\b", name, re.IGNORECASE)), "")
    return {"id": id, "typ": "polis"} | ({"nivå": found} if found else {}) | {"namn": name}


@dataclass(frozen=True)
class District:
    """A part of a city, and the part of the police that works there."""

    name: str
    police: str

    @property
    def folder(self) -> str:
        """The folder of its agreement."""
        return typed_slug(self.name)


@dataclass(frozen=True)
class Open:
    """An action that the predecessor left open."""

    id: str
    what: str
    assessment: str


@dataclass(frozen=True)
class Inherited:
    """What is carried over from the predecessor: sections by their keys, the problems in order of priority, what is still open."""

    title: str
    file: str
    date: str
    sections: dict[str, list[Any]]
    problems: tuple[dict[str, Any], ...] = ()
    open: tuple[Open, ...] = ()
    made_up: bool = False
    names_left_out: int = 0
    above: str = ""


@dataclass(frozen=True)
class Request:
    """Everything that the files are made from. What is not known is empty."""

    form: str
    municipalities: tuple[Municipality, ...] = ()
    police: str = ""
    title: str = ""
    start: str = ""
    end: str = ""
    focus_areas: tuple[str, ...] = ()
    districts: tuple[District, ...] = ()
    inherited: Inherited | None = None

    @property
    def period(self) -> dict[str, str]:
        """``period`` as it is written."""
        length = re.fullmatch(r"\d+ \w+", self.end) is not None
        return ({"från": self.start} if self.start else {}) | ({"längd" if length else "till": self.end} if self.end else {})

    @property
    def period_year(self) -> str:
        """The first year, for ids."""
        return self.start[:4] if re.match(r"\d{4}-", self.start) else ""


def proposed_title(form: str, start: str, end: str) -> str:
    """The title that is proposed, with the years where they are known."""
    name = "Övergripande samverkansöverenskommelse" if form == "stad" else "Samverkansöverenskommelse"
    found = [match[0] for day in (start, end) if (match := re.match(r"\d{4}(?=-)", day))] if start[:1].isdecimal() else []
    return name + (" " + "–".join(dict.fromkeys(found)) if found else "") + (", del 1" if form == "flera" else "")
