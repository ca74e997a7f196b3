"""ST54."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level


@rule("ST54", "återkopplat-till-ledningen", Level.NOTE, step=5)
def the_management_knows(case: Case) -> Verdicts:
    """Resultatet är återkopplat till ledningen

    De som äger överenskommelsen ska kunna ändra den.

    Godkänns:

        ägare: [råd]
        återkopplat: [{till: råd, datum: 2020-02-12}]

    Underkänns:

        ägare: [råd]
        återkopplat:  # <-
          - {till: invånare, datum: 2020-02-12}

    Källa: Brå, Polisen och SKR, Uppföljning
    """
    dossier = case.dossier
    groups = {word.lower() for body in dossier.bodies for word in (body.id, body.name) if word} | set(
        dossier.all(lambda document: document.owners)
    )
    told = [item for item in dossier.all(lambda document: document.fed_back) if (item.to or "").lower() in groups]
    for item in told[:1]:
        yield Evidence(item.here)
    if not told:
        yield Finding(
            "resultatet är inte återkopplat till ledningen",
            dossier.main.at("fed_back"),
            "Skriv  återkopplat: [{till: råd, datum: …}]  i en uppföljning.",
        )
