"""JB02."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.swedish import listing


@rule("JB02", "vilka-som-hörts", Level.NOTE, step=3)
def dialogues_say_who_took_part(case: Case) -> Verdicts:
    """Dialogerna säger vilka som hördes

    Om bara några få grupper har hörts vet ni inte vad de andra tycker (checklistan, inledningen).

    Varje dialog säger hur många kvinnor och män, eller flickor och pojkar, som deltog, och deras åldrar.

    Godkänns:

        medborgardialoger:
          - {namn: Torgdialog, deltagare: {kvinnor: 58, män: 51, åldrar: {16–24 år: 30, 25–64 år: 60, 65 år och äldre: 19}}}

    Underkänns:

        medborgardialoger:
          - {namn: Torgdialog, deltagare: {antal: 109}}  # <-
          - {namn: Skolråd}  # <-
          - {namn: Elevråd, deltagare: {åldrar: {13–15 år: 12}}}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, inledningen
    """
    for dialogue in case.dossier.all(lambda document: (*document.citizens_dialogues, *document.staff_dialogues)):
        heard = dialogue.participants
        missing = []
        if heard is None or not any(value is not None for value in (heard.women, heard.men, heard.girls, heard.boys)):
            missing.append("kvinnor och män")
        if heard is None or (not heard.ages and heard.girls is None and heard.boys is None):
            missing.append("åldrar")
        if missing:
            name = f" ”{dialogue.name}”" if dialogue.name else ""
            yield Finding(
                f"dialogen{name} säger inte vilka som hördes: {listing(missing)} saknas",
                dialogue.at("participants"),
                "Skriv antalen under deltagare.",
            )
        else:
            yield Evidence(dialogue.at("participants"))
