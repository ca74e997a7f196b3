"""Slips that people make with keys, ids and values: each is found once, by its code, on the line an editor shows, with the word that helps."""

from pathlib import Path
from typing import NamedTuple

import pytest

from samverkan_cli.validation.fixes import fixed
from support.slips import AGREEMENT, FIRST, said

PLAN = "samverkan: 1\ntyp: åtgärdsplan\ntitel: Plan\n"


class Slip(NamedTuple):
    """What is written after the agreement's first lines, the code and the line (from 0) it is found by, and a word that the answer holds."""

    text: str
    code: str
    line: int
    word: str
    level: str = "fel"
    files: tuple[tuple[str, str], ...] = ()


def goal(indicator: str) -> str:
    return f"mål:\n  - id: M1\n    lydelse: Färre utsätts\n    indikator:\n{indicator}"


KEYS = {
    "goals": Slip("goals: [{id: M1, lydelse: Färre rån}]\n", "FIL05", 0, "mål:"),
    "Goals": Slip("Goals: [{id: M1, lydelse: Färre rån}]\n", "FIL05", 0, "mål:"),
    "actions": Slip("actions: [{id: Å1, vad: Vuxna ute}]\n", "FIL05", 0, "åtgärder:"),
    "focus areas": Slip("focus areas: [{id: F1, namn: Trafik}]\n", "FIL05", 0, "fokusområden:"),
    "focusAreas": Slip("focus_area: [{id: F1, namn: Trafik}]\n", "FIL05", 0, "fokusområden:"),
    "signatures": Slip("signatures: [{part: kommun}]\n", "FIL05", 0, "underskrifter:"),
    "purpose": Slip("purpose: Färre brott.\n", "FIL05", 0, "syfte:"),
    "attachments": Slip('attachments: [{nr: "1", titel: Plan}]\n', "FIL05", 0, "bilagor:"),
    "start in a period": Slip("period: {start: 2027-01-01, till: 2028-12-31}\n", "FIL05", 0, "från:"),
    "slutdatum in a period": Slip("period: {från: 2027-01-01, slutdatum: 2028-12-31}\n", "FIL05", 0, "till:"),
    "title in an appendix": Slip('bilagor:\n  - nr: "1"\n    title: Plan\n', "FIL05", 2, "titel:"),
    "orsak in an action": Slip("orsaker: [{id: O1}]\nåtgärder:\n  - id: Å1\n    orsak: [O1]\n", "FIL05", 3, "möter_orsaker:"),
    "orsaker in an action": Slip("orsaker: [{id: O1}]\nåtgärder:\n  - id: Å1\n    orsaker: [O1]\n", "FIL05", 3, "möter_orsaker:"),
    "mål in an action": Slip("mål: [{id: M1}]\nåtgärder:\n  - id: Å1\n    mål: [M1]\n", "FIL05", 3, "bidrar_till_mål:"),
    "problem in a goal": Slip("problem: [{id: P1}]\nmål:\n  - id: M1\n    problem: [P1]\n", "FIL05", 3, "gäller_problem:"),
    "rubrik of a goal": Slip("mål:\n  - id: M1\n    rubrik: Färre rån\n", "FIL05", 2, "lydelse:"),
    "namn of an action": Slip("åtgärder:\n  - id: Å1\n    namn: Vuxna ute\n", "FIL05", 2, "vad:"),
    "beskrivning of a problem": Slip("problem:\n  - id: P1\n    beskrivning: Vardagar.\n", "FIL05", 2, "karaktär:"),
    "målvärde": Slip(goal("      målvärde: {värde: 7}\n"), "FIL05", 4, "målnivå:"),
    "nuläge": Slip(goal("      nuläge: {värde: 9}\n"), "FIL05", 4, "baslinje:"),
    "mejl": Slip("kontakter:\n  - part: kommun\n    mejl: trygghet@kommunen.example\n", "FIL05", 2, "epost:"),
    "befattning": Slip("underskrifter:\n  - part: kommun\n    befattning: ordförande\n", "FIL05", 2, "funktion:"),
    "dnr": Slip("dnr: KS-2027/0001\n", "FIL05", 0, "diarienummer:"),
    "löfte": Slip("medborgarlöften: [{id: L1, lydelse: Du möter oss.}]\n", "FIL05", 0, "löften:"),
    "what is allowed comes first": Slip(
        "åtgärder:\n  - id: Å1\n    ansvarig: {aktör: kommun}\n", "FIL05", 2, "Här kan det stå id, vad, hur"
    ),
    "and then where it belongs": Slip("åtgärder:\n  - id: Å1\n    ansvarig: {aktör: kommun}\n", "FIL05", 2, "under ”vem”"),
    "a key of the margin": Slip("målnivå: {värde: 3}\n", "FIL05", 0, "Här kan det stå samverkan"),
}

