"""ST32."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level


@rule("ST32", "prioriterad-av-ledningen", Level.NOTE, step=3)
def a_leading_group_has_prioritised(case: Case) -> Verdicts:
    """En ledande grupp har prioriterat

    Prioriteringen är ett beslut om resurser och hör till dem som råder över dem.

    Godkänns:

        problem: [{id: P1}]
        prioriterad_av: styrgruppen

    Underkänns:

        problem:  # <-
          - {id: P1}

    Källa: Brå, Polisen och SKR, Gemensamma förberedelser
    """
    dossier = case.dossier
    named = [document for document in dossier.documents if document.prioritised_by]
    for document in named[:1]:
        yield Evidence(document.at("prioritised_by"))
    if dossier.problems and not named:
        home = dossier.document_of(dossier.problems[0])
        yield Finding("det står inte vem som har prioriterat problemen", home.at("problems"), "Skriv  prioriterad_av: …  i problembilden.")
