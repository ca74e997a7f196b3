"""TYD05."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import party_name


@rule("TYD05", "beslutets-dag", Level.WARNING, step=3)
def decisions_have_a_day(case: Case) -> Verdicts:
    """Besluten om överenskommelsen har en dag

    Av vem den är fastställd räcker för checklistan. Med dagen går protokollet att hitta.

    Godkänns:

        parter:
          - {id: kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-12-05}}

    Underkänns:

        parter:
          - {id: kommun, fastställd: {organ: kommunstyrelsen}}  # <-

    Källa: Praxis i undertecknade överenskommelser
    """
    for party in case.dossier.parties:
        if party.adopted is not None and says(party.adopted.organ) and party.adopted.date is None:
            yield Finding(
                f"beslutet hos {party_name(party)} saknar dag",
                party.adopted.at("date"),
                "Skriv beslutsdagen, eller månaden om ni inte vet mer.",
            )
