"""ST54."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.days import first_of
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._vocabulary import BOARDS, COUNCIL, LEADING_GROUPS
from samverkan_cli.text.spelling import fold


@rule("ST54", "återkopplat-till-ledningen", Level.NOTE, step=5, words=(LEADING_GROUPS, BOARDS, COUNCIL))
def the_management_knows(case: Case) -> Verdicts:
    """Resultatet är återkopplat till ledningen

    De som äger överenskommelsen ska kunna ändra den.

    Ledningen är en grupp som äger överenskommelsen, en styrgrupp eller ett råd, eller styrelsen och fullmäktige. En arbetsgrupp är den
    inte. En dag som inte har kommit räknas inte.

    Godkänns:

        # idag: 2020-02-12
        ägare: [grupp]
        samverkansorganisation: [{id: grupp, namn: Kärnan}]
        återkopplat: [{till: grupp, datum: 2020-02-12}]

    Godkänns:

        återkopplat: [{till: kommunstyrelsen och lokalpolisområdets ledningsgrupp, datum: 2019-02}]

    Underkänns:

        ägare: [råd]
        återkopplat:  # <-
          - {till: invånare, datum: 2019-02-12}

    Underkänns:

        samverkansorganisation: [{id: grupp, typ: arbetsgrupp, namn: Gruppen}]
        återkopplat:  # <-
          - {till: grupp, datum: 2019-02-12}

    Underkänns:

        # idag: 2020-02-11
        återkopplat:  # <-
          - {till: styrgruppen, datum: 2020-02-12}

    Källa: Brå, Polisen och SKR, Uppföljning
    """
    dossier = case.dossier
    said = dossier.all(lambda document: document.fed_back)
    told = [item for item in said if _is_management(dossier, item.to or "") and (item.date is None or first_of(item.date) <= case.today)]
    yield from (Evidence(item.here) for item in told[:1])
    if not told:
        home = next((document for document in dossier.documents if document.fed_back), dossier.main)
        yield Finding(
            "resultatet är inte återkopplat till ledningen",
            home.at("fed_back"),
            "Skriv  återkopplat: [{till: råd, datum: …}]  i en uppföljning.",
            cured_by=frozenset({"återkopplat"}),
        )


def _is_management(dossier: Dossier, to: str) -> bool:
    owners = dossier.all(lambda document: document.owners)
    group = next((body for body in dossier.bodies if fold(to) in (fold(word) for word in (body.id, body.name) if word)), None)
    if group is not None and (group.id in owners or group.type in ("styrgrupp", "strategiskt råd")):
        return True
    words = f"{to} {group.name or ''}" if group is not None else to
    return to in owners or any(kind.found_in(words) for kind in (LEADING_GROUPS, BOARDS, COUNCIL))
