"""Goals and how they are measured."""

from samverkan_cli.models.base import Many, Node, field, many
from samverkan_cli.models.formalities import Promise
from samverkan_cli.models.scalars import Count, Date, Id, Line, Number, Text
from samverkan_cli.models.vocabulary import Direction, GoalType


class Value(Node):
    """A value on a day."""

    value: Number | None = field("värde", "Värdet.", example=9)
    date: Date | None = field("datum", "Dagen som värdet gäller.", example="2018-03-15")
    split: dict[str, Number] | None = field("uppdelning", "Värdet för var och en av grupperna.", example={"flickor": 6, "pojkar": 12})


class Indicator(Node):
    """What is measured to see whether a goal is reached."""

    measure: Line | None = field("mått", "Vad som mäts.", example="andel elever i årskurs 8 som utsatts för rån eller hot det senaste året")
    source: Line | None = field("källa", "Varifrån värdet hämtas.", example="kommunens elevenkät")
    unit: Line | None = field("enhet", "Enheten.", example="procent")
    direction: Direction | None = field("riktning", "Åt vilket håll värdet ska gå.", example="minska")
    baseline: Value | None = field("baslinje", "Värdet innan åtgärderna börjar.", example={"värde": 9, "datum": "2018-03-15"})
    target: Value | None = field("målnivå", "Värdet ni vill nå, och när.", example={"värde": 7, "datum": "2020-03-15"})
    motivation: Text | None = field("motivering", "Varför just det här måttet.", example="Anmälningarna är få men tillförlitliga.")


class Goal(Node):
    """What the parties want to reach."""

    id: Id | None = field("id", "Det andra ställen använder för att peka hit.", example="M1")
    type: GoalType | None = field("typ", "Effekt, process eller produktion.", example="effekt")
    wording: Line | None = field("lydelse", "Målet med en mening.", example="Färre elever i årskurs 8 utsätts för rån eller hot")
    partial_goal_of: Id | None = field("delmål_till", "Det mål som det här är ett steg på vägen till.", example="M1")
    applies_to_problems: Many[Id] = many("gäller_problem", "De problem som målet gäller.", example="P1")
    applies_to_focus_areas: Many[Id] = many("gäller_fokusområden", "De fokusområden som målet gäller.", example="F1")
    indicator: Indicator | None = field("indikator", "Hur målet mäts.")
    promise: Promise | None = field("tas_fram", "När målet ska gå att mäta, om det inte gör det än.")


class Measurement(Node):
    """A measured value of a goal's indicator."""

    goal: Id | None = field("mål", "Målets id.", example="M1")
    value: Number | None = field("värde", "Värdet.", example=9)
    date: Date | None = field("datum", "Dagen som värdet gäller.", example="2019-03-15")
    answers: Count | None = field("svar", "Hur många svar som värdet bygger på.", example=1180)
    split: dict[str, Number] | None = field("uppdelning", "Värdet för var och en av grupperna.", example={"flickor": 6, "pojkar": 12})
    comment: Text | None = field("kommentar", "Hur värdet ska läsas.", example="Skillnaden ligger inom felmarginalen.")
