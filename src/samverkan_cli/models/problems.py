"""The problems and why they occur."""

from samverkan_cli.models.base import Many, Node, Noun, field, many, own_id, publication_mark
from samverkan_cli.models.communication import FedBack
from samverkan_cli.models.formalities import Secrecy, held_by, secrecy_mark, valid_for, web_address
from samverkan_cli.models.scalars import Count, Day, Id, Integer, Line, Number, Text, WebAddress, YesNo
from samverkan_cli.models.vocabulary import Perspective
from samverkan_cli.models.when import Period


class Comparison(Node):
    """What a figure is held against."""

    what: Line | None = field("vad", "Vad det jämförs med.", definite="det som det jämförs med", example="liknande kommuner")
    value: Number | None = field("värde", "Värdet där.", definite="värdet", example=41)


class Statistic(Node):
    """One figure, with its source, date and split by sex and age."""

    natural_keys = (("what", "place", "date"),)

    what: Line | None = field("vad", "Vad som är mätt.", definite="det som är mätt", example="anmälda rån mot unga")
    value: Number | None = field("värde", "Värdet.", definite="värdet", example=58)
    unit: Line | None = field("enhet", "Enheten.", definite="enheten", example="anmälningar")
    date: Day | None = field("datum", "Dagen som värdet gäller.", definite="datumet", example="2018-05-31")
    source: Line | None = field("källa", "Varifrån värdet kommer.", definite="källan", example="anmälningsstatistik")
    place: Line | None = field("plats", "Den plats det gäller.", definite="platsen", example="centrum")
    split: dict[str, Number] | None = field(
        "uppdelning", "Värdet för var och en av grupperna.", definite="uppdelningen", example={"flickor": 14, "pojkar": 44}
    )
    comparison: Comparison | None = field(
        "jämförelse", "Något att jämföra med.", definite="jämförelsen", example={"vad": "liknande kommuner", "värde": 41}
    )


class ReportReference(Node):
    """One party's own situation report, as the joint picture cites it."""

    natural_keys = (("party", "title", "date"),)

    party: Id | None = field("part", "Partens id.", definite="parten", refers_to="Party", example="polis")
    title: Line | None = field("titel", "Rapportens titel.", definite="titeln", example="Lokalpolisområdets lägesbild 2018")
    date: Day | None = field("datum", "Rapportens datum.", definite="datumet", example="2018-06-20")
    period: Period | None = valid_for("rapporten")
    registration_number: Line | None = field("diarienummer", "Rapportens diarienummer.", definite="diarienumret", example="A000.000/2018")
    web_address: WebAddress | None = web_address("rapporten")
    held_by: Line | None = held_by("rapporten")
    published: YesNo | None = publication_mark("rapporten", "rapporten", example="nej")
    secrecy: Secrecy | None = secrecy_mark("rapporten")
    sources: Many[Line] = many("källor", "De slags källor som rapporten bygger på.", definite="källorna", example="anmälningsstatistik")


class Problem(Node):
    """A problem of crime or insecurity."""

    noun = Noun("problem", "problemet")

    id: Id | None = own_id(example="P1")
    name: Line | None = field(
        "namn", "Problemet med en mening.", definite="problemets namn", example="Unga rånar och hotar unga kring centrum och station"
    )
    applies_to_focus_areas: Many[Id] = many(
        "gäller_fokusområden", "De fokusområden som problemet hör till.", definite="fokusområdena", refers_to="FocusArea", example="F1"
    )
    priority: Integer | None = field("prioritet", "Rangordningen; 1 är viktigast.", definite="prioriteten", example=1)
    extent: Text | None = field(
        "omfattning", "Hur stort problemet är, med siffror.", definite="omfattningen", example="58 anmälda rån på ett år."
    )
    character: Text | None = field(
        "karaktär", "Hur det ser ut: när, hur och vilka som berörs.", definite="karaktären", example="Vardagar klockan 15–20."
    )
    consequences: Text | None = field("konsekvenser", "Vad det leder till.", definite="konsekvenserna", example="Elever går omvägar hem.")
    place: Many[Line] = many("plats", "De platser där det sker.", definite="platserna", example="centrum")
    statistics: Many[Statistic] = many(
        "statistik", "De siffror som visar problemet.", definite="statistiken", example={"vad": "anmälda rån", "värde": 58}
    )


