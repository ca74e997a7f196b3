"""TID11."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level


@rule("TID11", "perioden-har-gått-ut", Level.NOTE)
def the_period_has_ended(case: Case) -> Verdicts:
    """Perioden har gått ut

    En avslutad överenskommelse är historia. Den bedöms som på sin sista dag, så att tiden i sig inte gör den sämre.

    Godkänns:

        # idag: 2020-12-31
        period: {från: 2019-01-01, till: 2020-12-31}

    Underkänns:

        # idag: 2021-01-01
        period:
          från: 2019-01-01
          till: 2020-12-31  # <-

    Källa: Filformatet samverkan 1
    """
    dossier = case.dossier
    if dossier.end is not None and dossier.clock is not None and dossier.clock > dossier.end:
        yield Finding(
            f"överenskommelsen gick ut {dossier.end}; den bedöms som på sin sista dag",
            dossier.agreement.at("period", "end"),
            "Gäller den fortfarande? Skriv beslutet under förlängning, eller en ny överenskommelse med ersätter.",
        )
