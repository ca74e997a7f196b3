"""Goals and how they are measured."""

from samverkan_cli.models.base import Many, Node, Noun, field, many, own_id
from samverkan_cli.models.formalities import Promise
from samverkan_cli.models.scalars import Count, Date, Id, Line, Number, Text
from samverkan_cli.models.vocabulary import Direction, GoalType, Survey


class Value(Node):
    """A value on a day."""

    value: Number | None = field("värde", "Värdet.", definite="värdet", example=9)
    date: Date | None = field("datum", "Dagen som värdet gäller.", definite="datumet", example="2018-03-15")
    answers: Count | None = field("svar", "Hur många svar som värdet bygger på.", definite="antalet svar", example=1180)
    response_rate: Number | None = field(
        "svarsfrekvens", "Hur stor del av de tillfrågade som svarade, i procent.", definite="svarsfrekvensen", example=74
    )
    margin: Number | None = field(
        "felmarginal",
        "Hur mycket det sanna värdet kan skilja sig åt vartdera hållet, i värdets enhet.",
        definite="felmarginalen",
        example=1.8,
    )
    split: dict[str, Number] | None = field(
        "uppdelning", "Värdet för var och en av grupperna.", definite="uppdelningen", example={"flickor": 6, "pojkar": 12}
    )


class Indicator(Node):
    """What is measured to see whether a goal is reached."""

    measure: Line | None = field(
        "mått", "Vad som mäts.", definite="måttet", example="andel elever i årskurs 8 som utsatts för rån eller hot det senaste året"
    )
    source: Line | None = field("källa", "Varifrån värdet hämtas.", definite="källan", example="kommunens elevenkät")
    unit: Line | None = field("enhet", "Enheten.", definite="enheten", example="procent")
    survey: Survey | None = field(
        "undersökning",
        "Urval om bara några har tillfrågats, total om alla har det.",
        definite="uppgiften om urval eller total",
        example="total",
    )
    direction: Direction | None = field("riktning", "Åt vilket håll värdet ska gå.", definite="riktningen", example="minska")
    baseline: Value | None = field(
        "baslinje", "Värdet innan åtgärderna börjar.", definite="baslinjen", example={"värde": 9, "datum": "2018-03-15"}
    )
    target: Value | None = field("målnivå", "Värdet ni vill nå, och när.", definite="målnivån", example={"värde": 7, "datum": "2020-03-15"})
    motivation: Text | None = field(
        "motivering", "Varför just det här måttet.", definite="motiveringen", example="Anmälningarna är få men tillförlitliga."
    )


class Goal(Node):
    """What the parties want to reach."""

    noun = Noun("mål", "målet")

    id: Id | None = own_id(example="M1")
    type: GoalType | None = field("typ", "Effekt, process eller produktion.", definite="typen", example="effekt")
    wording: Line | None = field(
        "lydelse", "Målet med en mening.", definite="lydelsen", example="Färre elever i årskurs 8 utsätts för rån eller hot"
    )
    partial_goal_of: Id | None = field(
        "delmål_till", "Det mål som det här är ett steg på vägen till.", definite="målet ovanför", refers_to="Goal", example="M1"
    )
    applies_to_problems: Many[Id] = many(
        "gäller_problem", "De problem som målet gäller.", definite="problemen", refers_to="Problem", example="P1"
    )
    applies_to_focus_areas: Many[Id] = many(
        "gäller_fokusområden", "De fokusområden som målet gäller.", definite="fokusområdena", refers_to="FocusArea", example="F1"
    )
    continues: Many[Line] = many(
        "fortsätter", "De mål hos föregångaren som det här tar över: deras id.", definite="målen hos föregångaren", example="M1"
    )
    indicator: Indicator | None = field("indikator", "Hur målet mäts.", definite="indikatorn")
    promise: Promise | None = field("tas_fram", "När målet ska gå att mäta, om det inte gör det än.", definite="tiden då det ska finnas")


class Measurement(Node):
    """A measured value of a goal's indicator."""

    noun = Noun("mätvärde", "mätvärdet")
    natural_keys = (("goal", "date"),)

    id: Id | None = own_id(example="MV1")
    goal: Id | None = field("mål", "Målets id.", definite="målet", refers_to="Goal", example="M1")
    value: Number | None = field("värde", "Värdet.", definite="värdet", example=9)
    date: Date | None = field("datum", "Dagen som värdet gäller.", definite="datumet", example="2019-03-15")
    answers: Count | None = field("svar", "Hur många svar som värdet bygger på.", definite="antalet svar", example=1180)
    response_rate: Number | None = field(
        "svarsfrekvens", "Hur stor del av de tillfrågade som svarade, i procent.", definite="svarsfrekvensen", example=74
    )
    margin: Number | None = field(
        "felmarginal",
        "Hur mycket det sanna värdet kan skilja sig åt vartdera hållet, i värdets enhet.",
        definite="felmarginalen",
        example=1.8,
    )
    split: dict[str, Number] | None = field(
        "uppdelning", "Värdet för var och en av grupperna.", definite="uppdelningen", example={"flickor": 6, "pojkar": 12}
    )
    comment: Text | None = field(
        "kommentar", "Hur värdet ska läsas.", definite="kommentaren", example="Skillnaden ligger inom felmarginalen."
    )
