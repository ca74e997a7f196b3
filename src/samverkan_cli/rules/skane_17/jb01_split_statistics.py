"""JB01."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import first_document
from samverkan_cli.swedish import listing

_SEX = {"kvinnor", "män", "flickor", "pojkar"}


@rule("JB01", "köns-och-åldersuppdelning", Level.NOTE, step=2)
def statistics_are_split(case: Case) -> Verdicts:
    """Statistiken är uppdelad på kön och ålder

    Ett medelvärde kan dölja att flickor och pojkar, unga och äldre, har helt olika vardag (checklistan, inledningen).

    Minst en siffra i lägesbilden eller problembilden är uppdelad på kön, och minst en på ålder (flickor och pojkar räknas som båda). Regeln
    frågar först när det finns en lägesbild eller problem.

    Godkänns:

        problem: [{id: P1}]
        statistik:
          - {vad: utsatta för rån i årskurs 8, värde: 9, enhet: procent, uppdelning: {flickor: 6, pojkar: 12}}

    Godkänns:

        titel: Överenskommelse 2019–2020
        statistik:
          - {vad: invånare, värde: 116000, enhet: personer}

    Underkänns:

        problem: [{id: P1}]
        statistik:  # <-
          - {vad: utsatta för rån, värde: 9, enhet: procent}

    Underkänns:

        titel: Överenskommelse 2019–2020
        # fil: lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        statistik:  # <-
          - {vad: utsatta för rån, värde: 9, enhet: procent}

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, inledningen
    """
    dossier = case.dossier
    if not dossier.problems and not any(getattr(document, "type", "") == "lägesbild" for document in dossier.documents):
        return
    statistics = (
        *dossier.all(lambda document: document.statistics),
        *(statistic for problem in dossier.problems for statistic in problem.statistics),
    )
    splits = {key.lower(): statistic for statistic in statistics for key in (statistic.split or {})}
    sex = [statistic for key, statistic in splits.items() if _SEX.intersection(key.split())]
    age = [
        statistic
        for key, statistic in splits.items()
        if {"flickor", "pojkar"}.intersection(key.split()) or any(sign.isdigit() for sign in key)
    ]
    missing = [word for word, found in (("kön", sex), ("ålder", age)) if not found]
    if missing:
        yield Finding(
            f"ingen siffra är uppdelad på {listing(missing)}",
            first_document(dossier, "lägesbild", "problembild").at("statistics"),
            "Skriv uppdelning på minst en siffra, till exempel  uppdelning: {flickor: 6, pojkar: 12}.",
            cured_by=frozenset({"uppdelning"}),
        )
    else:
        yield Evidence(sex[0].here)
