"""Each point of the law, the handbook and the five steps with all that its source asks for, with some of it, and with none."""

from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Verdict
from support.fragments import judge, parse
from support.packages import point

MET, PARTLY, MISSING, UNKNOWN = Verdict.MET, Verdict.PARTLY, Verdict.MISSING, Verdict.UNKNOWN
BOTH = (
    "parter: [{id: kommun, typ: kommun, namn: Ekby kommun}, {id: polis, typ: polis, nivå: lokalpolisområde, namn: Lokalpolisområde Ekby}]\n"
)
LATER = "# idag: 2025-06-01\n" + BOTH + "period: {från: 2024-01-01}\n"
WHO = "vem: {ansvarig: {aktör: kommun, funktion: samordnare}}"
ELSEWHERE = 'bilagor: [{{nr: "3", typ: {type}, titel: Bilagan, datum: 2018-11-01}}]\n'


def listed(kind: str) -> str:
    return ELSEWHERE.format(type=kind)


REPORT = "# fil: lägesbild.yaml\nsamverkan: 1\ntyp: lägesbild\npart: kommun\n"

DOSSIERS: dict[str, tuple[tuple[str, Verdict], ...]] = {
    "LAG04": (
        (LATER + REPORT + "kartläggning: 40 rån.\nannan_information: Skolan byggs om.\nanalys: Få vuxna är ute.\n", MET),
        (LATER + REPORT + "statistik: [{vad: rån, värde: 40}]\norsaker: [{id: O1, orsak: Få vuxna är ute}]\n", PARTLY),
        (LATER + REPORT + "kartläggning: kompletteras\n", MISSING),
        (LATER + "bygger_på: [{part: kommun, titel: Lägesbild 2024, datum: 2024-03-01}]\n", UNKNOWN),
        (LATER + "kommunens_lägesbild: {titel: Lägesbild 2024, diarienummer: KS-2024/1}\n", MET),
    ),
    "LAG05": (
        (LATER + "kommunens_åtgärdsplan: {titel: Plan, datum: 2024-05, organ: socialnämnden, bygger_på: Lägesbild 2024}\n", MET),
        (LATER + "kommunens_åtgärdsplan: {titel: Plan, datum: 2024-05-20, organ: styrgruppen, bygger_på: Lägesbild 2024}\n", PARTLY),
        (LATER + "kommunens_åtgärdsplan: {bygger_på: Lägesbild 2024}\n", MISSING),
        (LATER + "# fil: plan.yaml\nsamverkan: 1\ntyp: åtgärdsplan\nfastställd: {organ: trygghetsrådet, datum: 2024-05-20}\n", PARTLY),
        (LATER + "# fil: plan.yaml\nsamverkan: 1\ntyp: åtgärdsplan\nåtgärder: [{id: Å1}]\n", MISSING),
    ),
    "LAG06": (
        (LATER + "kommunens_lägesbild: {titel: L, datum: 2024-03-11}\nkommunens_åtgärdsplan: {titel: P, datum: 2024-05-20}\n", MET),
        (LATER + "kommunens_lägesbild: {titel: L, datum: 2024-03-11}\n", PARTLY),
        (LATER + "kommunens_lägesbild: {titel: L, datum: 2022-03-11}\n", MISSING),
        # Of a year its last day counts: 2023-12-31.
        (LATER + "kommunens_lägesbild: {titel: L, datum: 2023}\nkommunens_åtgärdsplan: {titel: P, datum: 2024}\n", MET),
    ),
    "LAG09": (
        (LATER + "syfte: Färre rån.\nproblem: [{id: P1, namn: Rån}]\n", MET),
        (LATER + "fokusområden: [{id: F1, namn: Unga}]\n", PARTLY),
        (LATER + "fokusområden: [{id: F1}]\nsyfte: ej beslutat\n", MISSING),
        (LATER + "syfte: Färre rån.\n" + listed("problembild"), UNKNOWN),
        (LATER + "verkat_för: {vad: En överenskommelse med polisen., datum: 2024-02-06}\n", PARTLY),
    ),
    "LAG10": (
        (LATER + "samverkansorganisation: [{id: råd, typ: strategiskt råd, leds_av: [{funktion: KSO}]}]\n", MET),
        (LATER + "samverkansorganisation: [{id: råd, typ: strategiskt råd, ledamöter: [{aktör: kommun}]}]\n", PARTLY),
        (LATER + "samverkansorganisation: [{id: grupp, typ: arbetsgrupp, namn: Arbetsgruppen}]\n", MISSING),
    ),
    "LAG11": (
        (LATER + "samordningsfunktioner: [{part: kommun, funktion: säkerhetschef}]\n", MET),
        (LATER + "samordningsfunktioner: [{part: kommun, mandat: Samordnar.}]\n", MISSING),
        (
            LATER.replace("{id: polis", "{id: grann, typ: kommun, namn: Granby kommun}, {id: polis")
            + "samordningsfunktioner: [{part: kommun, funktion: säkerhetschef}]\n",
            PARTLY,
        ),
    ),
    "LAG12": (
        (LATER + "kontakter: [{part: kommun, epost: a@b.example}]\nåterkopplat: [{till: medborgarna, kanal: torget}]\n", MET),
        (LATER + "kommunikationsaktiviteter: [{vad: Nyheter, målgrupp: boende i centrum}]\n", PARTLY),
        (LATER + "kontakter: [{part: polis, funktion: kommunpolis}]\nkommunikationsaktiviteter: [{vad: Nyheter}]\n", MISSING),
        (LATER + 'bilagor: [{nr: "1", typ: kontaktpersoner, titel: Kontakter, datum: 2024-01-01}]\nåterkoppling: [{till: invånare}]\n', MET),
    ),
    "LAG13": (
        (LATER + "ledning: {organ: samhällsnämnden, rapporterar_till: KF}\n", MET),
        (LATER + "ledning: {organ: trygghetschefen, rapporterar_till: fullmäktige}\n", PARTLY),
        (LATER + "ledning: {organ: kommunstyrelsens ordförande, rapporterar_till: styrgruppen}\n", MISSING),
    ),
    "SH01": (
        ("problem: [{id: P1, karaktär: Vardagar 15–20.}]\n", MET),
        ("fokusområden: [{id: F1, namn: Unga}]\n", PARTLY),
        ("problem: [{id: P1, namn: ej klart}]\n", MISSING),
        (listed("problembild"), UNKNOWN),
    ),
    "SH02": (
        ("problem: [{id: P1, namn: Rån}]\norsaker: [{id: O1, gäller_problem: [P1], orsak: Få vuxna}]\n", MET),
        ("problem: [{id: P1, namn: Rån}, {id: P2, namn: Fart}]\norsaker: [{id: O1, gäller_problem: [P1], orsak: Få vuxna}]\n", PARTLY),
        ("problem: [{id: P1, namn: Rån}]\norsaker: [{id: O1, gäller_problem: [P1]}]\n", MISSING),
        ('problem: [{id: P1, namn: Rån}]\nbilagor: [{nr: "2", titel: Orsaksanalys, datum: 2018-10-10}]\n', UNKNOWN),
    ),
    "SH03": (
        ("mål: [{id: M1, lydelse: Färre rån, indikator: {mått: antal rån, målnivå: {värde: 20}}}]\n", MET),
        ("mål: [{id: M1, lydelse: Färre rån}]\n", PARTLY),
        ("mål: [{id: M1, typ: effekt}]\n", MISSING),
        (listed("åtgärdsplan"), UNKNOWN),
    ),
    "SH04": (
        ("dokumentation: {var: loggen, vem: {ansvarig: {grupp: råd}}, när: {detalj: efter varje pass}}\n", MET),
        ("dokumentation: {var: loggen, när: {detalj: vid behov}}\n", PARTLY),
        ("dokumentation: {när: {detalj: löpande}}\n", MISSING),
    ),
    "SH05": (
        (f"uppföljning: [{{vad: passen, {WHO}, när: {{senast: 2019-12-01}}, till: råd}}]\n", MET),
        ("återkoppling: [{till: råd, vad: läget}]\n", PARTLY),
        ("uppföljning: [{vad: passen, när: {detalj: löpande}}]\n", MISSING),
        (listed("uppföljningsplan"), UNKNOWN),
    ),
    "SH07": (
        (BOTH + "underskrifter: [{part: kommun, funktion: KSO}, {part: polis, funktion: LPO-chef, tillförordnad: ja}]\n", MET),
        (BOTH + "underskrifter: [{part: kommun, funktion: KSO}, {part: polis, funktion: LPO-chef, biträdande: ja}]\n", PARTLY),
        (BOTH + "underskrifter: [{part: kommun, funktion: ordförande i kommunstyrelsens arbetsutskott}]\n", MISSING),
        ("parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]\n", UNKNOWN),
        ("parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis, nivå: polisregion}]\n", Verdict.NOT_APPLICABLE),
    ),
    "SH08": (
        ("samsyn: [{vilka: chefer, hur: möte, när: {detalj: vid första mötet}}]\n", MET),
        ("samsyn: [{vilka: chefer, hur: möte}]\n", PARTLY),
        ("samsyn: [{när: {detalj: löpande}}]\n", MISSING),
    ),
    "SH09": (
        (BOTH + f"åtgärder: [{{id: Å1, {WHO}}}]\nåtaganden: [{{aktör: polis, vad: Kör förbi.}}]\n", MET),
        (
            BOTH + "fokusområden: [{id: F1}, {id: F2}]\nåtgärder:\n"
            "  - {id: Å1, gäller_fokusområden: [F1], vem: {ansvarig: {aktör: kommun}, medverkar: [{aktör: polis}]}}\n"
            "  - {id: Å2, gäller_fokusområden: [F2], vem: {ansvarig: {aktör: kommun}}}\n",
            PARTLY,
        ),
        (BOTH + f"åtgärder: [{{id: Å1, {WHO}}}]\n", MISSING),
        (listed("åtgärdsplan"), UNKNOWN),
    ),
    "ST11": (
        (BOTH + "inledande_beslut: [{part: kommun, organ: KS}, {part: polis, datum: 2018}]\n", MET),
        (BOTH + "inledande_beslut: [{part: kommun, organ: KS}]\n", PARTLY),
        (BOTH + "inledande_beslut: [{part: kommun, datum: 2020-01-01}]\n", MISSING),
    ),
    "ST14": (
        ("samordningsfunktioner: [{part: kommun, funktion: kommunikationschef}]\n", MET),
        ("samordningsfunktioner: [{part: kommun, funktion: säkerhetschef}]\n", MISSING),
    ),
    "ST22": (
        ("medarbetardialoger: [{metod: samtal}]\n", MET),
        ("medarbetardialoger: [{datum: 2018-03-01}]\n", MISSING),
        (listed("lägesbild"), UNKNOWN),
    ),
    "ST32": (
        ("prioriterad_av: trygghetsrådet\n", MET),
        ("samverkansorganisation: [{id: b, typ: beredningsgrupp, namn: Beredningen}]\nprioriterad_av: b\n", PARTLY),
        ("prioriterad_av: ej beslutat\n", MISSING),
        (listed("problembild"), UNKNOWN),
    ),
    "ST33": (
        ("källor: [medborgarmöten]\n", MET),
        ("källor: [anmälningar]\n", MISSING),
        (listed("problembild"), UNKNOWN),
    ),
    "ST44": (
        ("löften: [{id: L1, lydelse: Vi kommer.}]\nkommunicerat: [{kanal: webben, datum: 2019-06-01}]\n", MET),
        ("löften: [{id: L1, lydelse: Vi kommer.}]\nkommunicerat: [{kanal: webben, datum: 2019-06-02}]\n", PARTLY),
        ("titel: Ingenting\n", MISSING),
        ("inga_löften: {skäl: Vi prövar åtgärderna först.}\n", Verdict.DECLINED),
    ),
    "ST51": (
        ("mål: [{id: M1, typ: effekt}]\nmätvärden: [{mål: M1, värde: 3}]\n", MET),
        ("mål: [{id: M1, typ: effekt}, {id: M2, typ: effekt}]\nmätvärden: [{mål: M1, värde: 3}]\n", PARTLY),
        ("mål: [{id: M1, typ: effekt}]\nmätvärden: [{mål: M1}]\n", MISSING),
        ('mål: [{id: M1, typ: effekt}]\nbilagor: [{nr: "7", titel: Utvärdering av arbetet, datum: 2019-05-01}]\n', UNKNOWN),
    ),
    "ST52": (
        ("åtgärder: [{id: Å1}]\nutfall: [{åtgärd: Å1, bedömning: röd}]\n", MET),
        ("åtgärder: [{id: Å1}, {id: Å2}]\nutfall: [{åtgärd: Å1, bedömning: röd}]\n", PARTLY),
        ("åtgärder: [{id: Å1}]\n", MISSING),
        ("åtgärder: [{id: Å1}]\n" + listed("uppföljning"), UNKNOWN),
    ),
    "ST53": (
        ("processgranskning: För många möten.\n", MET),
        ("processgranskning: kompletteras senare\n", MISSING),
        (listed("uppföljning"), UNKNOWN),
    ),
    "ST54": (
        ("återkopplat: [{till: kommunstyrelsen, datum: 2019-05}]\n", MET),
        ("återkopplat: [{till: patrullerna, datum: 2019-05}]\n", MISSING),
    ),
    "ST55": (
        ("återkopplat: [{till: kommuninvånarna, datum: 2019-05}]\n", MET),
        ("återkopplat: [{till: medborgarkontoret, datum: 2019-05}]\n", MISSING),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "verdict"),
    [(code, text, verdict) for code, dossiers in DOSSIERS.items() for text, verdict in dossiers],
    ids=[f"{code}-{verdict.value}-{index}" for code, dossiers in DOSSIERS.items() for index, (_, verdict) in enumerate(dossiers)],
)
def test_the_verdict_is_what_the_source_asks_for(code: str, text: str, verdict: Verdict, tmp_path: Path) -> None:
    found = point(judge(parse(text), tmp_path, Options(all_steps=True)), code)
    assert (found.verdict, found.reasons) == (verdict, found.reasons)
    assert found.reasons or verdict is MET, "no verdict without a reason in words"
    assert found.evidence or verdict not in (MET, PARTLY)


