"""SKY04."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level


@rule("SKY04", "hemligt-i-mappen", Level.WARNING)
def what_is_secret_lies_elsewhere(case: Case) -> Verdicts:
    """En hemlig handling ligger inte bland filerna

    Filerna kopieras, skickas och sparas på många ställen. Det som omfattas av sekretess förvaras där bara de som behöver det kommer åt det.

    En bilaga som är märkt med `sekretess` ska inte ligga i mappen, bara hänvisningen till den: vad den är, dess datum, diarienummer och vem som har den.
    En hänvisning får gärna säga att handlingen är hemlig. Detsamma gäller en uppgift i filerna: `sekretess` på en kontakt eller en plats prövas inte här.

    Godkänns:

        bilagor:
          - {nr: "1", titel: Polisens lägesbild, datum: 2018-06, diarienummer: A000.000/2018, finns_hos: polisen, sekretess: 18 kap. 1 § OSL}

    Godkänns:

        bilagor: [{nr: "1", fil: plan.yaml}]
        # fil: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        publiceras: nej

    Underkänns:

        bilagor: [{nr: "1", fil: lägesbild.yaml}]
        # fil: lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        sekretess: {bestämmelse: 18 kap. 1 § OSL, av: polisen}  # <-

    Underkänns:

        bilagor:
          - nr: "1"
            fil: plan.yaml
            sekretess: {av: polisen}  # <-
        # fil: plan.yaml
        samverkan: 1
        typ: åtgärdsplan

    Källa: Offentlighets- och sekretesslagen (2009:400), 5 kap. 5 § om sekretessmarkering
    """
    for member in case.dossier.members:
        marked = [one for one in (member.model, member.entry) if one is not None and one.secrecy is not None]
        if marked:
            yield Finding(
                f"{member.document.file} är märkt med sekretess men ligger bland filerna",
                marked[0].at("secrecy"),
                "Flytta handlingen dit den ska förvaras, och skriv bara hänvisningen: titel, datum, diarienummer och finns_hos.",
            )
