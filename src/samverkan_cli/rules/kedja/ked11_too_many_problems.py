"""KED11."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level

MANY = 6
"""The number of prioritised problems that a cooperation usually manages."""


@rule("KED11", "för-många-problem", Level.NOTE, step=3)
def something_is_left_out(case: Case) -> Verdicts:
    """Prioriteringen väljer bort något

    Den som prioriterar allt har inte prioriterat. Det ni lämnar utanför är lika viktigt att skriva ner.

    Regeln frågar när inget problem är bortprioriterat, och när fler än sex är prioriterade.

    Godkänns:

        problem: [{id: P1, prioritet: 1}]
        bortprioriterat: [{namn: Cykelstölder, skäl: Ligger kvar hos vardera parten.}]

    Godkänns:

        problem:
          - {id: P1, prioritet: 1}
          - {id: P2, prioritet: 2}
          - {id: P3, prioritet: 3}
          - {id: P4, prioritet: 4}
          - {id: P5, prioritet: 5}
          - {id: P6, prioritet: 6}
        bortprioriterat: [{namn: Cykelstölder, skäl: Ligger kvar hos vardera parten.}]

    Underkänns:

        problem:  # <-
          - {id: P1, prioritet: 1}

    Underkänns:

        problem:
          - {id: P1, prioritet: 1}
          - {id: P2, prioritet: 2}
          - {id: P3, prioritet: 3}
          - {id: P4, prioritet: 4}
          - {id: P5, prioritet: 5}
          - {id: P6, prioritet: 6}
          - {id: P7, prioritet: 7}  # <-
        bortprioriterat: [{namn: Cykelstölder, skäl: Ligger kvar hos vardera parten.}]

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 5: kom ihåg att prioritera
    """
    dossier = case.dossier
    if not dossier.problems:
        return
    home = dossier.document_of(dossier.problems[0])
    if not dossier.all(lambda document: document.deprioritised):
        yield Finding(
            "inget problem är bortprioriterat",
            home.at("problems"),
            "Skriv under bortprioriterat vad ni lämnar utanför, och varför.",
            suggestion="bortprioriterat:\n  - {namn: …, skäl: …}",
            cured_by=frozenset({"bortprioriterat"}),
        )
    ranked = [problem for problem in dossier.problems if problem.priority is not None]
    if len(ranked) > MANY:
        yield Finding(
            f"{len(ranked)} problem är prioriterade; de flesta hinner med högst {MANY}",
            ranked[MANY].at("priority"),
            "Välj de viktigaste och flytta resten till bortprioriterat.",
        )
