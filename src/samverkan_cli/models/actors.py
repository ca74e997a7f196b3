"""Those who act: parties, other actors, functions, groups."""

from samverkan_cli.models.base import Many, Node, field, many
from samverkan_cli.models.formalities import Adoption, Promise
from samverkan_cli.models.roles import Role
from samverkan_cli.models.scalars import Count, Every, Id, Line, MunicipalityCode, Number, Text
from samverkan_cli.models.vocabulary import BodyType, OncePer, PartyType, PoliceLevel, Tier
from samverkan_cli.models.when import When


class Logo(Node):
    """A party's logo."""

    file: Line | None = field("fil", "Bildens sökväg, räknad från filen den står i.", example="logotyper/kommun.svg")
    alternative: Line | None = field("alt", "Vad bilden visar, för den som inte ser den.", example="Kommunens logotyp")


class OtherName(Node):
    """The party's name in another language."""

    name: Line | None = field("namn", "Namnet.", example="Vualtjeren tjïelte")
    language: Line | None = field("språk", "Språket.", example="sydsamiska")


class Actor(Node):
    """An organisation that can be referred to with ``aktör:``."""

    id: Id | None = field("id", "Det andra ställen använder för att peka hit.", example="kommun")
    type: PartyType | None = field("typ", "Vad för slags organisation.", example="kommun")
    name: Line | None = field("namn", "Namnet så som det ska skrivas ut.", example="Huddinge kommun")
    description: Line | None = field("beskrivning", "Ett förtydligande, till exempel när typ är annan.", example="ideell förening")


class OtherActor(Actor):
    """Someone who is not a party but takes something on."""


class Party(Actor):
    """One of those who enter the agreement."""

    level: PoliceLevel | None = field("nivå", "Den nivå parten företräder.", example="lokalpolisområde")
    other_names: Many[OtherName] = many(
        "andra_namn", "Namnet på andra språk.", example={"namn": "Vualtjeren tjïelte", "språk": "sydsamiska"}
    )
    municipality_code: MunicipalityCode | None = field("kommunkod", "Kommunens fyra siffror, inom citattecken.", example="0126")
    municipalities: Many[Line] = many("kommuner", "De kommuner som ett lokalpolisområde omfattar.", example="Botkyrka")
    registration_number: Line | None = field("diarienummer", "Partens eget diarienummer.", example="KS-2018/0000")
    logo: Logo | None = field("logotyp", "Partens logotyp.")
    adopted: Adoption | None = field("fastställd", "Partens beslut om dokumentet.")


class Time(Node):
    """Time set aside for a function."""

    percent: Number | None = field("procent", "Andel av en heltid.", example=50)
    hours: Number | None = field("timmar", "Antal timmar …", example=8)
    per: Every | None = field("per", "… under så lång tid.", example="vecka")


class CoordinationFunction(Node):
    """A function with mandate and time to coordinate, support and drive the work."""

    party: Id | None = field("part", "Partens id.", example="kommun")
    function: Line | None = field("funktion", "Funktionens namn.", example="trygghetssamordnare")
    name: Line | None = field("namn", "Personens namn, om det behövs.")
    mandate: Text | None = field(
        "mandat",
        "Vad funktionen får göra och besluta.",
        example="Kallar beredningsgruppen och lyfter hinder till kommundirektören.",
    )
    time: Time | None = field("tid", "Tiden som är avsatt.")
    promise: Promise | None = field("tas_fram", "När funktionen ska vara utsedd, om den inte är det än.")


class Body(Node):
    """A group in the organisation of the cooperation."""

    id: Id | None = field("id", "Det andra ställen använder för att peka hit.", example="råd")
    type: BodyType | None = field("typ", "Vad gruppen är till för.", example="strategiskt råd")
    name: Line | None = field("namn", "Gruppens namn.", example="Lokala brottsförebyggande rådet")
    tier: Tier | None = field("plan", "Central eller lokal, där organisationen har två plan.", example="central")
    once_per: OncePer | None = field("en_per", "En sådan grupp i varje …", example="kommun")
    task: Text | None = field("uppdrag", "Vad gruppen ansvarar för.", example="Beslutar om prioriteringar och resurser.")
    led_by: Many[Role] = many("leds_av", "De som leder gruppen.", example={"aktör": "kommun", "funktion": "kommunstyrelsens ordförande"})
    members: Many[Role] = many("ledamöter", "De som ingår.", example={"aktör": "polis", "funktion": "lokalpolisområdeschef"})
    meetings: When | None = field("möten", "Hur ofta gruppen träffas.", example={"minst": 4, "per": "år"})
    reports_to: Line | None = field("rapporterar_till", "Den grupp eller det organ som får rapporten: ett id eller ord.", example="råd")
    applies_to_focus_areas: Many[Id] = many("gäller_fokusområden", "De fokusområden som gruppen arbetar med.", example="F1")
    promise: Promise | None = field("tas_fram", "När gruppen ska vara på plats, om den inte är det än.")


class FormOfCooperation(Node):
    """A named way of working together, such as EST or SSPF."""

    id: Id | None = field("id", "Det andra ställen använder för att peka hit.", example="sspf")
    name: Line | None = field("namn", "Arbetsformens namn.", example="SSPF, skola, socialtjänst, polis och fritid")
    description: Text | None = field("beskrivning", "Vad den innebär.", example="Samlar stödet kring en ung person.")
    actors: Many[Id] = many("aktörer", "De som deltar.", example="kommun")
    tier: Tier | None = field("plan", "Central eller lokal.", example="lokal")
    when: When | None = field("när", "Hur ofta, eller under vilken tid.", example={"minst": 1, "per": "vecka"})


class Quantity(Node):
    """A number of something."""

    count: Count | None = field("antal", "Hur många.", example=24)
    unit: Line | None = field("enhet", "Av vad.", example="hastighetskontroller")
    per: Every | None = field("per", "Under så lång tid.", example="år")


class Commitment(Node):
    """Something that one or several take on, beside the actions."""

    id: Id | None = field("id", "Det andra ställen använder för att peka hit.", example="T1")
    actor: Id | None = field("aktör", "Den som åtar sig, när det är en.", example="kommun")
    actors: Many[Id] = many("aktörer", "De som åtar sig tillsammans.", example="kommun")
    what: Text | None = field("vad", "Vad de åtar sig.", example="Utser en samordnare i varje kommun.")
    quantity: Quantity | None = field("mängd", "Hur mycket.", example={"antal": 24, "enhet": "hastighetskontroller"})
    when: When | None = field("när", "När det ska ske.", example={"senast": "2019-03-31"})
