"""Those who act: parties, other actors, functions, groups."""

from samverkan_cli.models.base import Many, Node, Noun, field, many, own_id
from samverkan_cli.models.formalities import Adoption, Errand, Promise, errand
from samverkan_cli.models.roles import Role
from samverkan_cli.models.scalars import Count, Date, Every, Id, Line, MunicipalityCode, Number, Text
from samverkan_cli.models.vocabulary import BodyType, OncePer, PartyType, PoliceLevel, Tier
from samverkan_cli.models.when import When


class Logo(Node):
    """A party's logo."""

    file: Line | None = field("fil", "Bildens sökväg, räknad från filen den står i.", definite="filen", example="logotyper/kommun.svg")
    alternative: Line | None = field(
        "alt", "Vad bilden visar, för den som inte ser den.", definite="bildens text", example="Kommunens logotyp"
    )


class OtherName(Node):
    """The party's name in another language."""

    natural_keys = (("language",),)

    name: Line | None = field("namn", "Namnet.", definite="namnet", example="Vualtjeren tjïelte")
    language: Line | None = field("språk", "Språket.", definite="språket", example="sydsamiska")


class Actor(Node):
    """An organisation that can be referred to with ``aktör:``."""

    noun = Noun("aktör", "aktören")
    natural_keys = (("name",),)

    id: Id | None = own_id(example="kommun")
    type: PartyType | None = field("typ", "Vad för slags organisation.", definite="typen", example="kommun")
    name: Line | None = field("namn", "Namnet så som det ska skrivas ut.", definite="namnet", example="Huddinge kommun")
    description: Line | None = field(
        "beskrivning", "Ett förtydligande, till exempel när typ är annan.", definite="beskrivningen", example="ideell förening"
    )


class OtherActor(Actor):
    """Someone who is not a party but takes something on."""


class Party(Actor):
    """One of those who enter the agreement."""

    noun = Noun("part", "parten")

    level: PoliceLevel | None = field("nivå", "Den nivå parten företräder.", definite="nivån", example="lokalpolisområde")
    other_names: Many[OtherName] = many(
        "andra_namn",
        "Namnet på andra språk.",
        definite="namnen på andra språk",
        example={"namn": "Vualtjeren tjïelte", "språk": "sydsamiska"},
    )
    municipality_code: MunicipalityCode | None = field(
        "kommunkod", "Kommunens fyra siffror, inom citattecken.", definite="kommunkoden", example="0126"
    )
    municipalities: Many[Line] = many(
        "kommuner", "De kommuner som ett lokalpolisområde omfattar.", definite="kommunerna", example="Botkyrka"
    )
    belongs_to: Line | None = field(
        "ingår_i",
        "Den organisation som parten är en del av: ett id eller ord.",
        definite="den organisation som parten ingår i",
        refers_to="Actor",
        or_words=True,
        example="Polisområde Stockholm Syd",
    )
    registration_number: Line | None = field("diarienummer", "Partens eget diarienummer.", definite="diarienumret", example="KS-2018/0000")
    logo: Logo | None = field("logotyp", "Partens logotyp.", definite="logotypen")
    errand: Errand | None = errand("Partens")
    adopted: Adoption | None = field("fastställd", "Partens beslut om dokumentet.", definite="fastställandet")


class Time(Node):
    """Time set aside for a function."""

    percent: Number | None = field("procent", "Andel av en heltid.", definite="andelen av en heltid", example=50)
    hours: Number | None = field("timmar", "Antal timmar …", definite="antalet timmar", example=8)
    per: Every | None = field("per", "… under så lång tid.", definite="tidsmåttet", example="vecka")
    details: Line | None = field("detalj", "Tiden med andra ord.", definite="detaljen", example="det som uppdraget kräver")


class CoordinationFunction(Node):
    """A function with mandate and time to coordinate, support and drive the work."""

    natural_keys = (("party", "function", "name"),)

    party: Id | None = field("part", "Partens id.", definite="parten", refers_to="Party", example="kommun")
    function: Line | None = field("funktion", "Funktionens namn.", definite="funktionen", example="trygghetssamordnare")
    name: Line | None = field("namn", "Personens namn, om det behövs.", definite="namnet")
    mandate: Text | None = field(
        "mandat",
        "Vad funktionen får göra och besluta.",
        definite="mandatet",
        example="Kallar beredningsgruppen och lyfter hinder till kommundirektören.",
    )
    time: Time | None = field("tid", "Tiden som är avsatt.", definite="den avsatta tiden", words_as="detalj")
    promise: Promise | None = field(
        "tas_fram", "När funktionen ska vara utsedd, om den inte är det än.", definite="tiden då det ska finnas"
    )


