"""ST14."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import responsible
from samverkan_cli.rules._vocabulary import COMMUNICATORS


@rule("ST14", "kommunikationsansvarig", Level.NOTE, step=1, words=(COMMUNICATORS,))
def somebody_answers_for_communication(case: Case) -> Verdicts:
    """Någon ansvarar för kommunikationen

    Kommunikationen börjar i första steget, och någon behöver hålla i den.

    Det är en kontakt eller en samordnande funktion som är kommunikatör, eller den som ansvarar för en kommunikationsaktivitet.

    Godkänns:

        kontakter: [{part: kommun, funktion: kommunikatör}]

    Godkänns:

        kontakter: [{part: kommun, funktion: trygghetssamordnare, gäller: kommunikation och press}]

    Underkänns:

        kontakter:  # <-
          - {part: kommun, funktion: trygghetssamordnare}

    Källa: Brå, Polisen och SKR, Initiera samverkan
    """
    dossier = case.dossier
    roles = [role for item in dossier.all(lambda document: document.communication_activities) if (role := responsible(item.who))]
    contacts = dossier.all(lambda document: document.contacts)
    functions = dossier.all(lambda document: document.coordination_functions)
    found = [role.here for role in roles]
    found += [one.here for one in contacts if COMMUNICATORS.found_in(one.function) or COMMUNICATORS.found_in(one.concerns)]
    found += [one.here for one in functions if COMMUNICATORS.found_in(one.function) and one.promise is None]
    if found:
        yield Evidence(found[0])
    else:
        home = next((document for document in dossier.documents if document.contacts), dossier.main)
        yield Finding(
            "ingen ansvarar för kommunikationen",
            home.at("contacts"),
            "Skriv vem under kontakter eller i kommunikationsplanen.",
            cured_by=frozenset({"kontakter", "kommunikationsaktiviteter"}),
        )
