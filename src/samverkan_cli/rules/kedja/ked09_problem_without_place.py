"""KED09."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.keys import display_name


@rule("KED09", "problem-utan-plats", Level.NOTE, step=3)
def a_prioritised_problem_has_a_place(case: Case) -> Verdicts:
    """Ett prioriterat problem säger var det finns

    Brott och otrygghet samlas på få platser. Den som vet var kan göra något just där.

    Godkänns:

        problem: [{id: P1, prioritet: 1, plats: [centrum, stationen]}]

    Underkänns:

        problem:
          - {id: P1, prioritet: 1}  # <-

    Källa: Brå, Identifiera mönster; handboken om orsaksanalys, perspektivet situation
    """
    for problem in case.dossier.prioritised:
        if not problem.place:
            yield Finding(
                f"{display_name(problem)} säger inte var det finns",
                problem.at("place"),
                "Skriv platserna, eller att det gäller hela kommunen.",
                suggestion="plats: […]",
            )
