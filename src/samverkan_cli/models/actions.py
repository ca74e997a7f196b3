"""Actions, how they are followed up, and what came of them."""

from samverkan_cli.models.base import Many, Node, field, many
from samverkan_cli.models.roles import Who
from samverkan_cli.models.scalars import Date, Id, Line, Text
from samverkan_cli.models.vocabulary import ActionType, Assessment, Effort, GoalType, Horizon
from samverkan_cli.models.when import When


class FollowUp(Node):
    """What is followed up, by whom and when."""

    id: Id | None = field("id", "Det andra ställen använder för att peka hit.", example="U1.2")
    type: GoalType | None = field(
        "typ",
        "Produktion (gjordes det), process (hur gick det till) eller effekt (ändrades problemet).",
        example="produktion",
    )
    what: Line | None = field("vad", "Vad som följs upp.", example="antal genomförda pass")
    how: Text | None = field("hur", "Hur uppgifterna samlas in och analyseras.", example="Loggen räknas av varje månad.")
    who: Who | None = field("vem", "Vem som följer upp.", example={"ansvarig": {"aktör": "kommun", "funktion": "trygghetssamordnare"}})
    when: When | None = field("när", "När det görs.", example={"minst": 1, "per": "månad"})
    to: Line | None = field("till", "Den grupp som får resultatet: ett id eller ord.", example="råd")
    applies_to_actions: Many[Id] = many("gäller_åtgärder", "De åtgärder som följs upp.", example="Å1.1")
    applies_to_goals: Many[Id] = many("gäller_mål", "De mål som följs upp.", example="M1")
    applies_to_pledges: Many[Id] = many("gäller_löften", "De löften som följs upp.", example="L1")
    applies_to_focus_areas: Many[Id] = many("gäller_fokusområden", "De fokusområden som följs upp.", example="F1")


class Closing(Node):
    """An action that has been ended."""

    date: Date | None = field("datum", "Dagen då åtgärden avslutades.", example="2019-10-01")
    reason: Text | None = field("skäl", "Varför.", example="Ersatt av Å1.4.")


class Action(Node):
    """Something that is done to influence a cause."""

    id: Id | None = field("id", "Det andra ställen använder för att peka hit.", example="Å1.3")
    what: Line | None = field("vad", "Vad som ska göras.", example="Vuxna på plats vid station och centrum vardagar klockan 15–20")
    how: Text | None = field("hur", "Hur det går till.", example="Två och två; passet loggas samma kväll.")
    meets_causes: Many[Id] = many("möter_orsaker", "De orsaker som åtgärden ska påverka.", example="O1.1")
    contributes_to_goals: Many[Id] = many("bidrar_till_mål", "De mål som åtgärden bidrar till.", example="M1")
    applies_to_focus_areas: Many[Id] = many("gäller_fokusområden", "De fokusområden som åtgärden hör till.", example="F1")
    type: ActionType | None = field(
        "typ",
        "Situationell (ändrar platsen eller tillfället) eller social (påverkar benägenheten).",
        example="situationell",
    )
    horizon: Horizon | None = field("sikt", "Verkar på kort eller lång sikt.", example="kort")
    effort: Effort | None = field("insats", "Punktinsats eller ordinarie arbete.", example="punktinsats")
    place: Many[Line] = many("plats", "De platser där det sker.", example="stationen")
    who: Who | None = field("vem", "Vem som ansvarar och vilka som deltar.")
    when: When | None = field("när", "När det görs.", example={"från": "2019-02-04", "till": "2019-12-13"})
    resources: Text | None = field("resurser", "Tid, pengar och annat som krävs.", example="Sex timmar i veckan från vardera parten.")
    follow_ups: Many[FollowUp] = many("uppföljning", "Hur åtgärden följs upp.")
    continues: Many[Line] = many("fortsätter", "De åtgärder hos föregångaren som den här tar över: deras id.", example="Å1.2")
    closed: Closing | None = field(
        "avslutad",
        "När och varför åtgärden avslutades i förtid.",
        example={"datum": "2019-10-01", "skäl": "Ersatt av Å1.4."},
    )


class Outcome(Node):
    """What came of something."""

    action: Id | None = field("åtgärd", "Åtgärdens id.", example="Å1.1")
    pledge: Id | None = field("löfte", "Löftets id.", example="L1")
    commitment: Id | None = field("åtagande", "Åtagandets id.", example="T1")
    follow_up: Id | None = field("uppföljning", "Uppföljningens id, när det gäller just den.", example="U1.2")
    assessment: Assessment | None = field("bedömning", "Grön: genomfört som tänkt · gul: delvis · röd: inte.", example="gul")
    outcome: Text | None = field("utfall", "Vad det blev.", example="106 av 120 pass.")
    obstacles: Text | None = field("hinder", "Vad som stod i vägen.", example="Sjukfrånvaro i november.")
    change: Text | None = field("ändring", "Vad ni ändrar.", example="Passen delas med nattvandrarna.")


class Decision(Node):
    """A decision that the follow-up led to."""

    organ: Line | None = field("organ", "Den som beslutade: ett id eller ord.", example="råd")
    date: Date | None = field("datum", "Dagen.", example="2020-02-12")
    what: Text | None = field("vad", "Vad som beslutades.", example="Ansvaret för Å1.4 flyttas till socialtjänsten.")
    applies_to_actions: Many[Id] = many("gäller_åtgärder", "De åtgärder som beslutet gäller.", example="Å1.4")
    applies_to_goals: Many[Id] = many("gäller_mål", "De mål som beslutet gäller.", example="M1")
