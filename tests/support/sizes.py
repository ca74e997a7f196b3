"""Files that are large, or odd, and within the limits: each kind grows with a number. Growth tests and benchmarks write the same ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Files = dict[str, str]
"""Texts by their names; the agreement is ``agreement.yaml``."""

TODAY = "2028-06-01"
HEAD = """\
samverkan: 1
typ: överenskommelse
id: stor
titel: En stor överenskommelse
pågående_steg: 5
parter:
  - {id: kommun, typ: kommun, namn: Exempelby kommun}
  - {id: polis, typ: polis, nivå: lokalpolisområde, namn: Lokalpolisområde Exempelby}
period: {från: 2027-01-01, till: 2028-12-31}
"""


@dataclass(frozen=True)
class Size:
    """A kind of large file. ``full`` is how many of its thing there are where nothing may take more than two seconds."""

    write: Callable[[int], Files]
    full: int


def put(folder: Path, files: Files) -> Path:
    """Write the files, and give the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _numbered(number: int, row: str) -> str:
    return "".join(row.format(one) for one in range(number))


def _alone(tail: str, head: str = HEAD) -> Files:
    return {"agreement.yaml": head + tail}


def _unknown_keys(number: int) -> Files:
    return _alone(_numbered(number, "okänd_{0}: x\n"))


def _unknown_in_items(number: int) -> Files:
    return _alone("fokusområden:\n" + _numbered(number, "  - {{id: F{0}, namn: Område {0}, hittepå: x}}\n"))


def _unknown_on_one_row(number: int) -> Files:
    return _alone("revidering: {minst: 1, " + _numbered(number, "okänd_{0}: x, ") + "per: år}\n")


def _commas_in_braces(number: int) -> Files:
    return _alone("revidering: {detalj: ord" + _numbered(number, ", ord{0}") + "}\n")


def _misspelt_keys(number: int) -> Files:
    return _alone("fokusområden:\n" + _numbered(number, "  - {{id: F{0}, nam: Område {0}}}\n"))


def _wrong_values(number: int) -> Files:
    return _alone("fokusområden:\n" + _numbered(number, "  - {{id: {0}, namn: Område {0}}}\n"))


def _wrong_items(number: int) -> Files:
    return _alone("samverkansorganisation:\n  - {id: råd, namn: Rådet, mötesdagar: [" + _numbered(number, "igår{0}, ") + "]}\n")


def _wrong_dates(number: int) -> Files:
    return _alone("samverkansorganisation:\n  - {id: råd, namn: Rådet, mötesdagar: [" + _numbered(number, "2027-02-30, ") + "]}\n")


def _empty_values(number: int) -> Files:
    return _alone("fokusområden:\n" + _numbered(number, '  - {{id: F{0}, namn: ""}}\n'))


def _placeholders(number: int) -> Files:
    return _alone("fokusområden:\n" + _numbered(number, "  - {{id: F{0}, namn: TODO}}\n"))


def _block_texts(number: int) -> Files:
    return _alone(
        "fokusområden:\n" + _numbered(number, "  - id: F{0}\n    namn: Område {0}\n    beskrivning: |\n      En rad.\n      En till.\n")
    )


def _repeats(number: int) -> Files:
    return _alone(_numbered(number, "titel: En stor överenskommelse\n"))


def _repeats_below(number: int) -> Files:
    return _alone("fokusområden:\n" + _numbered(number, "  - id: F{0}\n    namn: Område\n    namn: Område\n"))


def _plan(first: int, number: int) -> str:
    rows = ["samverkan: 1\ntyp: åtgärdsplan\ntitel: Plan\ndatum: 2027-01-15\nåtgärder:\n"]
    rows += [
        f"  - id: Å{one}\n"
        f"    möter_orsaker: [O{one}]\n"
        f"    bidrar_till_mål: [M{one}]\n"
        f"    vad: Vuxna på plats vid station {one}\n"
        f"    hur: Fältsekreterare och områdespolis går tillsammans.\n"
        f"    vem: {{ansvarig: {{aktör: kommun, funktion: fältsekreterare}}}}\n"
        f"    när: {{från: 2027-02-04, till: 2027-12-11}}\n"
        f"    uppföljning:\n"
        f"      - {{id: U{one}, typ: produktion, vad: antal pass, vem: {{ansvarig: {{aktör: kommun, funktion: samordnare}}}}, när: {{minst: 1, per: månad}}}}\n"
        for one in range(first, first + number)
    ]
    rows.append("orsaker:\n")
    rows += [
        f"  - {{id: O{one}, gäller_problem: [P{one}], perspektiv: situation, orsak: Få vuxna rör sig där.}}\n"
        for one in range(first, first + number)
    ]
    rows.append("mål:\n")
    rows += [
        f"  - id: M{one}\n    typ: effekt\n    gäller_problem: [P{one}]\n    lydelse: Färre rån vid station {one}\n"
        f"    indikator: {{mått: anmälda rån, källa: polisen, enhet: antal, riktning: minska, baslinje: {{värde: 9, datum: 2026-11-30}}, målnivå: {{värde: 4, datum: 2028-05-01}}}}\n"
        for one in range(first, first + number)
    ]
    rows.append("problem:\n")
    rows += [
        f"  - {{id: P{one}, namn: Rån vid station {one}, plats: [station {one}], prioritet: {one + 1}}}\n"
        for one in range(first, first + number)
    ]
    return "".join(rows)