FILES = {
    "wrong capitals": Slip(
        'bilagor:\n  - {nr: "1", fil: bilagor/Plan.yaml}\n', "FIL08", 1, "bilagor/plan.yaml", files=(("bilagor/plan.yaml", PLAN),)
    ),
    "wrong capitals in the folder": Slip(
        'bilagor:\n  - {nr: "1", fil: Bilagor/plan.yaml}\n', "FIL08", 1, "bilagor/plan.yaml", files=(("bilagor/plan.yaml", PLAN),)
    ),
    "no folder": Slip('bilagor:\n  - {nr: "1", fil: plan.yaml}\n', "FIL08", 1, "bilagor/plan.yaml", files=(("bilagor/plan.yaml", PLAN),)),
    "another folder": Slip(
        'bilagor:\n  - {nr: "1", fil: planer/plan.yaml}\n', "FIL08", 1, "bilagor/plan.yaml", files=(("bilagor/plan.yaml", PLAN),)
    ),
    "another ending": Slip(
        'bilagor:\n  - {nr: "1", fil: bilagor/plan.yml}\n', "FIL08", 1, "bilagor/plan.yaml", files=(("bilagor/plan.yaml", PLAN),)
    ),
}

IDS = {
    "a misspelt id where words may stand": Slip(
        "samverkansorganisation: [{id: styrgruppen, namn: Styrgruppen}]\nåterkoppling:\n  - till: styrgrupen\n",
        "KED19", 2, "styrgruppen", "upplysning",
    ),
    "in other letters": Slip(
        "samverkansorganisation: [{id: styrgruppen, namn: Styrgruppen}]\nprioriterad_av: Styrgruppen\n", "KED19", 1, "styrgruppen", "upplysning"
    ),
    "an actor's": Slip('bilagor:\n  - {nr: "1", titel: Plan, finns_hos: polisn}\n', "KED19", 1, "polis", "upplysning"),
    "its own partial goal": Slip("mål:\n  - id: M1\n    delmål_till: M1\n", "KED20", 2, "M1"),
    "two goals in a ring": Slip("mål:\n  - {id: M1, delmål_till: M2}\n  - {id: M2, delmål_till: M1}\n", "KED20", 1, "M2"),
    "a focus area under itself": Slip("fokusområden:\n  - {id: F1, namn: Trafik, underområde_till: F1}\n", "KED20", 1, "F1"),
    "an action without id that others point at": Slip(
        "åtgärder:\n  - vad: Vuxna ute\nutfall:\n  - {åtgärd: Å1, bedömning: grön}\nuppföljning: [{id: U1, gäller_åtgärder: [Å1]}]\n",
        "KED23", 1, "id: Å1",
    ),
    "an action without id": Slip("åtgärder:\n  - vad: Vuxna ute\n", "KED23", 1, "id", "upplysning"),
}  # fmt: skip

