"""TID10."""

import datetime

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.keys import display_name


@rule("TID10", "mäts-aldrig", Level.NOTE, step=4)
def targets_are_reached_before_the_last_follow_up(case: Case) -> Verdicts:
    """Målnivåns dag kommer före den sista uppföljningen

    Ett mål som ska vara nått efter den sista uppföljningen blir aldrig avläst.

    Återkommande uppföljning räknas till överenskommelsens sista dag.

    Godkänns:

        mål: [{id: M1, indikator: {målnivå: {värde: 7, datum: 2020-11-30}}}]
        uppföljning: [{id: U1, när: {senast: 2020-11-30}}, {id: U2, vad: arbetssättet}]

    Underkänns:

        mål:
          - id: M1
            indikator:
              målnivå: {värde: 7, datum: 2020-12-01}  # <-
        uppföljning: [{id: U1, när: {senast: 2020-11-30}}]

    Källa: Brå, Planera uppföljning
    """
    dossier = case.dossier
    last: datetime.date | None = None
    for item in dossier.follow_ups:
        if item.when is None or not item.when.is_given:
            continue
        day = item.when.latest or item.when.end or dossier.end
        if day is None:
            return
        last = max(last, day) if last else day
    if last is None:
        return
    for goal in dossier.goals:
        target = goal.indicator.target if goal.indicator else None
        if target is not None and target.date is not None and target.date > last:
            yield Finding(
                f"{display_name(goal)} ska vara nått {target.date}, men den sista uppföljningen är {last}",
                target.at("date"),
                "Lägg till en uppföljning efter den dagen, eller flytta målnivån.",
            )
