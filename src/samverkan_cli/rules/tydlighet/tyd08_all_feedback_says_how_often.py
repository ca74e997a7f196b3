"""TYD08."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Item, Level
from samverkan_cli.rules._presence import in_words, is_said_when, says, unfaulted
from samverkan_cli.swedish import listing


@rule("TYD08", "all-återkoppling-säger-när", Level.NOTE, step=3)
def all_feedback_says_how_often(case: Case) -> Verdicts:
    """All återkoppling säger till vilka, vad och när

    En hel rutin räcker för checklistan. De andra som ska få veta behöver också veta när.

    Godkänns:

        återkoppling:
          - {till: råd, vad: läget per åtgärd, när: {minst: 4, per: år}}
          - {till: invånarna, vad: hur det gick, när: {senast: 2019-12-31}}

    Underkänns:

        återkoppling:
          - {till: råd, vad: läget per åtgärd, när: {minst: 4, per: år}}
          - till: invånarna
            när: {detalj: löpande}  # <-
            vad: hur det gick
          - till: föräldrar
            vad:  # <-
            när: {minst: 1, per: år}

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 12
    """
    for item in case.dossier.all(lambda document: document.feedback):
        asked = (("till", says(item.to), "to"), ("vad", says(item.what), "what"), ("när", is_said_when(item.when), "when"))
        missing = unfaulted(case.dossier, [(word, item.at(name)) for word, there, name in asked if not there])
        if missing:
            words = [word for word, _ in missing]
            to = f" till {item.to}" if item.to else ""
            yield Finding(
                f"återkopplingen{to} säger inte {listing(in_words(words, item.when), 'eller')}",
                missing[0][1],
                f"Skriv {listing(words)} på återkopplingen.",
                superseded_by=("SK12",),
                items=tuple(Item(word) for word in words),
            )
