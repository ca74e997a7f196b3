"""SKY02."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level, Place
from samverkan_cli.models.communication import Contact
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.redaction import is_closed, is_withheld
from samverkan_cli.project.sightings import sightings
from samverkan_cli.rules._vocabulary import PRIVATE_MAIL
from samverkan_cli.text.contact_details import Details, keys_of, mail_addresses
from samverkan_cli.text.normal_form import Sighting
from samverkan_cli.text.person_names import Name, PersonNames, name_of

_PRIVATE = mail_addresses(PRIVATE_MAIL.whole)


@rule("SKY02", "kontaktuppgift-som-blir-offentlig", Level.ERROR, blocks_publication=True, words=(PRIVATE_MAIL,))
def contact_details_stay_where_they_belong(case: Case) -> Verdicts:
    """Kontaktuppgifter som inte är offentliga sprids inte

    Ett direktnummer som står i löptext följer med när dokumentet publiceras, också om det är undantaget i kontaktlistan.

    Det är ett fel när ett telefonnummer eller en adress som är märkt `publiceras: nej` eller `sekretess` står öppet någon annanstans: i en text, en
    nyckel, en kommentar eller en fils namn, hur siffrorna än är grupperade, med eller utan landsnummer. Då skrivs ingen offentlig version.
    Detsamma gäller namnet på en sådan kontakt, för- och efternamn: skriv funktionen i stället. Den som skriver under överenskommelsen, eller står som
    öppen kontakt, är nämnd öppet, och då är det bara `sekretess` som skyddar namnet.
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

    Godkänns:

        kontakter:
          - {part: polis, funktion: kommunpolis, namn: Eva Ek, publiceras: nej}
          - {part: kommun, funktion: samordnare, namn: Björk, publiceras: nej}
        underskrifter:
          - {part: polis, funktion: kommunpolis, namn: Eva Ek}
        syfte: Kommunpolisen och Eva Ekman håller ihop arbetet kring parken med ek och björk.

    Underkänns:

        kontakter:
          - {part: polis, funktion: kommunpolis, namn: Eva Ek, publiceras: nej}
        syfte: Frågor går genom Eva Eks telefon.  # <-
        # Eva Ek är tillbaka i maj.  # <-

    Underkänns:

        kontakter:
          - {part: polis, funktion: kommunpolis, namn: Eva Ek, sekretess: 21 kap. 3 § OSL}
        underskrifter:
          - {part: polis, funktion: kommunpolis, namn: Eva Ek}  # <-

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
    named = _hidden_names(dossier, marked)
    names = PersonNames({name: contact.function or "" for name, contact in named.items()})
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
        for place, name in sightings(member, names.find, own) if named else ():
            if place not in told:
                told.add(place)
                yield Finding(
                    "namnet på en kontakt som inte ska lämnas ut står också här",
                    place,
                    "Skriv funktionen i stället för namnet.",
                    related=((named[tuple(name.split())].here, "här är den märkt"),),
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
    """The contacts here and in the family that are not given out, by their own mark or their document's."""
    every = [
        (contact, is_closed(contact) or (is_withheld(member) and contact.published is not True))
        for one in (dossier, *dossier.family.all)
        for member in one.members
        if member.model is not None
        for contact in member.model.contacts
    ]
    return [contact for contact, is_marked in every if is_marked]


def _hidden_names(dossier: Dossier, marked: Iterable[Contact]) -> dict[Name, Contact]:
    """The full names of those that are not given out: but for what is secret, not of those who are named openly as themselves."""
    hidden = {id(contact) for contact in marked}
    models = [member.model for one in (dossier, *dossier.family.all) for member in one.members if member.model is not None]
    written = [signature.name for model in models for signature in model.signatures]
    written += [contact.name for model in models for contact in model.contacts if id(contact) not in hidden]
    open_ones = {name_of(one) for one in written if one}
    named = {name_of(contact.name): contact for contact in marked if contact.name}
    return {name: one for name, one in named.items() if len(name) > 1 and (one.secrecy is not None or name not in open_ones)}


def _private_addresses(plain: str) -> Iterator[Sighting]:
    return (Sighting(*match.span(), match[0]) for match in (_PRIVATE.finditer(plain) if "@" in plain else ()))
