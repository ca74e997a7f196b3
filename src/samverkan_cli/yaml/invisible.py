"""Signs that nobody sees: those that no YAML file may hold, and those that end a line to YAML but in no editor."""

from __future__ import annotations

import re

from samverkan_cli.diagnostics import Fix
from samverkan_cli.yaml.mended import Change, Mended
from samverkan_cli.yaml.tree import Fault

_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_SEPARATOR = re.compile("[\x85\u2028\u2029]")
_NEW_ROW = re.compile(r"[ \t]*(?:- |[^\W\d][\w-]*:(?:[ \r\n]|$))")
_TOLD = 100
"""On how many rows a kind is told."""
_NAMES = {"\x85": "ny rad (U+0085)", "\u2028": "radavskiljare (U+2028)", "\u2029": "styckeavskiljare (U+2029)"}
_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x1f"
"""Control characters that stand between words: a word processor's line break, most often."""


def without_invisible(text: str) -> tuple[Mended, list[Fault], list[Fault]]:
    """The text without them, what is wrong with it, and what is not wrong but may be read otherwise: once a row for each kind."""
    controls = list(_CONTROL.finditer(text))
    separators = list(_SEPARATOR.finditer(text))
    if not controls and not separators:
        return Mended(text), [], []
    changes = {match.start(): _without_control(text, match) for match in controls}
    changes |= {match.start(): _without_separator(text, match) for match in separators}
    mended = Mended(text, tuple(changes[index] for index in sorted(changes)))
    bare = Mended(text)
    said: dict[str, list[Fault]] = {"FIL02": [], "FIL17": []}
    for code, matches in (("FIL02", controls), ("FIL17", separators)):
        for row in _rows(text, matches):
            fixes = (Fix(_TITLES[code], tuple(bare.replacement(changes[match.start()]) for match in row), safe=True),)
            message, help = _said(code, row[0][0][0])
            said[code].append(Fault(code, message, bare.span(row[0].start(), row[0].start() + 1), help, recovered=True, fixes=fixes))
    return mended, said["FIL02"], said["FIL17"]


_TITLES = {"FIL02": "Ta bort tecknet", "FIL17": "Skriv ett vanligt mellanslag eller en ny rad"}


def _said(code: str, sign: str) -> tuple[str, str]:
    if code == "FIL02":
        return (
            f"filen innehåller ett styrtecken som inte syns (nummer {ord(sign)})",
            "Ta bort tecknet; det följer ofta med när text kopieras från ett annat program.",
        )
    return (
        f"här står ett tecken som inte syns: {_NAMES[sign]}; en del program börjar en ny rad där",
        "Byt tecknet mot ett mellanslag, eller börja en ny rad; det följer ofta med när text kopieras från ett annat program.",
    )


def _without_control(text: str, match: re.Match[str]) -> Change:
    start, end = match.span()
    between = any(sign in _BREAKS for sign in match[0]) and not text[start - 1 : start].isspace() and not text[end : end + 1].isspace()
    return Change(start, end, " " if between and start else "")


def _without_separator(text: str, match: re.Match[str]) -> Change:
    """A space; a line break where a key or an item follows, which was meant to begin a row."""
    return Change(match.start(), match.end(), "\n" if _NEW_ROW.match(text, match.end()) else " ")


def _rows(text: str, matches: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """The matches, those of a row together; the last holds all that are left."""
    rows: list[list[re.Match[str]]] = []
    for match in matches:
        if rows and (len(rows) == _TOLD or "\n" not in text[rows[-1][-1].end() : match.start()]):
            rows[-1].append(match)
        else:
            rows.append([match])
    return rows
