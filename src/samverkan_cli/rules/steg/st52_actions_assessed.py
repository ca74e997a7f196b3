"""ST52."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.keys import display_name


@rule("ST52", "åtaganden-bedömda", Level.NOTE, step=5)
def every_action_is_assessed(case: Case) -> Verdicts:
    """Varje åtgärd är bedömd

    Det som inte blev av är lika viktigt att veta som det som blev.

    Godkänns:

        åtgärder: [{id: Å1}]
        utfall: [{åtgärd: Å1, bedömning: gul}]

    Underkänns:

        åtgärder:
          - {id: Å1}  # <-

    Källa: Brå, Polisen och SKR, Följ upp om åtagandena har genomförts
    """
    dossier = case.dossier
    assessed = {outcome.action: outcome for outcome in dossier.outcomes if outcome.assessment}
    for action in dossier.actions:
        if action.id in assessed:
            yield Evidence(assessed[action.id].here)
        else:
            yield Finding(
                f"{display_name(action)} är inte bedömd",
                action.here,
                "Skriv utfallet i en uppföljning.",
                progress=f"{action.id} är inte bedömd",
            )