def _told(first: int, number: int) -> str:
    rows = ["samverkan: 1\ntyp: uppföljning\ntitel: Uppföljning\ndatum: 2028-01-15\nutfall:\n"]
    rows += [f"  - {{åtgärd: Å{one}, bedömning: grön, utfall: Blev av {one} gånger.}}\n" for one in range(first, first + number)]
    rows.append("mätvärden:\n")
    rows += [f"  - {{mål: M{one}, värde: {one}, datum: 2027-12-31}}\n" for one in range(first, first + number)]
    return "".join(rows)


def _actions(number: int) -> Files:
    files = _alone("bilagor:\n")
    for place, first in enumerate(range(0, number, 100)):
        count = min(100, number - first)
        files |= {f"bilagor/plan{place}.yaml": _plan(first, count), f"bilagor/läget{place}.yaml": _told(first, count)}
        files["agreement.yaml"] += (
            f'  - {{nr: "3.{place}", fil: bilagor/plan{place}.yaml}}\n  - {{nr: "7.{place}", fil: bilagor/läget{place}.yaml}}\n'
        )
    return files


def _appendices(number: int) -> Files:
    files = _alone("bilagor:\n")
    files["agreement.yaml"] += _numbered(number, '  - {{nr: "{0}", fil: bilagor/{0}.yaml}}\n')
    return files | {f"bilagor/{one}.yaml": f"samverkan: 1\ntyp: dokument\ntitel: Bilaga {one}\n" for one in range(number)}


def _missing_appendices(number: int) -> Files:
    return _alone("bilagor:\n" + _numbered(number, '  - {{nr: "{0}", fil: bilagor/{0}.yaml}}\n'))


def _unlisted(number: int) -> Files:
    return _alone("") | {f"bilagor/{one}.yaml": f"samverkan: 1\ntyp: dokument\ntitel: Bilaga {one}\n" for one in range(number)}


def _same_number(number: int) -> Files:
    return _alone("bilagor:\n" + _numbered(number, '  - {{nr: "1", titel: Plan {0}, datum: 2027-01-01}}\n'))


def _same_file(number: int) -> Files:
    plan = {"bilagor/1.yaml": "samverkan: 1\ntyp: dokument\ntitel: Bilaga 1\n"}
    return _alone("bilagor:\n" + _numbered(number, '  - {{nr: "{0}", fil: bilagor/1.yaml}}\n')) | plan


def _doubled_ids(number: int) -> Files:
    return _alone("fokusområden:\n" + _numbered(number, "  - {{id: F1, namn: Område {0}}}\n"))


def _references_to_one(number: int) -> Files:
    problems = _numbered(number, "  - {{id: P{0}, namn: Rån {0}, gäller_fokusområden: [F1]}}\n")
    return _alone("fokusområden:\n  - {id: F1, namn: Område}\nproblem:\n" + problems)


def _references_to_nothing(number: int) -> Files:
    return _alone(
        "fokusområden:\n  - {id: F1, namn: Område}\nproblem:\n"
        + _numbered(number, "  - {{id: P{0}, namn: Rån {0}, gäller_fokusområden: [G{0}]}}\n")
    )


def _chain_of_causes(number: int) -> Files:
    rows = (f"  - {{id: O{one + 1}, orsak: Ett skäl., ligger_bakom: [O{one}]}}\n" for one in range(number))
    return _alone("problem:\n  - {id: P1, namn: Rån}\norsaker:\n  - {id: O0, gäller_problem: [P1], orsak: Ett skäl.}\n" + "".join(rows))


def _partial_goals(number: int) -> Files:
    return _alone(
        "mål:\n  - {id: M0, lydelse: Målet}\n"
        + "".join(f"  - {{id: M{one + 1}, lydelse: Ett steg, delmål_till: M{one}}}\n" for one in range(number))
    )


def _exemptions(number: int) -> Files:
    return _alone("undantag:\n" + _numbered(number, "  - {{regel: SK09, id: X{0}, skäl: Vi vill inte., beslutat_av: rådet}}\n"))


