"""TYD04."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.rules._queries import party_name
from samverkan_cli.rules._signatures import is_made, signatures_of


@rule("TYD04", "underskriftens-dag", Level.WARNING, step=3)
def signatures_have_a_day(case: Case) -> Verdicts:
    """Underskrifterna har en dag

    En underskrift utan dag är en underskrift, men ingen kan se när överenskommelsen började gälla eller vilka dokument den omfattar.

    Godkänns:

        underskrifter:
          - {part: kommun, funktion: kommunstyrelsens ordförande, datum: 2018-12}

    Underkänns:

        underskrifter:
          - {part: kommun, funktion: kommunstyrelsens ordförande}  # <-

    Källa: Praxis i undertecknade överenskommelser
    """
    dossier = case.dossier
    for party in dossier.parties:
        for signature in signatures_of(dossier, party, case.today):
            if signature.date is None:
                yield Finding(
                    f"underskriften för {party_name(party)} saknar dag",
                    signature.at("date"),
                    "Skriv dagen, eller månaden om ni inte vet mer.",
                )
    known = {party.id for party in dossier.parties}
    for signature in dossier.agreement.signatures:
        if signature.party not in known and signature.date is None and is_made(dossier, signature, case.today):
            yield Finding("en underskrift saknar dag", signature.at("date"), "Skriv dagen, eller månaden om ni inte vet mer.")
