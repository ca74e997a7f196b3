"""ST14."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import responsible


@rule("ST14", "kommunikationsansvarig", Level.NOTE, step=1)
def somebody_answers_for_communication(case: Case) -> Verdicts:
    """Någon ansvarar för kommunikationen

    Kommunikationen börjar i första steget, och någon behöver hålla i den.

    Godkänns:

        kontakter: [{part: kommun, funktion: kommunikatör}]

    Underkänns:

        kontakter:  # <-
          - {part: kommun, funktion: trygghetssamordnare}

    Källa: Brå, Polisen och SKR, Initiera samverkan
    """
    dossier = case.dossier
    roles = [role for item in dossier.all(lambda document: document.communication_activities) if (role := responsible(item.who))]
    contacts = [contact for contact in dossier.all(lambda document: document.contacts) if "kommunikat" in (contact.function or "").lower()]
    if roles:
        yield Evidence(roles[0].here)
    elif contacts:
        yield Evidence(contacts[0].here)
    else:
        home = next((document for document in dossier.documents if document.contacts), dossier.main)
        yield Finding("ingen ansvarar för kommunikationen", home.at("contacts"), "Skriv vem under kontakter eller i kommunikationsplanen.")
