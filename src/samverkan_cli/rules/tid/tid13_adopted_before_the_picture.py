"""TID13."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.problem_picture import ProblemPicture
from samverkan_cli.rules._queries import party_name


@rule("TID13", "fastställd-före-problembilden", Level.WARNING)
def nobody_decides_before_the_picture(case: Case) -> Verdicts:
    """Problembilden är äldre än beslutet om överenskommelsen

    Överenskommelsen ska bygga på en gemensam bild av problemen. Är den fastställd före bilden bygger den på något annat. Menar ni beslutet att börja
    samverka hör det till steg 1 och står under `inledande_beslut`.

    Godkänns:

        parter: [{id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-09-26}}]
        # fil: problembild.yaml
        samverkan: 1
        typ: problembild
        datum: 2018-09-26
        # fil: problembild-2.yaml
        samverkan: 1
        typ: problembild
        datum: 2018-12-12

    Godkänns:

        parter: [{id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-03-04}}]
        # fil: problembild.yaml
        samverkan: 1
        typ: problembild

    Underkänns:

        parter:
          - {id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-09-25}}  # <-
        # fil: problembild.yaml
        samverkan: 1
        typ: problembild
        datum: 2018-09-26

    Källa: Samverkanshandboken, steg 3: överenskommelsen bygger på den gemensamma problembilden
    """
    pictures = [document for document in case.dossier.documents if isinstance(document, ProblemPicture)]
    days = [document.date for document in pictures if document.date is not None]
    if not days or len(days) < len(pictures):
        return
    for party in case.dossier.parties:
        decided = party.adopted.date if party.adopted else None
        if decided is not None and party.adopted is not None and decided < min(days):
            first = min(pictures, key=lambda document: document.date or min(days))
            yield Finding(
                f"{party_name(party)} fastställde överenskommelsen {decided}, men problembilden är från {min(days)}",
                party.adopted.at("date"),
                "Kontrollera datumen. Är det beslutet att börja samverka: skriv det under inledande_beslut.",
                related=((first.at("date"), "problembilden"),),
            )
