"""LAG06."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Place
from samverkan_cli.models import SituationReport
from samverkan_cli.models.action_plan import ActionPlan
from samverkan_cli.models.days import KnownDay, add_months, last_of, order
from samverkan_cli.models.follow_up import FollowUpDocument
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules.lag_2023_196 import PLANS_FROM
from samverkan_cli.rules.lag_2023_196._bound import has_happened, not_bound, own_document, own_reports, plans
from samverkan_cli.rules.lag_2023_196.lag05_plan import decides_for_municipality

Dated = tuple[KnownDay, Place, str]

_DONE = {"lägesbild": "uppdaterades", "åtgärdsplan": "följdes upp eller beslutades"}
_HELP = {
    "lägesbild": "Uppdatera lägesbilden och skriv den nya dagen.",
    "åtgärdsplan": "Följ upp planen och skriv dagen under uppföljd.",
}


@rule("LAG06", "uppdaterad-vartannat-år", Level.WARNING, step=5)
def the_report_and_the_plan_are_fresh(case: Case) -> Verdicts:
    """Lägesbilden är uppdaterad och planen uppföljd vartannat år

    Lagen kräver två saker minst vartannat år: att lägesbilden uppdateras och att åtgärdsplanen följs upp.

    Lagen säger inte från vilken dag man ska räkna. Här räknas 24 månader från lägesbildens dag, och från planens uppföljning (`uppföljd`, en
    uppföljning bland bilagorna eller en mätning) eller, om den inte har följts upp, från beslutet. Dessförinnan är det inte aktuellt att göra det igen.
    Efter 24 månader är det en upplysning; när även det andra kalenderåret är slut har ingen räkning kvar något utrymme, och det är en
    varning. Av en månad eller ett år räknas den sista dagen. Paragrafen binder kommunen från 2023-07-01, för planen från 2024-07-01.

    Godkänns:

        # idag: 2026-03-11
        kommunens_lägesbild: {titel: Lägesbild 2024, datum: 2024-03-11}
        kommunens_åtgärdsplan: {titel: Åtgärdsplan, datum: 2024-05-20}

    Godkänns:

        # idag: 2026-03-11
        parter: [{id: kommun, typ: kommun}]
        kommunens_lägesbild: {titel: Lägesbild 2020, datum: 2020-03-11}
        kommunens_åtgärdsplan: {titel: Åtgärdsplan, datum: 2022-05-20, uppföljd: 2025-04-15}
        # fil: ny.yaml
        samverkan: 1
        typ: lägesbild
        part: kommun
        datum: 2025-10-01

    Underkänns:

        # idag: 2026-03-12
        kommunens_lägesbild: {titel: Lägesbild 2024, datum: 2024-03-11}  # <- upplysning
        kommunens_åtgärdsplan: {titel: Åtgärdsplan, datum: 2023-05-20, uppföljd: 2025-04-15}

    Underkänns:

        # idag: 2026-12-31
        kommunens_lägesbild: {titel: Lägesbild 2024, datum: 2024-03-11}  # <- upplysning
        kommunens_åtgärdsplan: {titel: Åtgärdsplan, datum: 2024-05-20, uppföljd: 2025-04-15}

    Underkänns:

        # idag: 2027-01-01
        kommunens_lägesbild: {titel: Lägesbild 2024, datum: 2024-03-11}  # <-
        kommunens_åtgärdsplan:
          titel: Åtgärdsplan
          datum: 2024-12-31  # <-

    Underkänns:

        # idag: 2024-07-01
        kommunens_lägesbild: {titel: Lägesbild 2024}  # <- upplysning
        kommunens_åtgärdsplan:  # <- upplysning

    Godkänns:

        # idag: 2024-03-11
        # för sig: lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        datum: 2024-03-11

    Godkänns:

        # idag: 2027-05-20
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {organ: kommunstyrelsen, datum: 2024-05-20}
        mätvärden: [{datum: 2027-05-20, värde: 3}]

    Underkänns:

        # idag: 2024-03-10
        # för sig: lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        datum: 2024-03-11  # <- upplysning

    Underkänns:

        # idag: 2026-05-21
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {organ: kommunstyrelsen, datum: 2024-05-20}  # <- upplysning
        mätvärden: [{datum: 2026-05-22, värde: 3}]

    Underkänns:

        # idag: 2026-05-21
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan  # <- upplysning

    Källa: Lagen (2023:196), 6 §
    """
    dossier = case.dossier
    if (free := not_bound(case)) is not None:
        yield free
        return
    if not isinstance(dossier.main, ActionPlan):
        place = dossier.main.at("date") if own_document(dossier) else dossier.agreement.at("own_report")
        yield from _half("lägesbild", _report(dossier), dossier, place, "LAG04")
    if isinstance(dossier.main, SituationReport):
        return
    if (free := not_bound(case, PLANS_FROM)) is not None:
        yield free
        return
    place = dossier.main.at("adopted") if own_document(dossier) else dossier.agreement.at("own_plan")
    yield from _half("åtgärdsplan", _plan(dossier), dossier, place, "LAG05")


def _half(what: str, last: Dated | None, dossier: Dossier, missing_at: Place, told_by: str) -> Verdicts:
    """One of the two things that are asked for every second year."""
    if last is None:
        key = f"kommunens_{what}"
        yield Finding(
            f"det framgår inte när kommunens {what} senast {_DONE[what]}",
            missing_at,
            f"Skriv dagen:  {key}: {{titel: …, datum: …}}",
            cured_by=frozenset({key}),
            superseded_by=() if own_document(dossier) else (told_by,),
            level=Level.NOTE,
        )
        return
    day, place, verb = last
    due = add_months(last_of(day), 24)
    year_after_next = last_of(day).year + 2
    if dossier.today <= due:
        yield Evidence(place, why=f"kommunens {what} {verb} {day}, och 24 månader har inte gått")
        return
    over = dossier.today.year > year_after_next
    more = f", och även det andra kalenderåret, {year_after_next}, är slut" if over else ""
    yield Finding(
        f"kommunens {what} {verb} {day}; räknat därifrån gick 24 månader ut {due}{more}",
        place,
        _HELP[what],
        level=None if over else Level.NOTE,
        progress=f"{what}en: 24 månader gick ut {due}",
    )


def _report(dossier: Dossier) -> Dated | None:
    """The latest day of the municipality's report."""
    own = dossier.agreement.own_report
    cited: list[tuple[KnownDay | None, Place]] = [(own.date, own.at("date"))] if own is not None else []
    cited += [(report.date, report.at("date")) for report in own_reports(dossier)]
    return _latest(dossier, [(day, place, "är daterad") for day, place in cited])


