"""LAG06."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.days import last_of
from samverkan_cli.project.dossier import add_months
from samverkan_cli.rules.lag_2023_196._alone import fresh


@rule("LAG06", "uppdaterad-vartannat-år", Level.WARNING)
def the_report_and_the_plan_are_fresh(case: Case) -> Verdicts:
    """Lägesbilden är uppdaterad och planen uppföljd vartannat år

    Lagen kräver att lägesbilden uppdateras och planen följs upp minst vartannat år.

    Räknas som 24 månader från lägesbildens `datum`, och från planens `uppföljd` eller, om den inte har följts upp, dess `datum`. Lagen säger
    inte från vilken dag man ska räkna.

    En lägesbild för sig räknas från sitt `datum`. En plan för sig räknas från den senaste mätningen eller beslutet.

    Godkänns:

        # idag: 2026-03-11
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

        # idag: 2026-03-12
        # för sig: lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        datum: 2024-03-11  # <-

    Underkänns:

        # idag: 2026-05-21
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        fastställd: {organ: kommunstyrelsen, datum: 2024-05-20}  # <-
        mätvärden: [{datum: 2026-05-22, värde: 3}]

    Godkänns:

        # idag: 2024-05-20
        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        datum: 2024-05-21
        fastställd: {organ: kommunstyrelsen, datum: 2024-05-20}

    Godkänns:

        # idag: 2024-03-11
        # för sig: lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        datum: 2024-03-11

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
        typ: åtgärdsplan  # <- upplysning

    Godkänns:

        # idag: 2026-03-11
        period: {från: 2024-01-01}
        kommunens_lägesbild: {titel: Lägesbild 2024, datum: 2024-03-11}
        kommunens_åtgärdsplan: {titel: Åtgärdsplan, datum: 2024-05-20}

    Godkänns:

        # idag: 2026-03-11
        period: {från: 2024-01-01}
        kommunens_lägesbild: {titel: Lägesbild 2024}
        kommunens_åtgärdsplan: {titel: Åtgärdsplan, datum: 2024-05-20}

    Underkänns:

        # idag: 2026-03-12
        period: {från: 2024-01-01}
        kommunens_lägesbild: {titel: Lägesbild 2024, datum: 2024-03-11}  # <-
        kommunens_åtgärdsplan: {titel: Åtgärdsplan, datum: 2023-05-20, uppföljd: 2025-04-15}

    Underkänns:

        # idag: 2026-05-21
        period: {från: 2024-01-01}
        kommunens_åtgärdsplan:
          titel: Åtgärdsplan
          datum: 2024-05-20  # <-

    Källa: Lagen (2023:196), 6 §
    """
    if not case.dossier.is_agreement:
        yield from fresh(case.dossier, case.today)
        return
    agreement = case.dossier.agreement
    for what, own, last, verb in (
        ("lägesbild", agreement.own_report, agreement.own_report.date if agreement.own_report else None, "är daterad"),
        (
            "åtgärdsplan",
            agreement.own_plan,
            (agreement.own_plan.followed_up or agreement.own_plan.date) if agreement.own_plan else None,
            "följdes senast upp eller beslutades",
        ),
    ):
        if own is None or last is None:
            continue
        due = add_months(last_of(last), 24)
        name = "followed_up" if own is agreement.own_plan and own.followed_up else "date"
        if due < case.today:
            yield Finding(
                f"kommunens {what} {verb} {last}; 24 månader därefter är {due}, och det har passerat",
                own.at(name),
                "Uppdatera lägesbilden eller följ upp planen, och skriv den nya dagen.",
            )
        else:
            yield Evidence(own.at(name))
