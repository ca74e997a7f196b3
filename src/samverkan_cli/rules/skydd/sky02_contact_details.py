"""SKY02."""

import re

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level, Place
from samverkan_cli.project.redaction import is_closed, is_withheld
from samverkan_cli.yaml.tree import Mapping, Scalar, Sequence, Tree

_PRIVATE = re.compile(
    r"(?<![\w.+-])[\w.+-]+@(?:gmail|hotmail|outlook|live|yahoo|icloud|telia|bredband|spray|protonmail|me)\.(?:com|se|nu|net)\b",
    re.IGNORECASE,
)


@rule("SKY02", "kontaktuppgift-som-blir-offentlig", Level.WARNING, blocks_publication=True)
def contact_details_stay_where_they_belong(case: Case) -> Verdicts:
    """Kontaktuppgifter som inte är offentliga sprids inte

    Ett direktnummer som står i löptext följer med när dokumentet publiceras, också om det är undantaget i kontaktlistan.

    Regeln säger till om en uppgift som är märkt `publiceras: nej` eller `sekretess` står även någon annanstans, och om privata e-postadresser som inte är märkta.
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
          - {part: kommun, funktion: samordnare, epost: min.adress@gmail.com}  # <-
        syfte: Ring 010-000 00 00 vid frågor.  # <-

    Källa: SKR 2018-12-04 om publicering av personuppgifter; dataskyddsförordningen
    """
    dossier = case.dossier
    contacts = dossier.all(lambda document: document.contacts)
    secret = {value: contact for contact in contacts if is_closed(contact) for value in (contact.phone, contact.email) if value}
    marked = [contact.here for contact in contacts if is_closed(contact)]
    for member in dossier.members:
        if member.document.tree is None or member.model is None or is_withheld(member):
            continue
        for place, text in _texts(member.document.tree, Place(member.document.file)):
            if any(place.file == here.file and place.path[: len(here.path)] == here.path for here in marked):
                continue
            for value, contact in secret.items():
                if value in text:
                    yield Finding(
                        "en kontaktuppgift som inte ska lämnas ut står också här",
                        place,
                        "Ta bort den här, eller hänvisa till kontaktlistan.",
                        related=((contact.here, "här är den märkt"),),
                    )
            if match := _PRIVATE.search(text):
                yield Finding(
                    f"{match[0]} ser ut som en privat e-postadress",
                    place,
                    "Skriv en funktionsadress, eller märk kontakten  publiceras: nej.",
                )


def _texts(tree: Tree, place: Place) -> list[tuple[Place, str]]:
    if isinstance(tree, Scalar):
        return [(place, tree.raw)]
    if isinstance(tree, Sequence):
        return [found for index, item in enumerate(tree.items) for found in _texts(item, place / index)]
    assert isinstance(tree, Mapping)
    return [found for key, entry in tree.entries.items() for found in _texts(entry.value, place / key)]
