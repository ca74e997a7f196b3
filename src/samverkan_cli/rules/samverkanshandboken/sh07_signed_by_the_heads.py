"""SH07."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Inapplicable, Level, Unjudged
from samverkan_cli.models.actors import Party
from samverkan_cli.models.formalities import Signature
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._queries import is_police, municipalities, party_name
from samverkan_cli.rules._signatures import signatures_of
from samverkan_cli.rules._vocabulary import BOARD_CHAIR, LOCAL_POLICE_CHIEF, LOCAL_POLICE_DISTRICT
from samverkan_cli.swedish import listing
from samverkan_cli.text.vocabulary import Words


@rule("SH07", "undertecknas-av-ledningen", Level.NOTE, step=3, words=(BOARD_CHAIR, LOCAL_POLICE_CHIEF, LOCAL_POLICE_DISTRICT))
def the_heads_have_signed(case: Case) -> Verdicts:
    """Ledningen har skrivit under

    När chefen för lokalpolisområdet och kommunstyrelsens ordförande skriver under syns det att arbetet är prioriterat (handboken, Teckna
    samverkansöverenskommelse).

    Gäller bara överenskommelser mellan en kommun och ett lokalpolisområde; framgår inte polisens nivå går det inte att bedöma. Underskrifter som är planerade är inga; en underskrift utan dag är en
    underskrift. En ersättare eller biträdande chef är inte ledningen, en tillförordnad är det. Någon annan kan ha rätt att skriva under; därför är
    det en upplysning.

    Godkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis, nivå: lokalpolisområde}, {id: region, typ: region}]
        underskrifter:
          - {part: kommun, funktion: ordförande i kommunstyrelsen}
          - {part: polis, funktion: lokalpolisområdeschef, datum: 2018-12-14}
          - {part: region, funktion: regiondirektör, datum: 2018-12-14}

    Underkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        underskrifter:
          - {part: kommun, funktion: kommundirektör, datum: 2018-12-14}  # <-
          - {part: polis, funktion: chef för lokalpolisområde Ekhult, datum: 2018-12-14}

    Underkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis, namn: Lokalpolisområde Ekhult}]
        underskrifter:
          - {part: kommun, funktion: kommunstyrelsens ordförande, datum: 2018-12-14}
          - {part: polis, funktion: biträdande lokalpolisområdeschef, datum: 2018-12-14}  # <-

    Underkänns:

        # idag: 2018-12-13
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis, nivå: lokalpolisområde}]
        underskrifter:
          - {part: kommun, funktion: kommunstyrelsens ordförande, datum: 2018-12-14}  # <-
          - {part: polis, funktion: lokalpolisområdeschef, datum: 2018-12-13}

    Källa: Brå, Polisen och SKR, Teckna samverkansöverenskommelse
    """
    dossier = case.dossier
    local = frozenset(map(id, municipalities(dossier)))
    heads = [(party, _head(dossier, party, local)) for party in dossier.parties]
    if not {BOARD_CHAIR, LOCAL_POLICE_CHIEF} <= {head for _, head in heads}:
        yield _not_asked(dossier)
        return
    for party, head in heads:
        if head is None:
            continue
        signed = signatures_of(dossier, party, case.today)
        own = [signature for signature in signed if head.found_in(signature.function) and not signature.deputy]
        if own:
            yield Evidence(own[0].here)
        elif signed:
            names = listing(signature.function or signature.name or "någon som inte säger sin funktion" for signature in signed)
            yield Finding(
                f"handboken räknar med att {head.name} skriver under; här är det {names}",
                signed[0].at("function"),
                "Ingenting behöver ändras om den som skrivit under har rätt till det.",
                progress=f"{party_name(party)}: inte {head.name}",
            )
        else:
            yield _unsigned(dossier, party, head.name)


def _not_asked(dossier: Dossier) -> Inapplicable | Unjudged:
    """Why the heads are not asked for: who the parties are is not known, or they are others."""
    if not dossier.parties:
        return Unjudged("det framgår inte vilka parterna är")
    if any(is_police(party) and party.level is None for party in dossier.parties):
        return Unjudged("det framgår inte om polisen är ett lokalpolisområde")
    return Inapplicable("handboken talar om en kommun och ett lokalpolisområde")


def _unsigned(dossier: Dossier, party: Party, head: str) -> Finding:
    planned: list[Signature] = [one for one in dossier.agreement.signatures if one.party and one.party == party.id]
    return Finding(
        f"{party_name(party)} har inte skrivit under{' än' if planned else ''}; handboken räknar med {head}",
        planned[0].at("date") if planned else dossier.agreement.at("signatures"),
        "Skriv underskriften när den är gjord.",
        cured_by=frozenset({"underskrifter"}),
        superseded_by=("SK17",),
        progress=f"{party_name(party)} har inte skrivit under",
        given_by_signing=True,
    )


def _head(dossier: Dossier, party: Party, local: frozenset[int]) -> Words | None:
    """Who leads a party: of one of the ``local`` municipalities or a local police district; nothing for others, and for the police on another level."""
    if is_police(party):
        signed = (one.function for one in dossier.agreement.signatures if one.party and one.party == party.id)
        named = LOCAL_POLICE_DISTRICT.found_in(party.name) or any(map(LOCAL_POLICE_CHIEF.found_in, signed))
        return LOCAL_POLICE_CHIEF if party.level == "lokalpolisområde" or (party.level is None and named) else None
    return BOARD_CHAIR if party.type != "stadsdel" and id(party) in local else None
