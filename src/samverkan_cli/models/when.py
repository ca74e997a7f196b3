"""Time: periods, and the one shape for when something is done."""

from samverkan_cli.models.base import Node, field
from samverkan_cli.models.scalars import Count, Date, Duration, End, Every, Line, Start


class Period(Node):
    """The time that something is valid for."""

    start: Start | None = field("från", "Första dagen, eller ordet underskrift.", example="2019-01-01")
    end: End | None = field("till", "Sista dagen, eller orden tills vidare.", example="2020-12-31")
    length: Duration | None = field("längd", "Hur länge, när det är så det är skrivet.", example="4 år")


class When(Node):
    """When something is done: från–till, senast, eller återkommande."""

    start: Date | None = field("från", "Första dagen.", example="2019-02-04")
    end: Date | None = field("till", "Sista dagen.", example="2019-12-13")
    latest: Date | None = field("senast", "Dagen då det ska vara klart.", example="2019-03-31")
    at_least: Count | None = field("minst", "Minst så många gånger …", example=4)
    per: Every | None = field("per", "… under så lång tid.", example="år")
    details: Line | None = field("detalj", "Veckodagar, klockslag eller något annat som förtydligar.", example="vardagar 15–20")

    @property
    def said(self) -> bool:
        """Whether it says anything at all about when."""
        return any((self.start, self.end, self.latest, self.at_least, self.per))


class Review(Node):
    """How often the document is gone through and renewed."""

    at_least: Count | None = field("minst", "Minst så många gånger …", example=1)
    per: Every | None = field("per", "… under så lång tid.", example="år")
    last: Date | None = field("senast_gjord", "Dagen då det senast gjordes.", example="2019-12-12")
    by: Line | None = field("av", "Den grupp eller funktion som gör det: ett id eller ord.", example="råd")
