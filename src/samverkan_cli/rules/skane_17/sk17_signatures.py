"""SK17."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.days import first_of
from samverkan_cli.rules._queries import party_name


@rule("SK17", "underskrifter", Level.ERROR, step=3)
def every_party_has_signed(case: Case) -> Verdicts:
    """Alla parter har skrivit under

    Underskriften är ledningens löfte att det blir gjort (checklistan, punkt 17).

    Varje part har minst en underskrift med datum. En dag som inte har kommit än räknas inte.

    Godkänns:

        # idag: 2018-12-14
        parter: [{id: kommun, namn: Vår kommun}]
        underskrifter:
          - {part: kommun, funktion: kommunstyrelsens ordförande, datum: 2018-12-14}

    Underkänns:

        parter: [{id: kommun, namn: Vår kommun}, {id: polis, namn: Vårt lokalpolisområde}]
        underskrifter:  # <-
          - {part: kommun, funktion: kommunstyrelsens ordförande}  # <-

    Underkänns:

        # idag: 2018-12-13
        parter: [{id: kommun, namn: Vår kommun}]
        underskrifter:
          - {part: kommun, funktion: kommunstyrelsens ordförande, datum: 2018-12-14}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 17
    """
    dossier = case.dossier
    for party in dossier.parties:
        own = [signature for signature in dossier.agreement.signatures if signature.party and signature.party == party.id]
        signed = [signature for signature in own if signature.date and first_of(signature.date) <= case.today]
        for signature in signed:
            yield Evidence(signature.here)
        if signed:
            continue
        if own and own[0].date is None:
            yield Finding(
                f"underskriften för {party_name(party)} saknar datum",
                own[0].at("date"),
                "Skriv dagen.",
                progress=f"{party_name(party)} saknar datum",
            )
            continue
        message = f"{party_name(party)} har inte skrivit under"
        if own:
            message += f" än: dagen {own[0].date} har inte kommit"
        yield Finding(
            message,
            own[0].at("date") if own else dossier.agreement.at("signatures"),
            "Skriv underskriften när den är gjord.",
            suggestion="" if own else f"underskrifter:\n  - {{part: {party.id or '…'}, funktion: …, datum: …}}",
            related=((party.here, "den här parten"),),
            cured_by=frozenset({"underskrifter"}),
            progress=f"{party_name(party)} har inte skrivit under",
        )
