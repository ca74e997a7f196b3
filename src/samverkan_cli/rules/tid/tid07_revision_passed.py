"""TID07."""

import datetime

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.days import last_of
from samverkan_cli.project.interval import every


@rule("TID07", "revidering-passerad", Level.WARNING)
def the_agreement_is_revised_in_time(case: Case) -> Verdicts:
    """Överenskommelsen gås igenom så ofta som den säger

    En överenskommelse som säger att den ses över varje år, och inte gör det, tappar sin trovärdighet.

    Räknas från den senaste av: första dagen, underskrifterna, `senast_gjord` och dagen för den senaste uppföljningen.

    Godkänns:

        # idag: 2020-06-01
        period: {från: 2019-01-01, till: 2020-12-31}
        revidering: {minst: 1, per: år, senast_gjord: 2020-06-01}

    Godkänns:

        # idag: 2020-01-01
        period: {från: 2019-01-01, till: 2020-12-31}
        revidering: {per: år}

    Godkänns:

        # idag: 2020-06-01
        period: {från: 2019-01-01, till: 2020-12-31}
        revidering: {minst: 1, per: år}
        # fil: uppföljning.yaml
        samverkan: 1
        typ: uppföljning
        datum: 2019-12-11

    Godkänns:

        # idag: 2020-06-01
        period: {från: 2019-01-01, till: 2020-12-31}
        revidering: {av: rådet}

    Underkänns:

        # idag: 2020-01-02
        period: {från: 2019-01-01, till: 2020-12-31}
        revidering: {minst: 1, per: år}  # <-

    Källa: Samverkanshandboken, steg 5; överenskommelsens egen revidering
    """
    dossier = case.dossier
    review = dossier.main.review
    interval = every(review)
    if review is None or interval is None:
        return
    known = [dossier.start, dossier.signed, review.last]
    known += [last_of(document.date) for document in dossier.documents if getattr(document, "type", "") == "uppföljning"]
    days = [day for day in known if isinstance(day, datetime.date) and day <= case.today]
    if not days:
        return
    due = interval.after(max(days))
    if due < case.today:
        yield Finding(
            f"{dossier.main.noun.definite} skulle ha gåtts igenom senast {due}",
            review.here,
            "Gå igenom den och skriv  senast_gjord: …  under revidering.",
        )
