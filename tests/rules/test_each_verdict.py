"""Each of the seventeen points with every verdict: met, partly, missing, and what else it may come to. Made up, and read beside the checklist."""

from pathlib import Path

import pytest

from samverkan_cli.api import Options
from support.fragments import judge, parse

PARTIES = (
    "parter: [{id: k, typ: kommun, namn: Lillåns kommun}, {id: p, typ: polis, nivå: lokalpolisområde, namn: Lokalpolisområde Lillån}]\n"
)
BOTH = "bygger_på: [{part: k, titel: Kommunens bild, datum: 2018-05}, {part: p, titel: Polisens bild, datum: 2018-06}]\n"
ACTION = "åtgärder:\n  - {id: Å1, vad: Grannstöd, hur: Möten i trapphusen., vem: {ansvarig: {aktör: k}}, när: {detalj: hösten 2027}"

VERDICTS: dict[str, dict[str, str]] = {
    "SK01": {
        "uppfylld": PARTIES + "samordningsfunktioner:\n  - {part: k, funktion: säkerhetssamordnare, mandat: Leder gruppen., tid: {timmar: 8, per: vecka}}\n"
        "  - {part: p, funktion: kommunpolis, mandat: Leder polisens del., tid: {detalj: det som behövs}}\n",
        "delvis": PARTIES + "samordningsfunktioner: [{part: p, funktion: kommunpolis, mandat: Leder polisens del., tid: {procent: 40}}]\n",
        "saknas": PARTIES + "samordningsfunktioner: [{part: k, mandat: Leder gruppen.}]\n",
    },
    "SK02": {
        "uppfylld": PARTIES + "ägare: [nav]\nsamverkansorganisation: [{id: nav, leds_av: [{aktör: p}], ledamöter: [{aktör: k}]}]\n",
        "delvis": PARTIES + "ägare: [nav]\nsamverkansorganisation: [{id: nav, namn: Navet}]\n",
        "saknas": PARTIES + "samverkansorganisation: [{id: nav, ledamöter: [{aktör: k}, {aktör: p}]}]\n",
    },
    "SK03": {
        "uppfylld": PARTIES + "# fil: l.yaml\nsamverkan: 1\ntyp: lägesbild\npart: k\nanalys: Stök vid badet.\nkällor: [trygghetsvandringar, felanmälningar]\n",
        "uppfylld enligt uppgift": PARTIES + "bilagor: [{nr: A, titel: Lillåns kommuns lägesbild, finns_hos: k}]\n",
        "delvis": PARTIES + "# fil: l.yaml\nsamverkan: 1\ntyp: lägesbild\npart: k\nanalys: Stök vid badet.\nkällor: [felanmälningar, incidentrapporter]\n",
        "saknas": PARTIES + "# fil: l.yaml\nsamverkan: 1\ntyp: lägesbild\npart: p\nanalys: Stök vid badet.\nkällor: [dialog, anmälningar]\n",
        "går inte att bedöma": PARTIES + "bilagor: [{nr: A, titel: Lägesbild, diarienummer: 26-14}]\n",
    },
    "SK04": {
        "uppfylld enligt uppgift": PARTIES + "bygger_på: [{part: p, titel: Polisens bild, datum: 2018, källor: [brottsstatistik, medarbetardialog]}]\n",
        "delvis": PARTIES + "bygger_på: [{part: p, titel: Polisens bild, datum: 2018, källor: [brottsstatistik, kriminalstatistik]}]\n",
        "saknas": PARTIES + "bygger_på: [{part: k, titel: Kommunens bild, datum: 2018, källor: [enkät, dialog]}]\n",
    },
    "SK05": {
        "uppfylld": BOTH + "problem: [{id: P1, prioritet: 2, namn: Buskörning}, {id: P2, prioritet: 1, namn: Inbrott i bodar}]\n",
        "uppfylld enligt uppgift": "bilagor: [{nr: B, titel: Gemensam problembild, webbadress: 'https://lillan.example/bild'}]\n",
        "delvis": "problem: [{id: P1, prioritet: 2, namn: Buskörning}, {id: P2, prioritet: 1, namn: Inbrott i bodar}]\n",
        "saknas": "bilagor: [{nr: B, titel: Gemensam problembild, tas_fram: {senast: 2019-12-01}}]\n",
    },
    "SK06": {
        "uppfylld": "problem: [{id: P1, namn: Inbrott}]\norsaksanalys: {underlag: Polisens genomgång.}\norsaker: [{id: O1, gäller_problem: [P1], orsak: Öppna bodar}]\n",
        "uppfylld enligt uppgift": "bilagor: [{nr: C, titel: Orsaksanalys inbrott, datum: 2019-02}]\n",
        "delvis": "problem: [{id: P1, namn: Inbrott}]\norsaker: [{id: O1, gäller_problem: [P1], orsak: Öppna bodar}]\n",
        "saknas": "problem: [{id: P1, namn: Inbrott}]\norsaker: [{id: O1, gäller_problem: [P1], orsak: vet inte än}]\n",
        "går inte att bedöma": "bilagor: [{nr: C, typ: problembild, titel: Bilden, datum: 2019-02}]\n",
    },
    "SK07": {
        "uppfylld": ACTION + "}\nlöften: [{id: L1, lydelse: Vi ses i trapphusen., gäller_åtgärder: [Å1]}]\n",
        "uppfylld enligt uppgift": "bilagor: [{nr: D, titel: Trygghetslöfte 2019, diarienummer: 19-7}]\n",
        "delvis": ACTION + "}\nlöften: [{id: L1, lydelse: Vi ses i trapphusen., gäller_åtgärder: [Å1]}, {id: L2, lydelse: Vi är snälla.}]\n",
        "saknas": ACTION + "}\nlöften: [{id: L1, gäller_åtgärder: [Å1]}]\n",
        "bortvalt": "inga_löften: {skäl: Invånarna har bett om färre löften och fler besök.}\n",
    },
    "SK08": {
        "uppfylld": ACTION + "}\n",
        "delvis": ACTION + "}\n  - {id: Å2, vad: Lås till bodarna}\n",
        "saknas": "åtgärder: [{id: Å1, hur: kompletteras}]\n",
        "går inte att bedöma": "bilagor: [{nr: E, titel: Handlingsplan 2019, finns_hos: kommunen}]\n",
    },
    "SK09": {
        "uppfylld": "problem: [{id: P1, namn: Inbrott}]\norsaker: [{id: O1, gäller_problem: [P1], orsak: Öppna bodar}]\n" + ACTION + ", möter_orsaker: [O1]}\n",
        "delvis": "problem: [{id: P1, namn: Inbrott}]\norsaker: [{id: O1, gäller_problem: [P1], orsak: Öppna bodar}]\n"
        + ACTION + ", möter_orsaker: [O1]}\n  - {id: Å2, vad: Fest på torget}\n",
        "saknas": "problem: [{id: P1, namn: Inbrott}]\norsaker: [{id: O1, gäller_problem: [P1], orsak: Öppna bodar}]\n" + ACTION + "}\n",
        "går inte att bedöma": "problem: [{id: P1, namn: Inbrott}]\nbilagor: [{nr: E, typ: åtgärdsplan, titel: Planen, datum: 2019-01}]\n",
    },
    "SK10": {
        "uppfylld": "mål: [{id: M1, typ: produktion, indikator: {mått: antal möten, källa: loggen, målnivå: {värde: 9, datum: 2019-12-01}}}]\n"
        + ACTION + ", bidrar_till_mål: [M1]}\n",
        "delvis": "mål: [{id: M1, lydelse: Färre inbrott}]\n" + ACTION + ", bidrar_till_mål: [M1]}\n",
        "saknas": "mål: [{id: M1, lydelse: ej beslutat}]\n" + ACTION + "}\n",
        "går inte att bedöma": "bilagor: [{nr: E, typ: åtgärdsplan, titel: Planen, datum: 2019-01}]\n",
    },
    "SK11": {
        "uppfylld": "kommunikationsaktiviteter: [{vad: Vad grannstöd är, kanal: trapphusens anslagstavlor}]\n",
        "uppfylld enligt uppgift": "bilagor: [{nr: F, titel: Plan för kommunikation, datum: 2019}]\n",
        "delvis": "kommunikationsaktiviteter: [{vad: Vad grannstöd är, kanal: kompletteras}]\n",
        "saknas": "bilagor: [{nr: F, titel: Plan för kommunikation}]\n",
    },
    "SK12": {
        "uppfylld": "återkoppling: [{till: navet, när: {detalj: vartannat möte}}]\n",
        "uppfylld enligt uppgift": "bilagor: [{nr: G, titel: Rutiner för återkoppling, diarienummer: 19-9}]\n",
        "delvis": "återkoppling: [{till: navet, när: {detalj: när det behövs}}]\n",
        "saknas": "återkoppling: [{när: {minst: 2, per: år}}]\n",
    },
    "SK13": {
        "uppfylld": ACTION + "}\nuppföljning: [{id: U1, gäller_åtgärder: [Å1], vad: antal möten, vem: {ansvarig: {grupp: nav}}, när: {senast: 2019-12-01}}]\n",
        "delvis": ACTION + "}\nuppföljning: [{id: U1, gäller_åtgärder: [Å1], vad: antal möten}]\n",
        "saknas": ACTION + "}\nuppföljning: [{id: U1, gäller_åtgärder: [Å9], vad: antal möten, vem: {ansvarig: {aktör: k}}, när: {senast: 2019-12-01}}]\n",
        "går inte att bedöma": "bilagor: [{nr: E, typ: åtgärdsplan, titel: Planen, datum: 2019-01}]\n",
    },
    "SK14": {
        "uppfylld": "period: {från: 2019, till: 2021-06-30}\n",
        "delvis": "period: {från: 2019-01-01, till: tills vidare}\n",
        "saknas": "bakgrund: Vi har samarbetat sedan 2008.\n",
    },
    "SK15": {
        "uppfylld": PARTIES + "fastställd: {organ: Lillåns kommunstyrelse och LPO Lillåns ledningsgrupp}\n",
        "delvis": PARTIES + "underskrifter: [{part: k, funktion: kommunalråd, datum: 2018}, {part: p, funktion: LPO-chef, datum: 2018}]\n",
        "saknas": PARTIES + "fastställd: {organ: ej bestämt}\n",
    },
    "SK16": {
        "uppfylld": "parter: [{id: k, logotyp: {fil: k.svg}}]\n# fil: k.svg\n<svg xmlns='http://www.w3.org/2000/svg'/>\n",
        "delvis": "parter: [{id: k, logotyp: {fil: k.svg}}, {id: p}]\n# fil: k.svg\n<svg xmlns='http://www.w3.org/2000/svg'/>\n",
        "saknas": "parter: [{id: k, logotyp: {fil: k.svg}}]\n",
    },
    "SK17": {
        "uppfylld": PARTIES + "underskrifter: [{part: k, funktion: kommunalråd}, {part: p, funktion: LPO-chef, datum: 2018-12}]\n",
        "delvis": PARTIES + "underskrifter: [{part: k, funktion: kommunalråd, datum: 2019-06-01}, {part: p, funktion: LPO-chef, datum: 2019-06-02}]\n",
        "saknas": PARTIES + "underskrifter: [{part: k, funktion: kommunalråd, datum: 2019-07}, {part: p, funktion: LPO-chef, datum: …}]\n",
    },
}  # fmt: skip
"""By point: the words for the verdict, and a dossier that has it on 2019-06-01."""

