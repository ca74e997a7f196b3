"""TID05."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.days import first_of, last_of
from samverkan_cli.rules._queries import party_name


@rule("TID05", "underskrift-före-beslut", Level.WARNING, also_serves=("SK15",))
def nobody_signs_before_the_decision(case: Case) -> Verdicts:
    """Beslutet kommer före underskriften

    Den som skriver under före beslutet binder sin organisation till något den inte har tagit ställning till.

    Godkänns:

        parter: [{id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-12-05}}]
        underskrifter: [{part: kommun, datum: 2018-12-05}]

    Underkänns:

        parter: [{id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-12-05}}]
        underskrifter:
          - {part: kommun, datum: 2018-12-04}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 15
    """
    dossier = case.dossier
    for party in dossier.parties:
        decided = party.adopted.date if party.adopted else None
        for signature in dossier.agreement.signatures:
            if (
                party.id
                and signature.party == party.id
                and signature.date
                and decided
                and last_of(signature.date) < first_of(decided)
                and party.adopted
            ):
                yield Finding(
                    f"{party_name(party)} skrev under {signature.date}, före beslutet {decided}",
                    signature.at("date"),
                    "Kontrollera datumen.",
                    related=((party.adopted.at("date"), "beslutet"),),
                )
