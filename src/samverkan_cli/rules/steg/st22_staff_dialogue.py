"""ST22."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level


@rule("ST22", "medarbetardialog", Level.NOTE, step=2)
def the_staff_has_been_heard(case: Case) -> Verdicts:
    """Medarbetarna har hörts

    De som möter problemen varje dag vet saker som ingen statistik visar.

    Godkänns:

        medarbetardialoger: [{namn: Gruppmöte}]

    Underkänns:

        medarbetardialoger:  # <-

    Källa: Brå, Polisen och SKR, Egna förberedelser
    """
    dossier = case.dossier
    heard = dossier.all(lambda document: document.staff_dialogues)
    for dialogue in heard[:1]:
        yield Evidence(dialogue.here)
    if not heard:
        yield Finding("medarbetarna har inte hörts", dossier.main.at("staff_dialogues"), "Skriv dialogen under medarbetardialoger.")
