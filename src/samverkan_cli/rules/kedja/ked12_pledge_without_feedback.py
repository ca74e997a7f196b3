"""KED12."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.keys import display_name
from samverkan_cli.swedish import listing


@rule("KED12", "löfte-utan-återkoppling", Level.WARNING, step=4)
def every_pledge_is_reported_back(case: Case) -> Verdicts:
    """Varje löfte säger när och var invånarna får veta hur det gick

    Ett löfte som ingen hör av igen gör skada: det var den återkopplingen som brast när löftena utvärderades.

    Återkopplingen står på löftet eller på det dokument som löftet står i, med tid och kanal.

    Godkänns:

        löften:
          - id: L1
            återkoppling: [{till: invånare, när: {senast: 2020-02-28}, kanal: torgmöte}]

    Godkänns:

        titel: Överenskommelse 2019–2020
        # fil: löfte.yaml
        samverkan: 1
        typ: medborgarlöfte
        löften: [{id: L1}]
        återkoppling: [{till: invånare, när: {senast: 2020-02-28}, kanal: torgmöte}]

    Underkänns:

        löften:
          - id: L1  # <-
            lydelse: Vi syns vid stationen 120 gånger.

    Underkänns:

        löften:
          - id: L1
            återkoppling:  # <-
              - {till: invånare, när: {senast: 2020-02-28}}
          - id: L2
            återkoppling:  # <-
              - {till: invånare, kanal: torgmöte}

    Källa: Brå rapport 2018:14, utvärderingen av medborgarlöften
    """
    dossier = case.dossier
    for document in dossier.documents:
        shared = document.feedback if getattr(document, "type", "") == "medborgarlöfte" else ()
        for pledge in document.pledges:
            told = (*pledge.feedback, *shared)
            if any(item.when is not None and item.when.is_given and item.channel for item in told):
                continue
            missing = ["när", "var"]
            if any(item.when is not None and item.when.is_given for item in told):
                missing.remove("när")
            elif any(item.channel for item in told):
                missing.remove("var")
            yield Finding(
                f"{display_name(pledge)} säger inte {listing(missing)} invånarna får veta hur det gick",
                pledge.at("feedback"),
                "Skriv datum och kanal, också för det som kanske inte blir av.",
                suggestion="återkoppling:\n  - {till: invånare, när: {senast: …}, kanal: …}" if not told else "",
            )
