"""``lägesbild``: one organisation's own report."""

from typing import Literal

from samverkan_cli.models.base import Noun, field, required
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.scalars import Id, Text
from samverkan_cli.models.when import When


class SituationReport(ContentDocument):
    """One organisation's report: mapping, other information, analysis (the three parts of section 4 of the law)."""

    noun = Noun("lägesbild", "lägesbilden")

    type: Literal["lägesbild"] = required("typ", "Vilket slags dokument det är.", definite="typen", example="lägesbild")
    party: Id | None = field("part", "Den part som lägesbilden är.", definite="parten", refers_to="Party", example="kommun")
    covers: When | None = field(
        "avser",
        "Den tid som lägesbilden beskriver.",
        definite="tiden som lägesbilden beskriver",
        example={"från": "2017-06-01", "till": "2018-05-31"},
    )
    mapping: Text | None = field(
        "kartläggning",
        "Brottsligheten, dess omfattning och konsekvenser.",
        definite="kartläggningen",
        example="58 anmälda rån mot unga på ett år.",
    )
    other_information: Text | None = field(
        "annan_information", "Annat som har betydelse.", definite="den andra informationen", example="Två skolor byggs om under perioden."
    )
    analysis: Text | None = field(
        "analys", "Vad kartläggningen och informationen betyder.", definite="analysen", example="Rånen sker där få vuxna finns."
    )
