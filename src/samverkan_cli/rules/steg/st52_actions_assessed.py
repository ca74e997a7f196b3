"""ST52."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level
from samverkan_cli.project.latest import in_time
from samverkan_cli.swedish import listing


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
    assessed = {outcome.action: outcome for outcome in in_time(dossier, dossier.outcomes) if outcome.assessment}
    for document in dossier.documents:
        left = [action for action in document.actions if action.id not in assessed]
        yield from (Evidence(assessed[action.id].here) for action in document.actions if action.id in assessed)
        if left:
            names = listing(action.id or "en utan id" for action in left)
            yield Finding(
                f"{'åtgärden' if len(left) == 1 else 'åtgärderna'} {names} är inte {'bedömd' if len(left) == 1 else 'bedömda'}",
                left[0].here,
                "Skriv utfallen i en uppföljning.",
                progress=f"{names} är inte {'bedömd' if len(left) == 1 else 'bedömda'}",
                items=tuple(Item("bedömning", action.id or "") for action in left),
            )
