"""LAG05."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules.lag_2023_196 import PLANS_FROM
from samverkan_cli.rules.lag_2023_196._alone import decided_and_built_on


@rule("LAG05", "beslutad-åtgärdsplan", Level.NOTE, step=4)
def the_municipality_has_decided_a_plan(case: Case) -> Verdicts:
    """Kommunen har beslutat en egen åtgärdsplan som bygger på lägesbilden

    Överenskommelsen är det ni gör tillsammans. Kommunens egen plan är det kommunen ska göra, och lagen kräver båda.

    Planen är kommunens eget dokument: en hänvisning under `kommunens_åtgärdsplan` med datum och `bygger_på` räcker. Kravet gäller från
    2024-07-01.

    En plan för sig ska säga vem som beslutade, under `fastställd`, och vilken lägesbild den bygger på. Fullmäktige, styrelsen, en nämnd eller
    den som har fått det på delegation beslutar för kommunen.

    Godkänns:

        # idag: 2025-01-15
        period: {från: 2024-01-01}
        kommunens_åtgärdsplan: {titel: Åtgärdsplan 2024–2026, datum: 2024-05-20, bygger_på: Lägesbild 2024}

    Godkänns:

        # idag: 2025-01-15
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {organ: kommunfullmäktige, datum: 2024-05-20}
        bygger_på: [{part: kommun, titel: Lägesbild 2024}]

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
        typ: åtgärdsplan  # <-
        bygger_på: [{part: kommun}]

    Underkänns:

        # idag: 2025-01-15
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {organ: styrgruppen, datum: 2024-05-20}  # <-
        bygger_på: [{datum: 2024-03-11}]

    Underkänns:

        # idag: 2025-01-15
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {organ: kommunstyrelsens ordförande, datum: 2024-05-20}  # <-
        bygger_på: [{titel: Lägesbild 2024}]

    Godkänns:

        # idag: 2025-01-15
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {organ: kommunstyrelsen, datum: 2025-01-15}
        bygger_på: [{titel: Lägesbild 2024}]

    Underkänns:

        # idag: 2025-01-14
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {organ: kommunstyrelsen, datum: 2025-01-15}  # <-
        bygger_på: [{titel: Lägesbild 2024}]

    Underkänns:

        # idag: 2025-01-15
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {organ: kommunstyrelsen}  # <-
        bygger_på: [{titel: Lägesbild 2024}]

    Underkänns:

        # idag: 2025-01-15
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan  # <-
        fastställd: {organ: kommunstyrelsen, datum: 2024-05-20}

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
    if not case.dossier.is_agreement:
        yield from decided_and_built_on(case.dossier.main, case.today)
        return
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
