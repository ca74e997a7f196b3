"""LAG13."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level
from samverkan_cli.rules._organs import names_a_body
from samverkan_cli.rules._presence import says, unfaulted
from samverkan_cli.rules._queries import called
from samverkan_cli.rules._vocabulary import BOARDS, COUNCIL
from samverkan_cli.rules.lag_2023_196._bound import not_bound
from samverkan_cli.swedish import listing


@rule("LAG13", "ledning-och-rapportering", Level.NOTE, step=1, words=(BOARDS, COUNCIL))
def somebody_leads_and_reports(case: Case) -> Verdicts:
    """Det står vilken nämnd som leder arbetet och att den rapporterar till fullmäktige

    Kommunstyrelsen, eller en nämnd som fullmäktige utser, leder arbetet och rapporterar fortlöpande till kommunfullmäktige.

    Den som leder är styrelsen eller en nämnd, inte en gemensam grupp eller en tjänsteman. Hur ofta den rapporterar frågar regeln inte efter: lagen
    säger fortlöpande. Paragrafen binder kommunen från 2023-07-01.

    Godkänns:

        # idag: 2024-06-01
        ledning: {organ: kommunstyrelsen, rapporterar_till: kommunfullmäktige}

    Underkänns:

        # idag: 2024-06-01
        ledning: {organ: kommunstyrelsen}  # <-

    Underkänns:

        # idag: 2024-06-01
        samverkansorganisation: [{id: grupp, namn: Styrgruppen}]
        ledning:
          organ: grupp  # <-
          rapporterar_till: fullmäktige

    Underkänns:

        # idag: 2023-07-01
        ledning:  # <-

    Källa: Lagen (2023:196), 13 §
    """
    dossier = case.dossier
    if (free := not_bound(case)) is not None:
        yield free
        return
    leadership = dossier.agreement.leadership
    if leadership is None:
        yield Finding(
            "det framgår inte vilken nämnd som leder kommunens arbete och rapporterar till fullmäktige",
            dossier.agreement.at("leadership"),
            "Skriv nämnden och att den rapporterar till fullmäktige.",
            suggestion="ledning: {organ: kommunstyrelsen, rapporterar_till: kommunfullmäktige, när: {minst: 1, per: år}}",
            cured_by=frozenset({"ledning"}),
        )
        return
    leads, told = called(dossier, leadership.organ), called(dossier, leadership.reports_to)
    missing = []
    if names_a_body(leads, (BOARDS,)):
        yield Evidence(leadership.at("organ"))
    else:
        other = f", bara {leads}" if says(leads) else ""
        missing.append((f"vilken nämnd som leder arbetet{other}", leadership.at("organ"), "nämnd som leder"))
    if COUNCIL.found_in(told):
        yield Evidence(leadership.at("reports_to"))
    else:
        other = f", bara till {told}" if says(told) else ""
        missing.append((f"att den rapporterar till fullmäktige{other}", leadership.at("reports_to"), "rapport till fullmäktige"))
    if missing := unfaulted(dossier, missing):
        yield Finding(
            f"det framgår inte {listing(words for words, _, _ in missing)}",
            missing[0][1],
            "Skriv nämnden under organ och fullmäktige under rapporterar_till.",
            items=tuple(Item(what) for _, _, what in missing),
        )
