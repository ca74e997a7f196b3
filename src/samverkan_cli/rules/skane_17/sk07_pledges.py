"""SK07."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import first_document


@rule("SK07", "medborgarlöfte", Level.WARNING, step=4)
def parts_are_chosen_as_pledges(case: Case) -> Verdicts:
    """Delar är valda till medborgarlöften, eller så står det varför inte

    Löftet är den del av överenskommelsen som invånarna ser. Ett medvetet nej är också ett svar (checklistan, punkt 7).

    Löften i en del (`delar`) räknas också: det är där invånarna möter dem.

    Godkänns:

        löften:
          - {id: L1, lydelse: Under året möter du oss vid stationen 120 gånger.}

    Godkänns:

        inga_löften: {skäl: Löften ges först när åtgärderna har prövats.}

    Godkänns:

        delar: [{fil: del.yaml}]
        # fil: del.yaml
        samverkan: 1
        typ: överenskommelse
        löften: [{id: L1, lydelse: Under året möter du oss vid stationen 120 gånger.}]

    Underkänns:

        inga_löften: {datum: 2018-12-12}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 7
    """
    dossier = case.dossier
    reasons = [document.no_pledges for document in dossier.documents if document.no_pledges]
    pledges = [pledge for one in (dossier, *dossier.family.below) for pledge in one.pledges]
    for pledge in pledges:
        yield Evidence(pledge.here)
    for declined in reasons:
        if declined.reason:
            yield Evidence(declined.at("reason"))
    if not pledges and not any(declined.reason for declined in reasons):
        place = reasons[0].at("reason") if reasons else first_document(dossier, "medborgarlöfte").at("pledges")
        yield Finding(
            "inga medborgarlöften är valda, och det står inte varför",
            place,
            "Skriv ett löfte under löften, eller skälet under inga_löften.",
            suggestion="inga_löften: {skäl: …}",
            cured_by=frozenset({"löften", "inga_löften"}),
        )
