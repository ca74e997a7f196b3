"""Pledges to the citizens, feedback, communication, contacts."""

from samverkan_cli.models.actors import Commitment
from samverkan_cli.models.base import Many, Node, field, many
from samverkan_cli.models.roles import Who
from samverkan_cli.models.scalars import Date, Id, Line, Text, YesNo
from samverkan_cli.models.when import Period, When


class Feedback(Node):
    """To whom, what and how often the work is reported back."""

    to: Line | None = field("till", "De som får veta: ett id eller ord.", example="råd")
    what: Text | None = field("vad", "Vad de får veta.", example="läget per åtgärd")
    who: Who | None = field("vem", "Vem som återkopplar.", example={"ansvarig": {"aktör": "kommun", "funktion": "trygghetssamordnare"}})
    when: When | None = field("när", "När, eller hur ofta.", example={"minst": 4, "per": "år"})
    channel: Line | None = field("kanal", "Var, eller på vilket sätt.", example="rådets möten")


class FedBack(Node):
    """That the result has been reported back."""

    to: Line | None = field("till", "De som fick veta: ett id eller ord.", example="invånare")
    date: Date | None = field("datum", "Dagen.", example="2020-02-20")
    channel: Line | None = field("kanal", "Var, eller på vilket sätt.", example="torgmöte")
    comment: Text | None = field("kommentar", "Vad som kom fram.", example="64 kom. De flesta frågade om passen.")


class Pledge(Node):
    """A pledge to the citizens."""

    id: Id | None = field("id", "Det andra ställen använder för att peka hit.", example="L1")
    wording: Line | None = field(
        "lydelse",
        "Löftet med en mening.",
        example="Under 2019 möter du vuxna från kommunen och polisen vid stationen 120 gånger.",
    )
    applies_to_focus_areas: Many[Id] = many("gäller_fokusområden", "De fokusområden som löftet hör till.", example="F1")
    applies_to_actions: Many[Id] = many("gäller_åtgärder", "De åtgärder som löftet bygger på.", example="Å1.1")
    commitments: Many[Commitment] = many(
        "åtaganden", "Vad var och en lovar.", example={"aktör": "kommun", "vad": "två fältsekreterare per pass"}
    )
    place: Many[Line] = many("plats", "De platser som löftet gäller.", example="stationen")
    period: Period | None = field("period", "Den tid som löftet gäller, om den skiljer sig från dokumentets.")
    feedback: Many[Feedback] = many(
        "återkoppling",
        "När och var invånarna får veta hur det gick.",
        example={"till": "invånare", "när": {"senast": "2020-02-28"}, "kanal": "torgmöte"},
    )


class NoPledges(Node):
    """Why the parties make no pledge."""

    reason: Text | None = field("skäl", "Varför ni inte ger något löfte.", example="Löften ges först när åtgärderna har prövats.")
    decided_by: Line | None = field("beslutat_av", "Vem som beslutade: ett id eller ord.", example="råd")
    date: Date | None = field("datum", "Beslutsdagen.", example="2018-12-12")


class Communicated(Node):
    """That something has been made known."""

    what: Line | None = field("vad", "Vad som gjordes känt.", example="medborgarlöftet 2019")
    channel: Line | None = field("kanal", "Var, eller på vilket sätt.", example="kommunens webbplats")
    date: Date | None = field("datum", "Dagen.", example="2019-01-18")


class CommunicationActivity(Node):
    """One thing that is done to tell somebody something."""

    what: Line | None = field("vad", "Vad som berättas.", example="Så går det med ljuset i centrum")
    audience: Line | None = field("målgrupp", "För vilka.", example="boende kring centrum")
    channel: Line | None = field("kanal", "Var, eller på vilket sätt.", example="kommunens webbplats")
    who: Who | None = field("vem", "Vem som gör det.", example={"ansvarig": {"aktör": "kommun", "funktion": "kommunikatör"}})
    when: When | None = field("när", "När, eller hur ofta.", example={"minst": 4, "per": "år"})


class Contact(Node):
    """How to reach a function."""

    party: Id | None = field("part", "Organisationens id.", example="kommun")
    function: Line | None = field("funktion", "Funktionen.", example="trygghetssamordnare")
    name: Line | None = field("namn", "Personens namn, om det behövs.")
    phone: Line | None = field("telefon", "Telefonnummer, inom citattecken.", example="08-000 00 00")
    email: Line | None = field("epost", "E-postadress.", example="trygghet@kommunen.example")
    public: YesNo | None = field("offentlig", "Nej om uppgiften inte ska publiceras.", example="ja")
    concerns: Line | None = field("gäller", "Vad man vänder sig dit med.", example="samordning av överenskommelsen")


class SharedUnderstanding(Node):
    """Who is told what the agreement means for them."""

    which: Line | None = field("vilka", "De som berörs.", example="enhetschefer och gruppchefer")
    how: Text | None = field("hur", "Hur de får veta.", example="genomgång av den egna rollen")
    when: When | None = field("när", "När.", example={"senast": "2019-01-21"})
    who: Who | None = field("vem", "Vem som ser till det.")


class Documentation(Node):
    """How the work is documented."""

    where: Line | None = field("var", "Var det dokumenteras.", example="den gemensamma loggen")
    what: Text | None = field("vad", "Vad som dokumenteras.", example="genomförda åtgärder, hinder och beslut")
    who: Who | None = field("vem", "Vem som dokumenterar.", example={"ansvarig": {"aktör": "kommun", "funktion": "trygghetssamordnare"}})
    when: When | None = field("när", "Hur ofta.", example={"minst": 1, "per": "vecka"})
