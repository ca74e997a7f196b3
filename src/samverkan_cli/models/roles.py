"""Who does something: functions, with names only where they are needed."""

from samverkan_cli.models.base import Many, Node, field, many
from samverkan_cli.models.scalars import Id, Line, YesNo


class Convener(Node):
    """The one who calls a group together."""

    natural_keys = (("actor", "function", "name"),)

    actor: Id | None = field("aktör", "Organisationens id.", definite="aktören", refers_to="Actor", example="kommun")
    function: Line | None = field("funktion", "Funktionen, inte personen.", definite="funktionen", example="trygghetssamordnare")
    name: Line | None = field("namn", "Personens namn, om det behövs.", definite="namnet")


class Role(Node):
    """A function at an actor, or a whole group; the name is optional."""

    natural_keys = (("actor", "function", "name"), ("body",))

    actor: Id | None = field("aktör", "Organisationens id.", definite="aktören", refers_to="Actor", example="kommun")
    function: Line | None = field("funktion", "Funktionen, inte personen.", definite="funktionen", example="trygghetssamordnare")
    name: Line | None = field("namn", "Personens namn, om det behövs.", definite="namnet")
    body: Id | None = field("grupp", "Gruppens id, när det är en hel grupp.", definite="gruppen", refers_to="Body", example="råd")
    convener: Convener | None = field(
        "sammankallande",
        "Den som kallar gruppen samman: en funktion hos en aktör, eller ord.",
        definite="den sammankallande",
        example={"aktör": "kommun", "funktion": "trygghetssamordnare"},
        words_as="funktion",
    )
    rotates: YesNo | None = field("växlar", "Ja om uppdraget går runt.", definite="uppgiften om uppdraget går runt", example="ja")


class Who(Node):
    """Who does something: one who is responsible, and those who take part."""

    responsible: Role | None = field("ansvarig", "Den funktion som ansvarar.", definite="den ansvariga")
    participants: Many[Role] = many(
        "medverkar", "De som också deltar.", definite="de medverkande", example={"aktör": "polis", "funktion": "områdespolis"}
    )
