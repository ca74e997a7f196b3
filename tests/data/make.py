"""Writes the broken packages: each is ``hel`` with one thing changed. ``python tests/data/make.py``; ``--check`` only says what is not current.

What is found in a package stands beside it in ``förväntat.txt``; ``tests/test_data.py`` compares, and writes it anew with ``--update-golden``.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
WHOLE = HERE / "hel"
EXPECTED = "förväntat.txt"
AGREEMENT, PLAN = "agreement.yaml", "bilagor/plan.yaml"

Files = dict[str, bytes]
Change = Callable[[Files], None]


def swap(file: str, old: str, new: str) -> Change:
    """Replace a text that stands once in a file."""

    def change(files: Files) -> None:
        text = files[file].decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        files[file] = text.replace(old, new).encode()

    return change


def drop(file: str, old: str) -> Change:
    """Take out a text that stands once in a file."""
    return swap(file, old, "")


def section(file: str, key: str) -> Change:
    """Take out a top-level key with everything under it."""

    def change(files: Files) -> None:
        text, count = re.subn(rf"(?m)^{key}:.*\n(?:[ -].*\n)*", "", files[file].decode())
        assert count == 1, f"{key} stands {count} times in {file}"
        files[file] = text.encode()

    return change


def add(file: str, text: str) -> Change:
    """Put lines last in a file, or make the file."""

    def change(files: Files) -> None:
        files[file] = files.get(file, b"") + text.encode()

    return change


def whole(file: str, content: bytes) -> Change:
    """Give a file another content."""

    def change(files: Files) -> None:
        files[file] = content

    return change


def encode(file: str, encoding: str) -> Change:
    """Save a file in another encoding."""

    def change(files: Files) -> None:
        files[file] = files[file].decode().encode(encoding)

    return change


def lines_end(file: str, sign: bytes) -> Change:
    """End a file's lines with something else."""

    def change(files: Files) -> None:
        files[file] = files[file].replace(b"\n", sign)

    return change


def apart(file: str, word: str) -> Change:
    """Write a word that stands once with letter and ring apart."""
    return swap(file, word, unicodedata.normalize("NFD", word))


def rename(old: str, new: str) -> Change:
    """Give a file another name."""

    def change(files: Files) -> None:
        files[new] = files.pop(old)

    return change


_NAME_APART = unicodedata.normalize("NFD", "bilagor/åtgärdsplan.yaml")
_POLICE_SIGNATURE = "  - {part: polis, funktion: lokalpolisområdeschef, datum: 2018-12-14}\n"
_RESPONSIBLE = "      ansvarig: {aktör: kommun, funktion: fältsekreterare}\n"

