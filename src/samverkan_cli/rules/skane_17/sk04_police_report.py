"""SK04."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Level
from samverkan_cli.rules._queries import police
from samverkan_cli.rules._situation_reports import own_reports
from samverkan_cli.rules._vocabulary import POLICE, SITUATION_REPORT, SOURCES


@rule("SK04", "polisens-lägesbild", Level.ERROR, step=2, words=(*SOURCES, SITUATION_REPORT, POLICE))
def the_police_has_its_own_report(case: Case) -> Verdicts:
    """Polisen har en egen lägesbild från flera källor

    Polisens lägesbild visar det som anmäls och det som polisen själv ser och hör (checklistan, punkt 4).

    En hemlig lägesbild behöver inte ligga här: den räknas enligt uppgift när den har en dag eller ett nummer under `bygger_på` eller bland
    bilagorna. Står källorna där ska de vara av flera slag; två namn på samma slags källa är en enda.

    Godkänns:

        parter: [{id: polis, typ: polis, namn: Vårt lokalpolisområde}]
        bygger_på:
          - {part: polis, titel: Lägesbild 2018, datum: 2018-06-20, diarienummer: A000.000/2018, publiceras: nej, källor: [anmälningsstatistik, trygghetsmätning]}

    Godkänns:

        parter: [{id: polis, typ: polis, namn: Vårt lokalpolisområde}]
        bygger_på: [{part: polis, titel: Lägesbild 2018, diarienummer: A000.000/2018}]

    Godkänns:

        # idag: 2018-06-20
        parter: [{id: polis, typ: polis, namn: Vårt lokalpolisområde}]
        bygger_på: [{part: polis, titel: Lägesbild 2018, datum: 2018-06-20}]

    Underkänns:

        # idag: 2018-06-19
        parter: [{id: polis, typ: polis, namn: Vårt lokalpolisområde}]
        bygger_på:  # <-
          - {part: polis, titel: Lägesbild 2018, datum: 2018-06-20}

    Godkänns:

        parter: [{id: polis, typ: polis, namn: Vårt lokalpolisområde}, {id: kommun, typ: kommun, namn: Vår kommun}]
        bilagor: [{nr: "2", typ: lägesbild, titel: Lägesbild 2018, finns_hos: polis}]

    Godkänns:

        # bedömning: går inte att bedöma
        parter: [{id: polis, typ: polis, namn: Vårt lokalpolisområde}, {id: kommun, typ: kommun, namn: Vår kommun}]
        bilagor: [{nr: "2", typ: lägesbild, titel: Lägesbild 2018, datum: 2018-06-20}]

    Underkänns:

        parter: [{id: polis, typ: polis, namn: Vårt lokalpolisområde}]
        bygger_på:
          - {part: polis, titel: Lägesbild 2018}  # <-

    Underkänns:

        parter: [{id: polis, typ: polis, namn: Vårt lokalpolisområde}]
        bygger_på:
          - {part: polis, titel: Lägesbild 2018, datum: 2018-06-20, källor: [anmälda brott, brottsstatistik]}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 4
    """
    yield from own_reports(case.dossier, police(case.dossier), "anmälningsstatistik, trygghetsmätning, medarbetardialog")