def _plan(dossier: Dossier) -> Dated | None:
    """The latest day on which the municipality's plan was followed up; while it never was, the day on which it was decided."""
    own = dossier.agreement.own_plan
    mine = [plan for plan in plans(dossier) if own_document(dossier) or decides_for_municipality(dossier, plan)]
    followed: list[tuple[KnownDay | None, Place, str]] = []
    decided: list[tuple[KnownDay | None, Place, str]] = []
    if own is not None:
        followed.append((own.followed_up, own.at("followed_up"), "följdes upp"))
        decided.append((own.date, own.at("date"), "beslutades"))
    if mine:
        reports = (document for document in dossier.documents if isinstance(document, FollowUpDocument))
        followed += [(report.date, report.at("date"), "följdes upp") for report in reports]
        followed += [(value.date, value.at("date"), "följdes upp") for value in dossier.measurements]
    for plan in mine:
        followed.append((plan.review.last if plan.review else None, plan.at("review", "last"), "följdes upp"))
        decided.append((plan.adopted.date if plan.adopted else None, plan.at("adopted", "date"), "beslutades"))
    return _latest(dossier, followed) or _latest(dossier, decided)


def _latest(dossier: Dossier, days: list[tuple[KnownDay | None, Place, str]]) -> Dated | None:
    happened = [(day, place, verb) for day, place, verb in days if day is not None and has_happened(dossier, day)]
    return max(happened, key=lambda one: order(one[0]), default=None)
