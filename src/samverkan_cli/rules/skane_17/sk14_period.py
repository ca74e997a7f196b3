"""SK14."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.scalars import UNTIL_FURTHER_NOTICE
from samverkan_cli.swedish import listing


@rule("SK14", "giltighetstid", Level.ERROR, step=3, also_serves=("SH06",))
def the_period_has_both_ends(case: Case) -> Verdicts:
    """Det står för vilken period överenskommelsen gäller

    En överenskommelse utan slut omprövas sällan (checklistan, punkt 14).

    Perioden har både början och slut. `tills vidare` är en varning; med revidering och uppsägning blir den mildare sagd.

    Godkänns:

        period: {från: 2019-01-01, till: 2020-12-31}

    Godkänns:

        period: {från: underskrift, längd: 4 år}

    Underkänns:

        period: {från: 2019-01-01}  # <-

    Underkänns:

        period: {från: underskrift, till: tills vidare}  # <- varning

    Underkänns:

        period: {till: 2020-12-31}  # <-

    Underkänns:

        # bedömning: delvis
        period:
          från: 2019-01-01
          till: 2020-12-31  # <- varning
        förlängning: [{till: tills vidare, skäl: Vi hann inte.}]

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 14; Samverkanshandboken
    """
    agreement = case.dossier.agreement
    period = agreement.period
    missing = []
    if period is None or period.start is None:
        missing.append(("början", agreement.at("period", "start")))
    if period is None or (period.end is None and period.length is None):
        missing.append(("slut", agreement.at("period", "end")))
    if missing:
        words = listing(word for word, _ in missing)
        message = "det står inte för vilken period överenskommelsen gäller" if len(missing) == 2 else f"perioden saknar {words}"
        paste = "period: {från: …, till: …}" if period is None else ""
        yield Finding(
            message,
            missing[0][1],
            {"början": "Skriv första dagen:  från: 2019-01-01", "slut": "Skriv sista dagen:  till: 2020-12-31  (eller  längd: 4 år)."}.get(
                words, "Skriv första och sista dagen."
            ),
            suggestion=paste,
            cured_by=frozenset({"period"}) if period is None else frozenset(),
        )
    if period is None or len(missing) == 2:
        return
    yield Evidence(period.here)
    ends = [period.end, *(one.end for one in agreement.extensions)]
    if UNTIL_FURTHER_NOTICE in ends and case.dossier.end is None:
        mild = agreement.review is not None and agreement.termination is not None
        message = (
            "överenskommelsen gäller tills vidare; revidering och uppsägning finns, men ett slutdatum gör att den omprövas"
            if mild
            else "överenskommelsen gäller tills vidare"
        )
        yield Finding(
            message,
            period.at("end"),
            "Skriv en sista dag. Annars: skriv revidering och uppsägning.",
            level=Level.WARNING,
            progress="tills vidare",
        )
