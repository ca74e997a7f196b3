"""SK11."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Place
from samverkan_cli.models.communication import CommunicationActivity
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._vocabulary import COMMUNICATION_PLAN


@rule("SK11", "kommunikationsplan", Level.ERROR, step=4, words=(COMMUNICATION_PLAN,))
def there_is_a_communication_plan(case: Case) -> Verdicts:
    """Det finns en kommunikationsplan

    Arbete som ingen hör talas om ger ingen trygghet. Planen säger vad ni berättar och för vilka eller var (checklistan, punkt 11).

    Planen är ett dokument med `typ: kommunikationsplan`, eller `kommunikationsaktiviteter` i något annat dokument; budskap och målgrupper utan
    aktiviteter är också en plan. Vem som gör det och när frågar TYD02 efter. En plan som finns någon annanstans, och bland bilagorna har typ eller
    titel och dag, nummer eller adress, räknas enligt uppgift; en som ska tas fram finns inte.

    Godkänns:

        kommunikationsaktiviteter:
          - {vad: Så går det med ljuset i centrum, målgrupp: boende kring centrum}

    Godkänns:

        titel: Överenskommelse 2019–2020
        # fil: kommunikationsplan.yaml
        samverkan: 1
        typ: kommunikationsplan
        budskap: [Ljuset i centrum lagas i vår.]
        kanaler: [kommunens webbplats]

    Godkänns:

        bilagor: [{nr: "5", titel: Kommunikationsplan, diarienummer: KS-2018/0000}]

    Underkänns:

        # bedömning: delvis
        kommunikationsaktiviteter:
          - vad: Så går det med ljuset i centrum  # <-

    Underkänns:

        bilagor:
          - {nr: "5", titel: Kommunikationsplan, tas_fram: {senast: 2019-10-01}}  # <-

    Underkänns:

        titel: Överenskommelse 2019–2020
        # fil: kommunikationsplan.yaml
        samverkan: 1
        typ: kommunikationsplan
        kommunikationsaktiviteter:  # <-

    Underkänns:

        # bedömning: delvis
        titel: Överenskommelse 2019–2020
        # fil: kommunikationsplan.yaml
        samverkan: 1
        typ: kommunikationsplan  # <-
        målgrupper: [boende kring centrum]

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 11
    """
    dossier = case.dossier
    activities = dossier.all(lambda document: document.communication_activities)
    plans = [document for document in dossier.documents if getattr(document, "type", "") == "kommunikationsplan"]
    told = [activity for activity in activities if says(activity.what)]
    whole = [activity.here for activity in told if _reaches(activity)] + [place for plan in plans for place in _messages(plan)]
    if whole:
        yield from (Evidence(place) for place in whole)
        return
    if not told and (elsewhere := listed_elsewhere(dossier, "kommunikationsplan")):
        yield from (Evidence(entry.here, declared=True) for entry in elsewhere)
        return
    if told:
        yield Evidence(told[0].here)
        yield Finding(
            f"det står inte för vilka ”{told[0].what}” är, eller var det berättas",
            told[0].at("audience"),
            "Skriv målgrupp eller kanal på aktiviteten.",
            progress="en aktivitet saknar målgrupp och kanal",
        )
        return
    if begun := [plan for plan in plans if any(map(says, (*plan.messages, *plan.audiences, *plan.channels))) or plan.sections]:
        yield Evidence(begun[0].here)
        yield Finding(
            "kommunikationsplanen säger inte både vad ni berättar och för vilka eller var",
            begun[0].at("communication_activities"),
            "Skriv aktiviteterna, eller både budskap och målgrupper.",
            progress="vad, eller för vilka",
        )
        return
    yield _missing(dossier, plans)


def _reaches(activity: CommunicationActivity) -> bool:
    return says(activity.audience) or says(activity.channel)


def _messages(plan: ContentDocument) -> list[Place]:
    """Where a plan without activities says what is told, and to whom or where."""
    reaches = any(map(says, (*plan.audiences, *plan.channels)))
    return [plan.at("messages")] if reaches and any(map(says, plan.messages)) else []


def _missing(dossier: Dossier, plans: list[ContentDocument]) -> Finding:
    promised = next((item for item in dossier.agreement.appendices if item.promise and COMMUNICATION_PLAN.found_in(item.title)), None)
    place = plans[0].at("communication_activities") if plans else (promised.here if promised else dossier.agreement.at("appendices"))
    message = "kommunikationsplanen är tom: inga aktiviteter" if plans else "det finns ingen kommunikationsplan"
    if promised and promised.promise and promised.promise.latest:
        message += f" (den ska tas fram senast {promised.promise.latest})"
    return Finding(
        message,
        place,
        "Lägg till ett dokument med  typ: kommunikationsplan  och skriv vad ni berättar, för vilka, hur, när och vem som gör det."
        if dossier.is_agreement
        else "Skriv under kommunikationsaktiviteter vad ni berättar, för vilka, hur, när och vem som gör det.",
        cured_by=frozenset({"kommunikationsaktiviteter", "kommunikationsplan"}),
    )
