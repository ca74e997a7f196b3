"""Actions, how they are followed up, and what came of them."""

from samverkan_cli.models.base import Many, Node, Noun, field, many, own_id
from samverkan_cli.models.keys import DOCUMENT
from samverkan_cli.models.roles import Who
from samverkan_cli.models.scalars import Date, Id, Line, Text
from samverkan_cli.models.vocabulary import ActionType, Assessment, Effort, GoalType, Horizon
from samverkan_cli.models.when import When


class FollowUp(Node):
    """What is followed up, by whom and when."""

    noun = Noun("uppföljning", "uppföljningen")

    id: Id | None = own_id(example="U1.2")
    type: GoalType | None = field(
        "typ",
        "Produktion (gjordes det), process (hur gick det till) eller effekt (ändrades problemet).",
        definite="typen",
        example="produktion",
    )
    what: Line | None = field("vad", "Vad som följs upp.", definite="det som följs upp", example="antal genomförda pass")
    how: Text | None = field(
        "hur", "Hur uppgifterna samlas in och analyseras.", definite="tillvägagångssättet", example="Loggen räknas av varje månad."
    )
    who: Who | None = field(
        "vem",
        "Vem som följer upp.",
        definite="den som följer upp",
        example={"ansvarig": {"aktör": "kommun", "funktion": "trygghetssamordnare"}},
    )
    when: When | None = field("när", "När det görs.", definite="tiden", example={"minst": 1, "per": "månad"})
    to: Line | None = field(
        "till", "Den grupp som får resultatet: ett id eller ord.", definite="mottagaren", refers_to="Body", or_words=True, example="råd"
    )
    applies_to_actions: Many[Id] = many(
        "gäller_åtgärder", "De åtgärder som följs upp.", definite="åtgärderna", refers_to="Action", example="Å1.1"
    )
    applies_to_goals: Many[Id] = many("gäller_mål", "De mål som följs upp.", definite="målen", refers_to="Goal", example="M1")
    applies_to_pledges: Many[Id] = many("gäller_löften", "De löften som följs upp.", definite="löftena", refers_to="Pledge", example="L1")
    applies_to_focus_areas: Many[Id] = many(
        "gäller_fokusområden", "De fokusområden som följs upp.", definite="fokusområdena", refers_to="FocusArea", example="F1"
    )


class Closing(Node):
    """An action that has been ended."""

    date: Date | None = field("datum", "Dagen då åtgärden avslutades.", definite="dagen då åtgärden avslutades", example="2019-10-01")
    reason: Text | None = field("skäl", "Varför.", definite="skälet", example="Ersatt av Å1.4.")


class Action(Node):
    """Something that is done to influence a cause."""

    noun = Noun("åtgärd", "åtgärden")

    id: Id | None = own_id(example="Å1.3")
    what: Line | None = field(
        "vad", "Vad som ska göras.", definite="det som ska göras", example="Vuxna på plats vid station och centrum vardagar klockan 15–20"
    )
    how: Text | None = field("hur", "Hur det går till.", definite="tillvägagångssättet", example="Två och två; passet loggas samma kväll.")
    meets_causes: Many[Id] = many(
        "möter_orsaker", "De orsaker som åtgärden ska påverka.", definite="orsakerna", refers_to="Cause", example="O1.1"
    )
    contributes_to_goals: Many[Id] = many(
        "bidrar_till_mål", "De mål som åtgärden bidrar till.", definite="målen", refers_to="Goal", example="M1"
    )
    applies_to_focus_areas: Many[Id] = many(
        "gäller_fokusområden", "De fokusområden som åtgärden hör till.", definite="fokusområdena", refers_to="FocusArea", example="F1"
    )
    type: ActionType | None = field(
        "typ",
        "Situationell (ändrar platsen eller tillfället) eller social (påverkar benägenheten).",
        definite="typen",
        example="situationell",
    )
    horizon: Horizon | None = field("sikt", "Verkar på kort eller lång sikt.", definite="sikten", example="kort")
    effort: Effort | None = field("insats", "Punktinsats eller ordinarie arbete.", definite="insatsen", example="punktinsats")
    place: Many[Line] = many("plats", "De platser där det sker.", definite="platserna", example="stationen")
    who: Who | None = field("vem", "Vem som ansvarar och vilka som deltar.", definite="den som ansvarar")
    when: When | None = field("när", "När det görs.", definite="tiden", example={"från": "2019-02-04", "till": "2019-12-13"})
    resources: Text | None = field(
        "resurser", "Tid, pengar och annat som krävs.", definite="resurserna", example="Sex timmar i veckan från vardera parten."
    )
    follow_ups: Many[FollowUp] = many("uppföljning", "Hur åtgärden följs upp.", definite="uppföljningen")
    continues: Many[Line] = many(
        "fortsätter", "De åtgärder hos föregångaren som den här tar över: deras id.", definite="åtgärderna hos föregångaren", example="Å1.2"
    )
    closed: Closing | None = field(
        "avslutad",
        "När och varför åtgärden avslutades i förtid.",
        definite="avslutningen",
        sealed=False,
        example={"datum": "2019-10-01", "skäl": "Ersatt av Å1.4."},
    )


class Outcome(Node):
    """What came of something."""

    noun = Noun("utfall", "utfallet")
    natural_keys = (("action", "pledge", "commitment", "follow_up", DOCUMENT),)

    id: Id | None = own_id(example="UT1")
    action: Id | None = field("åtgärd", "Åtgärdens id.", definite="åtgärden", refers_to="Action", example="Å1.1")
    pledge: Id | None = field("löfte", "Löftets id.", definite="löftet", refers_to="Pledge", example="L1")
    commitment: Id | None = field("åtagande", "Åtagandets id.", definite="åtagandet", refers_to="Commitment", example="T1")
    follow_up: Id | None = field(
        "uppföljning", "Uppföljningens id, när det gäller just den.", definite="uppföljningen", refers_to="FollowUp", example="U1.2"
    )
    assessment: Assessment | None = field(
        "bedömning", "Grön: genomfört som tänkt · gul: delvis · röd: inte.", definite="bedömningen", example="gul"
    )
    outcome: Text | None = field("utfall", "Vad det blev.", definite="utfallet", example="106 av 120 pass.")
    obstacles: Text | None = field("hinder", "Vad som stod i vägen.", definite="hindren", example="Sjukfrånvaro i november.")
    change: Text | None = field("ändring", "Vad ni ändrar.", definite="ändringen", example="Passen delas med nattvandrarna.")


class Decision(Node):
    """A decision that the follow-up led to."""

    noun = Noun("beslut", "beslutet")
    natural_keys = (("date", "organ", "what"),)

    id: Id | None = own_id(example="B1")
    organ: Line | None = field(
        "organ", "Den som beslutade: ett id eller ord.", definite="den som beslutade", refers_to="Body", or_words=True, example="råd"
    )
    date: Date | None = field("datum", "Dagen.", definite="beslutsdagen", example="2020-02-12")
    what: Text | None = field(
        "vad", "Vad som beslutades.", definite="det som beslutades", example="Ansvaret för Å1.4 flyttas till socialtjänsten."
    )
    applies_to_actions: Many[Id] = many(
        "gäller_åtgärder", "De åtgärder som beslutet gäller.", definite="åtgärderna", refers_to="Action", example="Å1.4"
    )
    applies_to_goals: Many[Id] = many("gäller_mål", "De mål som beslutet gäller.", definite="målen", refers_to="Goal", example="M1")
