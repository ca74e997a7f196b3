"""TYD03."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import party_name


@rule("TYD03", "logotyp-i-ord", Level.WARNING, step=3)
def logos_are_described(case: Case) -> Verdicts:
    """Logotyperna har en text för den som inte ser dem

    Den som lyssnar på dokumentet ska också få veta vilka som står bakom.

    Godkänns:

        parter:
          - {id: kommun, logotyp: {fil: logotyper/kommun.svg, alt: Vår kommuns logotyp}}
        # fil: logotyper/kommun.svg
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Underkänns:

        parter:
          - {id: kommun, logotyp: {fil: logotyper/kommun.svg}}  # <-
        # fil: logotyper/kommun.svg
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Källa: WCAG 2.1, 1.1.1; DOS-lagen (2018:1937)
    """
    for party in case.dossier.parties:
        if party.logo is not None and party.logo.file and not says(party.logo.alternative):
            yield Finding(
                f"logotypen för {party_name(party)} saknar en beskrivning för den som inte ser bilden",
                party.logo.at("alternative"),
                "Skriv  alt: …, till exempel kommunens namn och ordet logotyp.",
            )
