"""ST44."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Place, Unjudged
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.days import first_of
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._vocabulary import PLEDGES


@rule("ST44", "löften-kommunicerade", Level.NOTE, step=4, words=(PLEDGES,))
def the_pledges_are_known(case: Case) -> Verdicts:
    """Löftena är gjorda kända

    Ett löfte som ingen har hört är inget löfte.

    Hur löftena blev kända står under `kommunicerat`, i samma dokument eller i ett annat som nämner löftet. Att berätta ett senare datum räknas
    inte än. Finns löftena någon annanstans går det inte att bedöma, och om inga ges finns inget att berätta.

    Godkänns:

        # idag: 2019-01-18
        löften: [{id: L1, lydelse: Du möter vuxna från oss vid stationen 120 gånger.}]
        kommunicerat: [{vad: allt på en gång, kanal: webbplatsen, datum: 2019-01-18}]

    Godkänns:

        löften: [{id: L1, lydelse: Du möter vuxna från oss vid stationen 120 gånger.}]
        # fil: plan.yaml
        samverkan: 1
        typ: kommunikationsplan
        kommunicerat: [{vad: medborgarlöftet 2019, kanal: webbplatsen}]

    Underkänns:

        löften:  # <-
          - {id: L1, lydelse: Du möter vuxna från oss vid stationen 120 gånger.}

    Underkänns:

        # idag: 2019-01-17
        löften:  # <-
          - {id: L1, lydelse: Du möter vuxna från oss vid stationen 120 gånger.}
        kommunicerat: [{vad: löftet, kanal: webbplatsen, datum: 2019-01-18}]

    Källa: Brå, Polisen och SKR, Formulera medborgarlöften
    """
    dossier = case.dossier
    pledging = [document for document in dossier.documents if document.pledges]
    for document in pledging:
        known = _known(dossier, document)
        if known:
            yield Evidence(known[0])
        else:
            yield Finding(
                "det står inte att löftena är gjorda kända",
                document.at("pledges"),
                "Skriv  kommunicerat: [{vad: …, kanal: …, datum: …}]",
                cured_by=frozenset({"kommunicerat"}),
            )
    if pledging or any(document.no_pledges and says(document.no_pledges.reason) for document in dossier.documents):
        return
    if elsewhere := listed_elsewhere(dossier, "medborgarlöfte"):
        yield Unjudged(why_unseen(elsewhere))
    else:
        yield Finding(
            "det finns inga löften att göra kända",
            dossier.main.at("pledges"),
            "Skriv löftena, eller under inga_löften varför ni inte ger några.",
            cured_by=frozenset({"löften", "inga_löften"}),
            superseded_by=("SK07",),
        )


def _known(dossier: Dossier, document: ContentDocument) -> list[Place]:
    """Where it is said that a document's pledges are known: what has been told in it, and what tells of pledges elsewhere."""
    told = [*document.communicated, *(one for one in dossier.all(lambda other: other.communicated) if PLEDGES.found_in(one.what))]
    return [one.here for one in told if one.date is None or first_of(one.date) <= dossier.today]
