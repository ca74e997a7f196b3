"""TYD07."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Item, Level
from samverkan_cli.rules._presence import says, unfaulted
from samverkan_cli.swedish import listing


@rule("TYD07", "analysens-dag-och-deltagare", Level.NOTE, step=3)
def the_analysis_says_when_and_by_whom(case: Case) -> Verdicts:
    """Orsaksanalysen säger när den gjordes och av vilka

    Checklistan frågar om analysen är gjord och dokumenterad. Med dag och deltagare går det att fråga vidare, och att se om den är gammal.

    Godkänns:

        orsaksanalys: {metod: orsaksträd, datum: 2018-10, medverkande: [kommunpolis]}

    Underkänns:

        orsaksanalys:
          metod: orsaksträd
          datum:  # <-

    Källa: Brå, Orsaksanalys i lokalt brottsförebyggande arbete
    """
    analyses = [document.cause_analysis for document in case.dossier.documents if document.cause_analysis]
    for analysis in analyses:
        asked = (("dag", analysis.date is not None, "date"), ("medverkande", any(map(says, analysis.participants)), "participants"))
        missing = unfaulted(case.dossier, [(word, analysis.at(name)) for word, there, name in asked if not there])
        if missing:
            yield Finding(
                f"orsaksanalysen saknar {listing(word for word, _ in missing)}",
                missing[0][1],
                "Skriv dagen under datum och deltagarnas funktioner under medverkande.",
                items=tuple(Item(word) for word, _ in missing),
            )
