"""KED05."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.keys import display_name


@rule("KED05", "mål-utan-åtgärd", Level.WARNING, step=4)
def somebody_contributes_to_every_goal(case: Case) -> Verdicts:
    """Varje mål har en åtgärd som bidrar till det

    Ett mål som ingen åtgärd bidrar till är en förhoppning.

    En åtgärd som bidrar till ett delmål bidrar också till målet ovanför. Så länge någon åtgärd saknar mål frågar SK10 efter det, inte den här
    regeln.

    Godkänns:

        mål:
          - {id: M1}
          - {id: M1.1, delmål_till: M1}
        åtgärder: [{id: Å1.1, bidrar_till_mål: [M1.1]}]

    Godkänns:

        mål: [{id: M1}]
        åtgärder: [{id: Å1.1, vad: Vuxna på plats}]

    Underkänns:

        mål:
          - {id: M1}
          - {id: M2}  # <-
        åtgärder: [{id: Å1.1, bidrar_till_mål: [M1]}]

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 10
    """
    dossier = case.dossier
    # An action without a (known) goal is said by SK10 or KED01; the goal it leaves behind is the same fact.
    loose = [action for action in dossier.actions if not dossier.graph.goals_named(action.contributes_to_goals)]
    if not dossier.actions or loose:
        return
    for goal in dossier.goals:
        if not dossier.graph.actions_towards(goal):
            yield Finding(
                f"ingen åtgärd bidrar till {display_name(goal)}",
                goal.here,
                "Koppla en åtgärd med bidrar_till_mål, eller ta bort målet.",
                cured_by=frozenset({"åtgärder", "bidrar_till_mål"}),
            )
