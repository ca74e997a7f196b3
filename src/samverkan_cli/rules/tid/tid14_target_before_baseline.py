"""TID14."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.keys import display_name


@rule("TID14", "målnivå-före-baslinje", Level.ERROR)
def the_target_comes_after_the_baseline(case: Case) -> Verdicts:
    """Målnivån ligger efter baslinjen i tiden

    En målnivå som skulle nås innan utgångsläget var mätt kan ingen följa upp; oftast är ett årtal felskrivet.

    Godkänns:

        mål:
          - {id: M1, indikator: {baslinje: {värde: 9, datum: 2018-03-15}, målnivå: {värde: 7, datum: 2018-03-15}}}
          - {id: M2, indikator: {baslinje: {värde: 9}, målnivå: {värde: 7, datum: 2010-03-15}}}

    Underkänns:

        mål:
          - id: M1
            indikator:
              baslinje: {värde: 9, datum: 2018-03-15}
              målnivå: {värde: 7, datum: 2018-03-14}  # <-

    Källa: Brå, Planera uppföljning: vad ni måste veta före åtgärden
    """
    for goal in case.dossier.goals:
        before = goal.indicator.baseline if goal.indicator else None
        after = goal.indicator.target if goal.indicator else None
        if before and after and before.date and after.date and after.date < before.date:
            yield Finding(
                f"målnivån för {display_name(goal)} ska nås {after.date}, innan baslinjen är mätt {before.date}",
                after.at("date"),
                "Rätta det datum som är felskrivet.",
                related=((before.at("date"), "baslinjen"),),
            )
