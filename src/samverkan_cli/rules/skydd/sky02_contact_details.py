"""SKY02."""

from __future__ import annotations

from collections.abc import Iterator

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level, Place
from samverkan_cli.models.communication import Contact
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.redaction import is_closed, is_withheld
from samverkan_cli.project.sightings import sightings
from samverkan_cli.rules._vocabulary import PRIVATE_MAIL
from samverkan_cli.text.contact_details import Details, keys_of, mail_addresses
from samverkan_cli.text.normal_form import Sighting

_PRIVATE = mail_addresses(PRIVATE_MAIL.whole)


@rule("SKY02", "kontaktuppgift-som-blir-offentlig", Level.ERROR, blocks_publication=True, words=(PRIVATE_MAIL,))
def contact_details_stay_where_they_belong(case: Case) -> Verdicts:
    """Kontaktuppgifter som inte är offentliga sprids inte

    Ett direktnummer som står i löptext följer med när dokumentet publiceras, också om det är undantaget i kontaktlistan.

    Det är ett fel när ett telefonnummer eller en adress som är märkt `publiceras: nej` eller `sekretess` står öppet någon annanstans: i en text, en
    nyckel, en kommentar eller en fils namn, hur siffrorna än är grupperade, med eller utan landsnummer. Då skrivs ingen offentlig version.
    Märkningen kan stå på kontakten eller på hela dokumentet; en kontakt i det som är märkt `publiceras: ja` är öppen. En privat e-postadress som inte är märkt är en varning.
    En kontaktlista får vara en kontaktlista.

    Godkänns:

        kontakter:
          - {part: kommun, funktion: samordnare, epost: trygghet@kommunen.example, publiceras: ja}
          - {part: polis, funktion: kommunpolis, telefon: 010-000 00 00, publiceras: nej}

    Godkänns:

        titel: Samverkansöverenskommelse
        # fil: kontakter.yaml
        samverkan: 1
        typ: kontaktpersoner
        publiceras: nej
        kontakter:
          - {part: kommun, funktion: samordnare, epost: min.adress@gmail.com}

    Godkänns:

        kontakter:
          - {part: kommun, funktion: samordnare, epost: min.adress@gmail.com, sekretess: 21 kap. 3 § OSL}

    Underkänns:

        kontakter:
          - {part: polis, funktion: kommunpolis, telefon: 010-000 00 00, publiceras: nej}
          - {part: kommun, funktion: samordnare, epost: min.adress@gmail.com}  # <- varning
        syfte: Ring 010-000 00 00 vid frågor.  # <-
        # Eller +46 (0)10 000 00 00.  # <-

    Underkänns:

        titel: Samverkansöverenskommelse
        bakgrund: Numren är 010-000 00 01 och 010-000 00 02.  # <-
        # fil: kontakter.yaml
        samverkan: 1
        typ: kontaktpersoner
        publiceras: nej
        kontakter:
          - {part: kommun, funktion: samordnare, telefon: 010-000 00 01}
          - {part: kommun, funktion: växel, telefon: 010-000 00 02, publiceras: ja}

    Källa: SKR 2018-12-04 om publicering av personuppgifter; dataskyddsförordningen
    """
    dossier = case.dossier
    marked = _marked(dossier)
    closed = [contact.here for contact in marked if is_closed(contact)]
    whose = {key: contact for contact in reversed(marked) for detail in (contact.phone, contact.email) if detail for key in keys_of(detail)}
    details = Details(whose)
    for member in dossier.members:
        if is_withheld(member):
            continue
        own = tuple(here.path for here in closed if here.file == member.document.file)
        told: set[Place] = set()
        for place, key in sightings(member, details.find, own) if whose else ():
            told.add(place)
            yield Finding(
                "en kontaktuppgift som inte ska lämnas ut står också här",
                place,
                "Ta bort den här, eller hänvisa till kontaktlistan.",
                related=((whose[key].here, "här är den märkt"),),
            )
        for place, address in sightings(member, _private_addresses, own):
            if place not in told:
                yield Finding(
                    f"{address} ser ut som en privat e-postadress",
                    place,
                    "Skriv en funktionsadress, eller märk kontakten  publiceras: nej.",
                    level=Level.WARNING,
                )


def _marked(dossier: Dossier) -> list[Contact]:
    """The contacts here and in the family that are not given out, by their own mark or their document's.."""
    every = [
        (contact, is_closed(contact) or (is_withheld(member) and contact.published is not True))
        for one in (dossier, *dossier.family.all)
        for member in one.members
        if member.model is not None
        for contact in member.model.contacts
    ]
    return [contact for contact, is_marked in every if is_marked]


def _private_addresses(plain: str) -> Iterator[Sighting]:
    return (Sighting(*match.span(), match[0]) for match in _PRIVATE.finditer(plain))