OFTEN = """del_av: {{fil: ovanför.yaml}}
{part}
# fil: ovanför.yaml
samverkan: 1
typ: överenskommelse
krav_på_delar: [{{id: K1, lydelse: Så ska det vara., avsnitt: {section}, minst: {at_least}, per: {per}}}]
"""


@pytest.mark.parametrize(
    ("section", "at_least", "per", "part", "met"),
    [
        ("revidering", 1, "2 år", "revidering: {minst: 1, per: 2 år}", True),
        ("revidering", 1, "2 år", "revidering: {minst: 1, per: år}", True),
        ("revidering", 1, "2 år", "revidering: {minst: 1, per: 25 månader}", False),
        ("revidering", 1, "2 år", "revidering: {minst: 0, per: år}", False),
        ("revidering", 1, "2 år", "revidering: {senast_gjord: 2018-01-01}", False),
        ("revidering", 1, "2 år", "titel: Ingen revidering", False),
        # Words are for people to judge.
        ("revidering", 1, "2 år", "revidering: {detalj: vartannat år}", True),
        ("återkoppling", 2, "år", "återkoppling: [{till: råd, när: {minst: 1, per: halvår}}]", True),
        ("återkoppling", 2, "år", "återkoppling: [{till: råd, när: {minst: 1, per: år}}, {till: alla, när: {minst: 4, per: år}}]", True),
        ("återkoppling", 2, "år", "återkoppling: [{till: råd, när: {minst: 1, per: år}}]", False),
        ("samverkansorganisation", 4, "år", "samverkansorganisation: [{id: råd, möten: {minst: 1, per: månad}}]", True),
        ("samverkansorganisation", 4, "år", "samverkansorganisation: [{id: råd, möten: {minst: 3, per: år}}]", False),
    ],
)
def test_how_often_is_asked_for_with_number_and_time(section: str, at_least: int, per: str, part: str, met: bool, tmp_path: Path) -> None:
    text = OFTEN.format(section=section, at_least=at_least, per=per, part=part)
    found = judge(parse(text), tmp_path, Options(select=("FAM01",), all_steps=True)).diagnostics
    assert [one.code for one in found] == ([] if met else ["FAM01"])


