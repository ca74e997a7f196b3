"""ST44."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level


@rule("ST44", "löften-kommunicerade", Level.NOTE, step=4)
def the_pledges_are_known(case: Case) -> Verdicts:
    """Löftena är gjorda kända

    Ett löfte som ingen har hört är inget löfte.

    Godkänns:

        löften: [{id: L1}]
        kommunicerat: [{vad: löftet, kanal: webbplatsen}]

    Underkänns:

        löften:  # <-
          - {id: L1}

    Källa: Brå, Polisen och SKR, Formulera medborgarlöften
    """
    dossier = case.dossier
    for document in dossier.documents:
        if not document.pledges:
            continue
        if document.communicated:
            yield Evidence(document.communicated[0].here)
        else:
            yield Finding(
                "det står inte att löftena är gjorda kända", document.at("pledges"), "Skriv  kommunicerat: [{vad: …, kanal: …, datum: …}]"
            )
