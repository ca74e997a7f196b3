"""KED04."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level


@rule("KED04", "problem-utan-effektmål", Level.WARNING, step=4)
def a_prioritised_problem_has_an_effect_goal(case: Case) -> Verdicts:
    """Ett prioriterat problem har ett mål som säger hur det ska ändras

    Mål som räknar vad ni gör behövs, men de visar inte om det hjälper.

    Godkänns:

        problem: [{id: P1, prioritet: 1}]
        mål:
          - {id: M1, typ: effekt, gäller_problem: [P1]}
          - {id: M1.1, typ: produktion, delmål_till: M1}

    Underkänns:

        problem:
          - {id: P1, prioritet: 1}  # <-
        mål:
          - {id: M1, typ: produktion, gäller_problem: [P1]}

    Källa: Brå, Planera uppföljning: produktion, process och effekt
    """
    dossier = case.dossier
    if not dossier.goals:
        return
    for problem in dossier.prioritised:
        goals = dossier.graph.goals_of(problem)
        if any(goal.type in ("effekt", None) for goal in goals):
            continue
        message = (
            f"alla mål för {problem.id} räknar vad ni gör; inget säger hur problemet ska förändras"
            if goals
            else f"problemet {problem.id} är prioriterat men inget mål gäller det"
        )
        yield Finding(
            message,
            problem.here,
            "Lägg till ett effektmål under mål.",
            suggestion_place=dossier.document_of(dossier.goals[0]).at("goals"),
            suggestion=f"mål:\n  - id: …\n    typ: effekt\n    gäller_problem: [{problem.id}]\n    lydelse: …",
            related=tuple((goal.here, f"målet {goal.id}") for goal in goals[:3]),
            cured_by=frozenset({"mål", "gäller_problem"}),
        )
