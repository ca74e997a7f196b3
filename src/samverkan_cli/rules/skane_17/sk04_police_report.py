"""SK04."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Level
from samverkan_cli.rules._queries import police
from samverkan_cli.rules._situation_reports import own_reports


@rule("SK04", "polisens-lägesbild", Level.ERROR, step=2)
def the_police_has_its_own_report(case: Case) -> Verdicts:
    """Polisen har en egen lägesbild från flera källor

    Polisens lägesbild visar det som anmäls och det som polisen själv ser och hör (checklistan, punkt 4).

    En hemlig lägesbild behöver inte ligga här: den räknas när datum, diarienummer och slagen av källor står under `bygger_på`.

    Godkänns:

        parter: [{id: polis, typ: polis, namn: Vårt lokalpolisområde}]
        bygger_på:
          - {part: polis, titel: Lägesbild 2018, datum: 2018-06-20, diarienummer: A000.000/2018, publiceras: nej, källor: [anmälningsstatistik, trygghetsmätning]}

    Underkänns:

        parter: [{id: polis, typ: polis, namn: Vårt lokalpolisområde}]
        bygger_på:
          - {part: polis, titel: Lägesbild 2018, publiceras: nej, källor: [anmälningsstatistik, trygghetsmätning]}  # <-

    Underkänns:

        parter: [{id: polis, typ: polis, namn: Vårt lokalpolisområde}]
        bygger_på:
          - {part: polis, titel: Lägesbild 2018, datum: 2018-06-20, publiceras: nej, källor: [anmälningsstatistik, trygghetsmätning]}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 4
    """
    yield from own_reports(case.dossier, police(case.dossier), "anmälningsstatistik, trygghetsmätning, medarbetardialog")
