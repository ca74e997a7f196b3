"""LAG12."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import municipalities
from samverkan_cli.swedish import listing


@rule("LAG12", "kontaktpunkt-och-information", Level.NOTE, step=1)
def there_is_a_contact_point_and_information(case: Case) -> Verdicts:
    """Kommunen har en kontaktpunkt och informerar invånarna

    Samordningsfunktionen ska gå att nå för dem utanför kommunen och bidra till att invånarna får veta vad som görs.

    Kontaktpunkten är en kontakt hos kommunen. Informationen är en kommunikationsaktivitet eller en återkoppling till invånarna.

    Godkänns:

        period: {från: 2024-01-01}
        parter: [{id: kommun, typ: kommun}]
        kontakter: [{part: kommun, funktion: trygghetssamordnare, epost: trygghet@kommunen.example}]
        återkoppling: [{till: invånare, vad: hur det går, kanal: webbplatsen}]

    Underkänns:

        period: {från: 2024-01-01}
        parter: [{id: kommun, typ: kommun}]
        kontakter:  # <-
          - {part: kommun, funktion: trygghetssamordnare, epost: trygghet@kommunen.example}

    Källa: Lagen (2023:196), 12 §
    """
    dossier = case.dossier
    own = {party.id for party in municipalities(dossier)}
    contacts = [contact for contact in dossier.all(lambda document: document.contacts) if contact.party in own]
    told = [item for item in dossier.all(lambda document: document.feedback) if "invånare" in (item.to or "").lower()]
    activities = dossier.all(lambda document: document.communication_activities)
    missing = [word for word, there in (("kontaktpunkt", contacts), ("information till invånarna", told or activities)) if not there]
    if missing:
        place = contacts[0].here if contacts else dossier.agreement.at("contacts")
        if contacts:
            place = dossier.document_of(contacts[0]).at("contacts")
        yield Finding(
            f"det står inget om {listing(missing)}",
            place,
            "Skriv en kontakt hos kommunen under kontakter, och hur invånarna får veta under återkoppling.",
            cured_by=frozenset({"kontakter", "återkoppling", "kommunikationsaktiviteter"}),
        )
    for contact in contacts[:1]:
        yield Evidence(contact.here)
    for item in (*told, *activities)[:1]:
        yield Evidence(item.here)
