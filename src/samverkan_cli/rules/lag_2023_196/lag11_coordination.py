"""LAG11."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import coordinators, municipalities, party_name
from samverkan_cli.rules.lag_2023_196._bound import not_bound


@rule("LAG11", "samordningsfunktion", Level.NOTE, step=1)
def the_municipality_has_a_coordination_function(case: Case) -> Verdicts:
    """Kommunen har en samordningsfunktion

    Någon hos kommunen ska hålla ihop det brottsförebyggande arbetet.

    Lagen kräver funktionen av kommunen, inte av polisen, och frågar inte efter mandat eller tid; det gör checklistan (SK01). En funktion som ska
    utses senare finns inte än. Är flera kommuner parter behöver var och en sin. Paragrafen binder kommunen från 2023-07-01.

    Godkänns:

        # idag: 2024-06-01
        parter: [{id: kommun, typ: kommun, namn: Vår kommun}, {id: polis, typ: polis}]
        samordningsfunktioner: [{part: kommun, funktion: trygghetssamordnare}]

    Underkänns:

        # idag: 2023-07-01
        parter: [{id: kommun, typ: kommun, namn: Vår kommun}, {id: polis, typ: polis}]
        samordningsfunktioner:  # <-
          - {part: polis, funktion: kommunpolis}

    Underkänns:

        # idag: 2024-06-01
        parter: [{id: kommun, typ: kommun, namn: Vår kommun}, {id: grannen, typ: kommun, namn: Grannkommunen}]
        samordningsfunktioner:
          - {part: kommun, funktion: trygghetssamordnare}
          - part: grannen
            funktion: ej beslutat
            tas_fram: {senast: 2024-10-01}  # <-

    Källa: Lagen (2023:196), 11 §
    """
    dossier = case.dossier
    if (free := not_bound(case)) is not None:
        yield free
        return
    own = municipalities(dossier)
    if not own:
        yield Finding(
            "det framgår inte vilken av parterna som är kommunen",
            dossier.agreement.at("parties"),
            "Skriv  typ: kommun  på parten.",
            cured_by=frozenset({"parter"}),
            superseded_by=("SK01",),
        )
    for party in own:
        functions = coordinators(dossier, party)
        there = [one for one in functions if says(one.function) and not one.promise]
        yield from (Evidence(one.here) for one in there)
        if there:
            continue
        promised = next((one for one in functions if one.promise), None)
        place = functions[0].at("function") if functions else dossier.agreement.at("coordination_functions")
        yield Finding(
            f"samordningsfunktionen hos {party_name(party)} ska utses men finns inte än"
            if promised
            else f"det framgår inte vilken samordningsfunktion {party_name(party)} har",
            promised.at("promise") if promised else place,
            "Skriv funktionen under samordningsfunktioner.",
            related=((party.here, "den här parten"),),
            cured_by=frozenset({"samordningsfunktioner"}),
            superseded_by=("SK01",),
            progress=f"{party_name(party)} har ingen",
        )
