"""The municipality's own report and plan where they stand alone: the document itself says what an agreement otherwise tells of it."""

import datetime
import re

from samverkan_cli.checking.rule import Verdicts
from samverkan_cli.diagnostics import Evidence, Finding, Level, Place
from samverkan_cli.models import ContentDocument, SituationReport
from samverkan_cli.models.days import first_of, last_of
from samverkan_cli.project.dossier import Dossier, add_months

_DECIDES = re.compile(
    r"\b(?:kommun|stads?dels?|region)?(?:fullmäktige|styrelse)|nämnd|utskott|delega|\b(?:KF|KS|KSAU|RF|RS)\b", re.IGNORECASE
)
"""Those who decide for a municipality: the council, the board, a committee, or somebody one of them has left it to."""


def decides(organ: str | None) -> bool:
    """Whether somebody decides for a municipality, by what they are called. A chair does only where it has been left to the chair."""
    lowered = (organ or "").lower()
    return bool(_DECIDES.search(lowered)) and ("ordförande" not in lowered or "delega" in lowered)


def decided_and_built_on(plan: ContentDocument, today: datetime.date) -> Verdicts:
    """Whether a plan says that the municipality has decided it, and when, and which report it builds on."""
    adopted = plan.adopted
    help = "Skriv  fastställd: {organ: …, datum: …}  med den nämnd, styrelse eller delegat som beslutade."
    if adopted is None or not (adopted.organ or adopted.date):
        yield Finding("det framgår inte vem som har beslutat åtgärdsplanen, eller när", plan.at("adopted"), help)
    elif not adopted.organ:
        yield Finding("det framgår inte vem som har beslutat åtgärdsplanen", adopted.at("organ"), help)
    elif not decides(adopted.organ):
        yield Finding(f"{adopted.organ} beslutar inte för kommunen", adopted.at("organ"), help)
    elif adopted.date is None:
        yield Finding("det framgår inte när åtgärdsplanen beslutades", adopted.at("date"), help)
    elif first_of(adopted.date) > today:
        yield Finding(f"beslutet är daterat {adopted.date}, och den dagen har inte kommit", adopted.at("date"), help)
    else:
        yield Evidence(adopted.here)
    built = [report for report in plan.builds_on if report.title or report.party or report.date]
    if built:
        yield Evidence(built[0].here)
    else:
        yield Finding(
            "det framgår inte vilken lägesbild åtgärdsplanen bygger på",
            plan.at("builds_on"),
            "Skriv  bygger_på: [{part: …, titel: …, datum: …}]",
        )


def fresh(dossier: Dossier, today: datetime.date) -> Verdicts:
    """Whether the report is updated, or the plan followed up, within two years."""
    main = dossier.main
    report = isinstance(main, SituationReport)
    last, place = (last_of(main.date), main.at("date")) if report else _last_look(dossier)
    if last is None or last > today:
        message = (
            "det framgår inte när lägesbilden är gjord" if report else "det framgår inte när åtgärdsplanen beslutades eller följdes upp"
        )
        yield Finding(message if last is None else f"{last} har inte kommit", place, "Skriv dagen då det gjordes.", level=Level.NOTE)
    elif (due := add_months(last, 24)) < today:
        verb = "lägesbilden är daterad" if report else "åtgärdsplanen följdes senast upp eller beslutades"
        yield Finding(
            f"{verb} {last}; 24 månader därefter är {due}, och det har passerat",
            place,
            "Uppdatera lägesbilden, och skriv den nya dagen." if report else "Följ upp planen, och skriv utfallet med sin dag.",
        )
    else:
        yield Evidence(place)


def _last_look(dossier: Dossier) -> tuple[datetime.date | None, Place]:
    """The last day that a plan was measured or decided, and where it says so."""
    plan = dossier.main
    adopted = plan.adopted
    told = [(value.date, value.at("date")) for value in dossier.measurements if value.date is not None and value.date <= dossier.today]
    if adopted is not None and adopted.date is not None and first_of(adopted.date) <= dossier.today:
        told.append((last_of(adopted.date), adopted.at("date")))
    return max(told, key=lambda one: one[0], default=(last_of(plan.date), plan.at("date")))
