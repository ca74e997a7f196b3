"""Time: periods, and the one shape for when something is done."""

from samverkan_cli.models.base import Node, field
from samverkan_cli.models.scalars import Count, Date, Duration, End, Every, Line, Start


class Period(Node):
    """The time that something is valid for."""

    start: Start | None = field(
        "från",
        "Första dagen (månaden eller året, om ni inte vet mer), eller ordet underskrift.",
        definite="första dagen",
        example="2019-01-01",
    )
    end: End | None = field("till", "Sista dagen, eller orden tills vidare.", definite="sista dagen", example="2020-12-31")
    length: Duration | None = field("längd", "Hur länge, när det är så det är skrivet.", definite="längden", example="4 år")


class When(Node):
    """When something is done: från–till, senast, eller återkommande."""

    start: Date | None = field("från", "Första dagen.", definite="första dagen", example="2019-02-04")
    end: Date | None = field("till", "Sista dagen.", definite="sista dagen", example="2019-12-13")
    latest: Date | None = field("senast", "Dagen då det ska vara klart.", definite="sista dagen", example="2019-03-31")
    at_least: Count | None = field("minst", "Minst så många gånger …", definite="det minsta antalet gånger", example=4)
    per: Every | None = field("per", "… under så lång tid.", definite="tidsmåttet", example="år")
    details: Line | None = field(
        "detalj", "Veckodagar, klockslag eller något annat som förtydligar.", definite="detaljen", example="vardagar 15–20"
    )

    @property
    def is_given(self) -> bool:
        """Whether it says anything at all about when."""
        return any((self.start, self.end, self.latest, self.at_least, self.per))


class Review(Node):
    """How often the document is gone through and renewed."""

    at_least: Count | None = field("minst", "Minst så många gånger …", definite="det minsta antalet gånger", example=1)
    per: Every | None = field("per", "… under så lång tid.", definite="tidsmåttet", example="år")
    last: Date | None = field(
        "senast_gjord", "Dagen då det senast gjordes.", definite="dagen för den senaste genomgången", sealed=False, example="2019-12-12"
    )
    by: Line | None = field(
        "av",
        "Den grupp eller funktion som gör det: ett id eller ord.",
        definite="den som går igenom dokumentet",
        refers_to="Body",
        or_words=True,
        example="råd",
    )
    details: Line | None = field(
        "detalj",
        "När, om det inte är med ett visst mellanrum: löpande, efter perioden eller andra ord.",
        definite="detaljen",
        example="efter perioden",
    )
