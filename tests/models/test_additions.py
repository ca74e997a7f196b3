"""What can be written of an agreement that lies in parts elsewhere, was decided in steps, and goes on."""

import pytest

from samverkan_cli.models import DOCUMENT_TYPES, FollowUpDocument
from samverkan_cli.models.base import walk
from samverkan_cli.models.keys import defined_id, references
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import read

WRITTEN = {
    "överenskommelse": """
        datum: 2018-12
        ärende: {diarienummer: KS-2018/0001, beredning: [{organ: arbetsutskottet, datum: 2018-11-20, paragraf: § 187}]}
        sekretess: {bestämmelse: 18 kap. 1 § OSL, markerad: 2018-06, av: polis}
        inledande_beslut: [{part: kommun, organ: kommunstyrelsen, datum: 2018-02-14, paragraf: § 31}]
        fastställd: {datum: 2018-12, delegation: {till: kommundirektören, punkt: "1.4", anmäld: 2019-01-16}}
        parter:
          - {id: polis, typ: polis, ingår_i: Polisområde Syd, ärende: {diarienummer: A1}, fastställd: {delegation: {till: chefen}}}
        ersätter: [{titel: Ett, datum: 2014}, {titel: Två, period: {från: 2015}, webbadress: "https://kommunen.example/a", finns_hos: polis}]
        ersatt_av: [{titel: Nästa, typ: överenskommelse, sekretess: {av: polis}}]
        förlängning: [{från: 2021-01-01, längd: 1 år, skäl: Lägesbilden är inte klar., beslut: {organ: råd}}]
        revidering: {detalj: löpande}
        verkat_för: [{vad: ett råd, datum: 2024-02, utfall: Rådet finns.}]
        bilagor:
          - {nr: "1", typ: kommunikationsplan, webbadress: "http://kommunen.example/plan.pdf", finns_hos: kommun, period: {från: 2018}}
          - {nr: "2", titel: Lägesbild, sekretess: {bestämmelse: 18 kap. 1 § OSL}}
        bygger_på: [{part: polis, webbadress: "https://polisen.example", finns_hos: polis, period: {från: 2017}, sekretess: {av: polis}}]
        kommunens_lägesbild: {titel: Lägesbild, webbadress: "https://kommunen.example", finns_hos: kommun, period: {från: 2024}}
        delar: [{titel: Del, typ: överenskommelse, webbadress: "https://kommunen.example/del", period: {från: 2019}}]
        krav_på_delar: [{lydelse: Träffas., minst: 2, per: år}]
        inga_löften: {skäl: Löften ges först när åtgärderna har prövats.}
        kontakter: [{part: kommun, funktion: samordnare, sekretess: {av: kommun}}]
    """,
    "åtgärdsplan": """
        fokusområden: [{id: F1, namn: Unga, fortsätter: [F9]}]
        samverkansorganisation: [{id: råd, mötesdagar: [2020-02-12, 2020-05-13]}]
        arbetsformer: [{id: est, gäller_fokusområden: [F1]}]
        åtaganden: [{id: T1, gäller_fokusområden: [F1]}]
        löften: [{id: L1, gäller_fokusområden: [F1], fortsätter: [L9]}]
        problem: [{id: P1, namn: Rån}]
        orsaker: [{id: O1.1, gäller_problem: [P1]}, {id: O1.2, ligger_bakom: [O1.1]}]
        mål:
          - id: M1
            fortsätter: [M9]
            indikator:
              undersökning: urval
              baslinje: {värde: 9, svar: 1180, svarsfrekvens: 74, felmarginal: 1.8}
        åtgärder:
          - id: Å1.1
            gäller_problem: [P1]
            vem: {ansvarig: {grupp: råd, sammankallande: {aktör: kommun, funktion: samordnare}}, medverkar: [{grupp: råd}]}
            när: {från: 2019-02-04, publiceras: nej, sekretess: {av: polis}}
            plats: [{namn: stationen, publiceras: nej, sekretess: {bestämmelse: 18 kap. 1 § OSL}}]
            resurser:
              - {part: kommun, timmar: 6, per: vecka}
              - {part: polis, kronor: 50000, år: 2019, finansiering: ramen, beslutad_i: budget 2019}
        uppföljning: [{id: U1, vem: {ansvarig: {grupp: råd}}}]
        samsyn: [{id: SU1, genomfört: 2019-01-21}]
        kommunikationsaktiviteter: [{id: KA1, genomfört: 2019-01}]
        medborgardialoger: [{namn: Torgdialog, återkopplat: [{till: invånare, datum: 2018-12-13}]}]
        statistik: [{vad: rån, värde: 58, datum: 2018, jämförelse: {vad: liknande kommuner, värde: 41}}]
    """,
    "uppföljning": """
        mål: [{id: M1}]
        löften: [{id: L1}]
        åtgärder: [{id: Å1.4}]
        samverkansorganisation: [{id: råd}]
        utfall: [{id: UT1, mål: M1, datum: 2019-12-13}]
        mätvärden: [{id: MV1, mål: M1, värde: 8, svarsfrekvens: 71.5, felmarginal: 2}]
        hållna_möten: [{grupp: råd, dagar: [2019-02-13, 2019-05-15], antal: 2}]
        beslut:
          - id: B1
            vem: {ansvarig: {grupp: råd}}
            när: {senast: 2020-03-31}
            verkställs_av: [Å1.4]
            genomfört: 2020-03-20
            gäller: [L1, M1, Å1.4]
            gäller_avsnitt: [period, bilagor]
    """,
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_all_of_it_is_read(kind: str) -> None:
    rows = WRITTEN[kind].replace("\n        ", "\n")
    model, document = build(read("prov.yaml", f"samverkan: 1\ntyp: {kind}\n{rows}".encode()))
    assert [(fault.code, fault.message) for fault in document.faults] == []
    assert isinstance(model, DOCUMENT_TYPES[kind])


def test_meetings_that_were_held() -> None:
    rows = WRITTEN["uppföljning"].replace("\n        ", "\n")
    model, _ = build(read("prov.yaml", f"samverkan: 1\ntyp: uppföljning\n{rows}".encode()))
    assert isinstance(model, FollowUpDocument)
    (held,) = model.held_meetings
    assert (held.body, held.count, [day.isoformat() for day in held.days]) == ("råd", 2, ["2019-02-13", "2019-05-15"])


def test_a_new_reference_is_a_reference() -> None:
    """Each leads somewhere, so that KED01 finds those that do not."""
    found = set()
    for kind, rows in WRITTEN.items():
        model, _ = build(read("prov.yaml", f"samverkan: 1\ntyp: {kind}\n{rows.replace(chr(10) + ' ' * 8, chr(10))}".encode()))
        assert model is not None
        for node in walk(model):
            found |= {(type(node).__name__, key.key, id) for key, id, _ in references(node)}
    wanted = {
        ("Action", "gäller_problem", "P1"), ("Cause", "ligger_bakom", "O1.1"), ("FormOfCooperation", "gäller_fokusområden", "F1"),
        ("Commitment", "gäller_fokusområden", "F1"), ("Role", "grupp", "råd"), ("Convener", "aktör", "kommun"), ("HeldMeetings", "grupp", "råd"),
        ("Decision", "verkställs_av", "Å1.4"), ("Decision", "gäller", "L1"), ("Outcome", "mål", "M1"), ("Resource", "part", "kommun"),
        ("InitialDecision", "part", "kommun"),
    }  # fmt: skip
    assert wanted <= found


def test_what_is_told_apart_by_id_may_have_one() -> None:
    rows = "beslut: [{id: A1}]\nsamsyn: [{id: A2}]\nkommunikationsaktiviteter: [{id: A3}]\nåterkoppling: [{id: A4}]\nmätvärden: [{id: A5}]\nutfall: [{id: A6}]"
    model, document = build(read("prov.yaml", f"samverkan: 1\ntyp: uppföljning\n{rows}\n".encode()))
    assert document.faults == ()
    assert model is not None
    assert {defined_id(node) for node in walk(model)} - {None} == {f"A{number}" for number in range(1, 7)}


@pytest.mark.parametrize(
    "address", ["www.kommunen.example", "ftp://kommunen.example", "javascript:alert(1)", "https://", "https://a b.example", "https://a\\nb"]
)
def test_an_address_is_one_that_a_browser_goes_to(address: str) -> None:
    _, document = build(read("prov.yaml", f'samverkan: 1\ntyp: överenskommelse\nbilagor: [{{webbadress: "{address}"}}]\n'.encode()))
    assert [fault.code for fault in document.faults] == ["FIL06"]
