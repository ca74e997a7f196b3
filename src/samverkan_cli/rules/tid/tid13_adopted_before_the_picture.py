"""TID13."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.days import first_of, last_of
from samverkan_cli.models.formalities import Appendix
from samverkan_cli.models.problem_picture import ProblemPicture
from samverkan_cli.project.dossier import Dossier
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

    Godkänns:

        parter: [{id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-09-25}}]
        bilagor:
          - {nr: "1", titel: Gemensam problembild, datum: 2018-06}
          - {nr: "2", typ: problembild, titel: Bilden av läget, datum: 2018-12-12}

    Underkänns:

        parter:
          - {id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-09-25}}  # <-
        # fil: problembild.yaml
        samverkan: 1
        typ: problembild
        datum: 2018-09-26

    Underkänns:

        parter:
          - {id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-09-25}}  # <-
        bilagor:
          - {nr: "1", typ: dokument, titel: Om problembilder, datum: 2018-06-01}
          - {nr: "2", typ: problembild, titel: Bilden av läget, datum: 2018-12-12}

    Källa: Samverkanshandboken, steg 3: överenskommelsen bygger på den gemensamma problembilden
    """
    pictures = _pictures(case.dossier)
    dated = [(document.date, document) for document in pictures if document.date is not None]
    if not dated or len(dated) < len(pictures):
        return
    day, first = min(dated, key=lambda one: first_of(one[0]))
    for party in case.dossier.parties:
        decided = party.adopted.date if party.adopted else None
        if decided is not None and party.adopted is not None and last_of(decided) < first_of(day):
            yield Finding(
                f"{party_name(party)} fastställde överenskommelsen {decided}, men problembilden är från {day}",
                party.adopted.at("date"),
                "Kontrollera datumen. Är det beslutet att börja samverka: skriv det under inledande_beslut.",
                related=((first.at("date"), "problembilden"),),
            )


def _pictures(dossier: Dossier) -> list[ProblemPicture | Appendix]:
    """The joint pictures that are here, and those that the list of appendices says lie elsewhere."""
    here = [document for document in dossier.documents if isinstance(document, ProblemPicture)]
    files = {id(member.entry) for member in dossier.members if member.model is not None}
    return [*here, *(entry for entry in dossier.agreement.appendices if id(entry) not in files and _is_a_picture(entry))]


def _is_a_picture(entry: Appendix) -> bool:
    says = entry.type == "problembild" if entry.type is not None else "problembild" in (entry.title or "").casefold()
    return says and entry.promise is None
