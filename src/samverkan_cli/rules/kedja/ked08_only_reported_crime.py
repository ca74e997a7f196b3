"""KED08."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.goals import Goal
from samverkan_cli.rules._situation_reports import kind_of_source


@rule("KED08", "bara-anmälda-brott", Level.NOTE)
def reported_crime_is_not_the_only_indicator(case: Case) -> Verdicts:
    """Anmälda brott är inte det enda måttet

    Antalet anmälningar ändras också när fler vågar anmäla. Den som både vill ha fler anmälningar och färre anmälda brott kan inte nå båda målen.

    Ta med ett mått till för problemet, eller skriv under `motivering` varför anmälningarna räcker.

    Godkänns:

        problem: [{id: P5}]
        mål:
          - {id: M5, typ: effekt, gäller_problem: [P5], indikator: {mått: anmälda inbrott per 1 000 småhus, motivering: Nästan alla inbrott anmäls.}}

    Godkänns:

        problem: [{id: P1}, {id: P5}]
        mål:
          - {id: M1, typ: produktion, gäller_problem: [P1], indikator: {mått: anmälda rån}}
          - {id: M5, typ: effekt, gäller_problem: [P5], indikator: {mått: anmälda inbrott per 1 000 småhus}}
          - {id: M6, typ: effekt, gäller_problem: [P5], indikator: {mått: andel som känner sig trygga hemma}}

    Underkänns:

        problem: [{id: P5}]
        mål:
          - id: M5
            typ: effekt
            gäller_problem: [P5]
            indikator:
              mått: anmälda inbrott per 1 000 småhus  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 13; Brå, Planera uppföljning
    """
    dossier = case.dossier
    for problem in dossier.problems:
        effects = [goal for goal in dossier.graph.goals_of(problem) if goal.type == "effekt" and goal.indicator and goal.indicator.measure]
        if not effects or any(not _counts_reports(goal) for goal in effects):
            continue
        for goal in effects:
            if goal.indicator is not None and not goal.indicator.motivation:
                yield Finding(
                    f"anmälda brott är det enda måttet för {problem.id}",
                    goal.at("indicator", "measure"),
                    "Lägg till ett mått av ett annat slag, till exempel ur en trygghetsmätning, eller skriv en motivering.",
                )
                break


def _counts_reports(goal: Goal) -> bool:
    indicator = goal.indicator
    return indicator is not None and kind_of_source(f"{indicator.measure} {indicator.source or ''}") == "anmälningar"
