"""What is said when the files are written: what came over, what is still open, what to do next."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable

from samverkan_cli.scaffold.request import Inherited
from samverkan_cli.swedish import count, listing

_COUNTED = (
    ("parter", "part", "parter"),
    ("andra_aktörer", "annan aktör", "andra aktörer"),
    ("samordningsfunktioner", "samordningsfunktion", "samordningsfunktioner"),
    ("samverkansorganisation", "grupp", "grupper"),
    ("arbetsformer", "arbetsform", "arbetsformer"),
    ("fokusområden", "fokusområde", "fokusområden"),
    ("krav_på_delar", "krav på delar", "krav på delar"),
)


def written(files: Iterable[str]) -> list[str]:
    """The files, one a line."""
    return ["Skrivet:", *(f"  {file}" for file in files)]


def carried(before: Inherited) -> list[str]:
    """What was carried over from the predecessor, what was not, and what is still open there."""
    parts = [count(len(before.sections[key]), one, several) for key, one, several in _COUNTED if before.sections.get(key)]
    parts += [count(len(before.problems), "prioriterat problem", "prioriterade problem")] if before.problems else []
    rows = [f"Fört vidare från {before.title}:", f"  {listing(parts)}"]
    rows += ["Inte fört vidare: beslut, underskrifter, diarienummer, logotyper, datum, orsaker, mål, åtgärder och löften."]
    if before.names_left_out:
        rows += [f"  Inte heller {count(before.names_left_out, 'personnamn', 'personnamn')}: vem som har uppdraget frågas på nytt."]
    if before.above:
        rows += [f"  Föregångaren är en del av {before.above}. Skriv del_av, och ta upp den nya under delar där."]
    if not before.file:
        rows += ["  Föregångaren ligger utanför den mapp som de två kan dela, så dess fil är inte nämnd. Lägg dem i samma förvar."]
    if not before.open:
        return [*rows, "Inga åtgärder är öppna hos föregångaren."]
    rows += [f"Öppet hos föregångaren, {count(len(before.open), 'åtgärd', 'åtgärder')}. Ta ställning i steg 4 till om de ska fortsätta:"]
    return [*rows, *(f"  {one.id}  {one.what}{f' ({one.assessment})' if one.assessment else ''}" for one in before.open)]


def quoted(path: str) -> str:
    """A path as it is typed in a shell; å, ä and ö need no quotation marks."""
    return path if re.fullmatch(r"[\w./-]+", path) else shlex.quote(path)


def next_steps(folder: str) -> list[str]:
    """The commands that come next."""
    name = quoted(folder)
    return [
        "Nästa steg: öppna filen och fyll på det som hör till steg 1. Sedan:",
        f"  samverkan check {name}    säger om något är fel",
        f"  samverkan steps {name}    visar vad steg 1 ska ge, och vad som återstår",
    ]
