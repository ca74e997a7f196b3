"""LAG12."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Place, Unjudged
from samverkan_cli.models.communication_plan import CommunicationPlan
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import municipalities
from samverkan_cli.rules._vocabulary import RESIDENTS
from samverkan_cli.rules.lag_2023_196._bound import not_bound
from samverkan_cli.swedish import listing


@rule("LAG12", "kontaktpunkt-och-information", Level.NOTE, step=1, words=(RESIDENTS,))
def there_is_a_contact_point_and_information(case: Case) -> Verdicts:
    """Kommunen har en kontaktpunkt och informerar invånarna

    Samordningsfunktionen ska gå att nå för dem utanför kommunen och bidra till att invånarna får veta vad som görs.

    Kontaktpunkten är en kontakt hos kommunen. Informationen är en kommunikationsaktivitet, en återkoppling eller en kommunikationsplan som når
    invånarna. Ett brev till rektorerna är ingen information till invånarna. Paragrafen binder kommunen från 2023-07-01.

    Godkänns:

        # idag: 2024-06-01
        parter: [{id: kommun, typ: kommun}]
        kontakter: [{part: kommun, funktion: trygghetssamordnare, epost: trygghet@kommunen.example}]
        återkoppling: [{till: invånarna, vad: hur det går, kanal: webbplatsen}]

    Godkänns:

        # idag: 2024-06-01
        parter: [{id: kommun, typ: kommun}]
        kontakter: [{part: kommun, telefon: "08-000 00 00"}]
        kommunikationsaktiviteter: [{vad: Så går det, målgrupp: boende i kommunen, kanal: lokaltidningen}]

    Underkänns:

        # idag: 2023-07-01
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        kontakter:  # <-
          - {part: polis, funktion: kommunpolis}
        återkoppling: [{till: allmänheten, vad: hur det går}]

    Underkänns:

        # idag: 2024-06-01
        parter: [{id: kommun, typ: kommun}]
        kontakter: [{part: kommun, funktion: trygghetssamordnare}]
        kommunikationsaktiviteter:  # <-
          - {vad: Så går det, målgrupp: rektorer, kanal: brev}

    Källa: Lagen (2023:196), 12 §
    """
    dossier = case.dossier
    if (free := not_bound(case)) is not None:
        yield free
        return
    own = {party.id for party in municipalities(dossier) if party.id}
    contacts = [contact.here for contact in dossier.all(lambda document: document.contacts) if contact.party in own and _says_who(contact)]
    told = _informed(dossier)
    yield from (Evidence(place) for place in (*contacts[:1], *told[:1]))
    listed = listed_elsewhere(dossier, "kontaktpersoner")
    yield from (Evidence(entry.here, declared=True) for entry in listed[:1] if not contacts)
    missing: list[tuple[str, str]] = []
    if not contacts and not listed:
        missing.append(("en kontaktpunkt hos kommunen", "contacts"))
    elsewhere = listed_elsewhere(dossier, "kommunikationsplan")
    if not told and elsewhere:
        yield Unjudged(why_unseen(elsewhere))
    elif not told:
        activities = dossier.all(lambda document: document.communication_activities)
        missing.append(("information till invånarna", "communication_activities" if activities else "feedback"))
    if missing:
        home = next((document for document in dossier.documents if getattr(document, missing[0][1])), dossier.agreement)
        yield Finding(
            f"det står inget om {listing(word for word, _ in missing)}",
            home.at(missing[0][1]),
            "Skriv en kontakt hos kommunen under kontakter, och hur invånarna får veta under återkoppling.",
            cured_by=frozenset({"kontakter", "återkoppling", "kommunikationsaktiviteter"}),
            items=tuple(Item(word) for word, _ in missing),
        )


def _says_who(contact: object) -> bool:
    return any(says(getattr(contact, name)) for name in ("function", "name", "phone", "email"))


def _informed(dossier: Dossier) -> list[Place]:
    """Where it is said that the residents are told, or have been."""
    found = [item.here for item in dossier.all(lambda document: document.feedback) if RESIDENTS.found_in(item.to)]
    found += [one.here for one in dossier.all(lambda document: document.communication_activities) if RESIDENTS.found_in(one.audience)]
    plans = [document for document in dossier.documents if isinstance(document, CommunicationPlan)]
    found += [plan.at("audiences") for plan in plans if any(map(RESIDENTS.found_in, plan.audiences))]
    found += [item.here for pledge in dossier.pledges for item in pledge.feedback if RESIDENTS.found_in(item.to)]
    return found + [item.here for item in dossier.all(lambda document: document.fed_back) if RESIDENTS.found_in(item.to)]
