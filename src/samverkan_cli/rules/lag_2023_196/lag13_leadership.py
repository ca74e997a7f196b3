"""LAG13."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.swedish import listing


@rule("LAG13", "ledning-och-rapportering", Level.WARNING, step=1)
def somebody_leads_and_reports(case: Case) -> Verdicts:
    """Det står vilken nämnd som leder arbetet och rapporterar till fullmäktige

    Kommunstyrelsen, eller en nämnd som fullmäktige utser, leder arbetet och rapporterar fortlöpande till kommunfullmäktige.

    Godkänns:

        period: {från: 2024-01-01}
        ledning: {organ: kommunstyrelsen, rapporterar_till: kommunfullmäktige, när: {minst: 1, per: år}}

    Underkänns:

        period: {från: 2024-01-01}
        ledning: {organ: kommunstyrelsen}  # <-

    Källa: Lagen (2023:196), 13 §
    """
    agreement = case.dossier.agreement
    leadership = agreement.leadership
    if leadership is None:
        yield Finding(
            "det står inte vilken nämnd som leder kommunens arbete och rapporterar till fullmäktige",
            agreement.at("leadership"),
            "Skriv nämnden och hur ofta den rapporterar.",
            suggestion="ledning: {organ: kommunstyrelsen, rapporterar_till: kommunfullmäktige, när: {minst: 1, per: år}}",
            cured_by=frozenset({"ledning"}),
        )
        return
    missing = []
    if not leadership.organ:
        missing.append(("organ", leadership.at("organ")))
    if not leadership.reports_to:
        missing.append(("rapporterar_till", leadership.at("reports_to")))
    if missing:
        yield Finding(f"ledningen saknar {listing(word for word, _ in missing)}", missing[0][1], "Skriv det som saknas.")
    else:
        yield Evidence(leadership.here)
