"""ST11."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import party_name


@rule("ST11", "gemensamt-beslut", Level.NOTE, step=1)
def both_managements_have_decided(case: Case) -> Verdicts:
    """Ledningarna har beslutat att samverka

    Utan ett gemensamt beslut har arbetet varken mandat eller resurser.

    Godkänns:

        parter: [{id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-12-05}}]

    Underkänns:

        parter:
          - {id: kommun, namn: Vår kommun}  # <-

    Källa: Brå, Polisen och SKR, Initiera samverkan
    """
    for party in case.dossier.parties:
        if party.adopted is not None and party.adopted.date:
            yield Evidence(party.at("adopted"))
        else:
            yield Finding(f"{party_name(party)} har inget beslut", party.at("adopted"), "Skriv beslutet under fastställd.")
