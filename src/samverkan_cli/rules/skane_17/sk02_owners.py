"""SK02."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import party_name
from samverkan_cli.swedish import listing


@rule("SK02", "ägare", Level.ERROR, step=1)
def a_group_owns_the_agreement(case: Case) -> Verdicts:
    """En grupp äger överenskommelsen

    Någon ska se till att resurserna finns och att det ni kom överens om blir gjort (checklistan, punkt 2).

    Gruppen har ledamöter från varje part och träffas. Under `ägare` står gruppens id; själva gruppen beskrivs under
    `samverkansorganisation`.

    Godkänns:

        parter:
          - {id: kommun, typ: kommun}
          - {id: polis, typ: polis}
        ägare: [råd]
        samverkansorganisation:
          - id: råd
            leds_av: [{aktör: kommun, funktion: kommunstyrelsens ordförande}]
            ledamöter: [{aktör: polis, funktion: lokalpolisområdeschef}]
            möten: {minst: 4, per: år}

    Underkänns:

        parter:
          - {id: kommun, typ: kommun}
          - {id: polis, typ: polis}
        ägare: [råd]
        samverkansorganisation:
          - id: råd  # <-
            ledamöter: [{aktör: kommun, funktion: kommundirektör}]

    Underkänns:

        parter: [{id: kommun, typ: kommun}]
        ägare: [råd]
        samverkansorganisation:
          - id: råd
            ledamöter: [{aktör: kommun, funktion: kommundirektör}]
            möten:  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 2
    """
    dossier = case.dossier
    owners = dossier.all(lambda document: document.owners)
    if not owners:
        yield Finding(
            "ingen grupp äger överenskommelsen",
            dossier.agreement.at("owners"),
            "Skriv id på den grupp som äger den, till exempel rådet.",
            suggestion="ägare: [råd]",
            cured_by=frozenset({"ägare"}),
        )
    for body in (body for body in dossier.bodies if body.id in owners):
        seated = {role.actor for role in (*body.led_by, *body.members)}
        absent = [party_name(party) for party in dossier.parties if party.id not in seated]
        missing = [f"ledamöter från {listing(absent)}"] if absent else []
        if body.meetings is None or not body.meetings.is_given:
            missing.append("hur ofta den träffas")
        if missing:
            yield Finding(
                f"gruppen {body.id} äger överenskommelsen men saknar {listing(missing)}",
                body.here if len(missing) > 1 else body.at("members" if absent else "meetings"),
                " ".join(
                    help
                    for help, there in (
                        (f"Skriv {'dem' if len(absent) > 1 else 'en'} under ledamöter:  {{aktör: …, funktion: …}}.", bool(absent)),
                        ("Skriv  möten: {minst: 4, per: år}.", len(missing) > bool(absent)),
                    )
                    if there
                ),
                progress=f"{body.id} saknar {listing(missing)}",
            )
        yield Evidence(body.here)
