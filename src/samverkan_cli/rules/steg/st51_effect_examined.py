"""ST51."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Place, Unjudged
from samverkan_cli.models.goals import Goal
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.latest import in_time
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.swedish import listing


@rule("ST51", "effekten-undersökt", Level.NOTE, step=5)
def the_effect_is_examined(case: Case) -> Verdicts:
    """Påverkan på problemen är undersökt

    Först när effekten är mätt vet ni om ni ska fortsätta likadant.

    Varje övergripande effektmål har ett mätvärde eller ett utfall med en bedömning. En mätning vars dag inte har kommit räknas inte. Finns uppföljningen
    någon annanstans går det inte att bedöma.

    Godkänns:

        # idag: 2019-06-01
        mål: [{id: M1, typ: effekt}, {id: M1.1, typ: effekt, delmål_till: M1}, {id: M2, typ: produktion}, {id: M3, typ: effekt}]
        mätvärden: [{mål: M1, värde: 9, datum: 2019-06-01}]
        utfall: [{mål: M3, bedömning: gul}]

    Underkänns:

        mål:
          - {id: M1, typ: effekt}  # <-

    Underkänns:

        # idag: 2019-06-01
        mål:
          - {id: M1, typ: effekt}  # <-
        mätvärden: [{mål: M1, värde: 9, datum: 2019-06-02}]

    Underkänns:

        titel: Överenskommelse 2019–2020
        mätvärden:  # <-

    Källa: Brå, Polisen och SKR, Uppföljning
    """
    dossier = case.dossier
    elsewhere = listed_elsewhere(dossier, "uppföljning")
    goals = [goal for goal in dossier.goals if goal.type == "effekt" and not goal.partial_goal_of]
    examined = {id(goal): _examined(dossier, goal) for goal in goals}
    yield from (Evidence(places[-1]) for places in examined.values() if places)
    if elsewhere and not all(examined.values()):
        yield Unjudged(why_unseen(elsewhere))
        return
    for document in dossier.documents:
        left = [goal for goal in goals if not examined[id(goal)] and dossier.document_of(goal) is document]
        if left:
            names = listing(goal.id or "ett utan id" for goal in left)
            yield Finding(
                f"effekten för {'målet' if len(left) == 1 else 'målen'} {names} är inte mätt",
                left[0].here,
                "Skriv värdena under mätvärden i en uppföljning.",
                cured_by=frozenset({"mätvärden", "utfall"}),
                progress=f"{names} är inte mätt" if len(left) == 1 else f"{names} är inte mätta",
                items=tuple(Item("mätvärde", goal.id or "") for goal in left),
            )
    if not goals and elsewhere:
        yield Unjudged(why_unseen(elsewhere))
    elif not goals:
        yield Finding(
            "det finns inga effektmål, så påverkan på problemen är inte undersökt",
            dossier.main.at("measurements"),
            "Skriv minst ett mål med  typ: effekt, och dess värden under mätvärden.",
            cured_by=frozenset({"mål", "mätvärden"}),
        )


def _examined(dossier: Dossier, goal: Goal) -> list[Place]:
    """Where it is told what became of a goal: measured values, and outcomes that judge it."""
    values = [one for one in in_time(dossier, dossier.graph.measurements_of(goal.id)) if one.value is not None]
    found = [one.here for one in values if one.date is None or one.date <= dossier.today]
    return found or [one.here for one in in_time(dossier, dossier.outcomes) if goal.id and one.goal == goal.id and one.assessment]