VALUES = {
    "more than all the time": Slip("samordningsfunktioner:\n  - {part: kommun, funktion: samordnare, tid: {procent: 150}}\n", "KED21", 1, "100"),
    "no time": Slip(
        "andra_aktörer: []\nsamordningsfunktioner:\n  - {part: skola, funktion: rektor, tid: {procent: 0}}\n", "KED21", 2, "tid"
    ),
    "no time of the municipality's": Slip(
        "samordningsfunktioner:\n  - {part: kommun, funktion: samordnare, mandat: Kallar., tid: {procent: 0}}\n", "SK01", 1, "tid"
    ),
    "an answer rate": Slip(goal("      baslinje:\n        värde: 9\n        svarsfrekvens: 740\n"), "KED21", 6, "100"),
    "a share": Slip("statistik:\n  - vad: andel otrygga\n    enhet: procent\n    värde: 240\n", "KED21", 3, "100"),
    "a share in a group": Slip("statistik:\n  - vad: otrygga\n    enhet: procent\n    uppdelning:\n      flickor: 240\n", "KED21", 4, "100"),
    "a negative share": Slip(goal("      enhet: procent\n      målnivå: {värde: -7}\n"), "KED21", 5, "0"),
    "too many participants": Slip(
        "medborgardialoger:\n  - namn: Torget\n    deltagare:\n      antal: 100\n      kvinnor: 58\n      män: 51\n", "KED22", 3, "summan", "varning"
    ),
    "too few participants": Slip(
        "medborgardialoger:\n  - namn: Torget\n    deltagare:\n      antal: 119\n      kvinnor: 58\n      män: 51\n", "KED22", 3, "summan", "upplysning"
    ),
    "ages": Slip(
        "medborgardialoger:\n  - namn: Torget\n    deltagare:\n      antal: 100\n      åldrar: {13–15 år: 90, 16–18 år: 19}\n",
        "KED22", 3, "summan", "varning",
    ),
    "a split that is more than the whole": Slip(
        "statistik:\n  - vad: anmälda rån\n    värde: 58\n    uppdelning: {flickor: 24, pojkar: 44}\n", "KED22", 3, "summan", "varning"
    ),
    "a split by sex and one by age": Slip(
        "statistik:\n  - vad: anmälda rån\n    värde: 58\n    uppdelning: {flickor: 14, pojkar: 44, 13–15 år: 40, 16–18 år: 28}\n",
        "KED22", 3, "summan", "varning",
    ),
    "a mean outside its groups": Slip(
        goal("      enhet: procent\n      baslinje:\n        värde: 15\n        uppdelning: {flickor: 6, pojkar: 12}\n"), "KED22", 7, "värdet", "varning"
    ),
    "to keep, with another figure": Slip(
        goal("      riktning: behålla\n      baslinje: {värde: 9}\n      målnivå: {värde: 7}\n"), "KED06", 6, "riktningen", "varning"
    ),
    "a split that goes against the direction": Slip(
        goal(
            "      riktning: minska\n      baslinje: {värde: 9, uppdelning: {flickor: 6, pojkar: 12}}\n"
            "      målnivå:\n        värde: 7\n        uppdelning:\n          flickor: 8\n          pojkar: 6\n"
        ),
        "KED06", 9, "riktningen", "varning",
    ),
    "a target before the baseline": Slip(
        goal("      baslinje: {värde: 9, datum: 2026-03-15}\n      målnivå: {värde: 7, datum: 2016-03-15}\n"), "TID14", 5, "datum"
    ),
    "double-encoded text": Slip("syfte: Vi arbetar fÃ¶r trygghet.\n", "FIL15", 0, "för", "varning"),
    "double-encoded capitals": Slip("syfte: Trygghet i Ã–sterÃ¥ker.\n", "FIL15", 0, "Österåker", "varning"),
    "double-encoded signs": Slip("syfte: Klockan 15â€“20 enligt Â§ 4.\n", "FIL15", 0, "15–20", "varning"),
    "double-encoded text in a comment": Slip("# FrÃ¥ga rådet.\nsyfte: Trygghet.\n", "FIL15", 0, "Fråga", "varning"),
    "double-encoded text in rows": Slip("syfte: |\n  Vi arbetar\n  fÃ¶r trygghet.\n", "FIL15", 2, "för", "varning"),
    "a lost character": Slip("syfte: Vi arbetar f\ufffdr trygghet.\n", "FIL15", 0, "tecknet", "varning"),
}  # fmt: skip

PLACEHOLDERS = [
    "N/A", "n/a", "Kommer senare", "Kommer senare.", "TODO: skriv om parken", "TODO", "Todo: fråga", "TBD", "Fylls i av kommunen", "Fylls i av polisen senare.",
    "XX", "xxx", "______", "Antal: ______ st", "Kompletteras", "Ska kompletteras", "Kommer att kompletteras", "Kompletteras senare", "Skrivs senare",
    "fyll i här", "<namn>", "Text kommer", "Ej ifyllt", "Under arbete", "Lorem ipsum dolor sit amet.", "NN", "…", "...", "???",
]  # fmt: skip

CONTENT = [
    "Polisen kommer senare till skolan.", "Fylls i av kommunen varje vecka. Polisen läser.", "Kompletteras med trygghetsvandringar varje vår.", "Inga",
    "XXL-gruppen möts", "Ann Todorova leder", "Under arbetet prövas metoden.", "nationell", "snake_case", "Kommer två gånger per år.",
]  # fmt: skip

EVERY = {**KEYS, **FILES, **IDS, **VALUES}
OWN = {
    "FIL05",
    "FIL06",
    "FIL08",
    "FIL11",
    "FIL15",
    "FIL16",
    "KED01",
    "KED06",
    "KED19",
    "KED20",
    "KED21",
    "KED22",
    "KED23",
    "TID03",
    "TID14",
}
"""What the slips may be called: no other of these may speak of the same."""


