"""KED07."""

import re

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.keys import display_name

_VERBS = re.compile(
    r"\b(verka för|värna om|värna|främja|arbeta för|sträva efter|fortsätta att|stärka och utveckla|verkar för|främjar)\b",
    re.IGNORECASE,
)


@rule("KED07", "omätbara-verb", Level.NOTE)
def goals_say_what_will_be_different(case: Case) -> Verdicts:
    """Målen säger vad som ska bli annorlunda

    Ord som ”verka för” och ”värna om” säger vad ni vill göra, inte vad som ska ha hänt.

    Godkänns:

        mål: [{id: M1, lydelse: Färre elever utsätts för rån}]

    Underkänns:

        mål:
          - {id: M1, lydelse: Parterna ska verka för en trygg skolväg}  # <-

    Källa: Brå, Samverkanshandboken, steg 4: specifika och mätbara mål
    """
    for goal in case.dossier.goals:
        match = _VERBS.search(goal.wording or "")
        if match:
            yield Finding(
                f"”{match[0]}” i {display_name(goal)} går inte att mäta",
                goal.at("wording"),
                "Skriv vad som ska vara annorlunda när målet är nått: fler, färre, kortare, högst …",
            )
