"""Pledges to the citizens, feedback, communication, contacts."""

from samverkan_cli.models.actors import Commitment
from samverkan_cli.models.base import Many, Node, Noun, field, many, own_id, publication_mark
from samverkan_cli.models.formalities import Secrecy, secrecy_mark
from samverkan_cli.models.roles import Who
from samverkan_cli.models.scalars import Day, Id, Line, Text, YesNo
from samverkan_cli.models.when import Period, When


class Feedback(Node):
    """To whom, what and how often the work is reported back."""

    noun = Noun("återkoppling", "återkopplingen")
    natural_keys = (("to", "what"),)

    id: Id | None = own_id(example="ÅK1")
    to: Line | None = field(
        "till", "De som får veta: ett id eller ord.", definite="mottagaren", refers_to="Body", or_words=True, example="råd"
    )
    what: Text | None = field("vad", "Vad de får veta.", definite="det som återkopplas", example="läget per åtgärd")
    who: Who | None = field(
        "vem",
        "Vem som återkopplar.",
        definite="den som återkopplar",
        example={"ansvarig": {"aktör": "kommun", "funktion": "trygghetssamordnare"}},
    )
    when: When | None = field("när", "När, eller hur ofta.", definite="tiden", example={"minst": 4, "per": "år"})
    channel: Line | None = field("kanal", "Var, eller på vilket sätt.", definite="kanalen", example="rådets möten")


class FedBack(Node):
    """That the result has been reported back."""

    natural_keys = (("to", "date"),)

    to: Line | None = field(
        "till", "De som fick veta: ett id eller ord.", definite="mottagaren", refers_to="Body", or_words=True, example="invånare"
    )
    date: Day | None = field("datum", "Dagen.", definite="dagen", example="2020-02-20")
    channel: Line | None = field("kanal", "Var, eller på vilket sätt.", definite="kanalen", example="torgmöte")
    comment: Text | None = field("kommentar", "Vad som kom fram.", definite="kommentaren", example="64 kom. De flesta frågade om passen.")


class Pledge(Node):
    """A pledge to the citizens."""

    noun = Noun("löfte", "löftet")

    id: Id | None = own_id(example="L1")
    wording: Line | None = field(
        "lydelse",
        "Löftet med en mening.",
        definite="lydelsen",
        example="Under 2019 möter du vuxna från kommunen och polisen vid stationen 120 gånger.",
    )
    applies_to_focus_areas: Many[Id] = many(
        "gäller_fokusområden", "De fokusområden som löftet hör till.", definite="fokusområdena", refers_to="FocusArea", example="F1"
    )
    applies_to_actions: Many[Id] = many(
        "gäller_åtgärder", "De åtgärder som löftet bygger på.", definite="åtgärderna", refers_to="Action", example="Å1.1"
    )
    commitments: Many[Commitment] = many(
        "åtaganden",
        "Vad var och en lovar.",
        definite="åtagandena",
        heading="Åtaganden",
        example={"aktör": "kommun", "vad": "två fältsekreterare per pass"},
    )
    continues: Many[Line] = many(
        "fortsätter", "De löften hos föregångaren som det här tar över: deras id.", definite="löftena hos föregångaren", example="L1"
    )
    place: Many[Line] = many("plats", "De platser som löftet gäller.", definite="platserna", example="stationen")
    period: Period | None = field("period", "Den tid som löftet gäller, om den skiljer sig från dokumentets.", definite="perioden")
    feedback: Many[Feedback] = many(
        "återkoppling",
        "När och var invånarna får veta hur det gick.",
        definite="återkopplingen",
        example={"till": "invånare", "när": {"senast": "2020-02-28"}, "kanal": "torgmöte"},
    )


class NoPledges(Node):
    """Why the parties make no pledge."""

    reason: Text | None = field(
        "skäl", "Varför ni inte ger något löfte.", definite="skälet", example="Löften ges först när åtgärderna har prövats."
    )
    decided_by: Line | None = field(
        "beslutat_av", "Vem som beslutade: ett id eller ord.", definite="den som beslutade", refers_to="Body", or_words=True, example="råd"
    )
    date: Day | None = field("datum", "Beslutsdagen.", definite="beslutsdagen", example="2018-12-12")


