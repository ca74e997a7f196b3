"""SK15."""

import datetime
from collections.abc import Sequence

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.actors import Party
from samverkan_cli.models.days import first_of
from samverkan_cli.models.formalities import Adoption, Signature
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._organs import names_only_management, names_only_parties, names_place_of
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import is_municipality, is_police, no_parties, party_name
from samverkan_cli.rules._signatures import signatures_of
from samverkan_cli.rules._vocabulary import BOARDS, COUNCIL, DELEGATES, EACH, MANAGEMENTS, MUNICIPALITY, POLICE, POLICE_HEADS, REGION
from samverkan_cli.text.vocabulary import plainly


@rule(
    "SK15",
    "fastställd",
    Level.ERROR,
    step=3,
    words=(COUNCIL, BOARDS, DELEGATES, EACH, MANAGEMENTS, MUNICIPALITY, REGION, POLICE, POLICE_HEADS),
)
def it_says_who_adopted_it(case: Case) -> Verdicts:
    """Det står vem som har fastställt överenskommelsen

    Beslutet visar att organisationen står bakom, inte bara den som skriver under (checklistan, punkt 15).

    Varje part skriver sitt organ, till exempel kommunstyrelsen och lokalpolisområdets ledningsgrupp, eller vem som beslutade på delegation. Beslutet
    får också stå på dokumentet, om det nämner alla: är två parter kommuner säger ”kommunstyrelsen” inte vilken. Polisens chef leder ensam sitt område, så chefens underskrift är polisens beslut. En kommun
    beslutar i ett organ: att ordföranden har skrivit under visar inte att organet har beslutat, och ”kommunledningen” är inget organ. En beslutsdag som inte har kommit än är inget
    beslut. Att dagen saknas frågar TYD05 efter, och att beslutet inte tas efter underskriften TID05.

    Godkänns:

        parter:
          - {id: kommun, typ: kommun, fastställd: {organ: kommunstyrelsen}}
          - {id: polis, typ: polis}
        underskrifter: [{part: polis, funktion: lokalpolisområdeschef, datum: 2018-12-14}]

    Godkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        fastställd: {organ: kommunstyrelsen och lokalpolisområdets ledningsgrupp, datum: 2018-12-05}

    Godkänns:

        # idag: 2018-12-05
        parter:
          - {id: kommun, typ: kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-12-05}}

    Underkänns:

        # bedömning: saknas
        # idag: 2018-12-04
        parter:
          - {id: kommun, typ: kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-12-05}}  # <-

    Underkänns:

        # bedömning: delvis
        parter:
          - {id: kommun, typ: kommun}  # <-
          - {id: polis, typ: polis}  # <-
        underskrifter: [{part: kommun, funktion: kommunstyrelsens ordförande, datum: 2018-12-14}]

    Godkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        fastställd: {organ: råd, datum: 2018-12-05}
        samverkansorganisation:
          - {id: råd, ledamöter: [{aktör: kommun}, {aktör: polis}]}

    Underkänns:

        # bedömning: delvis
        parter:
          - {id: kommun, typ: kommun}
          - {id: förening, typ: förening}  # <-
        fastställd: {organ: råd, datum: 2018-12-05}
        samverkansorganisation:
          - {id: grupp, ledamöter: [{aktör: förening}]}
          - {id: råd, ledamöter: [{aktör: kommun}]}

    Underkänns:

        # bedömning: delvis
        parter:
          - id: kommun
            typ: kommun
            fastställd:
              organ: kommunledningen  # <-

    Godkänns:

        parter: [{id: kommun, typ: kommun, fastställd: {organ: kommunstyrelsen genom ordföranden}}]

    Underkänns:

        # bedömning: delvis
        parter:
          - id: kommun
            typ: kommun
            fastställd:
              organ: kommunstyrelsens ordförande  # <-

    Underkänns:

        # bedömning: delvis
        parter:
          - id: kommun
            typ: kommun
            fastställd:
              organ: ordförande i socialnämnden  # <-

    Underkänns:

        # bedömning: delvis
        parter:
          - id: kommun
            typ: kommun
            fastställd:
              organ: stadsdelsförvaltningen  # <-

    Underkänns:

        # bedömning: delvis
        parter:
          - {id: polis, typ: polis}  # <-
        underskrifter: [{part: polis, funktion: lokalpolisområdeschef, biträdande: ja, datum: 2018-12-14}]

    Godkänns:

        parter:
          - {id: kommun, typ: kommun, fastställd: {organ: kommundirektören, delegation: {till: kommundirektören, punkt: "1.4"}}}

    Underkänns:

        # bedömning: delvis
        parter:
          - {id: polis, typ: polis}  # <-
        underskrifter: [{part: polis, funktion: kommunpolis, datum: 2018-12-14}]

    Godkänns:

        parter: [{id: k1, typ: kommun, namn: Ekhults kommun}, {id: k2, typ: kommun, namn: Granforsa kommun}]
        fastställd: {organ: kommunstyrelserna, datum: 2018-12-05}

    Underkänns:

        # bedömning: delvis
        parter:
          - {id: k1, typ: kommun, namn: Ekhults kommun}
          - {id: k2, typ: kommun, namn: Granforsa kommun}  # <-
        fastställd: {organ: kommunstyrelsen i Ekhult, datum: 2018-12-05}

    Underkänns:

        # bedömning: delvis
        parter:
          - id: kommun
            typ: kommun
            fastställd:
              organ: kommunen  # <-

    Underkänns:

        # bedömning: delvis
        parter:
          - id: kommun
            typ: kommun
            fastställd:
              organ: kommunens ledningsgrupp  # <-

    Godkänns:

        parter:
          - {id: kommun, typ: kommun, fastställd: {organ: ledningen}}
        samverkansorganisation: [{id: ledningen, ledamöter: [{aktör: kommun}]}]


    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 15
    """
    dossier = case.dossier
    yield from no_parties(dossier)
    if not dossier.parties and (joint := dossier.agreement.adopted) is not None and says(joint.organ) and _has_happened(joint, case.today):
        yield Evidence(joint.here)
    for party in dossier.parties:
        name = party_name(party)
        if decision := _decision(dossier, party):
            if _has_happened(decision, case.today):
                yield Evidence(decision.here)
                if is_municipality(party) and decision.delegation is None and _is_no_organ(dossier, decision.organ):
                    yield Finding(
                        f"{name} har fastställt genom {decision.organ}, men en kommun beslutar i ett organ eller på delegation",
                        decision.at("organ"),
                        "Skriv organet som beslutade, eller delegationen.",
                        progress=f"{name} säger inte vilket organ som beslutade",
                    )
            else:
                yield Finding(
                    f"{name} ska fastställa överenskommelsen {decision.date}; dagen har inte kommit",
                    decision.at("date"),
                    "Vänta på beslutet, och skriv den dag som det blev.",
                    progress=f"beslutet hos {name} är inte taget",
                    given_by_signing=is_police(party),
                )
            continue
        signed = signatures_of(dossier, party, case.today)
        if by_head := [signature for signature in signed if is_police(party) and _is_by_the_head(signature)]:
            # A police district is led by one head: the signature is the decision.
            yield Evidence(by_head[0].here)
            continue
        if signed:
            yield Evidence(signed[0].here)
        yield Finding(
            _message(dossier, party, signed),
            party.at("adopted", "organ"),
            "Skriv organet, eller vem som beslutade på delegation.",
            suggestion="fastställd: {organ: …, datum: …}" if party.adopted is None else "",
            progress=f"{name} saknar beslut",
            given_by_signing=is_police(party),
        )