def _bodies(number: int) -> Files:
    return _alone(
        "samverkansorganisation:\n"
        + _numbered(
            number,
            "  - {{id: G{0}, typ: arbetsgrupp, namn: Grupp {0}, rapporterar_till: G0, leds_av: [{{aktör: kommun, funktion: chef}}], möten: {{minst: 1, per: månad}}}}\n",
        )
    )


def _feedback(number: int) -> Files:
    return _alone(
        "samverkansorganisation:\n  - {id: råd, namn: Rådet, mötesdagar: [2027-05-05, 2028-05-05]}\nåterkoppling:\n"
        + _numbered(number, "  - {{till: råd, vad: läget {0}, när: {{minst: 1, per: kvartal}}}}\n")
    )


def _signatures(number: int) -> Files:
    return _alone("underskrifter:\n" + _numbered(number, "  - {{part: kommun, namn: Person {0}, funktion: chef {0}, datum: 2027-01-01}}\n"))


def _parties(number: int) -> Files:
    head = HEAD.replace(
        "period:", _numbered(number, "  - {{id: k{0}, typ: kommun, namn: Kommun {0}, logotyp: {{fil: logo{0}.svg, alt: x}}}}\n") + "period:"
    )
    return _alone("underskrifter:\n" + _numbered(number, "  - {{part: k{0}, namn: Person {0}, funktion: chef, datum: 2027-01-01}}\n"), head)


