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
        it = dossier.main.noun.pronoun
        yield Finding(
            f"{dossier.main.noun.definite} gick ut {dossier.end}; {it} bedöms som på sin sista dag",
            dossier.main.at("period", "end"),
            f"Gäller {it} fortfarande? Skriv beslutet under förlängning, eller {dossier.main.noun.a_new} med ersätter.",
        )
