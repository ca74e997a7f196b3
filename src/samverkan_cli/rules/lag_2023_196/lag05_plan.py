"""LAG05."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules.lag_2023_196 import PLANS_FROM


@rule("LAG05", "beslutad-åtgärdsplan", Level.NOTE, step=4)
def the_municipality_has_decided_a_plan(case: Case) -> Verdicts:
    """Kommunen har beslutat en egen åtgärdsplan som bygger på lägesbilden

    Överenskommelsen är det ni gör tillsammans. Kommunens egen plan är det kommunen ska göra, och lagen kräver båda.

    Planen är kommunens eget dokument: en hänvisning under `kommunens_åtgärdsplan` med datum och `bygger_på` räcker. Kravet gäller från
    2024-07-01.

    Godkänns:

        # idag: 2025-01-15
        period: {från: 2024-01-01}
        kommunens_åtgärdsplan: {titel: Åtgärdsplan 2024–2026, datum: 2024-05-20, bygger_på: Lägesbild 2024}

    Underkänns:

        # idag: 2025-01-15
        period: {från: 2024-01-01}
        kommunens_åtgärdsplan: {titel: Åtgärdsplan 2024–2026}  # <-

    Underkänns:

        # idag: 2024-07-01
        period: {från: 2024-01-01}
        kommunens_åtgärdsplan:  # <-

    Underkänns:

        # idag: 2025-01-15
        period: {från: 2024-01-01}
        kommunens_åtgärdsplan: {titel: Åtgärdsplan 2024–2026, datum: 2024-05-20}  # <-

    Källa: Lagen (2023:196), 5 § och övergångsbestämmelsen
    """
    agreement = case.dossier.agreement
    plan = agreement.own_plan
    if case.today < PLANS_FROM and plan is None:
        return
    if plan is None or not plan.title:
        yield Finding(
            "kommunens egen åtgärdsplan enligt lagen nämns inte",
            agreement.at("own_plan"),
            "Skriv  kommunens_åtgärdsplan: {titel: …, datum: …, bygger_på: …}",
            cured_by=frozenset({"kommunens_åtgärdsplan"}),
        )
    elif plan.date is None:
        yield Finding("kommunens åtgärdsplan saknar beslutsdag", plan.at("date"), "Skriv dagen då den beslutades.")
    elif not plan.builds_on and agreement.own_report is None:
        yield Finding("det står inte vilken lägesbild kommunens åtgärdsplan bygger på", plan.at("builds_on"), "Skriv  bygger_på: …")
    else:
        yield Evidence(plan.here)
