"""ST53."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level


@rule("ST53", "processen-granskad", Level.NOTE, step=5)
def the_process_is_reviewed(case: Case) -> Verdicts:
    """Arbetssättet är granskat

    Hur ni har samverkat avgör om nästa omgång går lättare.

    Godkänns:

        processgranskning: Mötena var för många.

    Underkänns:

        processgranskning:  # <-

    Källa: Brå, Polisen och SKR, Följ upp arbetsprocessen
    """
    dossier = case.dossier
    reviewed = [document for document in dossier.documents if document.process_review]
    for document in reviewed[:1]:
        yield Evidence(document.at("process_review"))
    if not reviewed:
        yield Finding("arbetssättet är inte granskat", dossier.main.at("process_review"), "Skriv  processgranskning  i en uppföljning.")
