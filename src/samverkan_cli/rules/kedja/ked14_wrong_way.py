"""KED14."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.due import counting, measured
from samverkan_cli.project.latest import holds_for
from samverkan_cli.project.margin import difference
from samverkan_cli.project.progress import is_against, is_reached, starting_point
from samverkan_cli.swedish import number


@rule("KED14", "går-åt-fel-håll", Level.WARNING)
def goals_move_their_own_way(case: Case) -> Verdicts:
    """Målets värde går åt det håll som målet säger

    Går det åt fel håll behöver ni få veta det medan det går att ändra något, inte när perioden är slut.

    Det senaste mätvärdet i tiden jämförs med baslinjen, och utan baslinje med det första mätvärdet. Det är en varning när skillnaden är större än
    felmarginalen, eller när alla är räknade (`undersökning: total`). Annars är det en upplysning: skillnaden kan vara slump. Felmarginalen räknas ut
    när värdet är en andel i procent av dem som svarade i ett urval (`undersökning: urval` och `svar`). Ett mål som redan har missats står i TID12.

    Godkänns:

        mål:
          - id: M1
            indikator: {riktning: minska, baslinje: {värde: 24, datum: 2018-03-15}, undersökning: total}
          - id: M2
            indikator: {riktning: öka, baslinje: {värde: 24, datum: 2018-03-15}, undersökning: total}
          - id: M3
            indikator: {riktning: behålla, baslinje: {värde: 24, datum: 2018-03-15}, undersökning: total}
          - id: M4
            indikator: {riktning: minska, undersökning: total}
        mätvärden:
          - {mål: M1, värde: 30, datum: 2019-01-15}
          - {mål: M1, värde: 24, datum: 2019-03-15}
          - {mål: M2, värde: 25, datum: 2019-03-15}
          - {mål: M3, värde: 30, datum: 2019-03-15}
          - {mål: M4, värde: 30, datum: 2019-03-15}

    Underkänns:

        mål:
          - id: M1
            indikator:  # <-
              riktning: minska
              undersökning: total
              baslinje: {värde: 24, datum: 2018-03-15}
          - id: M2
            indikator:  # <- upplysning
              riktning: öka
              baslinje: {värde: 24, datum: 2018-03-15}
          - id: M3
            indikator:  # <-
              riktning: minska
              baslinje: {värde: 24, datum: 2018-03-15, felmarginal: 3}
          - id: M4
            indikator:  # <- upplysning
              riktning: minska
              baslinje: {värde: 24, datum: 2018-03-15, felmarginal: 3}
          - id: M5
            indikator:  # <-
              riktning: minska
              undersökning: total
        mätvärden:
          - {mål: M1, värde: 25, datum: 2019-03-15}
          - {mål: M2, värde: 23, datum: 2019-03-15}
          - {mål: M3, värde: 28.5, datum: 2019-03-15, felmarginal: 3}
          - {mål: M4, värde: 28, datum: 2019-03-15, felmarginal: 3}
          - {mål: M5, värde: 24, datum: 2018-03-15}
          - {mål: M5, värde: 25, datum: 2019-03-15}

    Underkänns:

        # idag: 2020-06-01
        mål:
          - id: M1
            indikator:  # <-
              riktning: minska
              undersökning: total
              baslinje: {värde: 24, datum: 2018-03-15}
              målnivå: {värde: 18, datum: 2020-06-02}
        mätvärden: [{mål: M1, värde: 25, datum: 2020-05-15}]

    Källa: Brå, Följ upp om problemen har påverkats
    """
    dossier = case.dossier
    for goal in dossier.goals:
        indicator, values = goal.indicator, measured(dossier, goal, case.today)
        before = starting_point(goal, values)
        if indicator is None or before is None or not values:
            continue
        latest, missed = values[-1], counting(dossier, goal, case.today)
        moved = difference(indicator, before, latest)
        if moved is None or not is_against(indicator, before, latest):
            continue
        if missed is not None and missed.value is not None and is_reached(indicator, missed.value) is False:
            continue
        yield Finding(
            f"{display_name(goal)} går åt fel håll: värdet ska {'öka' if moved.size < 0 else 'minska'} från {number(before.value or 0)}, "
            f"men är {number(latest.value or 0)} ({holds_for(dossier, latest)}){_doubt(moved.is_within, moved.is_certain)}",
            goal.at("indicator"),
            "Skriv i uppföljningen vad ni tror att det beror på, och vad ni ändrar.",
            related=((latest.here, "mätvärdet"),),
            level=None if moved.is_certain else Level.NOTE,
        )


def _doubt(within: bool, certain: bool) -> str:
    if within:
        return "; skillnaden ligger inom felmarginalen"
    return "" if certain else "; det kan vara slump, för felmarginalen är inte känd"
