"""The problems and why they occur."""

from samverkan_cli.models.base import Many, Node, field, many
from samverkan_cli.models.scalars import Count, Date, Id, Integer, Line, Number, Text, YesNo
from samverkan_cli.models.vocabulary import Perspective


class Statistic(Node):
    """One figure, with its source, date and split by sex and age."""

    what: Line | None = field("vad", "Vad som är mätt.", example="anmälda rån mot unga")
    value: Number | None = field("värde", "Värdet.", example=58)
    unit: Line | None = field("enhet", "Enheten.", example="anmälningar")
    date: Date | None = field("datum", "Dagen som värdet gäller.", example="2018-05-31")
    source: Line | None = field("källa", "Varifrån värdet kommer.", example="anmälningsstatistik")
    place: Line | None = field("plats", "Den plats det gäller.", example="centrum")
    split: dict[str, Number] | None = field("uppdelning", "Värdet för var och en av grupperna.", example={"flickor": 14, "pojkar": 44})


class ReportReference(Node):
    """One party's own situation report, as the joint picture cites it."""

    party: Id | None = field("part", "Partens id.", example="polis")
    title: Line | None = field("titel", "Rapportens titel.", example="Lokalpolisområdets lägesbild 2018")
    date: Date | None = field("datum", "Rapportens datum.", example="2018-06-20")
    registration_number: Line | None = field("diarienummer", "Rapportens diarienummer.", example="A000.000/2018")
    public: YesNo | None = field("offentlig", "Nej om rapporten är hemlig.", example="nej")
    sources: Many[Line] = many("källor", "De slags källor som rapporten bygger på.", example="anmälningsstatistik")


class Problem(Node):
    """A problem of crime or insecurity."""

    id: Id | None = field("id", "Det andra ställen använder för att peka hit.", example="P1")
    name: Line | None = field("namn", "Problemet med en mening.", example="Unga rånar och hotar unga kring centrum och station")
    applies_to_focus_areas: Many[Id] = many("gäller_fokusområden", "De fokusområden som problemet hör till.", example="F1")
    priority: Integer | None = field("prioritet", "Rangordningen; 1 är viktigast.", example=1)
    extent: Text | None = field("omfattning", "Hur stort problemet är, med siffror.", example="58 anmälda rån på ett år.")
    character: Text | None = field("karaktär", "Hur det ser ut: när, hur och vilka som berörs.", example="Vardagar klockan 15–20.")
    consequences: Text | None = field("konsekvenser", "Vad det leder till.", example="Elever går omvägar hem.")
    place: Many[Line] = many("plats", "De platser där det sker.", example="centrum")
    statistics: Many[Statistic] = many("statistik", "De siffror som visar problemet.", example={"vad": "anmälda rån", "värde": 58})


class Deprioritised(Node):
    """A problem that the parties leave out, and why."""

    name: Line | None = field("namn", "Problemet.", example="Cykelstölder")
    reason: Text | None = field("skäl", "Varför det inte tas med.", example="Ligger kvar hos vardera parten.")


class CauseAnalysis(Node):
    """How the causes were found."""

    method: Line | None = field("metod", "Arbetssättet.", example="orsaksträd och händelsekedjor")
    material: Text | None = field("underlag", "Det material som analysen bygger på.", example="Anmälningar, elevenkät och egna räkningar.")
    date: Date | None = field("datum", "Dagen då analysen gjordes.", example="2018-10-10")
    participants: Many[Line] = many("medverkande", "De funktioner som deltog.", example="kommunpolis")
    applies_to_problems: Many[Id] = many("gäller_problem", "De problem som analysen gäller; utan nyckeln gäller den alla.", example="P1")


class Cause(Node):
    """A likely cause of a problem."""

    id: Id | None = field("id", "Det andra ställen använder för att peka hit.", example="O1.2")
    applies_to_problems: Many[Id] = many("gäller_problem", "De problem som orsaken förklarar.", example="P1")
    perspective: Perspective | None = field("perspektiv", "Situation, brottsutsatt eller gärningsperson.", example="situation")
    cause: Line | None = field("orsak", "Orsaken med en mening.", example="Få vuxna vid stationen klockan 15–20")
    material: Text | None = field("underlag", "Vad orsaken bygger på.", example="Egna räkningar under fyra veckor.")
    not_met: Text | None = field("möts_inte", "Skälet, om ingen åtgärd ska möta orsaken.", example="Ligger utanför parternas uppdrag.")


class Participants(Node):
    """Who took part in a dialogue: how many, by sex and age."""

    count: Count | None = field("antal", "Hur många som deltog.", example=109)
    women: Count | None = field("kvinnor", "Antal kvinnor.", example=58)
    men: Count | None = field("män", "Antal män.", example=51)
    girls: Count | None = field("flickor", "Antal flickor.", example=46)
    boys: Count | None = field("pojkar", "Antal pojkar.", example=44)
    ages: dict[str, Count] | None = field("åldrar", "Antal i varje åldersgrupp.", example={"13–15 år": 90})


class Dialogue(Node):
    """A dialogue with residents or with staff."""

    name: Line | None = field("namn", "Vad dialogen var.", example="Torgdialog i centrum")
    party: Id | None = field("part", "Den part som höll den.", example="kommun")
    date: Date | None = field("datum", "Dagen.", example="2018-05-16")
    place: Line | None = field("plats", "Platsen.", example="centrum")
    method: Line | None = field("metod", "Hur den gick till.", example="samtal vid bord och en kort enkät")
    participants: Participants | None = field("deltagare", "De som deltog.")
    result: Text | None = field("resultat", "Vad ni fick veta.", example="De flesta undviker gången vid stationen efter klockan 20.")
