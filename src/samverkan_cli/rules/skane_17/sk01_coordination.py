"""SK01."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level
from samverkan_cli.models.actors import CoordinationFunction
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._presence import has_time, says, unfaulted
from samverkan_cli.rules._queries import coordinators, lacking, party_name, principals
from samverkan_cli.swedish import listing


@rule("SK01", "samordnande-funktion", Level.ERROR, step=1)
def coordination_function_in_each_party(case: Case) -> Verdicts:
    """Varje part har en funktion som samordnar

    Utan någon som har mandat och tid att samordna, stödja och driva på blir överenskommelsen liggande (checklistan, punkt 1).

    Överenskommelsen har minst två parter, och en sådan funktion behövs hos både kommunen och polisen. Skriv funktionen, inte personen,
    vad den får besluta och hur mycket tid den har: noll procent är ingen tid. Om mandatet och tiden räcker får människor bedöma. En part
    utan `typ` räknas också. En funktion som ska utses senare finns inte än.

    Godkänns:

        parter:
          - {id: kommun, typ: kommun, namn: Vår kommun}
          - {id: polis, typ: polis, namn: Vårt lokalpolisområde}
        samordningsfunktioner:
          - {part: kommun, funktion: trygghetssamordnare, mandat: Kallar beredningsgruppen., tid: {procent: 1}}
          - {part: polis, funktion: kommunpolis, mandat: Leder det dagliga arbetet., tid: {procent: 100}}

    Underkänns:

        # bedömning: delvis
        parter:
          - {id: kommun, typ: kommun, namn: Vår kommun}
          - {id: polis, typ: polis, namn: Vårt lokalpolisområde}
        samordningsfunktioner:  # <-
          - {part: kommun, funktion: trygghetssamordnare}  # <-

    Underkänns:

        parter:
          - {id: kommun, namn: Vår kommun}
          - {id: polis, namn: Vårt lokalpolisområde}
        samordningsfunktioner:
          - part: kommun
            funktion: trygghetssamordnare
            mandat: Kallar beredningsgruppen.
            tid: {procent: 0}  # <-
          - part: polis
            funktion: kommunpolis
            mandat: ej beslutat  # <-
            tid: {procent: 100}

    Underkänns:

        parter:  # <-
          - {id: kommun, typ: kommun, namn: Vår kommun}
        samordningsfunktioner:
          - {part: kommun, funktion: trygghetssamordnare, mandat: Kallar beredningsgruppen., tid: {procent: 50}}

    Underkänns:

        # bedömning: delvis
        parter: [{id: kommun, typ: kommun, namn: Vår kommun}, {id: polis, typ: polis, namn: Polisen}]
        samordningsfunktioner:
          - {part: polis, funktion: kommunpolis, mandat: Driver arbetet., tid: {procent: 50}}
          - part: kommun
            funktion: samordnare
            mandat: Driver arbetet.
            tid: {procent: 50}
            tas_fram: {senast: 2019-10-01}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 1
    """
    dossier = case.dossier
    if len(dossier.parties) < 2:
        which = "bara en part" if dossier.parties else "inga parter"
        yield Finding(
            f"överenskommelsen har {which}",
            dossier.agreement.at("parties"),
            "Skriv de två eller flera som ingår överenskommelsen.",
            suggestion="parter:\n  - {id: kommun, typ: kommun, namn: …}\n  - {id: polis, typ: polis, namn: …}",
            cured_by=frozenset({"parter"}),
        )
    for party in principals(dossier):
        own = coordinators(dossier, party)
        if not own:
            yield Finding(
                f"parten {party_name(party)} har ingen funktion som samordnar arbetet",
                dossier.agreement.at("coordination_functions"),
                "Skriv vilken funktion det är, vad den får besluta och hur mycket tid den har.",
                suggestion=f"samordningsfunktioner:\n  - part: {party.id or '…'}\n    funktion: …\n    mandat: …\n    tid: {{procent: …}}",
                related=((party.here, "den här parten"),),
                cured_by=frozenset({"samordningsfunktioner"}),
                progress=f"{party_name(party)} har ingen",
            )
        for function in own:
            yield from _judged(dossier, function, party_name(party))


def _judged(dossier: Dossier, function: CoordinationFunction, name: str) -> Verdicts:
    asked = (
        ("function", says(function.function), "funktion"),
        ("mandate", says(function.mandate), "mandat"),
        ("time", has_time(function.time), "tid"),
    )
    missing = unfaulted(dossier, lacking(function, asked))
    if missing:
        words = listing(word for word, _ in missing)
        later = " (ska utses senare)" if function.promise else ""
        yield Finding(
            f"samordningsfunktionen hos {name} saknar {words}{later}",
            missing[0][1],
            f"Skriv {words} på funktionen.",
            progress=f"{name} saknar {words}",
            items=tuple(Item(word) for word, _ in missing),
        )
    elif function.promise:
        yield Finding(
            f"samordningsfunktionen hos {name} ska utses men finns inte än",
            function.at("promise"),
            "Utse funktionen, och ta sedan bort tas_fram.",
            progress=f"{name} har ingen än",
        )
    if says(function.function) and not function.promise:
        yield Evidence(function.here)
