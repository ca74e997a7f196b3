"""KED03."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level


@rule("KED03", "problem-utan-åtgärd", Level.WARNING, step=4)
def a_prioritised_problem_has_an_action(case: Case) -> Verdicts:
    """Ett prioriterat problem har minst en åtgärd

    Det ni säger är viktigast ska också vara det ni gör något åt.

    Regeln säger till när alla orsaker till ett prioriterat problem är lämnade åt sidan (`möts_inte`). Orsaker som ingen möter, utan skäl,
    hör till SK09, och problem utan orsaker till SK06.

    Godkänns:

        problem: [{id: P1, prioritet: 1}, {id: P2, prioritet: 2}]
        orsaker:
          - {id: O1.1, gäller_problem: [P1]}
          - {id: O1.2, gäller_problem: [P1], möts_inte: Ligger utanför uppdraget.}
          - {id: O2.1, gäller_problem: [P2]}
        åtgärder: [{id: Å1.1, möter_orsaker: [O1.1]}]

    Godkänns:

        problem: [{id: P1, prioritet: 1}]
        orsaker: [{id: O1.1, gäller_problem: [P1], möts_inte: Ligger utanför uppdraget.}]
        åtgärder: [{id: Å1.1, gäller_problem: [P1]}]

    Underkänns:

        problem:
          - {id: P1, prioritet: 1}
          - {id: P2, prioritet: 2}  # <-
        orsaker:
          - {id: O1.1, gäller_problem: [P1]}
          - {id: O2.1, gäller_problem: [P2], möts_inte: Ligger utanför uppdraget.}
        åtgärder: [{id: Å1.1, möter_orsaker: [O1.1]}]

    Källa: Brå 2023, kopplingen mellan problem och åtgärd saknas ofta; Samverkanshandboken, steg 4
    """
    dossier = case.dossier
    if not dossier.actions:
        return
    for problem in dossier.prioritised:
        causes = dossier.graph.causes_of(problem)
        if dossier.graph.actions_naming(problem.id):
            continue
        if causes and all(cause.not_met and not dossier.graph.actions_meeting(cause.id) for cause in causes):
            yield Finding(
                f"problemet {problem.id} är prioriterat, men ingen åtgärd gäller det",
                problem.here,
                "Lägg till en åtgärd som möter en av orsakerna, eller flytta problemet till bortprioriterat.",
                related=tuple((cause.at("not_met"), f"orsaken {cause.id} möts inte") for cause in causes),
                cured_by=frozenset({"åtgärder", "möter_orsaker"}),
            )
