"""LAG10."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import municipalities


@rule("LAG10", "strategiskt-råd", Level.WARNING, step=1)
def the_municipality_leads_a_strategic_council(case: Case) -> Verdicts:
    """Det finns ett strategiskt råd som kommunen leder

    Rådet är där kommunen och de andra aktörerna bestämmer på ledningsnivå vad de ska göra tillsammans.

    Rådet är en grupp med `typ: strategiskt råd` som leds av kommunen. Att de övriga företräds av personer i ledande befattning får människor bedöma.

    Godkänns:

        period: {från: 2024-01-01}
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        samverkansorganisation:
          - {id: råd, typ: strategiskt råd, leds_av: [{aktör: kommun, funktion: kommunstyrelsens ordförande}]}

    Underkänns:

        period: {från: 2024-01-01}
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        samverkansorganisation:
          - id: råd
            typ: strategiskt råd
            leds_av: [{aktör: polis, funktion: lokalpolisområdeschef}]  # <-

    Källa: Lagen (2023:196), 10 §
    """
    dossier = case.dossier
    own = {party.id for party in municipalities(dossier)}
    councils = [body for body in dossier.bodies if body.type == "strategiskt råd"]
    if not councils:
        yield Finding(
            "det finns inget strategiskt råd",
            dossier.agreement.at("bodies"),
            "Skriv rådet under samverkansorganisation med  typ: strategiskt råd.",
            cured_by=frozenset({"samverkansorganisation", "strategiskt"}),
        )
    for council in councils:
        if any(role.actor in own for role in council.led_by):
            yield Evidence(council.at("led_by"))
        else:
            yield Finding(
                f"det står inte att kommunen leder {council.name or council.id or 'rådet'}",
                council.at("led_by"),
                "Skriv vem hos kommunen som leder rådet.",
            )
