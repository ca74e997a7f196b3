"""Slips that people make in a file: what is written, where it is found, what the answer must say, and what it was meant as."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = """\
samverkan: 1
typ: överenskommelse
titel: Överenskommelse om samverkan i Ekhult
parter:
  - {id: kommun, typ: kommun, namn: Ekhults kommun}
  - {id: polis, typ: polis, nivå: lokalpolisområde, namn: Lokalpolisområde Ekhult}
"""
HEAD_ROWS = HEAD.count("\n")


@dataclass(frozen=True)
class Kind:
    """A kind of slip: ``written`` follows the head, ``row`` and ``column`` are counted in it. ``meant`` is what the safe fix leaves; none where somebody must decide."""

    code: str
    row: int
    column: int
    word: str
    written: str
    meant: str = ""


KINDS = {
    "comma in braces": Kind("FIL05", 2, 41, "komma", "samordningsfunktioner:\n  - {part: kommun, mandat: Kallar alla, leder mötet, tid: {procent: 50}}\n", 'samordningsfunktioner:\n  - {part: kommun, mandat: "Kallar alla, leder mötet", tid: {procent: 50}}\n'),
    "two commas": Kind("FIL05", 2, 41, "komma", "samordningsfunktioner:\n  - {part: kommun, mandat: Kallar alla, leder mötet, för bok}\n", 'samordningsfunktioner:\n  - {part: kommun, mandat: "Kallar alla, leder mötet, för bok"}\n'),
    "a comma before a word that is a key": Kind("FIL05", 2, 37, "Är plats en nyckel skriver ni  plats: …", "fokusområden:\n  - {id: F1, beskrivning: Parkerna, plats}\n"),
    "a comma before a key of an action": Kind("FIL05", 2, 18, "Är hur en nyckel skriver ni  hur: …", "åtgärder:\n  - {vad: Vuxna, hur, id: Å1}\n"),
    "a comma before a key that is there already": Kind("FIL05", 2, 34, "citattecken", "åtgärder:\n  - {hur: Till fots, vad: Vuxna, hur, id: Å1}\n", 'åtgärder:\n  - {hur: Till fots, vad: "Vuxna, hur", id: Å1}\n'),
    "commas, the last before a key": Kind("FIL05", 2, 18, "Är hur en nyckel", "åtgärder:\n  - {vad: Vuxna, unga, hur}\n"),
    "a comma before words with a colon": Kind("FIL05", 2, 26, "kommat", "fokusområden:\n  - {id: F1, namn: Unga, b och: c}\n"),
    "words with a colon after no text": Kind("FIL05", 2, 6, "finns inte här", "fokusområden:\n  - {b och: c, id: F1, namn: Unga}\n"),
    "decimal comma in braces": Kind("FIL06", 2, 27, "punkt", "statistik:\n  - {vad: otrygga, värde: 11,5, enhet: procent}\n", "statistik:\n  - {vad: otrygga, värde: 11.5, enhet: procent}\n"),
    "number sign in a text": Kind("FIL17", 1, 12, "#", "syfte: Mål #3 ska nås\n"),
    "number sign in braces": Kind("FIL02", 2, 24, "#", "problem:\n  - {id: P1, namn: Rån #1, prioritet: 1}\n", 'problem:\n  - {id: P1, namn: "Rån #1", prioritet: 1}\n'),
    "a deeper dash": Kind("FIL06", 3, 5, "streck", "utgångspunkter:\n  - lagen\n    - handboken\n  - planen\n", "utgångspunkter:\n  - lagen\n  - handboken\n  - planen\n"),
    "dashes in a text": Kind("FIL17", 2, 3, "|", "syfte: Vi ska\n  - minska brotten\n  - öka tryggheten\n"),
    "merge key": Kind("FIL03", 3, 5, "<<", "problem:\n  - namn: Rån\n    <<: {id: P1}\n"),
    "curly quotes round a text": Kind("FIL17", 1, 8, "”", "syfte: ”Färre brott”\n"),
    "curly quotes round a colon": Kind("FIL02", 1, 8, "”", "syfte: ”Målet: färre brott”\n", 'syfte: "Målet: färre brott"\n'),
    "curly quotes round a word from a list": Kind("FIL06", 1, 11, "”", "påhittat: ”ja”\n", "påhittat: ja\n"),
    "full-width colon": Kind("FIL02", 1, 6, "：", "syfte：Färre brott\nbakgrund: Vi började 2009.\n", "syfte: Färre brott\nbakgrund: Vi började 2009.\n"),
    "full-width colons below a key": Kind("FIL06", 2, 7, "：", "period:\n  från：2027-01-01\n  till：2028-12-31\n", "period:\n  från: 2027-01-01\n  till: 2028-12-31\n"),
    "full-width comma": Kind("FIL02", 1, 26, "，", "period: {från: 2027-01-01，till: 2028-12-31}\n", "period: {från: 2027-01-01, till: 2028-12-31}\n"),
    "hard space after a colon": Kind("FIL02", 1, 6, "hårt mellanslag", "syfte:\u00a0Färre brott\nbakgrund: Vi började 2009.\n", "syfte: Färre brott\nbakgrund: Vi började 2009.\n"),
    "hard space after a colon in braces": Kind("FIL05", 1, 10, "hårt mellanslag", "period: {från:\u00a02027-01-01, till: 2028-12-31}\n", "period: {från: 2027-01-01, till: 2028-12-31}\n"),
    "hard space after a dash": Kind("FIL06", 2, 3, "hårt mellanslag", "utgångspunkter:\n  -\u00a0lagen\n  -\u00a0handboken\n", "utgångspunkter:\n  - lagen\n  - handboken\n"),
    "hard spaces as indentation": Kind("FIL02", 2, 1, "hårt mellanslag", "period:\n\u00a0\u00a0från: 2027-01-01\n\u00a0\u00a0till: 2028-12-31\n", "period:\n  från: 2027-01-01\n  till: 2028-12-31\n"),
    "en dash as list mark": Kind("FIL02", 2, 3, "–", "fokusområden:\n  – {id: F1, namn: Unga}\n  – {id: F2, namn: Trafik}\n", "fokusområden:\n  - {id: F1, namn: Unga}\n  - {id: F2, namn: Trafik}\n"),
    "en dash before a single key": Kind("FIL02", 2, 3, "–", "fokusområden:\n  – namn: Unga\n  – namn: Trafik\n", "fokusområden:\n  - namn: Unga\n  - namn: Trafik\n"),
    "bullet as list mark": Kind("FIL06", 2, 3, "•", "utgångspunkter:\n  • lagen\n  • handboken\n", "utgångspunkter:\n  - lagen\n  - handboken\n"),
    "asterisk as list mark": Kind("FIL02", 2, 3, "*", "utgångspunkter:\n  * lagen\n  * handboken\n", "utgångspunkter:\n  - lagen\n  - handboken\n"),
    "line separator": Kind("FIL17", 1, 13, "U+2028", "syfte: Färre\u2028brott\n", "syfte: Färre brott\n"),
    "line separator before a key": Kind("FIL17", 1, 13, "U+2028", "syfte: Färre\u2028bakgrund: Vi började 2009.\n", "syfte: Färre\nbakgrund: Vi började 2009.\n"),
    "next line": Kind("FIL17", 1, 13, "U+0085", "syfte: Färre\u0085brott\n", "syfte: Färre brott\n"),
    "control character": Kind("FIL02", 1, 13, "styrtecken", "syfte: Färre\x02 brott å\n", "syfte: Färre brott å\n"),
    "a literal that is not indented": Kind("FIL02", 2, 1, "|", "syfte: |\nFärre brott\noch mer trygghet.\nbakgrund: Vi började 2009.\n", "syfte: |\n  Färre brott\n  och mer trygghet.\nbakgrund: Vi började 2009.\n"),
    "a literal with a colon that is not indented": Kind("FIL02", 2, 1, "|", "syfte: |\nFärre brott, alltså: trygghet\nbakgrund: Vi började 2009.\n", "syfte: |\n  Färre brott, alltså: trygghet\nbakgrund: Vi började 2009.\n"),
    "hexadecimal": Kind("FIL17", 2, 27, "0x1F", "statistik:\n  - {vad: otrygga, värde: 0x1F}\n", "statistik:\n  - {vad: otrygga, värde: 31}\n"),
    "a nought first": Kind("FIL17", 2, 27, "nolla", "statistik:\n  - {vad: otrygga, värde: 040}\n", "statistik:\n  - {vad: otrygga, värde: 40}\n"),
    "no space after a colon": Kind("FIL02", 1, 6, "mellanslag", "syfte:Färre brott\nbakgrund: Vi började 2009.\n", "syfte: Färre brott\nbakgrund: Vi började 2009.\n"),
    "no space after colons below a key": Kind("FIL06", 2, 7, "mellanslag", "period:\n  från:2027-01-01\n  till:2028-12-31\n", "period:\n  från: 2027-01-01\n  till: 2028-12-31\n"),
    "no space after a colon in braces": Kind("FIL05", 1, 10, "mellanslag", "period: {från:2027-01-01, till: 2028-12-31}\n", "period: {från: 2027-01-01, till: 2028-12-31}\n"),
    "no space after a dash": Kind("FIL06", 2, 3, "mellanslag", "utgångspunkter:\n  -lagen\n  -handboken\n", "utgångspunkter:\n  - lagen\n  - handboken\n"),
    "colon in a text": Kind("FIL02", 1, 15, "citattecken", "bakgrund: Läge: bättre\n", 'bakgrund: "Läge: bättre"\n'),
    "a sign first": Kind("FIL02", 1, 8, "citattecken", "syfte: @alla\n", 'syfte: "@alla"\n'),
    "an open quotation": Kind("FIL02", 1, 8, "citattecken", 'syfte: "Färre brott\nperiod: {från: 2027-01-01, till: 2028-12-31}\n'),
    "an open brace": Kind("FIL02", 1, 9, "}", "period: {från: 2027-01-01, till: 2028-12-31\nbakgrund: Vi började 2009.\n"),
    "tab": Kind("FIL02", 3, 1, "tabb", "problem:\n  - id: P1\n\tnamn: Rån\n"),
    "conflict": Kind("FIL02", 1, 1, "<<<<<<<", "<<<<<<< HEAD\nsyfte: Färre brott.\n=======\nsyfte: Trygghet.\n>>>>>>> polisen\n"),
}  # fmt: skip
"""Each kind by its name."""
