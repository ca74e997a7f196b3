"""JB01."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Unjudged
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._queries import first_document
from samverkan_cli.rules._vocabulary import AGES, BOYS_AND_MEN, GIRLS_AND_WOMEN
from samverkan_cli.swedish import listing


@rule("JB01", "köns-och-åldersuppdelning", Level.NOTE, step=2, words=(GIRLS_AND_WOMEN, BOYS_AND_MEN, AGES))
def statistics_are_split(case: Case) -> Verdicts:
    """Statistiken är uppdelad på kön och ålder

    Ett medelvärde kan dölja att flickor och pojkar, unga och äldre, har helt olika vardag (checklistan, inledningen).

    Minst en siffra i lägesbilden eller problembilden är uppdelad på kön, och minst en på ålder; det får vara samma eller olika. Flickor och
    pojkar, tjejer och killar säger båda delarna, kvinnor och män bara kön. Tal som 15–17 är åldrar. Finns lägesbilderna och problembilden någon
    annanstans går det inte att bedöma.

    Godkänns:

        problem: [{id: P1}]
        statistik:
          - {vad: utsatta för rån i årskurs 8, värde: 9, enhet: procent, uppdelning: {tjejer i åk 8: 6, killar i åk 8: 12}}

    Godkänns:

        statistik:
          - {vad: otrygga kvällstid, värde: 30, enhet: procent, uppdelning: {kvinnor: 38, män: 21}}
          - {vad: utsatta för stöld, värde: 75, enhet: anmälningar, uppdelning: {barn: 20, vuxna: 55}}

    Godkänns:

        statistik:
          - {vad: otrygga kvällstid, värde: 30, enhet: procent, uppdelning: {kvinnor 16–24: 38, män 16–24: 21}}

    Underkänns:

        statistik:  # <-
          - {vad: otrygga kvällstid, värde: 30, enhet: procent, uppdelning: {kvinnor: 38, män: 21}}

    Underkänns:

        statistik:  # <-
          - {vad: anmälda rån, värde: 41, enhet: anmälningar, uppdelning: {centrum: 29, stationen: 12}}

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
    statistics = (
        *dossier.all(lambda document: document.statistics),
        *(statistic for problem in dossier.problems for statistic in problem.statistics),
    )
    groups = [(statistic, group) for statistic in statistics for group in statistic.split or {}]
    sex = [statistic for statistic, group in groups if GIRLS_AND_WOMEN.found_in(group) or BOYS_AND_MEN.found_in(group)]
    age = [statistic for statistic, group in groups if AGES.found_in(group) or any(sign.isdigit() for sign in group)]
    yield from (Evidence(statistic.here) for statistic in (*sex[:1], *(one for one in age[:1] if one not in sex[:1])))
    missing = [word for word, found in (("kön", sex), ("ålder", age)) if not found]
    if missing and not statistics and (elsewhere := listed_elsewhere(dossier, "lägesbild", "problembild")):
        yield Unjudged(why_unseen(elsewhere))
    elif missing:
        home = next(
            (document for document in dossier.documents if document.statistics), first_document(dossier, "lägesbild", "problembild")
        )
        yield Finding(
            f"ingen siffra är uppdelad på {listing(missing)}",
            home.at("statistics"),
            "Skriv uppdelning på minst en siffra, till exempel  uppdelning: {flickor: 6, pojkar: 12}.",
            cured_by=frozenset({"uppdelning", "statistik"}),
            superseded_by=() if statistics or dossier.problems or home is not dossier.agreement else ("SK03",),
            items=tuple(Item(word) for word in missing),
        )
