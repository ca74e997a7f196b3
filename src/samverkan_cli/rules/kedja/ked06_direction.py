"""KED06."""

from dataclasses import replace

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.goals import Goal, Indicator
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.progress import RISE
from samverkan_cli.swedish import number


@rule("KED06", "riktning-mot-egna-siffror", Level.ERROR)
def the_direction_agrees_with_the_figures(case: Case) -> Verdicts:
    """Riktningen stämmer med målets egna siffror

    Står det att värdet ska minska men målnivån är högre än baslinjen är något av det fel, och uppföljningen kommer att läsas bakvänt.

    Ett mål som ska behållas har samma siffra före och efter, och ingen grupp ska gå åt andra hållet än målet. Det är varningar.

    Godkänns:

        mål:
          - id: M1
            indikator: {riktning: minska, baslinje: {värde: 9}, målnivå: {värde: 7}}
          - id: M2
            indikator: {riktning: behålla, baslinje: {värde: 9}, målnivå: {värde: 9}}
          - id: M3
            indikator: {riktning: minska}
          - id: M4
            indikator: {baslinje: {värde: 9}, målnivå: {värde: 7}}
          - id: M5
            indikator: {riktning: öka, baslinje: {värde: 9, uppdelning: {flickor: 6}}, målnivå: {värde: 10, uppdelning: {flickor: 6}}}

    Underkänns:

        mål:
          - id: M1
            indikator:
              riktning: öka
              baslinje: {värde: 9}
              målnivå: {värde: 7}  # <-

    Underkänns:

        mål:
          - id: M1
            indikator:
              riktning: minska
              baslinje: {värde: 9}
              målnivå: {värde: 9}  # <-
          - id: M2
            indikator:
              riktning: öka
              baslinje: {värde: 9}
              målnivå: {värde: 9}  # <-

    Underkänns:

        mål:
          - id: M1
            indikator:
              riktning: behålla
              baslinje: {värde: 9}
              målnivå: {värde: 8}  # <- varning
          - id: M2
            indikator:
              riktning: minska
              baslinje: {värde: 9, uppdelning: {flickor: 6, pojkar: 12, andra: 3}}
              målnivå:
                värde: 7
                uppdelning:
                  flickor: 7  # <- varning
                  pojkar: 7
                  andra: 3
          - id: M3
            indikator:
              riktning: öka
              baslinje: {värde: 7, uppdelning: {flickor: 6, pojkar: 8, andra: 3}}
              målnivå:
                värde: 9
                uppdelning:
                  flickor: 5  # <- varning
                  pojkar: 13
                  andra: 3

    Källa: Filformatet samverkan 1; Brå, Samverkanshandboken, steg 4
    """
    for goal in case.dossier.goals:
        indicator = goal.indicator
        if indicator is None or indicator.baseline is None or indicator.target is None:
            continue
        before, wanted = indicator.baseline.value, indicator.target.value
        if before is None or wanted is None or indicator.direction is None:
            continue
        way = RISE.get(indicator.direction, 0)
        if (wanted - before) * way <= 0 and way:
            yield _against(goal, indicator, before, wanted, "value")
        elif not way and wanted != before:
            yield replace(_against(goal, indicator, before, wanted, "value"), level=Level.WARNING)
        for group, now in (indicator.target.split or {}).items():
            then = (indicator.baseline.split or {}).get(group)
            if then is not None and (now - then) * way < 0:
                found = _against(goal, indicator, then, now, "split", group)
                yield replace(found, place=indicator.target.at("split") / group, level=Level.WARNING)


def _against(goal: Goal, indicator: Indicator, before: float, after: float, name: str, group: str = "") -> Finding:
    assert indicator.baseline is not None and indicator.target is not None
    whose = f"{group} i " if group else ""
    return Finding(
        f"{whose}{display_name(goal)} ska {indicator.direction}, men går från {number(before)} till {number(after)}",
        indicator.target.at(name),
        "Rätta riktningen eller siffrorna.",
        related=((indicator.baseline.at(name), "baslinjen"), (indicator.at("direction"), "riktningen")),
    )
