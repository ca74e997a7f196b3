"""The closed lists: words that the files choose between. Each is the field's own word."""

from typing import Literal

PartyType = Literal[
    "kommun", "polis", "region", "räddningstjänst", "bostadsbolag", "länsstyrelse", "myndighet", "stadsdel",
    "skola", "förening", "trossamfund", "företag", "annan",
]  # fmt: skip
"""What kind of organisation. ``annan`` together with ``beskrivning`` for what is not in the list."""

PoliceLevel = Literal[
    "polismyndigheten",
    "polisregion",
    "polisområde",
    "lokalpolisområde",
    "kommun",
    "stad",
    "stadsområde",
    "stadsdel",
    "region",
]
"""The level that a party acts on."""

BodyType = Literal["strategiskt råd", "styrgrupp", "beredningsgrupp", "arbetsgrupp", "samverkansgrupp", "forum", "nätverk", "annan"]
"""What a group in the organisation is for."""

OncePer = Literal["kommun", "stadsdel", "stadsområde", "lokalpolisområde", "fokusområde", "skola"]
"""A group that exists once in each of these."""

Tier = Literal["central", "lokal"]
GoalType = Literal["effekt", "process", "produktion"]
"""effekt: how the problem changes · process: how the work is done · produktion: how much is done."""

Direction = Literal["minska", "öka", "behålla"]
Perspective = Literal["situation", "brottsutsatt", "gärningsperson"]
"""The three perspectives of a cause analysis."""

ActionType = Literal["situationell", "social"]
Horizon = Literal["kort", "lång"]
Effort = Literal["punktinsats", "ordinarie arbete"]
Assessment = Literal["grön", "gul", "röd"]
Survey = Literal["urval", "total"]
"""urval: some were asked, so the value has a margin of error · total: all were."""

DocumentType = Literal[
    "överenskommelse", "kontaktpersoner", "lägesbild", "problembild", "åtgärdsplan", "medborgarlöfte", "kommunikationsplan",
    "uppföljningsplan", "uppföljning", "dokument",
]  # fmt: skip
"""What kind of document something is that lies elsewhere: the types of a dossier."""

SignatureMethod = Literal["på papper", "elektroniskt"]
