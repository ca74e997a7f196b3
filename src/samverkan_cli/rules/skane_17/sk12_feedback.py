"""SK12."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level
from samverkan_cli.models.actions import FollowUp
from samverkan_cli.models.communication import Feedback
from samverkan_cli.models.when import When
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere
from samverkan_cli.rules._presence import is_said_how_often, says, unfaulted
from samverkan_cli.rules._vocabulary import FOLLOW_UP_PLAN, REGULARLY
from samverkan_cli.swedish import listing


@rule("SK12", "återkoppling", Level.ERROR, step=3, words=(REGULARLY, FOLLOW_UP_PLAN))
def feedback_is_planned(case: Case) -> Verdicts:
    """Det står hur arbetet återkopplas

    Den grupp som äger överenskommelsen ska regelbundet få veta hur det går, annars kan den inte säkra att det blir gjort (checklistan, punkt 12).

    En rutin säger till vilka och hur ofta: i siffror (`minst` och `per`) eller i ord, ”varje kvartal”, ”i mars och oktober varje år”, ”vid varje
    möte”. En enda dag och ”löpande” är inte hur ofta. En uppföljning som har `till` och en rytm är också en rutin. Finns en hel rutin räcker det.

    Godkänns:

        återkoppling:
          - {till: råd, när: {minst: 4, per: år}}

    Godkänns:

        återkoppling:
          - {till: råd, när: {detalj: vid varje möte}}
          - {till: invånarna}

    Godkänns:

        uppföljning:
          - {vad: läget för varje åtgärd, när: {minst: 4, per: år}, till: råd}

    Godkänns:

        bilagor: [{nr: "7", typ: uppföljningsplan, titel: Uppföljningsplan, datum: 2018-12-12}]

    Underkänns:

        # bedömning: delvis
        återkoppling:
          - till: råd
            vad: läget per åtgärd
            när: {senast: 2019-12-01}  # <-

    Underkänns:

        återkoppling:
          - till: råd
            när: {detalj: löpande}  # <-

    Underkänns:

        återkoppling:
          - vad: läget per åtgärd  # <-
            när: {minst: 4, per: år}

    Godkänns:

        återkoppling: [{till: rådet, när: {detalj: 2 ggr/år}}]

    Underkänns:

        # bedömning: delvis
        återkoppling:
          - till: rådet
            när: {detalj: en gång i slutet av perioden}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 12
    """
    dossier = case.dossier
    feedback = [item for item in dossier.all(lambda document: document.feedback) if says(item.to) or says(item.what)]
    reported = [item for item in dossier.follow_ups if says(item.to) and is_said_how_often(item.when)]
    routines: list[Feedback | FollowUp] = [*(item for item in feedback if says(item.to) and is_said_how_often(item.when)), *reported]
    if routines:
        yield from (Evidence(item.here) for item in routines)
        return
    if feedback:
        yield from _incomplete(dossier, feedback)
        return
    if elsewhere := listed_elsewhere(dossier, "uppföljningsplan"):
        yield from (Evidence(entry.here, declared=True) for entry in elsewhere)
        return
    yield _missing(dossier)


def _incomplete(dossier: Dossier, feedback: list[Feedback]) -> Verdicts:
    for item in feedback:
        yield Evidence(item.here)
        missing = [("till vilka", item.at("to"))] if not says(item.to) else []
        if not is_said_how_often(item.when):
            missing.append((_how_often(item.when), item.at("when")))
        missing = unfaulted(dossier, missing)
        words = listing(word for word, _ in missing)
        to = f" till {item.to}" if item.to else ""
        yield Finding(
            f"återkopplingen{to} säger inte {words}",
            missing[0][1],
            f"Skriv {words} på återkopplingen, till exempel  när: {{minst: 4, per: år}}.",
            progress=f"återkopplingen{to} säger inte {words}",
            items=tuple(Item(word) for word, _ in missing),
        )


def _how_often(when: When | None) -> str:
    return f"hur ofta (”{when.details}” är inte hur ofta)" if when is not None and says(when.details) else "hur ofta"


def _missing(dossier: Dossier) -> Finding:
    return Finding(
        "det står inte hur arbetet återkopplas",
        dossier.agreement.at("feedback"),
        "Skriv till vilka, vad och hur ofta ni återkopplar.",
        suggestion="återkoppling:\n  - till: råd\n    vad: läget per åtgärd\n    vem: {ansvarig: {aktör: …, funktion: …}}\n    när: {minst: 4, per: år}",
        cured_by=frozenset({"återkoppling"}),
    )