@pytest.mark.parametrize("slip", EVERY.values(), ids=EVERY)
def test_a_slip_is_found_once(slip: Slip, tmp_path: Path) -> None:
    every = said(tmp_path, {"agreement.yaml": slip.text, **dict(slip.files)})
    found = [one for one in every if one.code == slip.code and one.file == "agreement.yaml" and one.span.line == FIRST + slip.line]
    assert [one.level.swedish for one in found] == [slip.level], [
        (one.code, one.span.line - FIRST, one.message) for one in every if one.code in OWN
    ]
    assert slip.word.casefold() in f"{found[0].message} {found[0].help}".casefold()


ALONE = {name: slip for name, slip in EVERY.items() if name not in ("no time", "no time of the municipality's", "an action without id")}


@pytest.mark.parametrize("slip", ALONE.values(), ids=ALONE)
def test_nothing_else_is_said_of_it(slip: Slip, tmp_path: Path) -> None:
    every = said(tmp_path, {"agreement.yaml": slip.text, **dict(slip.files)})
    expected = {slip.code, *({"KED23"} if "- id:" not in slip.text and "åtgärd" in slip.text else ())}
    told = [(one.code, one.file, one.span.line - FIRST, one.message) for one in every if one.code in OWN]
    assert {code for code, *_ in told} <= expected, told
    assert len([one for one in told if one[0] == slip.code]) == 1, told


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_what_only_holds_a_place_is_no_content(text: str, tmp_path: Path) -> None:
    found = [one for one in said(tmp_path, {"agreement.yaml": f'syfte: "{text}"\n'}) if one.code == "FIL12"]
    assert [(one.span.line, one.level.swedish) for one in found] == [(FIRST, "varning")]
    assert "ta bort nyckeln" in found[0].help


@pytest.mark.parametrize("text", CONTENT)
def test_what_only_begins_like_it_is_content(text: str, tmp_path: Path) -> None:
    assert [one.message for one in said(tmp_path, {"agreement.yaml": f'syfte: "{text}"\n'}) if one.code == "FIL12"] == []


def test_a_copy_of_the_agreement_is_told_of(tmp_path: Path) -> None:
    found = [one for one in said(tmp_path, {"gammalt/agreement-kopia.yaml": AGREEMENT}) if one.code == "FIL16"]
    assert [(one.file, one.span.line) for one in found] == [("agreement.yaml", 3)]
    assert "gammalt/agreement-kopia.yaml" in found[0].message


def test_another_agreement_beside_it_is_no_copy(tmp_path: Path) -> None:
    other = AGREEMENT.replace("ekhult-2027", "ekhult-2025")
    assert [one.message for one in said(tmp_path, {"gammalt/agreement.yaml": other}) if one.code == "FIL16"] == []


SAFE = {
    "goals": ("goals: [{id: M1}]\n", "mål: [{id: M1}]\n"),
    "title": ('bilagor:\n  - {nr: "1", title: Plan}  # här\n', 'bilagor:\n  - {nr: "1", titel: Plan}  # här\n'),
    "double-encoded": ("syfte: Trygghet fÃ¶r Ã–sterÃ¥ker.  # hÃ¤r\n", "syfte: Trygghet för Österåker.  # här\n"),
    "in rows": ("syfte: |\n  Vi arbetar\n  fÃ¶r trygghet.\n", "syfte: |\n  Vi arbetar\n  för trygghet.\n"),
    "a list": ("utgångspunkter:\n  - lagen fÃ¶r alla\n  - annat\n", "utgångspunkter:\n  - lagen för alla\n  - annat\n"),
}


@pytest.mark.parametrize(("before", "after"), SAFE.values(), ids=SAFE)
def test_a_safe_fix_changes_only_what_is_wrong(before: str, after: str) -> None:
    made, done = fixed("agreement.yaml", (AGREEMENT + before).encode(), unsafe=False)
    assert made.decode() == AGREEMENT + after
    assert done


def test_a_key_that_belongs_elsewhere_is_not_renamed_by_itself() -> None:
    text = AGREEMENT + "orsaker: [{id: O1}]\nåtgärder:\n  - id: Å1\n    orsak: [O1]\n"
    assert fixed("agreement.yaml", text.encode(), unsafe=False) == (text.encode(), [])
    assert fixed("agreement.yaml", text.encode(), unsafe=True)[0].decode() == text.replace("orsak: [", "möter_orsaker: [")
