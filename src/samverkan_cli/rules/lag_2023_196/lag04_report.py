"""LAG04."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models import SituationReport
from samverkan_cli.rules._queries import first_document, municipalities
from samverkan_cli.swedish import listing


@rule("LAG04", "lägesbild-med-tre-delar", Level.NOTE, step=2)
def the_municipality_has_a_report_with_three_parts(case: Case) -> Verdicts:
    """Kommunens lägesbild har lagens tre delar

    Lagen vill att kommunen vet hur brottsligheten ser ut i hela kommunen innan den bestämmer vad som ska göras.

    Lägesbilden kartlägger brottsligheten, tar med annan information av betydelse och analyserar båda. Den är kommunens eget dokument och behöver
    inte ligga här: en hänvisning under `kommunens_lägesbild` räcker.

    Godkänns:

        period: {från: 2024-01-01}
        kommunens_lägesbild: {titel: Lägesbild 2024, datum: 2024-03-11}

    Underkänns:

        period: {från: 2024-01-01}
        parter: [{id: kommun, typ: kommun}]
        # fil: bilagor/lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        part: kommun
        kartläggning: 58 anmälda rån.  # <-

    Källa: Lagen (2023:196), 4 §
    """
    dossier = case.dossier
    if dossier.agreement.own_report is not None and dossier.agreement.own_report.title:
        yield Evidence(dossier.agreement.own_report.here)
        return
    own = {party.id for party in municipalities(dossier)}
    reports = [document for document in dossier.documents if isinstance(document, SituationReport) and document.party in own]
    if not reports:
        yield Finding(
            "kommunens lägesbild enligt lagen finns inte här och nämns inte",
            first_document(dossier, "problembild").at("builds_on") if dossier.problems else dossier.agreement.at("own_report"),
            "Skriv  kommunens_lägesbild: {titel: …, datum: …}, eller lägg till den som bilaga.",
            cured_by=frozenset({"kommunens_lägesbild", "lägesbild"}),
        )
    for report in reports:
        parts = (
            (report.mapping, "mapping", "kartläggning"),
            (report.other_information, "other_information", "annan_information"),
            (report.analysis, "analysis", "analys"),
        )
        missing = [(name, word) for value, name, word in parts if not value]
        if missing:
            place = report.at("mapping") if report.mapping else report.at(missing[0][0])
            yield Finding(f"lägesbilden saknar {listing(word for _, word in missing)}", place, "Skriv de delar som saknas.")
        else:
            yield Evidence(report.here)
