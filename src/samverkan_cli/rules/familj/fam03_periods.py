"""FAM03."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level


@rule("FAM03", "perioder-som-inte-passar", Level.WARNING)
def the_periods_fit(case: Case) -> Verdicts:
    """Delens period ryms i den ovanför

    En del som gäller längre än helheten står till slut utan grund.

    Godkänns:

        del_av: {fil: ovanför.yaml}
        period: {från: 2023-01-01, till: 2026-12-31}
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        period: {från: 2023-01-01, till: 2026-12-31}

    Underkänns:

        del_av: {fil: ovanför.yaml}
        period:
          från: 2022-12-31  # <-
          till: 2027-01-01  # <-
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        period: {från: 2023-01-01, till: 2026-12-31}

    Källa: Arjeplogs och Arvidsjaurs överenskommelse, del 1 och del 2
    """
    dossier = case.dossier
    above = dossier.family.above
    if above is None:
        return
    if dossier.end and above.end and dossier.end > above.end:
        yield Finding(
            f"delen gäller till {dossier.end}, men den ovanför slutar {above.end}",
            dossier.agreement.at("period", "end"),
            "Korta perioden, eller förläng den ovanför.",
            related=((above.agreement.at("period", "end"), "slutet ovanför"),),
        )
    if dossier.start and above.start and dossier.start < above.start:
        yield Finding(
            f"delen gäller från {dossier.start}, men den ovanför börjar {above.start}",
            dossier.agreement.at("period", "start"),
            "Flytta början, eller låt den ovanför börja tidigare.",
            related=((above.agreement.at("period", "start"), "början ovanför"),),
        )
