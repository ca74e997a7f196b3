"""TID04."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.periods import bounds
from samverkan_cli.rules._dates import begins


@rule("TID04", "sen-baslinje", Level.WARNING)
def the_baseline_is_older_than_the_work(case: Case) -> Verdicts:
    """Baslinjen är mätt innan arbetet börjar

    Ett utgångsläge som mäts när arbetet redan pågår döljer den förändring ni vill se.

    Godkänns:

        period: {från: 2019-01-01, till: 2020-12-31}
        mål:
          - {id: M1, indikator: {baslinje: {värde: 9, datum: 2019-01-01}}}
          - {id: M2, indikator: {baslinje: {värde: 9}}}

    Underkänns:

        period: {från: 2019-01-01, till: 2020-12-31}
        mål:
          - id: M1
            indikator:
              baslinje: {värde: 9, datum: 2019-01-02}  # <-

    Källa: Brå, Planera uppföljning: vad ni måste veta före åtgärden
    """
    dossier = case.dossier
    for goal in dossier.goals:
        baseline = goal.indicator.baseline if goal.indicator else None
        if baseline is None or baseline.date is None:
            continue
        starts = [day for action in dossier.graph.actions_towards(goal) if (day := begins(action)) is not None]
        begin = min(starts) if starts else bounds(dossier, dossier.document_of(goal))[0]
        if begin is not None and baseline.date > begin:
            yield Finding(
                f"baslinjen för {display_name(goal)} är mätt {baseline.date}, efter att arbetet började {begin}",
                baseline.at("date"),
                "Använd ett värde från tiden innan, om det finns något.",
            )
