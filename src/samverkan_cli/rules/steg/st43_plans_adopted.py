"""ST43."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level


@rule("ST43", "planer-fastställda", Level.NOTE, step=4)
def the_plans_are_adopted(case: Case) -> Verdicts:
    """Planerna är fastställda

    En plan som ingen har beslutat har inga resurser.

    Godkänns:

        fastställd: {organ: styrgruppen, datum: 2018-12-12}
        åtgärder:
          - id: Å1
            vad: Vuxna på plats
            hur: Två och två.
            vem: {ansvarig: {aktör: kommun, funktion: fältsekreterare}}
            när: {från: 2019-02-04}

    Underkänns:

        fastställd:  # <-
        åtgärder:
          - {id: Å1}

    Källa: Brå, Polisen och SKR, Genomförande
    """
    for document in case.dossier.documents:
        if not document.actions:
            continue
        if document.adopted is not None and document.adopted.date:
            yield Evidence(document.at("adopted"))
        elif document is not case.dossier.main or not any(party.adopted for party in case.dossier.parties):
            yield Finding(f"{document.title or 'planen'} är inte fastställd", document.at("adopted"), "Skriv beslutet under fastställd.")
