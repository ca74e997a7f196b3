"""ST43."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Place, Unjudged
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.days import first_of
from samverkan_cli.models.formalities import Adoption
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import first_document


@rule("ST43", "planer-fastställda", Level.NOTE, step=4)
def the_plans_are_adopted(case: Case) -> Verdicts:
    """Planerna är fastställda

    En plan som ingen har beslutat har inga resurser.

    Varje dokument med åtgärder säger under `fastställd` vem som har beslutat det, eller när. Åtgärder i överenskommelsen är fastställda med
    den. En beslutsdag som inte har kommit är inget beslut. Finns planerna någon annanstans går det inte att bedöma.

    Godkänns:

        # idag: 2018-12-12
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

    Underkänns:

        # idag: 2018-12-11
        parter: [{id: kommun, typ: kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-12-05}}]
        åtgärder: [{id: Å1}]
        # fil: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd:
          organ: styrgruppen
          datum: 2018-12-12  # <-
        åtgärder: [{id: Å2}]

    Underkänns:

        titel: Överenskommelse 2019–2020
        åtgärder:  # <-

    Källa: Brå, Polisen och SKR, Genomförande
    """
    dossier = case.dossier
    plans = [document for document in dossier.documents if document.actions]
    for document in plans:
        adopted = _adopted(dossier, document)
        if adopted is not None:
            yield Evidence(adopted)
        else:
            planned = document.adopted is not None and document.adopted.date is not None
            yield Finding(
                f"{document.title or 'planen'} är inte fastställd{' än' if planned else ''}",
                document.at("adopted", "date") if planned else document.at("adopted"),
                "Skriv beslutet under fastställd.",
                cured_by=frozenset() if planned else frozenset({"fastställd"}),
            )
    if not plans and (elsewhere := listed_elsewhere(dossier, "åtgärdsplan")):
        yield Unjudged(why_unseen(elsewhere))
    elif not plans:
        yield Finding(
            "det finns ingen plan att fastställa: inga åtgärder är skrivna",
            first_document(dossier, "åtgärdsplan").at("actions"),
            "Skriv åtgärderna, och vem som har beslutat dem.",
            cured_by=frozenset({"åtgärder"}),
            superseded_by=("SK08",),
        )


def _adopted(dossier: Dossier, document: ContentDocument) -> Place | None:
    """Where a decision on a document stands; actions in the agreement are decided with it."""
    parties = dossier.parties if document is dossier.main else ()
    decisions = [one for one in (document.adopted, *(party.adopted for party in parties)) if one is not None]
    return next((one.here for one in decisions if _is_taken(dossier, one)), None)


def _is_taken(dossier: Dossier, decision: Adoption) -> bool:
    return first_of(decision.date) <= dossier.today if decision.date is not None else says(decision.organ)
