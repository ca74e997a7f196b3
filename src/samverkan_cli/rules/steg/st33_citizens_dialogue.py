"""ST33."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level


@rule("ST33", "medborgardialog", Level.NOTE, step=3)
def the_residents_have_been_heard(case: Case) -> Verdicts:
    """Invånarna har hörts

    Otrygghet syns inte i anmälningarna; invånarna måste få frågan.

    Godkänns:

        medborgardialoger: [{namn: Torgdialog}]

    Underkänns:

        medborgardialoger:  # <-

    Källa: Brå, Polisen och SKR, Gemensamma förberedelser
    """
    dossier = case.dossier
    heard = dossier.all(lambda document: document.citizens_dialogues)
    for dialogue in heard[:1]:
        yield Evidence(dialogue.here)
    if not heard:
        yield Finding("invånarna har inte hörts", dossier.main.at("citizens_dialogues"), "Skriv dialogen under medborgardialoger.")
