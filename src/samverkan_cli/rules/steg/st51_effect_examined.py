"""ST51."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level
from samverkan_cli.project.latest import in_time
from samverkan_cli.swedish import listing


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
    measured = {value.goal: value for value in in_time(dossier, dossier.measurements) if value.value is not None}
    for document in dossier.documents:
        goals = [goal for goal in document.goals if goal.type == "effekt" and not goal.partial_goal_of]
        left = [goal for goal in goals if goal.id not in measured]
        yield from (Evidence(measured[goal.id].here) for goal in goals if goal.id in measured)
        if left:
            names = listing(goal.id or "ett utan id" for goal in left)
            yield Finding(
                f"effekten för {'målet' if len(left) == 1 else 'målen'} {names} är inte mätt",
                left[0].here,
                "Skriv värdena under mätvärden i en uppföljning.",
                progress=f"{names} är inte mätt" if len(left) == 1 else f"{names} är inte mätta",
                items=tuple(Item("mätvärde", goal.id or "") for goal in left),
            )
