"""TID03."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.keys import display_name
from samverkan_cli.rules._dates import begins


@rule("TID03", "mäts-för-tidigt", Level.WARNING)
def effects_are_measured_after_the_actions_begin(case: Case) -> Verdicts:
    """Effekten mäts efter att åtgärderna har börjat

    En mätning som görs innan någon åtgärd har börjat kan inte visa vad åtgärderna gav.

    Godkänns:

        mål:
          - {id: M1, typ: effekt, indikator: {målnivå: {värde: 7, datum: 2019-02-04}}}
          - {id: M2, typ: effekt, delmål_till: M1}
          - {id: M3, typ: produktion, delmål_till: M1, indikator: {målnivå: {värde: 100, datum: 2019-01-31}}}
        åtgärder: [{id: Å1.1, bidrar_till_mål: [M1, M3], när: {från: 2019-02-04}}]

    Underkänns:

        mål:
          - id: M1
            typ: effekt
            indikator:
              målnivå: {värde: 7, datum: 2019-02-03}  # <-
        åtgärder: [{id: Å1.1, bidrar_till_mål: [M1], när: {från: 2019-02-04}}]

    Källa: Brå, Planera uppföljning: när väntas effekten
    """
    dossier = case.dossier
    for goal in dossier.goals:
        target = goal.indicator.target if goal.indicator else None
        if goal.type != "effekt" or target is None or target.date is None:
            continue
        starts = [(day, action) for action in dossier.graph.actions_towards(goal) if (day := begins(action)) is not None]
        if starts and target.date < min(day for day, _ in starts):
            first, action = min(starts, key=lambda item: item[0])
            yield Finding(
                f"{display_name(goal)} mäts {target.date}, innan den första åtgärden börjar {first}",
                target.at("date"),
                "Flytta mätningen till efter det att åtgärderna har börjat verka.",
                related=((action.at("when"), display_name(action)),),
                superseded_by=("TID14",),
            )