class Deprioritised(Node):
    """A problem that the parties leave out, and why."""

    natural_keys = (("name",),)

    name: Line | None = field("namn", "Problemet.", definite="problemet", example="Cykelstölder")
    reason: Text | None = field("skäl", "Varför det inte tas med.", definite="skälet", example="Ligger kvar hos vardera parten.")


class CauseAnalysis(Node):
    """How the causes were found."""

    method: Line | None = field("metod", "Arbetssättet.", definite="metoden", example="orsaksträd och händelsekedjor")
    material: Text | None = field(
        "underlag", "Det material som analysen bygger på.", definite="underlaget", example="Anmälningar, elevenkät och egna räkningar."
    )
    date: Day | None = field("datum", "Dagen då analysen gjordes.", definite="dagen för analysen", example="2018-10-10")
    participants: Many[Line] = many("medverkande", "De funktioner som deltog.", definite="de medverkande", example="kommunpolis")
    applies_to_problems: Many[Id] = many(
        "gäller_problem",
        "De problem som analysen gäller; utan nyckeln gäller den alla.",
        definite="problemen",
        refers_to="Problem",
        example="P1",
    )


class Cause(Node):
    """A likely cause of a problem."""

    noun = Noun("orsak", "orsaken")

    id: Id | None = own_id(example="O1.2")
    applies_to_problems: Many[Id] = many(
        "gäller_problem", "De problem som orsaken förklarar.", definite="problemen", refers_to="Problem", example="P1"
    )
    lies_behind: Many[Id] = many(
        "ligger_bakom", "De orsaker som den här i sin tur förklarar.", definite="orsakerna framför", refers_to="Cause", example="O1.1"
    )
    perspective: Perspective | None = field(
        "perspektiv", "Situation, brottsutsatt eller gärningsperson.", definite="perspektivet", example="situation"
    )
    cause: Line | None = field("orsak", "Orsaken med en mening.", definite="orsaken", example="Få vuxna vid stationen klockan 15–20")
    material: Text | None = field("underlag", "Vad orsaken bygger på.", definite="underlaget", example="Egna räkningar under fyra veckor.")
    not_met: Text | None = field(
        "möts_inte",
        "Skälet, om ingen åtgärd ska möta orsaken.",
        definite="skälet till att orsaken inte möts",
        example="Ligger utanför parternas uppdrag.",
    )


class Participants(Node):
    """Who took part in a dialogue: how many, by sex and age."""

    count: Count | None = field("antal", "Hur många som deltog.", definite="antalet deltagare", example=109)
    women: Count | None = field("kvinnor", "Antal kvinnor.", definite="antalet kvinnor", example=58)
    men: Count | None = field("män", "Antal män.", definite="antalet män", example=51)
    girls: Count | None = field("flickor", "Antal flickor.", definite="antalet flickor", example=46)
    boys: Count | None = field("pojkar", "Antal pojkar.", definite="antalet pojkar", example=44)
    ages: dict[str, Count] | None = field("åldrar", "Antal i varje åldersgrupp.", definite="åldrarna", example={"13–15 år": 90})


class Dialogue(Node):
    """A dialogue with residents or with staff."""

    natural_keys = (("name", "date"),)

    name: Line | None = field("namn", "Vad dialogen var.", definite="namnet", example="Torgdialog i centrum")
    party: Id | None = field("part", "Den part som höll den.", definite="parten", refers_to="Party", example="kommun")
    date: Day | None = field("datum", "Dagen.", definite="dagen", example="2018-05-16")
    place: Line | None = field("plats", "Platsen.", definite="platsen", example="centrum")
    method: Line | None = field("metod", "Hur den gick till.", definite="metoden", example="samtal vid bord och en kort enkät")
    participants: Participants | None = field("deltagare", "De som deltog.", definite="deltagarna")
    result: Text | None = field(
        "resultat", "Vad ni fick veta.", definite="resultatet", example="De flesta undviker gången vid stationen efter klockan 20."
    )
    fed_back: Many[FedBack] = many(
        "återkopplat",
        "Att de som tillfrågades har fått svar.",
        definite="svaret till dem som tillfrågades",
        sealed=False,
        example={"datum": "2018-12-13", "kanal": "kommunens webbplats"},
        alone=True,
    )
