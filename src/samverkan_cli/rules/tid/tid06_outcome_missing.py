"""TID06."""

import datetime

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.actions import FollowUp
from samverkan_cli.models.days import last_of
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.dossier import Dossier


@rule("TID06", "uppföljning-utan-utfall", Level.WARNING)
def what_should_be_followed_up_has_an_outcome(case: Case) -> Verdicts:
    """Den uppföljning som skulle vara gjord har ett utfall

    En passerad dag utan utfall är antingen en bortglömd uppföljning eller ett bortglömt papper. Båda går att rätta.

    Regeln ser på uppföljningar med en sista dag (`senast` eller `till`) som har passerat. Utfallet står i ett dokument med `typ: uppföljning`, som ett
    `utfall` eller ett `mätvärde`.

    Godkänns:

        # idag: 2020-06-01
        åtgärder:
          - id: Å1.1
            uppföljning: [{id: U1.1, när: {senast: 2020-03-31}}]
        utfall: [{åtgärd: Å1.1, bedömning: gul}]

    Godkänns:

        # idag: 2020-03-31
        åtgärder:
          - id: Å1.1
            uppföljning: [{id: U1.1, när: {senast: 2020-03-31}}]

    Godkänns:

        # idag: 2020-06-01
        uppföljning: [{id: U1, vad: arbetssättet, när: {senast: 2020-03-31}}]
        # fil: uppföljning.yaml
        samverkan: 1
        typ: uppföljning
        datum: 2020-03-31

    Godkänns:

        # idag: 2020-06-01
        mål: [{id: M1}]
        uppföljning: [{id: U1, gäller_mål: [M1], när: {senast: 2020-03-31}}]
        mätvärden: [{mål: M1, värde: 8}]

    Underkänns:

        # idag: 2020-04-01
        åtgärder:
          - id: Å1.1
            uppföljning:
              - id: U1.1
                när: {senast: 2020-03-31}  # <-

    Underkänns:

        # idag: 2020-06-01
        uppföljning:
          - id: U1
            vad: arbetssättet
            när: {senast: 2020-03-31}  # <-
        # fil: uppföljning.yaml
        samverkan: 1
        typ: uppföljning
        datum: 2020-03-30

    Underkänns:

        # idag: 2020-06-01
        mål: [{id: M1}]
        uppföljning:
          - id: U1
            gäller_mål: [M1]
            när: {senast: 2020-03-31}  # <-
        # fil: uppföljning.yaml
        samverkan: 1
        typ: uppföljning
        datum: 2020-04-15

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
            cured_by=frozenset({"utfall", "mätvärden"}),
        )


def _has_outcome(dossier: Dossier, item: FollowUp, due: datetime.date) -> bool:
    graph = dossier.graph
    holder = graph.holder_of(item)
    about = {*item.applies_to_actions, *((holder.id,) if holder is not None else ())}
    if not about:
        about = {action.id for area in item.applies_to_focus_areas for action in graph.actions_in(area)}
    if any(graph.outcomes_of(id) for id in (item.id, *about, *item.applies_to_pledges)):
        return True
    if any(graph.measurements_of(goal) for goal in item.applies_to_goals):
        return True
    aimless = not about and not item.applies_to_goals and not item.applies_to_pledges
    return aimless and any(
        getattr(document, "type", "") == "uppföljning" and document.date is not None and last_of(document.date) >= due
        for document in dossier.documents
    )
