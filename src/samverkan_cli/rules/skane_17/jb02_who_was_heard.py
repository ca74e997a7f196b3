"""JB02."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level
from samverkan_cli.models.problems import Dialogue
from samverkan_cli.rules._vocabulary import AGES, BOYS_AND_MEN, GIRLS_AND_WOMEN
from samverkan_cli.swedish import listing


@rule("JB02", "vilka-som-hörts", Level.NOTE, step=3, words=(GIRLS_AND_WOMEN, BOYS_AND_MEN, AGES))
def dialogues_say_who_took_part(case: Case) -> Verdicts:
    """Medborgardialogerna säger vilka som hördes

    Om bara några få grupper har hörts vet ni inte vad de andra tycker (checklistan, inledningen).

    Varje medborgardialog säger hur många kvinnor och män, eller flickor och pojkar, som deltog, och deras åldrar. Flickor och pojkar säger båda
    delarna. Åldersgrupper som nämner könet räknas för båda. Personalens egna möten frågar källan inte efter.

    Godkänns:

        medborgardialoger:
          - {namn: Torgdialog, deltagare: {kvinnor: 58, män: 51, åldrar: {16–24 år: 30, 25–64 år: 60, 65 år och äldre: 19}}}

    Godkänns:

        medborgardialoger:
          - {namn: Elevråd, deltagare: {åldrar: {tjejer 13–15 år: 12, killar 13–15 år: 9}}}
        medarbetardialoger:
          - {namn: Arbetsplatsträff, deltagare: {antal: 34}}

    Underkänns:

        medborgardialoger:
          - {namn: Torgdialog, deltagare: {antal: 109}}  # <-
          - {namn: Skolråd}  # <-
          - {namn: Elevråd, deltagare: {åldrar: {13–15 år: 12}}}  # <-
          - {namn: Nattvandring, deltagare: {kvinnor: 8, män: 7}}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, inledningen
    """
    for dialogue in case.dossier.all(lambda document: document.citizens_dialogues):
        missing = _lacks(dialogue)
        if missing:
            name = f" ”{dialogue.name}”" if dialogue.name else ""
            yield Finding(
                f"dialogen{name} säger inte vilka som hördes: {listing(missing)} saknas",
                dialogue.at("participants"),
                "Skriv antalen under deltagare.",
                items=tuple(Item(word) for word in missing),
            )
        else:
            yield Evidence(dialogue.at("participants"))


def _lacks(dialogue: Dialogue) -> list[str]:
    heard = dialogue.participants
    groups = list(heard.ages or {}) if heard is not None else []
    by_sex = heard is not None and any(value is not None for value in (heard.women, heard.men, heard.girls, heard.boys))
    sex = by_sex or any(GIRLS_AND_WOMEN.found_in(group) or BOYS_AND_MEN.found_in(group) for group in groups)
    young = heard is not None and (heard.girls is not None or heard.boys is not None)
    age = young or any(AGES.found_in(group) or any(sign.isdigit() for sign in group) for group in groups)
    return [word for word, there in (("kvinnor och män", sex), ("åldrar", age)) if not there]
