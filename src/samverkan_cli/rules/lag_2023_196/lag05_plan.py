"""LAG05."""

from collections.abc import Sequence

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Place
from samverkan_cli.models.action_plan import ActionPlan
from samverkan_cli.models.formalities import OwnPlan
from samverkan_cli.models.problems import ReportReference
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._organs import names_a_body
from samverkan_cli.rules._presence import says, unfaulted
from samverkan_cli.rules._queries import called
from samverkan_cli.rules._vocabulary import BOARDS, COUNCIL, DELEGATES
from samverkan_cli.rules.lag_2023_196 import PLANS_FROM
from samverkan_cli.rules.lag_2023_196._bound import has_happened, level, not_bound, own_document, own_reports, plans
from samverkan_cli.swedish import listing


@rule("LAG05", "beslutad-åtgärdsplan", Level.ERROR, step=4, words=(COUNCIL, BOARDS, DELEGATES))
def the_municipality_has_decided_a_plan(case: Case) -> Verdicts:
    """Kommunen har beslutat en åtgärdsplan som bygger på lägesbilden

    Lagen kräver att kommunen beslutar en plan för vad den ska göra. Överenskommelsen ska kommunen däremot verka för (9 §): den är det ni gör
    tillsammans och ersätter inte planen.

    Planen är kommunens eget dokument: en hänvisning under `kommunens_åtgärdsplan` med beslutsdagen, eller den som beslutade, och det den bygger på räcker. En plan
    bland bilagorna räknas också när kommunen har beslutat den: fullmäktige, styrelsen, en nämnd eller någon på delegation. En gemensam grupp
    kan besluta era gemensamma planer, men inte åt kommunen. Lagen säger inte att planen ska stå i överenskommelsen; det som inte framgår där är en
    upplysning. Står planen för sig är det ett fel. Kravet gäller från 2024-07-01.

    Godkänns:

        # idag: 2025-01-15
        kommunens_åtgärdsplan: {titel: Åtgärdsplan 2024–2026, datum: 2024-05-20, bygger_på: Lägesbild 2024}

    Godkänns:

        # idag: 2025-01-15
        samverkansorganisation: [{id: råd, namn: Trygghetsrådet}]
        # fil: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {organ: kommunstyrelsen, datum: 2025-01-15}
        bygger_på: [{part: kommun, titel: Lägesbild 2024}]

    Underkänns:

        # idag: 2025-01-15
        kommunens_åtgärdsplan: {titel: Åtgärdsplan 2024–2026}  # <- upplysning

    Underkänns:

        # idag: 2024-07-01
        kommunens_åtgärdsplan:  # <- upplysning

    Underkänns:

        # idag: 2025-01-15
        kommunens_åtgärdsplan: {titel: Åtgärdsplan 2024–2026, datum: 2025-01-16, bygger_på: Lägesbild 2024}  # <- upplysning

    Underkänns:

        # idag: 2025-01-15
        kommunens_åtgärdsplan: {titel: Åtgärdsplan 2024–2026, datum: 2024-05-20}  # <- upplysning

    Underkänns:

        # idag: 2025-01-15
        samverkansorganisation: [{id: råd, namn: Trygghetsrådet}]
        kommunens_åtgärdsplan:
          titel: Åtgärdsplan 2024–2026
          datum: 2024-05-20
          organ: råd  # <- upplysning
          bygger_på: Lägesbild 2024

    Godkänns:

        # idag: 2025-01-15
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {organ: socialnämndens ordförande på delegation, datum: 2024-05-20}
        bygger_på: [{titel: Lägesbild 2024}]

    Underkänns:

        # idag: 2025-01-15
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {organ: kommunstyrelsens ordförande, datum: 2024-05-20}  # <-
        bygger_på: [{titel: Lägesbild 2024}]

    Underkänns:

        # idag: 2025-01-15
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {datum: 2024-05-20}  # <-
        bygger_på: [{titel: Lägesbild 2024}]

    Underkänns:

        # idag: 2025-01-15
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan  # <-
        fastställd: {organ: kommunstyrelsen, datum: 2024-05-20}

    Källa: Lagen (2023:196), 5 § och övergångsbestämmelsen
    """
    dossier = case.dossier
    if (free := not_bound(case, PLANS_FROM)) is not None:
        yield free
        return
    own, decided = dossier.agreement.own_plan, plans(dossier)
    by_municipality = [plan for plan in decided if plan.adopted is not None and decides_for_municipality(dossier, plan)]
    if own is not None and (says(own.title) or has_happened(dossier, own.date)):
        yield from _judged(dossier, own, declared=True)
    elif by_municipality or decided:
        yield from _judged(dossier, (by_municipality or decided)[0], declared=False)
    else:
        yield Finding(
            "kommunens egen åtgärdsplan enligt lagen nämns inte",
            dossier.agreement.at("own_plan"),
            "Skriv  kommunens_åtgärdsplan: {titel: …, datum: …, bygger_på: …}",
            cured_by=frozenset({"kommunens_åtgärdsplan"}),
            level=level(dossier),
        )


