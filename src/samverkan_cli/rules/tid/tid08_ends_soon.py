"""TID08."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.days import add_months


@rule("TID08", "slutar-snart", Level.NOTE)
def the_end_is_near(case: Case) -> Verdicts:
    """Perioden slutar inom sex månader

    En ny överenskommelse tar tid: lägesbilder, dialog, orsaker och beslut. Börjar ni nu hinner den bli klar.

    Godkänns:

        # idag: 2020-06-14
        period: {från: 2019-01-01, till: 2020-12-15}

    Underkänns:

        # idag: 2020-06-15
        period:
          från: 2019-01-01
          till: 2020-12-15  # <-

    Underkänns:

        # idag: 2020-12-15
        period:
          från: 2019-01-01
          till: 2020-12-15  # <-

    Källa: Samverkanshandboken, steg 5: uppföljningen är underlag när samverkan börjar om
    """
    dossier = case.dossier
    clock = dossier.clock or case.today
    if dossier.end is not None and clock <= dossier.end <= add_months(clock, 6):
        yield Finding(
            f"{dossier.main.noun.definite} slutar {dossier.end}",
            dossier.main.at("period", "end"),
            "Börja arbetet med nästa, eller besluta om förlängning.",
        )