def _long_words(number: int) -> Files:
    """Texts that the patterns of the vocabulary meet: one letter, spaces, and words that nearly are what they look for."""
    texts = (
        "a" * number,
        "a" + " " * number + "b",
        "ordförande i " * (number // 13),
        "-" * number,
        "polis-" * (number // 6),
        "1" * number,
        "a.b@" * (number // 4),
    )
    rows = "".join(f'  - {{id: F{one}, namn: "{text}", beskrivning: "{text}"}}\n' for one, text in enumerate(texts))
    sections = "".join(f'  - {{rubrik: "{text}", text: "{text}"}}\n' for text in texts)
    signed = "".join(f'  - {{part: polis, funktion: "{text}", datum: 2027-01-01}}\n' for text in texts)
    bodies = "".join(
        f'  - {{id: G{one}, namn: "{text}", uppdrag: "{text}", leds_av: [{{aktör: kommun, funktion: "{text}"}}]}}\n'
        for one, text in enumerate(texts)
    )
    return _alone(f"fokusområden:\n{rows}avsnitt:\n{sections}underskrifter:\n{signed}samverkansorganisation:\n{bodies}")


def _long_row(number: int) -> Files:
    return _alone("bakgrund: " + "ord " * number + "\n")


def _long_list_row(number: int) -> Files:
    return _alone("fokusområden: [" + _numbered(number, "{{id: F{0}, namn: Område {0}}}, ") + "]\n")


def _long_comment(number: int) -> Files:
    return _alone("# " + "ord " * number + "\n")


def _comments(number: int) -> Files:
    return _alone("# En rad.\n" * number)


def _tabs(number: int) -> Files:
    return _alone("fokusområden:\n" + "\t- x\n" * number)


def _broken(number: int) -> Files:
    return _alone("fokusområden:\n" + _numbered(number, "  - {{id: F{0}, namn: Område {0}}}\n") + "  - {id: [\n")


def _deep(number: int) -> Files:
    return _alone("fokusområden: " + "[" * 20 + "x" + "]" * 20 + "\n" + _numbered(number, "okänd_{0}: [[[[[[[[[[x]]]]]]]]]]\n"))


def _brackets(number: int) -> Files:
    return _alone("fokusområden: " + "[" * number + "\n")


def _anchors(number: int) -> Files:
    return _alone("fokusområden:\n" + _numbered(number, "  - {{id: &a{0} F{0}, namn: *a{0}}}\n"))


def _decomposed(number: int) -> Files:
    return _alone("fokusområden:\n" + _numbered(number, "  - {{id: F{0}, plats: [ma\u030al]}}\n") + _numbered(number, "ma\u030al{0}: x\n"))


def _odd_line_ends(number: int) -> Files:
    return _alone("fokusområden:\n" + _numbered(number, "  - {{id: F{0}, namn: 'a\u2028b'}}\n"))


def _identity_numbers(number: int) -> Files:
    return _alone(
        "fokusområden:\n"
        + _numbered(number, "  - {{id: F{0}, namn: Område 20121212-1212, beskrivning: ring 070-123 45 67 anna{0}@gmail.com}}\n")
    )


def _pledges(number: int) -> Files:
    return _alone("löften:\n" + _numbered(number, "  - {{id: L{0}, lydelse: Vi går rundor {0}, gäller_åtgärder: [Å{0}]}}\n"))


def _everything(number: int) -> Files:
    """Many of each thing, hanging together: what is asked of every one of them about every other shows here."""
    files = _actions(number)
    tail = (
        "fokusområden:\n" + _numbered(number, "  - {{id: F{0}, namn: Område {0}}}\n")
        + "löften:\n" + _numbered(number, "  - {{id: L{0}, lydelse: Vi går 20 rundor, gäller_åtgärder: [Å{0}], gäller_fokusområden: [F{0}]}}\n")
        + "samverkansorganisation:\n" + _numbered(number, "  - {{id: G{0}, typ: arbetsgrupp, namn: Grupp {0}, rapporterar_till: G0, leds_av: [{{aktör: kommun, funktion: chef {0}}}], möten: {{minst: 1, per: månad}}}}\n")
        + "återkoppling:\n" + _numbered(number, "  - {{till: G{0}, vad: läget {0}, när: {{minst: 1, per: kvartal}}}}\n")
        + "uppföljning:\n" + _numbered(number, "  - {{id: V{0}, vad: läget, gäller_åtgärder: [Å{0}], till: G{0}, när: {{senast: 2028-02-01}}}}\n")
        + "andra_aktörer:\n" + _numbered(number, "  - {{id: X{0}, typ: förening, namn: Förening {0}}}\n")
        + "undantag:\n" + _numbered(number, "  - {{regel: KED03, id: P{0}, skäl: Nej., beslutat_av: G0}}\n")
        + "beslut:\n" + _numbered(number, "  - {{vad: Vi börjar med åtgärd Å{0} i maj, datum: 2027-05-05}}\n")
        + "kontakter:\n" + _numbered(number, "  - {{part: kommun, namn: Namn {0}, telefon: 08-5350{0}, publiceras: nej}}\n")
        + "underskrifter:\n" + _numbered(number, "  - {{part: kommun, namn: Person {0}, funktion: chef {0}, datum: 2027-01-01}}\n")
    )  # fmt: skip
    return files | {"agreement.yaml": files["agreement.yaml"] + tail}


SIZES: dict[str, Size] = {
    "okända nycklar": Size(_unknown_keys, 10_000),
    "en okänd nyckel i varje post": Size(_unknown_in_items, 6_000),
    "okända nycklar på en rad": Size(_unknown_on_one_row, 10_000),
    "komman inom klamrar": Size(_commas_in_braces, 8_000),
    "felstavade nycklar": Size(_misspelt_keys, 8_000),
    "fel värden": Size(_wrong_values, 8_000),
    "fel poster i en lista": Size(_wrong_items, 8_000),
    "datum som inte finns": Size(_wrong_dates, 8_000),
    "tomma värden": Size(_empty_values, 8_000),
    "platshållare": Size(_placeholders, 8_000),
    "flerradiga texter": Size(_block_texts, 5_000),
    "samma nyckel om igen": Size(_repeats, 5_000),
    "samma nyckel två gånger i varje post": Size(_repeats_below, 5_000),
    "åtgärder": Size(_actions, 1_000),
    "allt": Size(_everything, 500),
    "bilagor": Size(_appendices, 1_000),
    "bilagor som inte finns": Size(_missing_appendices, 1_000),
    "dokument som ingen tar upp": Size(_unlisted, 1_000),
    "bilagor med samma nummer": Size(_same_number, 5_000),
    "samma bilaga om igen": Size(_same_file, 5_000),
    "samma id om igen": Size(_doubled_ids, 8_000),
    "hänvisningar till en sak": Size(_references_to_one, 5_000),
    "hänvisningar till ingenting": Size(_references_to_nothing, 5_000),
    "orsaker bakom orsaker": Size(_chain_of_causes, 3_000),
    "delmål till delmål": Size(_partial_goals, 3_000),
    "undantag": Size(_exemptions, 5_000),
    "grupper": Size(_bodies, 1_000),
    "återkopplingar": Size(_feedback, 3_000),
    "underskrifter": Size(_signatures, 5_000),
    "parter": Size(_parties, 1_000),
    "långa ord": Size(_long_words, 12_000),
    "en lång rad": Size(_long_row, 200_000),
    "en lista på en rad": Size(_long_list_row, 8_000),
    "en lång kommentar": Size(_long_comment, 200_000),
    "kommentarer": Size(_comments, 90_000),
    "tabbar": Size(_tabs, 20_000),
    "en fil som slutar mitt i": Size(_broken, 8_000),
    "djupt": Size(_deep, 3_000),
    "klamrar": Size(_brackets, 100_000),
    "ankare": Size(_anchors, 8_000),
    "delade tecken": Size(_decomposed, 5_000),
    "udda radslut": Size(_odd_line_ends, 8_000),
    "nummer och adresser": Size(_identity_numbers, 5_000),
    "löften": Size(_pledges, 3_000),
}
"""Every kind by its name."""