def test_a_demand_that_cannot_be_judged_here_is_not_refused(tmp_path: Path) -> None:
    demand = (
        "# fil: ovanför.yaml\nsamverkan: 1\ntyp: överenskommelse\nkrav_på_delar: [{id: K1, lydelse: Åtgärderna följs upp., regel: SK13}]\n"
    )
    text = "del_av: {fil: ovanför.yaml}\n" + listed("åtgärdsplan") + demand
    assert judge(parse(text), tmp_path / "a", Options(select=("FAM01",), all_steps=True)).diagnostics == ()
    without = "del_av: {fil: ovanför.yaml}\n" + demand
    assert len(judge(parse(without), tmp_path / "b", Options(select=("FAM01",), all_steps=True)).diagnostics) == 1


def test_every_predecessor_is_looked_into(tmp_path: Path) -> None:
    before = "samverkan: 1\ntyp: överenskommelse\nid: {id}\nåtgärder: [{{id: {action}, vad: Pass}}]\n"
    text = "ersätter: [{fil: a.yaml}, {fil: b.yaml}]\n"
    for name, action in (("a", "Å1"), ("b", "Å2")):
        text += f"# fil: {name}.yaml\n" + before.format(id=name, action=action)
    found = judge(parse(text), tmp_path, Options(select=("FAM06",), all_steps=True)).diagnostics
    assert [one.message for one in found] == [
        f"åtgärden {action} hos föregångaren är öppen men varken övertagen eller avslutad" for action in ("Å1", "Å2")
    ]
