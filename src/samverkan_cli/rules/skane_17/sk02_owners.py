"""SK02."""

import re

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level
from samverkan_cli.models.actors import Body
from samverkan_cli.rules._queries import party_name
from samverkan_cli.rules._vocabulary import AGREEMENTS, OWNERSHIP
from samverkan_cli.swedish import listing
from samverkan_cli.text.vocabulary import plainly


@rule("SK02", "ägare", Level.ERROR, step=1, words=(OWNERSHIP, AGREEMENTS))
def a_group_owns_the_agreement(case: Case) -> Verdicts:
    """En grupp äger överenskommelsen

    Någon ska se till att resurserna finns och att det ni kom överens om blir gjort (checklistan, punkt 2).

    Under `ägare` står gruppens id, eller så säger gruppens `uppdrag` att den äger överenskommelsen; själva gruppen beskrivs under `samverkansorganisation`, med någon från varje part i ledningen eller
    bland ledamöterna. Hur ofta den träffas frågar inte punkten efter. En grupp som ska bildas senare äger ingenting än.

    Godkänns:

        parter:
          - {id: kommun, typ: kommun}
          - {id: polis, typ: polis}
        ägare: [råd]
        samverkansorganisation:
          - id: råd
            leds_av: [{aktör: kommun, funktion: kommunstyrelsens ordförande}]
            ledamöter: [{aktör: polis, funktion: lokalpolisområdeschef}]

    Underkänns:

        # bedömning: delvis
        parter:
          - {id: kommun, typ: kommun}
          - {id: polis, typ: polis}
        ägare: [råd]
        samverkansorganisation:
          - id: råd
            ledamöter: [{aktör: kommun, funktion: kommundirektör}]  # <-

    Underkänns:

        # bedömning: saknas
        parter: [{id: kommun, typ: kommun}]
        ägare: [råd]
        samverkansorganisation:
          - id: råd
            ledamöter: [{aktör: kommun, funktion: kommundirektör}]
            tas_fram: {senast: 2019-10-01}  # <-

    Underkänns:

        # bedömning: saknas
        parter: [{id: kommun, typ: kommun}]
        ägare: [styrgrupp]  # <-
        samverkansorganisation:
          - {id: råd, ledamöter: [{aktör: kommun, funktion: kommundirektör}]}

    Godkänns:

        parter: [{id: kommun, typ: kommun}]
        samverkansorganisation:
          - {id: råd, uppdrag: Gruppen ska äga överenskommelsen., ledamöter: [{aktör: kommun, funktion: kommundirektör}]}

    Underkänns:

        # bedömning: saknas
        parter: [{id: kommun, typ: kommun}]
        ägare:  # <-
        samverkansorganisation:
          - {id: råd, uppdrag: I vår kommun äger styrgruppen överenskommelsen., ledamöter: [{aktör: kommun, funktion: kommundirektör}]}

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 2
    """
    dossier = case.dossier
    owners = dossier.all(lambda document: document.owners)
    named = [body for body in dossier.bodies if (body.id in owners if owners else _owns_by_its_task(body))]
    if not named:
        missing = f"; {listing(owners)} finns inte bland grupperna" if owners else ""
        yield Finding(
            f"ingen grupp äger överenskommelsen{missing}",
            dossier.agreement.at("owners"),
            "Skriv id på den grupp som äger den, till exempel rådet.",
            suggestion="" if owners else "ägare: [råd]",
            cured_by=frozenset({"ägare", *owners}),
        )
    for body in named:
        name = body.name or body.id
        if body.promise:
            yield Finding(
                f"gruppen {name} ska äga överenskommelsen, men är inte bildad än",
                body.at("promise"),
                "Bilda gruppen, och skriv vilka som sitter i den.",
                progress=f"{body.id} är inte bildad",
            )
            continue
        seated = {role.actor for role in (*body.led_by, *body.members)}
        absent = [party_name(party) for party in dossier.parties if party.id not in seated]
        if absent:
            yield Finding(
                f"gruppen {name} äger överenskommelsen men saknar ledamöter från {listing(absent)}",
                body.at("members"),
                "Skriv vilka de är under ledamöter:  {aktör: …, funktion: …}.",
                progress=f"{body.id} saknar ledamöter från {listing(absent)}",
                items=tuple(Item(f"ledamöter från {who}") for who in absent),
            )
        yield Evidence(body.here)


def _owns_by_its_task(body: Body) -> bool:
    """Whether the group's task says that it owns the agreement: in one sentence that begins with it, and of the group itself."""
    return any(_says_that_it_owns(sentence) for sentence in re.split(r"[.;!\n]", body.task or ""))


def _says_that_it_owns(sentence: str) -> bool:
    beginning, rest = plainly(sentence).split()[:_NEAR], set(re.findall(r"\w+", plainly(sentence)))
    said = any(OWNERSHIP.found_in(word) and not AGREEMENTS.found_in(word) for word in beginning)
    return said and AGREEMENTS.found_in(sentence) and rest.isdisjoint({"inte", "ej", "som", "åt", "till"})


_NEAR = 3
"""Words into a sentence: ”Gruppen ska äga …”."""
