"""ST55."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level


@rule("ST55", "återkopplat-till-invånarna", Level.NOTE, step=5)
def the_residents_know(case: Case) -> Verdicts:
    """Resultatet är återkopplat till invånarna

    Den som har fått ett löfte ska få veta hur det gick.

    Godkänns:

        återkopplat: [{till: invånare, datum: 2020-02-20, kanal: torgmöte}]

    Underkänns:

        återkopplat:  # <-
          - {till: råd, datum: 2020-02-12}

    Källa: Brå, Polisen och SKR, Uppföljning
    """
    dossier = case.dossier
    told = [item for item in dossier.all(lambda document: document.fed_back) if _is_residents(item.to or "")]
    for item in told[:1]:
        yield Evidence(item.here)
    if not told:
        yield Finding(
            "resultatet är inte återkopplat till invånarna",
            dossier.main.at("fed_back"),
            "Skriv  återkopplat: [{till: invånare, datum: …, kanal: …}]",
        )


def _is_residents(to: str) -> bool:
    return any(word in to.lower() for word in ("invånare", "medborgare", "boende", "allmänhet"))
