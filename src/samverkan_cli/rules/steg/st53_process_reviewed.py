"""ST53."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Unjudged
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._presence import says


@rule("ST53", "processen-granskad", Level.NOTE, step=5)
def the_process_is_reviewed(case: Case) -> Verdicts:
    """Arbetssättet är granskat

    Hur ni har samverkat avgör om nästa omgång går lättare.

    Granskningen står under `processgranskning`. Finns uppföljningen någon annanstans går det inte att bedöma.

    Godkänns:

        processgranskning: Mötena var för många.

    Underkänns:

        processgranskning:  # <-

    Källa: Brå, Polisen och SKR, Följ upp arbetsprocessen
    """
    dossier = case.dossier
    reviewed = [document for document in dossier.documents if says(document.process_review)]
    if reviewed:
        yield Evidence(reviewed[0].at("process_review"))
    elif elsewhere := listed_elsewhere(dossier, "uppföljning"):
        yield Unjudged(why_unseen(elsewhere))
    else:
        yield Finding(
            "arbetssättet är inte granskat",
            dossier.main.at("process_review"),
            "Skriv  processgranskning  i en uppföljning.",
            cured_by=frozenset({"processgranskning"}),
        )
