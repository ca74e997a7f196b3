"""KED06."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.keys import display_name
from samverkan_cli.swedish import number


@rule("KED06", "riktning-mot-egna-siffror", Level.ERROR)
def the_direction_agrees_with_the_figures(case: Case) -> Verdicts:
    """Riktningen stämmer med målets egna siffror

    Står det att värdet ska minska men målnivån är högre än baslinjen är något av det fel, och uppföljningen kommer att läsas bakvänt.

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

    Källa: Filformatet samverkan 1; Brå, Samverkanshandboken, steg 4
    """
    for goal in case.dossier.goals:
        indicator = goal.indicator
        if indicator is None or indicator.baseline is None or indicator.target is None:
            continue
        before, wanted = indicator.baseline.value, indicator.target.value
        if before is None or wanted is None or indicator.direction is None:
            continue
        right = {"minska": wanted < before, "öka": wanted > before, "behålla": True}[indicator.direction]
        if not right:
            yield Finding(
                f"{display_name(goal)} ska {indicator.direction}, men går från {number(before)} till {number(wanted)}",
                indicator.target.at("value"),
                "Rätta riktningen eller siffrorna.",
                related=((indicator.baseline.at("value"), "baslinjen"), (indicator.at("direction"), "riktningen")),
            )
