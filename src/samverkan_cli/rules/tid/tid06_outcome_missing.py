"""TID06."""

import datetime

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.actions import FollowUp
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.dossier import Dossier


@rule("TID06", "uppföljning-utan-utfall", Level.WARNING)
def what_should_be_followed_up_has_an_outcome(case: Case) -> Verdicts:
    """Den uppföljning som skulle vara gjord har ett utfall

    En passerad dag utan utfall är antingen en bortglömd uppföljning eller ett bortglömt papper. Båda går att rätta.

    Regeln ser på uppföljningar med en sista dag (`senast` eller `till`). Utfallet står i ett dokument med `typ: uppföljning`, som ett
    `utfall` eller ett `mätvärde`.

    Godkänns:

        # idag: 2020-06-01
        åtgärder:
          - id: Å1.1
            uppföljning: [{id: U1.1, när: {senast: 2020-03-31}}]
        utfall: [{åtgärd: Å1.1, bedömning: gul}]

    Underkänns:

        # idag: 2020-06-01
        åtgärder:
          - id: Å1.1
            uppföljning:
              - id: U1.1
                när: {senast: 2020-03-31}  # <-

    Källa: Brå 2023, arbetet följs sällan upp; Brå, Följ upp om åtagandena har genomförts
    """
    dossier = case.dossier
    for item in dossier.follow_ups:
        due = (item.when.latest or item.when.end) if item.when else None
        if due is None or due >= case.today or _has_outcome(dossier, item, due):
            continue
        assert item.when is not None
        yield Finding(
            f"{display_name(item)} skulle ha varit klar {due} men har inget utfall",
            item.when.at("latest" if item.when.latest else "end"),
            "Fyll i bedömning och utfall, eller ett nytt datum och skälet.",
            needs=frozenset({"utfall", "mätvärden"}),
        )


def _has_outcome(dossier: Dossier, item: FollowUp, due: datetime.date) -> bool:
    nested = {action.id for action in dossier.actions if any(other is item for other in action.follow_ups)}
    about = nested | set(item.applies_to_actions)
    areas = set(item.applies_to_focus_areas)
    if areas and not about:
        about = {action.id for action in dossier.actions if areas & dossier.focus_areas_of(action)}
    for outcome in dossier.outcomes:
        if (
            (item.id and outcome.follow_up == item.id)
            or (outcome.action and outcome.action in about)
            or (outcome.pledge and outcome.pledge in item.applies_to_pledges)
        ):
            return True
    if any(value.goal in item.applies_to_goals for value in dossier.measurements):
        return True
    aimless = not about and not item.applies_to_goals and not item.applies_to_pledges
    return aimless and any(
        getattr(document, "type", "") == "uppföljning" and document.date is not None and document.date >= due
        for document in dossier.documents
    )
