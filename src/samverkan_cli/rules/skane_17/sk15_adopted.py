"""SK15."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import party_name
from samverkan_cli.swedish import listing


@rule("SK15", "fastställd", Level.ERROR, step=3)
def it_says_who_adopted_it(case: Case) -> Verdicts:
    """Det står vem som har fastställt överenskommelsen

    Beslutet visar att organisationen står bakom, inte bara den som skriver under (checklistan, punkt 15).

    Varje part skriver sitt organ och sin beslutsdag, till exempel kommunstyrelsen och lokalpolisområdets ledningsgrupp. Beslutet tas inte efter
    underskriften (TID05).

    Godkänns:

        parter:
          - {id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-12-05}}

    Underkänns:

        parter:
          - {id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen}}  # <-
          - {id: polis, namn: Vårt lokalpolisområde}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 15
    """
    for party in case.dossier.parties:
        adopted = party.adopted
        missing = []
        if adopted is None or not adopted.organ:
            missing.append(("organ", party.at("adopted", "organ")))
        if adopted is None or adopted.date is None:
            missing.append(("datum", party.at("adopted", "date")))
        if not missing:
            yield Evidence(party.at("adopted"))
            continue
        words = listing(word for word, _ in missing)
        message = f"det står inte vem hos {party_name(party)} som har fastställt överenskommelsen"
        if len(missing) == 1:
            message = f"beslutet hos {party_name(party)} saknar {words}"
        yield Finding(
            message,
            missing[0][1],
            "Skriv organet och beslutsdagen.",
            suggestion="fastställd: {organ: …, datum: …}" if adopted is None else "",
            progress=f"{party_name(party)} saknar {'beslut' if adopted is None else words}",
        )
