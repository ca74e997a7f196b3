"""ST51."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.keys import display_name


@rule("ST51", "effekten-undersökt", Level.NOTE, step=5)
def the_effect_is_examined(case: Case) -> Verdicts:
    """Påverkan på problemen är undersökt

    Först när effekten är mätt vet ni om ni ska fortsätta likadant.

    Godkänns:

        mål: [{id: M1, typ: effekt}, {id: M1.1, typ: effekt, delmål_till: M1}, {id: M2, typ: produktion}]
        mätvärden: [{mål: M1, värde: 9}]

    Underkänns:

        mål:
          - {id: M1, typ: effekt}  # <-

    Källa: Brå, Polisen och SKR, Uppföljning
    """
    dossier = case.dossier
    measured = {value.goal: value for value in dossier.measurements if value.value is not None}
    for goal in dossier.goals:
        if goal.type != "effekt" or goal.partial_goal_of:
            continue
        if goal.id in measured:
            yield Evidence(measured[goal.id].here)
        else:
            yield Finding(
                f"effekten för {display_name(goal)} är inte mätt",
                goal.here,
                "Skriv värdet under mätvärden i en uppföljning.",
                progress=f"{goal.id} är inte mätt",
            )
