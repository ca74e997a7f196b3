"""SK17."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import no_parties, party_name
from samverkan_cli.rules._signatures import signatures_of


@rule("SK17", "underskrifter", Level.ERROR, step=3)
def every_party_has_signed(case: Case) -> Verdicts:
    """Alla parter har skrivit under

    Underskriften är ledningens löfte att det blir gjort (checklistan, punkt 17).

    Varje part har minst en underskrift. En dag som inte har kommit än, eller som ska fyllas i (`datum: …`), är en planerad underskrift och räknas
    inte; en underskrift utan dag är en underskrift, och då frågar TYD04 efter dagen.

    Godkänns:

        # idag: 2018-12-14
        parter: [{id: kommun, namn: Vår kommun}]
        underskrifter:
          - {part: kommun, funktion: kommunstyrelsens ordförande, datum: 2018-12-14}

    Godkänns:

        parter: [{id: kommun, namn: Vår kommun}]
        underskrifter:
          - {part: kommun, funktion: kommunstyrelsens ordförande}

    Underkänns:

        parter: [{id: kommun, namn: Vår kommun}, {id: polis, namn: Vårt lokalpolisområde}]
        underskrifter:  # <-
          - {part: kommun, funktion: kommunstyrelsens ordförande, datum: …}  # <-

    Underkänns:

        # idag: 2018-12-13
        parter: [{id: kommun, namn: Vår kommun}]
        underskrifter:
          - {part: kommun, funktion: kommunstyrelsens ordförande, datum: 2018-12-14}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 17
    """
    dossier = case.dossier
    yield from no_parties(dossier)
    for party in dossier.parties:
        signed = signatures_of(dossier, party, case.today)
        if signed:
            yield from (Evidence(signature.here) for signature in signed)
            continue
        planned = [signature for signature in dossier.agreement.signatures if signature.party and signature.party == party.id]
        message = f"{party_name(party)} har inte skrivit under"
        if planned and planned[0].date is not None:
            message += f" än: dagen {planned[0].date} har inte kommit"
        yield Finding(
            message,
            planned[0].at("date") if planned else dossier.agreement.at("signatures"),
            "Skriv underskriften när den är gjord.",
            suggestion="" if planned else f"underskrifter:\n  - {{part: {party.id or '…'}, funktion: …, datum: …}}",
            related=((party.here, "den här parten"),),
            cured_by=frozenset({"underskrifter"}),
            progress=f"{party_name(party)} har inte skrivit under",
            given_by_signing=True,
        )
