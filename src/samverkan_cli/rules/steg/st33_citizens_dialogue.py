"""ST33."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Unjudged
from samverkan_cli.rules._dialogues import heard
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._vocabulary import CITIZENS_DIALOGUES


@rule("ST33", "medborgardialog", Level.NOTE, step=3, words=(CITIZENS_DIALOGUES,))
def the_residents_have_been_heard(case: Case) -> Verdicts:
    """Invånarna har hörts

    Otrygghet syns inte i anmälningarna; invånarna måste få frågan.

    Dialogen står under `medborgardialoger`, eller bland källorna till en lägesbild. En dialog vars dag inte har kommit är inte hållen. Finns
    problembilden eller lägesbilderna någon annanstans går det inte att bedöma.

    Godkänns:

        # idag: 2018-05-16
        medborgardialoger: [{namn: Torgdialog, datum: 2018-05-16}]

    Godkänns:

        titel: Överenskommelse 2019–2020
        # fil: lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        källor: [drogvaneundersökning, trygghetsvandringar]

    Underkänns:

        medborgardialoger:  # <-

    Underkänns:

        # idag: 2018-05-15
        medborgardialoger:  # <-
          - {namn: Torgdialog, datum: 2018-05-16}

    Källa: Brå, Polisen och SKR, Gemensamma förberedelser
    """
    dossier = case.dossier
    found = heard(dossier, dossier.all(lambda document: document.citizens_dialogues), CITIZENS_DIALOGUES)
    if found:
        yield Evidence(found[0])
    elif elsewhere := listed_elsewhere(dossier, "problembild", "lägesbild"):
        yield Unjudged(why_unseen(elsewhere))
    else:
        home = next((document for document in dossier.documents if document.citizens_dialogues), dossier.main)
        yield Finding(
            "det framgår inte att invånarna har hörts",
            home.at("citizens_dialogues"),
            "Skriv dialogen under medborgardialoger.",
            cured_by=frozenset({"medborgardialoger"}),
        )
