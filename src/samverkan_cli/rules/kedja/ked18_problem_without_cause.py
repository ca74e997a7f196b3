"""KED18."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Item, Level
from samverkan_cli.swedish import listing


@rule("KED18", "orsaken-saknas", Level.NOTE, step=4)
def an_action_says_which_cause_it_meets(case: Case) -> Verdicts:
    """En åtgärd säger vilken orsak den möter, inte bara vilket problem

    Den som vet varför problemet uppstår kan välja en åtgärd som biter, och se efteråt om den gjorde det.

    Regeln frågar när en åtgärd bara pekar på sitt problem (`gäller_problem`). Det räcker för kopplingen; det är orsaken som fattas. Den frågar en gång för varje dokument.

    Godkänns:

        problem: [{id: P1}]
        orsaker: [{id: O1.1, gäller_problem: [P1]}]
        åtgärder:
          - {id: Å1.1, gäller_problem: [P1], möter_orsaker: [O1.1]}
          - {id: Å1.2}

    Underkänns:

        problem: [{id: P1}]
        åtgärder:
          - id: Å1.1
            gäller_problem: [P1]  # <-
          - {id: Å1.2, gäller_problem: [P1]}

    Källa: Brå, Upprätta åtgärdsplan: åtgärden möter en orsak
    """
    for document in case.dossier.documents:
        loose = [action for action in document.actions if action.applies_to_problems and not action.meets_causes]
        if loose:
            names = listing(action.id or "en utan id" for action in loose)
            yield Finding(
                f"{'åtgärden' if len(loose) == 1 else 'åtgärderna'} {names} säger vilket problem, men inte vilken orsak som möts",
                loose[0].at("applies_to_problems"),
                "Skriv de sannolika orsakerna till problemet, och peka på dem med möter_orsaker.",
                cured_by=frozenset({"orsaker", "möter_orsaker"}),
                items=tuple(Item("orsak", action.id or "") for action in loose),
            )