def _is_by_the_head(signature: Signature) -> bool:
    return POLICE_HEADS.found_in(signature.function) and not signature.deputy


def _message(dossier: Dossier, party: Party, signed: Sequence[Signature]) -> str:
    name, joint = party_name(party), dossier.agreement.adopted
    if joint is not None and joint.organ and _speaks_of_its_kind(party, joint.organ):
        return f"{joint.organ} har fastställt överenskommelsen, men det står inte om det gäller {name}"
    if not signed:
        return f"det står inte vem hos {name} som har fastställt överenskommelsen"
    who = signed[0].function or "någon"
    return f"{name} har skrivit under genom {who}, men det står inte vem som har fastställt överenskommelsen"


def _decision(dossier: Dossier, party: Party) -> Adoption | None:
    """The decision that says who adopted the agreement for a party: the party's own, else the document's, if it names an organ of theirs."""
    own, joint = party.adopted, dossier.agreement.adopted
    if own is not None and (says(own.organ) or (own.delegation is not None and says(own.delegation.to))):
        return own
    if joint is None or not says(joint.organ):
        return None
    body = next((body for body in dossier.bodies if body.id == joint.organ), None)
    if body is not None and any(role.actor == party.id for role in (*body.led_by, *body.members)):
        return joint
    return joint if _is_named(dossier, party, joint.organ or "") else None


def _is_named(dossier: Dossier, party: Party, organ: str) -> bool:
    """Whether a joint decision names a party: by its name or place, or by words for its kind where those can mean only one or all of them."""
    if party.name and plainly(party.name) in plainly(organ):
        return True
    if not _speaks_of_its_kind(party, organ):
        return False
    alike = _alike(dossier, party)
    if len(alike) == 1:
        return True
    named = [one for one in alike if names_place_of(one, organ)]
    return party in named if named else EACH.found_in(organ)


def _speaks_of_its_kind(party: Party, organ: str) -> bool:
    if is_police(party):
        return POLICE.found_in(organ)
    if party.type == "region":
        return REGION.found_in(organ)
    return is_municipality(party) and any(words.found_in(organ) for words in (COUNCIL, BOARDS, MUNICIPALITY))


def _alike(dossier: Dossier, party: Party) -> list[Party]:
    """The parties that the same words may mean. A region decides in bodies with other names than a municipality's."""
    if is_police(party):
        return [one for one in dossier.parties if is_police(one)]
    return [one for one in dossier.parties if is_municipality(one) and (one.type == "region") == (party.type == "region")]


def _is_no_organ(dossier: Dossier, organ: str | None) -> bool:
    """Whether only the organisations are named, or those who work there, lead or chair, and none of the bodies in which a municipality decides."""
    if any(organ and body.id == organ for body in dossier.bodies) or DELEGATES.found_in(organ):
        return False
    return names_only_management(organ) or names_only_parties(organ, dossier.parties)


def _has_happened(decision: Adoption, today: datetime.date) -> bool:
    return decision.date is None or first_of(decision.date) <= today
