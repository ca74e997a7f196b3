"""Actions, how they are followed up, and what came of them."""

from samverkan_cli.models.base import Many, Node, Noun, field, many, own_id, publication_mark
from samverkan_cli.models.formalities import Secrecy, secrecy_mark
from samverkan_cli.models.keys import DOCUMENT
from samverkan_cli.models.roles import Who
from samverkan_cli.models.scalars import Day, Every, Id, Line, Number, Text, Year, YesNo
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

    date: Day | None = field("datum", "Dagen då åtgärden avslutades.", definite="dagen då åtgärden avslutades", example="2019-10-01")
    reason: Text | None = field("skäl", "Varför.", definite="skälet", example="Ersatt av Å1.4.")


class ActionWhen(When):
    """When an action is done, which may be nothing for everybody to know."""

    published: YesNo | None = publication_mark("tiden", "tiden", example="nej")
    secrecy: Secrecy | None = secrecy_mark("tiden")


class Spot(Node):
    """Where an action is done, which may be nothing for everybody to know."""

    natural_keys = (("name",),)

    name: Line | None = field("namn", "Platsens namn.", definite="platsens namn", example="stationen")
    published: YesNo | None = publication_mark("platsen", "platsen", example="nej")
    secrecy: Secrecy | None = secrecy_mark("platsen")


class Resource(Node):
    """What one party puts in: time, money or something else."""

    natural_keys = (("party", "details", "financing"),)

    party: Id | None = field("part", "Den part som bidrar.", definite="parten", refers_to="Party", example="kommun")
    hours: Number | None = field("timmar", "Antal timmar …", definite="antalet timmar", example=6)
    per: Every | None = field("per", "… under så lång tid.", definite="tidsmåttet", example="vecka")
    amount: Number | None = field("kronor", "Pengarna, i kronor.", definite="kronorna", example=150000)
    year: Year | None = field("år", "Det år som pengarna gäller.", definite="året", example=2019)
    financing: Line | None = field("finansiering", "Var pengarna tas ifrån.", definite="finansieringen", example="kommunstyrelsens ram")
    decided_in: Line | None = field("beslutad_i", "Det beslut som de står i.", definite="beslutet", example="budget 2019")
    details: Text | None = field("detalj", "Det som inte är timmar eller kronor.", definite="detaljen", example="En lokal vid stationen.")


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
    applies_to_problems: Many[Id] = many(
        "gäller_problem",
        "De problem som åtgärden gäller, när ingen orsak är utredd.",
        definite="problemen",
        refers_to="Problem",
        example="P1",
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
    place: Many[Spot] = many("plats", "De platser där det sker.", definite="platserna", example="stationen", words_as="namn")
    who: Who | None = field("vem", "Vem som ansvarar och vilka som deltar.", definite="den som ansvarar")
    when: ActionWhen | None = field("när", "När det görs.", definite="tiden", example={"från": "2019-02-04", "till": "2019-12-13"})
    resources: Many[Resource] = many(
        "resurser",
        "Tid, pengar och annat som krävs: vad var och en lägger in, eller en text.",
        definite="resurserna",
        example={"part": "kommun", "timmar": 6, "per": "vecka"},
        words_as="detalj",
        alone=True,
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
    natural_keys = (("action", "pledge", "commitment", "follow_up", DOCUMENT), ("goal", DOCUMENT))

    id: Id | None = own_id(example="UT1")
    action: Id | None = field("åtgärd", "Åtgärdens id.", definite="åtgärden", refers_to="Action", example="Å1.1")
    pledge: Id | None = field("löfte", "Löftets id.", definite="löftet", refers_to="Pledge", example="L1")
    commitment: Id | None = field("åtagande", "Åtagandets id.", definite="åtagandet", refers_to="Commitment", example="T1")
    goal: Id | None = field("mål", "Målets id, när det är målet som bedöms.", definite="målet", refers_to="Goal", example="M1")
    follow_up: Id | None = field(
        "uppföljning", "Uppföljningens id, när det gäller just den.", definite="uppföljningen", refers_to="FollowUp", example="U1.2"
    )
    date: Day | None = field(
        "datum", "Dagen för utfallet, om den inte är dokumentets.", definite="dagen för utfallet", example="2019-12-13"
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
    date: Day | None = field("datum", "Dagen.", definite="beslutsdagen", example="2020-02-12")
    what: Text | None = field(
        "vad", "Vad som beslutades.", definite="det som beslutades", example="Ansvaret för Å1.4 flyttas till socialtjänsten."
    )
    applies_to_actions: Many[Id] = many(
        "gäller_åtgärder", "De åtgärder som beslutet gäller.", definite="åtgärderna", refers_to="Action", example="Å1.4"
    )
    applies_to_goals: Many[Id] = many("gäller_mål", "De mål som beslutet gäller.", definite="målen", refers_to="Goal", example="M1")
    concerns: Many[Id] = many(
        "gäller", "Vad som helst annat som beslutet gäller: dess id.", definite="det som beslutet gäller", refers_to="Node", example="L1"
    )
    applies_to_sections: Many[Line] = many(
        "gäller_avsnitt", "De nycklar i dokumentet som beslutet gäller.", definite="avsnitten som beslutet gäller", example="period"
    )
    who: Who | None = field(
        "vem",
        "Vem som ser till att det blir gjort.",
        definite="den som ser till det",
        example={"ansvarig": {"aktör": "kommun", "funktion": "trygghetssamordnare"}},
    )
    when: When | None = field("när", "När det ska vara gjort.", definite="tiden", example={"senast": "2020-03-31"})
    carried_out_by: Many[Id] = many(
        "verkställs_av", "De åtgärder som gör det som beslutades.", definite="åtgärderna", refers_to="Action", example="Å1.4"
    )
    done: Day | None = field("genomfört", "Dagen då det var gjort.", definite="dagen då det var gjort", example="2020-03-20")
