"""SH07."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.swedish import listing


@rule("SH07", "undertecknas-av-ledningen", Level.NOTE, step=3)
def the_heads_have_signed(case: Case) -> Verdicts:
    """Ledningen har skrivit under

    När chefen för lokalpolisområdet och kommunstyrelsens ordförande skriver under syns det att arbetet är prioriterat (handboken, steg 3).

    Gäller bara överenskommelser mellan en kommun och ett lokalpolisområde. Någon annan kan ha rätt att skriva under; därför är det en
    upplysning.

    Godkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis, nivå: lokalpolisområde}, {id: region, typ: region}]
        underskrifter:
          - {part: kommun, funktion: kommunstyrelsens ordförande, datum: 2018-12-14}
          - {part: polis, funktion: lokalpolisområdeschef, datum: 2018-12-14}
          - {part: region, funktion: regiondirektör, datum: 2018-12-14}

    Underkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis, nivå: lokalpolisområde}]
        underskrifter:
          - {part: kommun, funktion: kommundirektör, datum: 2018-12-14}  # <-
          - {part: polis, funktion: lokalpolisområdeschef, datum: 2018-12-14}

    Underkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis, nivå: lokalpolisområde}]
        underskrifter:
          - {part: kommun, funktion: kommunstyrelsens ordförande, datum: 2018-12-14}
          - {part: polis, funktion: kommunpolis, datum: 2018-12-14}  # <-

    Källa: Brå, Polisen och SKR, Teckna samverkansöverenskommelse
    """
    dossier = case.dossier
    for party in dossier.parties:
        expected = {"kommun": "kommunstyrelsens ordförande", "polis": "lokalpolisområdeschef"}.get(party.type or "")
        ordinary = party.type == "kommun" or party.level == "lokalpolisområde"
        if expected is None or not ordinary or not any(other.level == "lokalpolisområde" for other in dossier.parties):
            continue
        own = [
            signature
            for signature in dossier.agreement.signatures
            if signature.party and signature.party == party.id and signature.function
        ]
        heads = [signature for signature in own if _is_head(signature.function or "", party.type or "")]
        if heads:
            yield Evidence(heads[0].here)
        elif own:
            names = listing(signature.function or "" for signature in own)
            yield Finding(
                f"handboken räknar med att {expected} skriver under; här är det {names}",
                own[0].at("function"),
                "Ingenting behöver ändras om den som skrivit under har rätt till det.",
            )


def _is_head(function: str, kind: str) -> bool:
    lowered = function.lower()
    if kind == "kommun":
        return "kommunstyrelsens ordförande" in lowered or "ordförande i kommunstyrelsen" in lowered
    return "lokalpolisområdeschef" in lowered or "chef för lokalpolisområde" in lowered or "lokalpolisområdets chef" in lowered
