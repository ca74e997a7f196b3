"""TID02."""

import datetime

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level, Place
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.periods import bounds, first_day, last_day

Days = tuple[tuple[datetime.date | None, Place], ...]


@rule("TID02", "utanför-perioden", Level.WARNING)
def actions_and_pledges_lie_within_their_period(case: Case) -> Verdicts:
    """Åtgärder och löften ligger inom sin plans och överenskommelsens period

    Det som sker utanför perioden är ingen skyldig att göra eller följa upp.

    Effekter får gärna mätas efter perioden.

    Godkänns:

        period: {från: 2019-01-01, till: 2020-12-31}
        åtgärder: [{id: Å1.1, när: {från: 2019-01-01, till: 2020-12-31}}]

    Underkänns:

        period: {från: 2019-01-01, till: 2020-12-31}
        åtgärder:
          - id: Å1.1
            när:
              från: 2018-12-31  # <-
              till: 2021-01-01  # <-

    Underkänns:

        period: {från: 2019-01-01, till: 2020-12-31}
        # fil: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        period:
          från: 2019-01-01
          till: 2021-03-31  # <-
        åtgärder:
          - id: Å1.1
            när: {från: 2019-02-04, till: 2021-04-01}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 8 och 14
    """
    dossier = case.dossier
    for document in dossier.documents:
        first, last = bounds(dossier, document)
        whole = dossier.is_agreement and (document is dossier.main or document.period is None)
        what = "överenskommelsens period" if whole else "dokumentets period"
        for action in document.actions:
            when = action.when
            if when is not None:
                days: Days = ((when.start, when.at("start")), (when.end, when.at("end")), (when.latest, when.at("latest")))
                yield from _outside(display_name(action), what, days, first, last)
        for pledge in document.pledges:
            if pledge.period is not None:
                days = (
                    (first_day(pledge.period), pledge.period.at("start")),
                    (last_day(pledge.period), pledge.period.at("end")),
                )
                yield from _outside(display_name(pledge), what, days, first, last)
        if (
            document is not dossier.main
            and document.period is not None
            and getattr(document, "type", "") in ("åtgärdsplan", "medborgarlöfte")
        ):
            own = (
                (first_day(document.period), document.period.at("start")),
                (last_day(document.period), document.period.at("end")),
            )
            yield from _outside(
                f"perioden för {document.title or 'dokumentet'}",
                "överenskommelsens period",
                own,
                dossier.start,
                dossier.end,
            )


def _outside(
    name: str,
    what: str,
    days: Days,
    first: datetime.date | None,
    last: datetime.date | None,
) -> Verdicts:
    for day, place in days:
        if day is not None and first is not None and day < first:
            yield Finding(f"{name}: {day} ligger före {what}, som börjar {first}", place, "Flytta datumet, eller ändra perioden.")
        elif day is not None and last is not None and day > last:
            yield Finding(
                f"{name}: {day} ligger efter {what}, som slutar {last}",
                place,
                "Flytta datumet, eller förläng perioden.",
            )