def _judged(dossier: Dossier, plan: OwnPlan | ActionPlan, *, declared: bool) -> Verdicts:
    """What is said of a plan: that it is decided, by somebody who decides for the municipality, and what it builds on."""
    undecided, groundless = _undecided(dossier, plan), _without_ground(dossier, plan)
    if not own_document(dossier) or not undecided or not groundless:
        yield Evidence(plan.here, declared=declared)
    missing = unfaulted(dossier, [*undecided, *groundless])
    if missing:
        yield Finding(
            f"kommunens åtgärdsplan: {listing(words for words, _, _ in missing)}",
            missing[0][1],
            "Skriv kommunens beslut och vilken lägesbild planen bygger på.",
            level=level(dossier),
            items=tuple(Item(what) for _, _, what in missing),
        )


def _undecided(dossier: Dossier, plan: OwnPlan | ActionPlan) -> Sequence[tuple[str, Place, str]]:
    day = plan.date if isinstance(plan, OwnPlan) else plan.adopted.date if plan.adopted is not None else None
    name = ("date",) if isinstance(plan, OwnPlan) else ("adopted", "date")
    decides = decides_for_municipality(dossier, plan)
    if not has_happened(dossier, day) and (day is not None or not decides):
        return [("beslutsdagen saknas" if day is None else f"beslutsdagen, {day}, har inte kommit", plan.at(*name), "beslutsdag")]
    organ = _organ(plan)
    if decides or (not organ and isinstance(plan, OwnPlan)):
        return []
    if not organ:
        return [("det framgår inte vem som har beslutat den", plan.at("adopted", "organ"), "kommunens beslut")]
    return [
        (f"det framgår inte att {called(dossier, organ)} får besluta den för kommunen", plan.at(*name[:-1], "organ"), "kommunens beslut"),
    ]


def _without_ground(dossier: Dossier, plan: OwnPlan | ActionPlan) -> Sequence[tuple[str, Place, str]]:
    known = dossier.agreement.own_report is not None or bool(own_reports(dossier))
    if _says_what(plan.builds_on) or (known and not own_document(dossier)):
        return []
    return [("det står inte vilken lägesbild den bygger på", plan.at("builds_on"), "underlag")]


def decides_for_municipality(dossier: Dossier, plan: OwnPlan | ActionPlan) -> bool:
    """Whether the one who decided a plan may do so for the municipality: the council, a board or committee, or somebody by delegation."""
    organ = _organ(plan)
    delegated = isinstance(plan, ActionPlan) and plan.adopted is not None and plan.adopted.delegation is not None
    words = called(dossier, organ)
    # The chair of a board is not the board: the chair decides only where it has been left to the chair.
    return delegated or names_a_body(words) or DELEGATES.found_in(words)


def _organ(plan: OwnPlan | ActionPlan) -> str:
    return (plan.organ if isinstance(plan, OwnPlan) else plan.adopted and plan.adopted.organ) or ""


def _says_what(ground: str | tuple[ReportReference, ...] | None) -> bool:
    return says(ground) if ground is None or isinstance(ground, str) else bool(ground)
