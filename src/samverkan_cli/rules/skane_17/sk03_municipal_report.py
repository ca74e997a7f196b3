"""SK03."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Level
from samverkan_cli.rules._queries import municipalities
from samverkan_cli.rules._situation_reports import own_reports
from samverkan_cli.rules._vocabulary import MUNICIPALITY, SITUATION_REPORT, SOURCES


@rule("SK03", "kommunens-lägesbild", Level.ERROR, step=2, words=(*SOURCES, SITUATION_REPORT, MUNICIPALITY))
def the_municipality_has_its_own_report(case: Case) -> Verdicts:
    """Kommunen har en egen lägesbild från flera källor

    Kommunen ser annat än polisen. En egen lägesbild från flera slags källor gör att ni inte bara ser det som anmäls (checklistan, punkt 3).

    Lägesbilden är ett dokument med `typ: lägesbild` som säger något mer än sina källor, eller en rad under `bygger_på` i problembilden. Källorna
    kan stå under `källor`, vid siffrorna, eller vara dialoger; två namn på samma slags källa är en enda. Finns flera kommuner behövs en för var
    och en. En lägesbild som finns någon annanstans, och bland bilagorna har typ eller titel och dag, nummer eller adress, räknas enligt uppgift, och likaså den som
    står under `kommunens_lägesbild`.
    En lägesbild för sig säger själv vems den är, under `part`.

    Godkänns:

        parter: [{id: kommun, typ: kommun, namn: Vår kommun}]
        bygger_på:
          - {part: kommun, titel: Kommunens lägesbild, datum: 2018-06-14, källor: [elevenkät, trygghetsvandringar]}

    Godkänns:

        parter: [{id: gotland, typ: region, namn: Region Gotland}]
        bygger_på:
          - {part: gotland, titel: Regionens lägesbild, datum: 2018-06-14, källor: [elevenkät, trygghetsvandringar]}

    Godkänns:

        parter: [{id: kommun, typ: kommun, namn: Vår kommun}, {id: region, typ: region, namn: Vår region}]
        # fil: lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        part: kommun
        statistik: [{vad: skadegörelse, värde: 112, källa: incidentrapporter}]
        medborgardialoger: [{namn: Torgdialog}]

    Godkänns:

        parter: [{id: kommun, typ: kommun, namn: Vår kommun}]
        bilagor: [{nr: "2", typ: lägesbild, titel: Kommunens lägesbild 2018, diarienummer: KS-2018/0000}]

    Godkänns:

        # bedömning: uppfylld enligt uppgift
        parter: [{id: kommun, typ: kommun, namn: Vår kommun}]
        kommunens_lägesbild: {titel: Lägesbild 2018, datum: 2019-06}

    Underkänns:

        parter: [{id: kommun, typ: kommun, namn: Vår kommun}]
        bygger_på:
          - {part: kommun, titel: Kommunens lägesbild, datum: 2018-06-14, källor: [elevenkät]}  # <-

    Underkänns:

        parter: [{id: kommun, typ: kommun, namn: Vår kommun}]
        bygger_på:
          - {part: kommun, titel: Kommunens lägesbild, datum: 2018-06-14, källor: [anmälda brott, brottsanmälningar]}  # <-

    Underkänns:

        parter: [{id: kommun, typ: kommun, namn: Vår kommun}]
        # fil: lägesbild.yaml
        samverkan: 1
        typ: lägesbild  # <-
        part: kommun
        källor: [elevenkät, trygghetsvandringar]

    Godkänns:

        # för sig: lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        part: kommun
        källor: [elevenkät, trygghetsvandringar]
        kartläggning: 41 rån på ett år.

    Underkänns:

        parter: [{id: kommun, typ: kommun, namn: Vår kommun}]
        # fil: problembild.yaml
        samverkan: 1
        typ: problembild  # <-
        titel: Vår problembild

    Underkänns:

        parter: [{id: kommun, typ: kommun, namn: Vår kommun}]
        bilagor: [{nr: "2", titel: Kommunens lägesbild, tas_fram: {senast: 2019-10-01}}]
        bygger_på:  # <-
          - {part: polis, titel: Polisens lägesbild, datum: 2018-06-20, källor: [anmälningsstatistik, trygghetsmätning]}

    Underkänns:

        # för sig: lägesbild.yaml
        samverkan: 1
        typ: lägesbild  # <- varning
        källor: [elevenkät, trygghetsvandringar]
        kartläggning: 41 rån på ett år.

    Underkänns:

        # bedömning: saknas
        parter: [{id: kommun, typ: kommun, namn: Vår kommun}]
        bilagor: [{nr: "2", typ: lägesbild, titel: Kommunens lägesbild 2019, datum: 2019-06-02}]
        bygger_på:  # <-

    Underkänns:

        # bedömning: saknas
        parter: [{id: kommun, typ: kommun, namn: Vår kommun}]
        kommunens_lägesbild: {titel: Lägesbild 2019, datum: 2019-06-02}
        bygger_på:  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 3
    """
    yield from own_reports(case.dossier, municipalities(case.dossier), "elevenkät, trygghetsvandringar, felanmälningar")
