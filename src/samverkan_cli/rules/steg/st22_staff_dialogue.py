"""ST22."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Unjudged
from samverkan_cli.rules._dialogues import heard
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._vocabulary import STAFF_DIALOGUES


@rule("ST22", "medarbetardialog", Level.NOTE, step=2, words=(STAFF_DIALOGUES,))
def the_staff_has_been_heard(case: Case) -> Verdicts:
    """Medarbetarna har hörts

    De som möter problemen varje dag vet saker som ingen statistik visar.

    Dialogen står under `medarbetardialoger`, eller bland källorna till en lägesbild. En dialog vars dag inte har kommit är inte hållen. Finns
    lägesbilderna någon annanstans går det inte att bedöma.

    Godkänns:

        # idag: 2018-03-12
        medarbetardialoger: [{namn: Gruppmöte, datum: 2018-03-12}]

    Godkänns:

        bygger_på: [{part: polis, titel: Polisens lägesbild, källor: [anmälningar, medarbetardialog]}]

    Underkänns:

        medarbetardialoger:  # <-

    Underkänns:

        # idag: 2018-03-11
        medarbetardialoger:  # <-
          - {namn: Gruppmöte, datum: 2018-03-12}

    Källa: Brå, Polisen och SKR, Egna förberedelser
    """
    dossier = case.dossier
    found = heard(dossier, dossier.all(lambda document: document.staff_dialogues), STAFF_DIALOGUES)
    if found:
        yield Evidence(found[0])
    elif elsewhere := listed_elsewhere(dossier, "lägesbild"):
        yield Unjudged(why_unseen(elsewhere))
    else:
        home = next((document for document in dossier.documents if document.staff_dialogues), dossier.main)
        yield Finding(
            "det framgår inte att medarbetarna har hörts",
            home.at("staff_dialogues"),
            "Skriv dialogen under medarbetardialoger.",
            cured_by=frozenset({"medarbetardialoger"}),
        )
