"""ST52."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Unjudged
from samverkan_cli.project.latest import in_time
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._queries import first_document
from samverkan_cli.swedish import listing


@rule("ST52", "åtaganden-bedömda", Level.NOTE, step=5)
def every_action_is_assessed(case: Case) -> Verdicts:
    """Varje åtgärd är bedömd

    Det som inte blev av är lika viktigt att veta som det som blev.

    Varje åtgärd har ett utfall med en bedömning: grön, gul eller röd. Finns uppföljningen någon annanstans går det inte att bedöma.

    Godkänns:

        åtgärder: [{id: Å1}]
        utfall: [{åtgärd: Å1, bedömning: gul}]

    Underkänns:

        åtgärder:
          - {id: Å1}  # <-
        utfall: [{åtgärd: Å1, utfall: Det blev av.}]

    Underkänns:

        titel: Överenskommelse 2019–2020
        åtgärder:  # <-

    Källa: Brå, Polisen och SKR, Följ upp om åtagandena har genomförts
    """
    dossier = case.dossier
    assessed = {outcome.action: outcome for outcome in in_time(dossier, dossier.outcomes) if outcome.assessment and outcome.action}
    yield from (Evidence(assessed[action.id].here) for action in dossier.actions if action.id in assessed)
    every = bool(dossier.actions) and all(action.id in assessed for action in dossier.actions)
    if not every and (elsewhere := listed_elsewhere(dossier, "uppföljning", *(() if dossier.actions else ("åtgärdsplan",)))):
        yield Unjudged(why_unseen(elsewhere))
        return
    for document in dossier.documents:
        left = [action for action in document.actions if action.id not in assessed]
        if left:
            names = listing(action.id or "en utan id" for action in left)
            yield Finding(
                f"{'åtgärden' if len(left) == 1 else 'åtgärderna'} {names} är inte {'bedömd' if len(left) == 1 else 'bedömda'}",
                left[0].here,
                "Skriv utfallen i en uppföljning.",
                cured_by=frozenset({"utfall"}),
                progress=f"{names} är inte {'bedömd' if len(left) == 1 else 'bedömda'}",
                items=tuple(Item("bedömning", action.id or "") for action in left),
            )
    if not dossier.actions:
        yield Finding(
            "det finns inga åtgärder att bedöma",
            first_document(dossier, "åtgärdsplan").at("actions"),
            "Skriv åtgärderna, och vad det blev av dem under utfall.",
            cured_by=frozenset({"åtgärder"}),
            superseded_by=("SK08",),
        )