CASES = [(code, word, text) for code, verdicts in VERDICTS.items() for word, text in verdicts.items()]


@pytest.mark.parametrize(("code", "word", "text"), CASES, ids=[f"{code}-{word}" for code, word, _ in CASES])
def test_the_verdict_and_its_reason(code: str, word: str, text: str, tmp_path: Path) -> None:
    report = judge(parse(text), tmp_path, Options(all_steps=True))
    (point,) = [point for point in report.dossiers[0].points if point.code == code]
    assert (point.word, point.reasons) == (word, point.reasons)
    assert point.evidence or point.reasons
    told = {one.code for one in report.diagnostics}
    # What makes a point less than met is told, by its own rule or by one that has said the same of the same thing.
    assert word not in ("delvis", "saknas") or told & {code, "KED01", "SK08"}


def test_each_point_is_seen_met_partly_and_missing() -> None:
    assert len(VERDICTS) == 17
    for verdicts in VERDICTS.values():
        assert {"uppfylld", "uppfylld enligt uppgift"} & set(verdicts)
        assert {"delvis", "saknas"} <= set(verdicts)


def test_what_the_agreement_leaves_to_its_parts(tmp_path: Path) -> None:
    """One of one that is read meets it, and another is not here; then both are, and one does not."""
    action = ACTION.replace("agreement.yaml", "") + "}\n"
    below = f"# fil: a.yaml\nsamverkan: 1\ntyp: överenskommelse\ndel_av: {{fil: agreement.yaml}}\n{action}"
    words = {}
    for name, text in (
        ("en borta", f"delar: [{{fil: a.yaml}}, {{titel: Östra}}]\n{below}"),
        ("alla", f"delar: [{{fil: a.yaml}}]\n{below}"),
        (
            "en utan",
            f"delar: [{{fil: a.yaml}}, {{fil: b.yaml}}]\n{below}# fil: b.yaml\nsamverkan: 1\ntyp: överenskommelse\ndel_av: {{fil: agreement.yaml}}\n",
        ),
    ):
        folder = tmp_path / name
        folder.mkdir()
        report = judge(parse(text), folder, Options(all_steps=True))
        (point,) = [point for point in report.dossiers[0].points if point.code == "SK08"]
        words[name] = (point.word, point.reasons)
    assert words == {
        "en borta": ("går inte att bedöma", ("1 av 1 inläst uppfyller; en är inte inläst",)),
        "alla": ("uppfylld", ("varje del uppfyller det",)),
        "en utan": ("delvis", ("1 av 2 inlästa uppfyller",)),
    }