class Body(Node):
    """A group in the organisation of the cooperation."""

    noun = Noun("grupp", "gruppen")
    natural_keys = (("name",),)

    id: Id | None = own_id(example="råd")
    type: BodyType | None = field("typ", "Vad gruppen är till för.", definite="typen", example="strategiskt råd")
    name: Line | None = field("namn", "Gruppens namn.", definite="namnet", example="Lokala brottsförebyggande rådet")
    tier: Tier | None = field("plan", "Central eller lokal, där organisationen har två plan.", definite="planet", example="central")
    once_per: OncePer | None = field("en_per", "En sådan grupp i varje …", definite="uppgiften om en grupp i varje", example="kommun")
    task: Text | None = field(
        "uppdrag", "Vad gruppen ansvarar för.", definite="uppdraget", example="Beslutar om prioriteringar och resurser."
    )
    led_by: Many[Role] = many(
        "leds_av", "De som leder gruppen.", definite="ledningen", example={"aktör": "kommun", "funktion": "kommunstyrelsens ordförande"}
    )
    members: Many[Role] = many(
        "ledamöter", "De som ingår.", definite="ledamöterna", example={"aktör": "polis", "funktion": "lokalpolisområdeschef"}
    )
    meetings: When | None = field("möten", "Hur ofta gruppen träffas.", definite="mötena", example={"minst": 4, "per": "år"})
    meeting_days: Many[Date] = many(
        "mötesdagar", "De dagar som gruppen ska träffas.", definite="mötesdagarna", sealed=False, example="2020-02-12"
    )
    reports_to: Line | None = field(
        "rapporterar_till",
        "Den grupp eller det organ som får rapporten: ett id eller ord.",
        definite="den som gruppen rapporterar till",
        refers_to="Body",
        or_words=True,
        example="råd",
    )
    applies_to_focus_areas: Many[Id] = many(
        "gäller_fokusområden", "De fokusområden som gruppen arbetar med.", definite="fokusområdena", refers_to="FocusArea", example="F1"
    )
    promise: Promise | None = field("tas_fram", "När gruppen ska vara på plats, om den inte är det än.", definite="tiden då det ska finnas")


class FormOfCooperation(Node):
    """A named way of working together, such as EST or SSPF."""

    noun = Noun("arbetsform", "arbetsformen")
    natural_keys = (("name",),)

    id: Id | None = own_id(example="sspf")
    name: Line | None = field("namn", "Arbetsformens namn.", definite="namnet", example="SSPF, skola, socialtjänst, polis och fritid")
    description: Text | None = field(
        "beskrivning", "Vad den innebär.", definite="beskrivningen", example="Samlar stödet kring en ung person."
    )
    actors: Many[Id] = many("aktörer", "De som deltar.", definite="aktörerna", refers_to="Actor", example="kommun")
    applies_to_focus_areas: Many[Id] = many(
        "gäller_fokusområden", "De fokusområden som arbetsformen hör till.", definite="fokusområdena", refers_to="FocusArea", example="F1"
    )
    tier: Tier | None = field("plan", "Central eller lokal.", definite="planet", example="lokal")
    when: When | None = field("när", "Hur ofta, eller under vilken tid.", definite="tiden", example={"minst": 1, "per": "vecka"})


class Quantity(Node):
    """A number of something."""

    count: Count | None = field("antal", "Hur många.", definite="antalet", example=24)
    unit: Line | None = field("enhet", "Av vad.", definite="enheten", example="hastighetskontroller")
    per: Every | None = field("per", "Under så lång tid.", definite="tidsmåttet", example="år")


class Commitment(Node):
    """Something that one or several take on, beside the actions."""

    noun = Noun("åtagande", "åtagandet")
    natural_keys = (("actor", "actors", "what"),)

    id: Id | None = own_id(example="T1")
    actor: Id | None = field("aktör", "Den som åtar sig, när det är en.", definite="aktören", refers_to="Actor", example="kommun")
    actors: Many[Id] = many("aktörer", "De som åtar sig tillsammans.", definite="aktörerna", refers_to="Actor", example="kommun")
    what: Text | None = field("vad", "Vad de åtar sig.", definite="det som åtas", example="Utser en samordnare i varje kommun.")
    applies_to_focus_areas: Many[Id] = many(
        "gäller_fokusområden", "De fokusområden som åtagandet hör till.", definite="fokusområdena", refers_to="FocusArea", example="F1"
    )
    quantity: Quantity | None = field("mängd", "Hur mycket.", definite="mängden", example={"antal": 24, "enhet": "hastighetskontroller"})
    when: When | None = field("när", "När det ska ske.", definite="tiden", example={"senast": "2019-03-31"})