PACKAGES: dict[str, list[Change]] = {
    # Each point of the checklist, broken once.
    "punkter/SK01": [drop(AGREEMENT, "  - {part: polis, funktion: kommunpolis, mandat: Planerar polisens tid., tid: {procent: 100}}\n")],
    "punkter/SK02": [swap(AGREEMENT, "    ledamöter: [{aktör: polis, funktion: lokalpolisområdeschef}]", "    ledamöter: [{aktör: kommun, funktion: kommundirektör}]")],
    "punkter/SK03": [swap(AGREEMENT, "[elevenkät, trygghetsvandringar]", "[elevenkät]")],
    "punkter/SK04": [swap(AGREEMENT, "[anmälningsstatistik, trygghetsmätning]", "[anmälningsstatistik, anmälda brott]")],
    "punkter/SK05": [drop(AGREEMENT, "    namn: Unga rånar unga vid stationen\n")],
    "punkter/SK06": [drop(AGREEMENT, "orsaksanalys: {metod: orsaksträd, datum: 2018-10-10, medverkande: [trygghetssamordnare, kommunpolis]}\n")],
    "punkter/SK07": [section(AGREEMENT, "inga_löften")],
    "punkter/SK08": [drop(PLAN, _RESPONSIBLE), swap(PLAN, "medverkar: [{aktör: polis, funktion: områdespolis}]", "medverkar: [{aktör: polis, funktion: områdespolis}, {aktör: kommun, funktion: fältsekreterare}]")],
    "punkter/SK09": [drop(AGREEMENT, "    möts_inte: Mottagningen byggs om under perioden.\n")],
    "punkter/SK10": [drop(AGREEMENT, "      källa: kommunens elevenkät\n"), drop(AGREEMENT, "      baslinje: {värde: 9, datum: 2018-03-15}\n")],
    "punkter/SK11": [section(AGREEMENT, "kommunikationsaktiviteter")],
    "punkter/SK12": [swap(AGREEMENT, "trygghetssamordnare}}, när: {minst: 2, per: år}}", "trygghetssamordnare}}}")],
    "punkter/SK13": [drop(PLAN, "    vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}\n")],
    "punkter/SK14": [swap(AGREEMENT, "period: {från: 2019-01-01, till: 2020-12-31}", "period: {från: 2019-01-01}")],
    "punkter/SK15": [drop(AGREEMENT, "    fastställd: {organ: kommunstyrelsen, datum: 2018-12-05}\n")],
    "punkter/SK16": [swap(AGREEMENT, "    logotyp: {fil: logotyp.svg, alt: Polisens logotyp}", "    logotyp: {fil: polis.svg, alt: Polisens logotyp}")],
    "punkter/SK17": [drop(AGREEMENT, _POLICE_SIGNATURE)],
    # What is accepted.
    "godtas/bom": [encode(PLAN, "utf-8-sig"), encode(AGREEMENT, "utf-8-sig")],
    "godtas/crlf": [lines_end(PLAN, b"\r\n"), lines_end(AGREEMENT, b"\r\n")],
    "godtas/delade-tecken-i-id": [apart(PLAN, "[Å1.1]")],
    "godtas/delade-tecken-i-filnamn": [rename(PLAN, _NAME_APART), swap(AGREEMENT, PLAN, "bilagor/åtgärdsplan.yaml")],
    "godtas/delade-tecken-i-sökväg": [rename(PLAN, "bilagor/åtgärdsplan.yaml"), swap(AGREEMENT, PLAN, _NAME_APART)],
    "godtas/yml": [rename(PLAN, "bilagor/plan.yml"), swap(AGREEMENT, PLAN, "bilagor/plan.yml")],
    "godtas/tomma-värden": [add(PLAN, "inledning:\nmål: []\ndokumentation: {}\nslutsatser:\n  -\n")],
    # The files themselves.
    "fil/FIL01-windows-1252": [encode(PLAN, "cp1252")],
    "fil/FIL01-windows-1252-i-överenskommelsen": [encode(AGREEMENT, "cp1252")],
    "fil/FIL01-utf-16": [encode(PLAN, "utf-16")],
    "fil/FIL02-tabb": [swap(PLAN, "    vad: Vuxna på", "\tvad: Vuxna på")],
    "fil/FIL02-kolon-i-titel": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel: Åtgärdsplan: ungdomskriminalitet")],
    "fil/FIL02-citattecken": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", 'titel: "Åtgärdsplan ungdomskriminalitet')],
    "fil/FIL02-text-efter-citat": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", 'titel: "Åtgärdsplan" ungdomskriminalitet')],
    "fil/FIL02-listans-indrag": [swap(PLAN, "  - id: U2\n", "   - id: U2\n")],
    "fil/FIL02-listans-indrag-utåt": [swap(PLAN, "  - id: U2\n", " - id: U2\n")],
    "fil/FIL02-nyckelns-indrag": [swap(PLAN, "    hur: Två och två", "   hur: Två och två")],
    "fil/FIL02-nyckelns-indrag-inåt": [swap(PLAN, "    hur: Två och två", "      hur: Två och två")],
    "fil/FIL02-lista-på-nyckelraden": [swap(PLAN, "åtgärder:\n  - id: Å1.1\n", "åtgärder: - id: Å1.1\n")],
    "fil/FIL02-hakparentes": [swap(PLAN, "möter_orsaker: [O1.1]", "möter_orsaker: [O1.1")],
    "fil/FIL02-klammer": [swap(PLAN, "när: {från: 2019-02-04, till: 2020-12-11}", "när: {från: 2019-02-04, till: 2020-12-11")],
    "fil/FIL02-kolon-i-klammer": [swap(PLAN, "funktion: fältsekreterare}", "funktion: fältsekreterare: unga}")],
    "fil/FIL02-utan-kolon": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel Åtgärdsplan ungdomskriminalitet")],
    "fil/FIL02-utan-mellanslag": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel:Åtgärdsplan ungdomskriminalitet")],
    "fil/FIL02-utan-mellanslag-före-klammer": [swap(PLAN, "när: {från: 2019-02-04, till: 2020-12-11}", "när:{från: 2019-02-04, till: 2020-12-11}")],
    "fil/FIL02-utan-mellanslag-före-hakparentes": [swap(PLAN, "möter_orsaker: [O1.1]", "möter_orsaker:[O1.1]")],
    "fil/FIL02-omvänt-snedstreck": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", 'titel: "G:\\gemensamt\\plan"')],
    "fil/FIL02-snabel-a": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel: @Åtgärdsplan")],
    "fil/FIL02-styrtecken": [swap(PLAN, "Två och två", "Två och\x07två")],
    "fil/FIL02-nolltecken": [swap(PLAN, "Två och två", "Två och\x00två")],
    "fil/FIL02-text-utan-indrag": [swap(PLAN, "    hur: Två och två; passet loggas samma kväll.\n", "    hur: |\n      Två och två.\n  Passet loggas samma kväll.\n")],
    "fil/FIL03-ankare": [swap(PLAN, "vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}", "vem: &samordnare {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}")],
    "fil/FIL03-ankare-och-hänvisning": [swap(AGREEMENT, "titel: Kommunens lägesbild", "titel: &namn Lägesbild"), swap(AGREEMENT, "titel: Polisens lägesbild", "titel: *namn")],
    "fil/FIL03-hänvisning": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel: *plan")],
    "fil/FIL02-asterisk": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel: *Åtgärdsplan*")],
    "fil/FIL02-fetstil": [swap(PLAN, "hur: Två och två;", "hur: **Två** och två;")],
    "fil/FIL02-större-än": [swap(PLAN, "hur: Två och två;", "hur: >50 procent går två och två;")],
    "fil/FIL02-procent": [swap(PLAN, "hur: Två och två;", "hur: %50 går två och två;")],
    "fil/FIL02-utropstecken": [swap(PLAN, "hur: Två och två;", "hur: !Två och två;")],
    "fil/FIL02-och-tecken": [swap(PLAN, "hur: Två och två;", "hur: &Två och två;")],
    "fil/FIL02-konfliktmärken": [swap(PLAN, "\nåtgärder:\n", "\n<<<<<<< HEAD\nsyfte: Färre rån.\n=======\nsyfte: Ökad trygghet.\n>>>>>>> polisen\nåtgärder:\n")],
    "fil/FIL02-tankstreck-i-lista": [swap(PLAN, "  - id: U2\n", "  – id: U2\n")],
    "fil/FIL06-hårt-mellanslag-efter-streck": [add(AGREEMENT, "utgångspunkter:\n  -\u00a0lagen\n")],
    "fil/FIL06-datum-med-tankstreck": [swap(PLAN, "datum: 2018-12-12", "datum: 2018–12–12")],
    "fil/FIL05-komma-i-klammer": [swap(AGREEMENT, "mandat: Kallar beredningsgruppen.,", "mandat: Kallar beredningsgruppen, planerar tiden,")],
    "fil/FIL02-streck-utan-mellanslag": [swap(PLAN, "  - id: U2\n", "  -id: U2\n")],
    "fil/FIL02-hakparentes-i-text": [swap(PLAN, "hur: Två och två;", "hur: [Två] och två;")],
    "fil/FIL02-citattecken-i-text": [swap(PLAN, "hur: Två och två; passet", "hur: 'Två' och två; passet")],
    "fil/FIL03-märkning": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel: !viktigt Åtgärdsplan")],
    "fil/FIL03-märkt-text": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel: !!str 2019")],
    "fil/FIL03-sammanslagning": [swap(PLAN, "    när: {minst: 2, per: år}", "    när: &varje {minst: 1, per: månad}"), swap(PLAN, "    när: {minst: 1, per: år}", "    när:\n      <<: *varje\n      minst: 1\n      per: år")],
    "fil/FIL03-flera-dokument": [add(PLAN, "---\nsamverkan: 1\ntyp: dokument\n")],
    "fil/FIL04-dubbel-nyckel": [swap(PLAN, "    hur: Två och två", "    vad: Vuxna på plats\n    hur: Två och två")],
    "fil/FIL05-atgarder": [swap(PLAN, "\nåtgärder:", "\natgarder:")],
    "fil/FIL05-åtgarder": [swap(PLAN, "\nåtgärder:", "\nåtgarder:")],
    "fil/FIL05-mal": [swap(AGREEMENT, "\nmål:", "\nmal:")],
    "fil/FIL05-delade-tecken": [apart(PLAN, "\nåtgärder:")],
    "fil/FIL05-teckenskräp": [swap(PLAN, "\nåtgärder:", "\n" + "åtgärder:".encode().decode("cp1252"))],
    "fil/FIL05-stor-bokstav": [swap(PLAN, "\nåtgärder:", "\nÅtgärder:")],
    "fil/FIL05-felslag": [swap(PLAN, "bidrar_till_mål:", "bidrar_till_måll:")],
    "fil/FIL05-okänd-nyckel": [swap(PLAN, "    hur: Två och två", "    färg: blå\n    hur: Två och två")],
    "fil/FIL05-fel-plats": [add(PLAN, "ansvarig: {aktör: kommun, funktion: fältsekreterare}\n")],
    "fil/FIL05-rätt-och-fel": [swap(PLAN, "    hur: Två och två", "    hurr: Två\n    hur: Två och två")],
    "fil/FIL05-crlf": [swap(PLAN, "bidrar_till_mål:", "bidrar_till_mal:"), lines_end(PLAN, b"\r\n")],
    "fil/FIL06-tom-fil": [whole(PLAN, b"")],
    "fil/FIL06-bara-kommentarer": [whole(PLAN, "# samverkan: 1\n# typ: åtgärdsplan\n".encode())],
    "fil/FIL06-filen-är-en-lista": [whole(PLAN, "- samverkan: 1\n- typ: åtgärdsplan\n- åtgärder: [{id: Å1.1}]\n".encode())],
    "fil/FIL06-filen-är-en-text": [whole(PLAN, "Åtgärdsplan för 2019\n".encode())],
    "fil/FIL06-version-2": [swap(PLAN, "samverkan: 1", "samverkan: 2")],
    "fil/FIL06-utan-version": [drop(PLAN, "samverkan: 1\n")],
    "fil/FIL06-utan-typ": [drop(PLAN, "typ: åtgärdsplan\n")],
    "fil/FIL06-felstavad-typ": [swap(PLAN, "typ: åtgärdsplan", "typ: atgardsplan")],
    "fil/FIL06-okänd-typ": [swap(PLAN, "typ: åtgärdsplan", "typ: protokoll")],
    "fil/FIL06-true": [swap(PLAN, "påhittat: ja", "påhittat: true")],
    "fil/FIL06-ja-med-stor-bokstav": [swap(PLAN, "påhittat: ja", "påhittat: Ja")],
    "fil/FIL06-telefon": [add(PLAN, "kontakter:\n  - {part: kommun, funktion: fältsekreterare, telefon: 070123456, publiceras: ja}\n")],
    "fil/FIL06-bilagans-nummer": [swap(AGREEMENT, 'nr: "1"', "nr: 1")],
    "fil/FIL06-ett-värde-i-stället-för-lista": [swap(PLAN, "möter_orsaker: [O1.1]", "möter_orsaker: O1.1")],
    "fil/FIL06-lista-utan-streck": [add(PLAN, "kommunicerat:\n  vad: planen\n  kanal: webbplatsen\n  datum: 2018-12-20\n")],
    "fil/FIL06-text-i-stället-för-nycklar": [swap(PLAN, "    när: {från: 2019-02-04, till: 2020-12-11}", "    när: hela 2019")],
    "fil/FIL06-lista-i-stället-för-text": [swap(PLAN, "    hur: Två och två; passet loggas samma kväll.", "    hur: [Två och två, passet loggas samma kväll]")],
    "fil/FIL06-nycklar-i-stället-för-text": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel: {sv: Åtgärdsplan}")],
    "fil/FIL06-datum-på-annat-sätt": [swap(PLAN, "datum: 2018-12-12", "datum: 12 december 2018")],
    "fil/FIL06-datum-utan-streck": [swap(PLAN, "datum: 2018-12-12", "datum: 20181212")],
    "fil/FIL06-datum-i-ord": [swap(PLAN, "datum: 2018-12-12", "datum: före jul")],
    "fil/FIL06-decimalkomma": [swap(AGREEMENT, "målnivå: {värde: 7, datum: 2020-03-15}", 'målnivå: {värde: "6,5", datum: 2020-03-15}')],
    "fil/FIL06-decimalkomma-i-klammer": [swap(AGREEMENT, "målnivå: {värde: 7, datum: 2020-03-15}", "målnivå: {värde: 6,5, datum: 2020-03-15}")],
    "fil/FIL06-ord-utanför-listan": [swap(PLAN, "typ: produktion", "typ: resultat")],
    "fil/FIL06-ord-nära-listan": [swap(PLAN, "typ: effekt", "typ: effekter")],
    "fil/FIL06-id-med-mellanslag": [swap(AGREEMENT, "  - {id: F1, namn: Ungdomskriminalitet}", "  - {id: F1, namn: Ungdomskriminalitet}\n  - {id: F 2, namn: Trafik}")],
    "fil/FIL05-kolon-utan-mellanslag": [swap(PLAN, "{aktör: kommun, funktion: fältsekreterare}", "{aktör: kommun, funktion:fältsekreterare}")],
    "fil/FIL05-engelska": [swap(PLAN, "titel: Åtgärdsplan", "title: Åtgärdsplan")],
    "fil/FIL06-kommunkod": [swap(AGREEMENT, "    namn: Vår kommun\n", "    namn: Vår kommun\n    kommunkod: 126\n")],
    "fil/FIL06-id-som-tal": [swap(AGREEMENT, "  - {id: F1, namn: Ungdomskriminalitet}", "  - {id: F1, namn: Ungdomskriminalitet}\n  - {id: 2, namn: Trafik}")],
    "fil/FIL06-flera-rader": [swap(PLAN, "    vad: Vuxna på plats vid stationen fyra gånger i veckan\n", "    vad: |\n      Vuxna på plats vid stationen\n      fyra gånger i veckan\n")],
    "fil/FIL06-steg-6": [swap(AGREEMENT, "påhittat: ja", "påhittat: ja\npågående_steg: 6")],
    "fil/FIL06-minus": [swap(PLAN, "när: {minst: 1, per: år}", "när: {minst: -1, per: år}")],
    "fil/FIL06-tal-i-ord": [swap(PLAN, "när: {minst: 1, per: år}", "när: {minst: en, per: år}")],
    "fil/FIL06-varje-hur-ofta": [swap(PLAN, "när: {minst: 2, per: år}", "när: {minst: 1, per: varannan vecka}")],
    "fil/FIL06-namn-i-stället-för-nycklar": [swap(PLAN, "vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}", "vem: trygghetssamordnaren")],
    "fil/FIL06-namn-i-en-lista": [swap(AGREEMENT, "  - {namn: Cykelstölder, skäl: Ligger kvar hos vardera parten.}", "  - namn: Cykelstölder\n  - Klotter")],
    "fil/FIL06-tom-text": [swap(PLAN, "datum: 2018-12-12", 'datum: ""')],
    "fil/FIL06-tom-lista": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel: []")],
    "fil/FIL06-tom-post": [swap(PLAN, "möter_orsaker: [O1.1]", 'möter_orsaker: [O1.1, ""]')],
    "fil/FIL07-datum": [swap(AGREEMENT, "period: {från: 2019-01-01,", "period: {från: 2019-02-30,")],
    "fil/FIL07-månad": [swap(PLAN, "datum: 2018-12-12", "datum: 2018-13-12")],
    "fil/FIL08-bilagan-saknas": [add(AGREEMENT, '  - {nr: "2", fil: bilagor/plan2.yaml}\n')],
    "fil/FIL08-bilagan-med-innehåll-saknas": [swap(AGREEMENT, PLAN, "bilagor/planer.yaml"), rename(PLAN, "plan.txt")],
    "fil/FIL08-felstavat-filnamn": [swap(AGREEMENT, PLAN, "bilagor/planer.yaml")],
    "fil/FIL08-stor-bokstav": [swap(AGREEMENT, PLAN, "bilagor/Plan.yaml")],
    "fil/FIL08-en-mapp": [add(AGREEMENT, '  - {nr: "2", fil: bilagor}\n')],
    "fil/FIL08-omvänt-snedstreck": [swap(AGREEMENT, PLAN, "bilagor\\plan.yaml")],
    "fil/FIL09-uppåt": [add(AGREEMENT, '  - {nr: "2", fil: ../../../../../../../../etc/plan.yaml}\n')],
    "fil/FIL09-absolut": [add(AGREEMENT, '  - {nr: "2", fil: /etc/plan.yaml}\n')],
    "fil/FIL09-windows": [add(AGREEMENT, '  - {nr: "2", fil: "C:\\\\Planer\\\\plan.yaml"}\n')],
    "fil/FIL09-logotyp": [swap(AGREEMENT, "    logotyp: {fil: logotyp.svg, alt: Polisens logotyp}", "    logotyp: {fil: /etc/polis.svg, alt: Polisens logotyp}")],
    "fil/FIL10-samma-nummer": [add(AGREEMENT, '  - {nr: "1", titel: Protokoll, datum: 2018-12-12}\n')],
    "fil/FIL10-samma-fil": [add(AGREEMENT, f'  - {{nr: "2", fil: {PLAN}}}\n')],
    "fil/FIL11-olistad": [add("bilagor/protokoll.yaml", "samverkan: 1\ntyp: dokument\ntitel: Protokoll\npåhittat: ja\n")],
    "fil/FIL11-olistad-plan": [section(AGREEMENT, "bilagor")],
    "fil/FIL12-platshållare": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel: …")],
    "fil/FIL12-i-en-lista": [swap(AGREEMENT, "medverkande: [trygghetssamordnare, kommunpolis]", "medverkande: [trygghetssamordnare, …]")],
    "fil/FIL12-fyll-i": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel: Åtgärdsplan [FYLL I]")],
    "fil/FIL13-okänd-regel": [add(AGREEMENT, "undantag:\n  - {regel: SK99, skäl: Vi väntar., beslutat_av: råd}\n")],
    "fil/FIL13-behövs-inte": [add(AGREEMENT, "undantag:\n  - {regel: SK14, skäl: Vi väntar., beslutat_av: råd}\n")],
    "fil/FIL13-har-gått-ut": [add(AGREEMENT, "undantag:\n  - {regel: SK14, skäl: Vi väntar., beslutat_av: råd, till: 2019-03-31}\n")],
    "fil/FIL13-obligatorisk": [add(AGREEMENT, "undantag:\n  - {regel: SK17, skäl: Vi väntar., beslutat_av: råd}\n"), add("samverkan.yaml", "samverkan: 1\ntyp: inställningar\nobligatoriska: [SK17]\n")],
    "fil/FIL14-för-många-nivåer": [add(PLAN, "slutsatser: " + "[" * 30 + "djupt" + "]" * 30 + "\n")],
    # Several at once, in several files: none hides another.
    "flera/två-filer": [swap(PLAN, "titel: Åtgärdsplan ungdomskriminalitet", "titel: Åtgärdsplan: ungdomskriminalitet"), swap(AGREEMENT, "period: {från: 2019-01-01,", "period: {från: 2019-02-30,"), drop(AGREEMENT, _POLICE_SIGNATURE)],
    "flera/samma-åtgärd": [swap(PLAN, "möter_orsaker: [O1.1]", "moter_orsaker: O1.1"), swap(PLAN, "från: 2019-02-04", "från: 2019-02-31"), swap(PLAN, "    vad: Vuxna på", "    färg: blå\n    vad: Vuxna på")],
}  # fmt: skip


def read_whole() -> Files:
    """The files of ``hel``."""
    return {path.relative_to(WHOLE).as_posix(): path.read_bytes() for path in sorted(WHOLE.rglob("*")) if path.is_file()}


def made(name: str) -> Files:
    """The files of a package."""
    files = read_whole()
    files.pop(EXPECTED, None)
    for change in PACKAGES[name]:
        change(files)
    return files


def stale() -> dict[Path, bytes]:
    """The files that are not as they are made."""
    return {
        path: content
        for name in PACKAGES
        for file, content in made(name).items()
        if not (path := HERE / name / file).is_file() or path.read_bytes() != content
    }


def main() -> int:
    """Write, or with ``--check`` say what is not current."""
    found = stale()
    for path, content in found.items():
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        sys.stdout.write(f"{path.relative_to(HERE)}\n")
    return 1 if found and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
