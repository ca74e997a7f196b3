"""ST55."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.days import first_of
from samverkan_cli.rules._vocabulary import RESIDENTS


@rule("ST55", "återkopplat-till-invånarna", Level.NOTE, step=5, words=(RESIDENTS,))
def the_residents_know(case: Case) -> Verdicts:
    """Resultatet är återkopplat till invånarna

    Den som har fått ett löfte ska få veta hur det gick.

    Godkänns:

        # idag: 2020-02-20
        återkopplat: [{till: allmänheten, datum: 2020-02-20, kanal: torgmöte}]

    Underkänns:

        återkopplat:  # <-
          - {till: råd, datum: 2019-02-12}

    Underkänns:

        # idag: 2020-02-19
        återkopplat:  # <-
          - {till: invånarna, datum: 2020-02-20}

    Källa: Brå, Polisen och SKR, Uppföljning
    """
    dossier = case.dossier
    said = [item for item in dossier.all(lambda document: document.fed_back) if RESIDENTS.found_in(item.to)]
    told = [item for item in said if item.date is None or first_of(item.date) <= case.today]
    yield from (Evidence(item.here) for item in told[:1])
    if not told:
        home = next((document for document in dossier.documents if document.fed_back), dossier.main)
        yield Finding(
            "resultatet är inte återkopplat till invånarna",
            home.at("fed_back"),
            "Skriv  återkopplat: [{till: invånare, datum: …, kanal: …}]",
            cured_by=frozenset({"återkopplat"}),
        )
