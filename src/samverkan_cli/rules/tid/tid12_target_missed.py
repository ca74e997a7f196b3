"""TID12."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.goals import Goal, Measurement
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.due import counted
from samverkan_cli.project.latest import holds_for
from samverkan_cli.project.margin import difference
from samverkan_cli.project.progress import is_against, is_reached, starting_point, way
from samverkan_cli.swedish import number


@rule("TID12", "målet-nåddes-inte", Level.WARNING)
def goals_are_reached_on_their_day(case: Case) -> Verdicts:
    """Målet är nått när målnivåns dag har passerat

    Ett mål som inte nåddes är det viktigaste uppföljningen har att säga: det avgör vad ni gör härnäst.

    Det mätvärde som räknas är det senaste från målnivåns dag och framåt. Finns inget räknas ett från året innan, men först när tre månader har gått:
    så länge väntar målet på sin mätning. Ett värde som bara ska behållas kan ha rört sig av en slump. Är felmarginalen inte känd är det en upplysning.

    Godkänns:

        # idag: 2020-06-01
        mål:
          - id: M1
            indikator: {riktning: minska, baslinje: {värde: 9}, målnivå: {värde: 7, datum: 2020-03-15}}
        mätvärden: [{mål: M1, värde: 8, datum: 2019-03-15}, {mål: M1, värde: 7, datum: 2020-03-15}]

    Godkänns:

        # idag: 2020-06-15
        mål:
          - id: M1
            indikator: {riktning: minska, målnivå: {värde: 7, datum: 2020-03-15}}
          - id: M2
            indikator: {målnivå: {värde: 7, datum: 2020-01-15}}
          - id: M3
            indikator: {riktning: behålla, målnivå: {värde: 7, datum: 2020-01-15}}
          - id: M4
            indikator: {riktning: öka, målnivå: {värde: 7, datum: 2020-01-15}}
        mätvärden:
          - {mål: M1, värde: 8, datum: 2020-03-14}
          - {mål: M2, värde: 8, datum: 2020-01-15}
          - {mål: M3, värde: 7, datum: 2020-01-15}
          - {mål: M4, värde: 8, datum: 2020-01-15}

    Underkänns:

        # idag: 2020-03-15
        mål:
          - id: M1
            indikator:
              riktning: minska
              målnivå: {värde: 7, datum: 2020-03-15}  # <-
          - id: M2
            indikator:
              baslinje: {värde: 5}
              målnivå: {värde: 7, datum: 2020-03-15}  # <-
          - id: M3
            indikator:
              riktning: behålla
              målnivå: {värde: 7, datum: 2020-03-15}  # <- upplysning
        mätvärden:
          - {mål: M1, värde: 8, datum: 2020-03-15}
          - {mål: M2, värde: 6, datum: 2020-03-15}
          - {mål: M3, värde: 8, datum: 2020-03-15}

    Underkänns:

        # idag: 2020-06-16
        mål:
          - id: M1
            indikator:
              riktning: minska
              målnivå: {värde: 7, datum: 2020-03-15}  # <-
        mätvärden: [{mål: M1, värde: 8, datum: 2019-03-15}]

    Källa: Brå, Följ upp om problemen har påverkats; Samverkanshandboken, steg 5
    """
    dossier = case.dossier
    for goal in dossier.goals:
        indicator, values = goal.indicator, counted(dossier, goal, case.today)
        if indicator is None or indicator.target is None or indicator.target.value is None or not values:
            continue
        *before, latest = values
        if latest.value is None or is_reached(indicator, latest.value) is not False:
            continue
        rest = difference(indicator, indicator.target.value, latest)
        doubt = not way(indicator) and not (rest is not None and rest.is_certain)
        once = any(one.value is not None and is_reached(indicator, one.value) for one in before)
        yield Finding(
            f"{display_name(goal)} {'nåddes men är inte nått längre' if once else 'nåddes inte'}: "
            f"målnivån är {number(indicator.target.value)} den {indicator.target.date}, "
            f"men värdet är {number(latest.value)} ({holds_for(dossier, latest)}){_more(goal, latest)}",
            indicator.at("target"),
            "Skriv i uppföljningen vad som stod i vägen, och besluta vad ni gör nu.",
            related=((latest.here, "mätvärdet"),),
            level=Level.NOTE if doubt else None,
        )


def _more(goal: Goal, latest: Measurement) -> str:
    """What is to be said beside: that the value has moved the wrong way, and that chance may be all that is left."""
    indicator = goal.indicator
    start = starting_point(goal, ())
    if indicator is None or indicator.target is None or indicator.target.value is None:
        return ""
    rest = difference(indicator, indicator.target.value, latest)
    wrong = "; värdet har gått åt fel håll sedan baslinjen" if start is not None and is_against(indicator, start, latest) else ""
    return wrong + ("; skillnaden ligger inom felmarginalen" if rest is not None and rest.is_within else "")
