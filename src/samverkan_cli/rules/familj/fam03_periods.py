"""FAM03."""

import datetime

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.days import KnownDay, PartialDate, first_of, last_of
from samverkan_cli.project.dossier import Dossier


@rule("FAM03", "perioder-som-inte-passar", Level.WARNING)
def the_periods_fit(case: Case) -> Verdicts:
    """Delens period ryms i den ovanför

    En del som gäller längre än helheten står till slut utan grund.

    Förlängningar räknas med. Av en början som bara är känd till månaden eller året påstås inte mer än vad som är säkert.

    Godkänns:

        del_av: {fil: ovanför.yaml}
        period: {från: 2023-01-01, till: 2026-12-31}
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        period: {från: 2023-01-01, till: 2026-12-31}

    Godkänns:

        del_av: {fil: ovanför.yaml}
        period: {från: 2023, till: 2026-12-31}
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        period: {från: 2023-12-31, till: 2026-12-31}

    Underkänns:

        del_av: {fil: ovanför.yaml}
        period:
          från: 2022-12-31  # <-
          till: 2027-01-01  # <-
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        period: {från: 2023-01-01, till: 2026-12-31}

    Underkänns:

        del_av: {fil: ovanför.yaml}
        period: {från: 2022-12}  # <-
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        period: {från: 2023}

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
    own, whole = _start(dossier), _start(above)
    if own is not None and whole is not None and last_of(own) < first_of(whole):
        yield Finding(
            f"delen gäller från {own}, men den ovanför börjar {whole}",
            dossier.agreement.at("period", "start"),
            "Flytta början, eller låt den ovanför börja tidigare.",
            related=((above.agreement.at("period", "start"), "början ovanför"),),
        )


def _start(dossier: Dossier) -> KnownDay | None:
    """The first day as it is written, or the day of the last signature."""
    start = dossier.agreement.period.start if dossier.agreement.period else None
    return start if isinstance(start, datetime.date | PartialDate) else dossier.start
