"""The five kinds of entries: their section, their ids, and the questions, in the words of the file."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan_cli.models.actions import Action
from samverkan_cli.models.base import Node
from samverkan_cli.models.communication import Pledge
from samverkan_cli.models.goals import Goal
from samverkan_cli.models.problems import Cause, Problem
from samverkan_cli.text.spelling import fold


@dataclass(frozen=True)
class Field:
    """A question about one field. ``key`` is its path in the entry, ``refers_to`` the sections whose ids answer it."""

    key: str
    text: str
    needed: bool = False
    refers_to: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """One kind of entry. ``home`` is the type of document where it stands when it has one of its own."""

    name: str
    article: str
    section: str
    letter: str
    home: str
    model: type[Node]
    fields: tuple[Field, ...]
    order: tuple[str, ...]


_AREA = Field("gäller_fokusområden", "Vilket fokusområde?", refers_to=("fokusområden",))
_PROBLEM = Field("gäller_problem", "Vilket problem?", needed=True, refers_to=("problem",))
_PLACE = Field("plats", "Var? Skilj flera platser med komma")
_GOAL_TYPES = ("effekt", "process", "produktion")

KINDS = (
    Kind(
        "åtgärd", "En ny åtgärd", "åtgärder", "Å", "åtgärdsplan", Action,
        (
            Field("vad", "Vad ska göras? En mening", needed=True),
            Field("möter_orsaker", "Vilka orsaker möter den?", refers_to=("orsaker",)),
            Field("bidrar_till_mål", "Vilka mål bidrar den till?", refers_to=("mål",)),
            Field("hur", "Hur går det till?"),
            Field("typ", "Situationell eller social?", words=("situationell", "social")),
            Field("sikt", "Verkar den på kort eller lång sikt?", words=("kort", "lång")),
            Field("vem.ansvarig.aktör", "Vem ansvarar?", refers_to=("parter", "andra_aktörer")),
            Field("vem.ansvarig.funktion", "Vilken funktion där?"),
            Field("när.från", "Från vilken dag? Som 2026-02-01"),
            Field("när.till", "Till vilken dag?"),
        ),
        ("gäller_fokusområden", "möter_orsaker", "bidrar_till_mål", "vad", "hur", "typ", "sikt", "vem", "när"),
    ),
    Kind(
        "mål", "Ett nytt mål", "mål", "M", "överenskommelse", Goal,
        (
            Field("lydelse", "Vad ska bli annorlunda? En mening", needed=True),
            Field("typ", "Effekt (problemet ändras), process (arbetssättet) eller produktion (det görs)?", words=_GOAL_TYPES),
            Field("gäller_problem", "Vilket problem?", refers_to=("problem",)),
            Field("indikator.mått", "Vad mäts?"),
            Field("indikator.källa", "Varifrån hämtas värdet?"),
            Field("indikator.enhet", "Enhet, till exempel procent"),
            Field("indikator.riktning", "Ska värdet minska, öka eller behållas?", words=("minska", "öka", "behålla")),
            Field("indikator.baslinje.värde", "Värdet nu?"),
            Field("indikator.baslinje.datum", "Mätt vilken dag?"),
            Field("indikator.målnivå.värde", "Värdet ni vill nå?"),
            Field("indikator.målnivå.datum", "Till vilken dag?"),
        ),
        ("typ", "delmål_till", "gäller_problem", "gäller_fokusområden", "lydelse", "indikator"),
    ),
    Kind(
        "problem", "Ett nytt problem", "problem", "P", "problembild", Problem,
        (
            Field("namn", "Vilket är problemet? En mening", needed=True),
            _AREA,
            Field("prioritet", "Prioritet, där 1 är viktigast?"),
            Field("omfattning", "Hur stort är det, med siffror?"),
            Field("karaktär", "Hur ser det ut: när, hur och vilka berörs?"),
            _PLACE,
        ),
        ("gäller_fokusområden", "prioritet", "namn", "omfattning", "karaktär", "konsekvenser", "plats"),
    ),
    Kind(
        "orsak", "En ny orsak", "orsaker", "O", "problembild", Cause,
        (
            _PROBLEM,
            Field("orsak", "Vilken är orsaken? En mening", needed=True),
            Field("perspektiv", "Situation, brottsutsatt eller gärningsperson?", words=("situation", "brottsutsatt", "gärningsperson")),
            Field("underlag", "Vad bygger det på?"),
        ),
        ("gäller_problem", "perspektiv", "orsak", "underlag"),
    ),
    Kind(
        "löfte", "Ett nytt löfte", "löften", "L", "medborgarlöfte", Pledge,
        (
            Field("lydelse", "Vad lovar ni invånarna? En mening som går att räkna efteråt", needed=True),
            _AREA,
            Field("gäller_åtgärder", "Vilka åtgärder bygger löftet på?", refers_to=("åtgärder",)),
            _PLACE,
            Field("återkoppling.till", "Vilka får veta hur det gick? Till exempel invånare"),
            Field("återkoppling.när.senast", "Senast vilken dag?"),
            Field("återkoppling.kanal", "Var, eller på vilket sätt?"),
        ),
        ("lydelse", "gäller_fokusområden", "gäller_åtgärder", "plats", "åtaganden", "återkoppling"),
    ),
)  # fmt: skip


def kind_named(word: str) -> Kind | None:
    """The kind that a word on the command line means; ``atgard`` is åtgärd."""
    return next((kind for kind in KINDS if fold(word) == fold(kind.name)), None)