class Communicated(Node):
    """That something has been made known."""

    natural_keys = (("what", "date"),)

    what: Line | None = field("vad", "Vad som gjordes känt.", definite="det som gjordes känt", example="medborgarlöftet 2019")
    channel: Line | None = field("kanal", "Var, eller på vilket sätt.", definite="kanalen", example="kommunens webbplats")
    date: Day | None = field("datum", "Dagen.", definite="dagen", example="2019-01-18")


class CommunicationActivity(Node):
    """One thing that is done to tell somebody something."""

    noun = Noun("kommunikationsaktivitet", "kommunikationsaktiviteten")
    natural_keys = (("what", "audience"),)

    id: Id | None = own_id(example="KA1")
    what: Line | None = field("vad", "Vad som berättas.", definite="det som berättas", example="Så går det med ljuset i centrum")
    audience: Line | None = field("målgrupp", "För vilka.", definite="målgruppen", example="boende kring centrum")
    channel: Line | None = field("kanal", "Var, eller på vilket sätt.", definite="kanalen", example="kommunens webbplats")
    who: Who | None = field(
        "vem", "Vem som gör det.", definite="den som berättar", example={"ansvarig": {"aktör": "kommun", "funktion": "kommunikatör"}}
    )
    when: When | None = field("när", "När, eller hur ofta.", definite="tiden", example={"minst": 4, "per": "år"})
    done: Day | None = field("genomfört", "Dagen då det var gjort.", definite="dagen då det var gjort", sealed=False, example="2019-01-18")


class Contact(Node):
    """How to reach a function."""

    natural_keys = (("party", "function", "name"),)

    party: Id | None = field("part", "Organisationens id.", definite="parten", refers_to="Party", example="kommun")
    function: Line | None = field("funktion", "Funktionen.", definite="funktionen", example="trygghetssamordnare")
    name: Line | None = field("namn", "Personens namn, om det behövs.", definite="namnet")
    phone: Line | None = field("telefon", "Telefonnummer, inom citattecken.", definite="telefonnumret", example="08-000 00 00")
    email: Line | None = field("epost", "E-postadress.", definite="e-postadressen", example="trygghet@kommunen.example")
    published: YesNo | None = publication_mark("uppgiften", "kontakten", example="ja")
    secrecy: Secrecy | None = secrecy_mark("kontakten")
    concerns: Line | None = field(
        "gäller", "Vad man vänder sig dit med.", definite="det som kontakten gäller", example="samordning av överenskommelsen"
    )


class SharedUnderstanding(Node):
    """Who is told what the agreement means for them."""

    noun = Noun("samsyn", "samsynen")
    natural_keys = (("which",),)

    id: Id | None = own_id(example="SU1")
    which: Line | None = field("vilka", "De som berörs.", definite="de som berörs", example="enhetschefer och gruppchefer")
    how: Text | None = field("hur", "Hur de får veta.", definite="sättet", example="genomgång av den egna rollen")
    when: When | None = field("när", "När.", definite="tiden", example={"senast": "2019-01-21"})
    who: Who | None = field("vem", "Vem som ser till det.", definite="den som ser till det")
    done: Day | None = field("genomfört", "Dagen då det var gjort.", definite="dagen då det var gjort", sealed=False, example="2019-01-21")


class Documentation(Node):
    """How the work is documented."""

    where: Line | None = field("var", "Var det dokumenteras.", definite="platsen för dokumentationen", example="den gemensamma loggen")
    what: Text | None = field(
        "vad", "Vad som dokumenteras.", definite="det som dokumenteras", example="genomförda åtgärder, hinder och beslut"
    )
    who: Who | None = field(
        "vem",
        "Vem som dokumenterar.",
        definite="den som dokumenterar",
        example={"ansvarig": {"aktör": "kommun", "funktion": "trygghetssamordnare"}},
    )
    when: When | None = field("när", "Hur ofta.", definite="tiden", example={"minst": 1, "per": "vecka"})
