"""Whether something is said, at both sides of the boundary. What is recognised is read from Swedish agreements, not from the lists."""

import datetime

import pytest

from samverkan_cli.models.actors import Time
from samverkan_cli.models.when import When
from samverkan_cli.rules import _vocabulary as words
from samverkan_cli.rules._presence import Timing, has_time, in_words, is_said_how_often, is_said_when, says, timing, when_lacks
from samverkan_cli.text.vocabulary import Words


@pytest.mark.parametrize(
    "text", ["Två och två", "41 rån", "Ingen ska behöva vara rädd", "Inga fordon på torget", "saknas belysning", "nej till narkotika"]
)
def test_what_says_something(text: str) -> None:
    assert says(text)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "  ",
        "…",
        "-",
        "?",
        "Kompletteras",
        "kompletteras.",
        "Inte bestämt än.",
        "Ej  beslutat",
        "Vet inte än",
        "INGET",
        "(tas fram senare)",
    ],
)
def test_what_only_holds_the_place(text: str | None) -> None:
    assert not says(text)


@pytest.mark.parametrize(
    "text",
    [
        "vid varje rådsmöte", "höstterminen 2019", "efter varje pass", "vardagar 15–20", "i mars och oktober varje år", "första måndagen i varje kvartal",
        "löpande, och i en rapport varje kvartal", "när ljuset är lagat", "i samband med skolstarten", "sommaren", "klockan 15", "dagtid",
        "varje vecka vid behov",
    ],
)  # fmt: skip
def test_words_that_say_when(text: str) -> None:
    assert timing(When.model_construct(details=text)) is Timing.SAID


@pytest.mark.parametrize(
    "text",
    [
        "löpande",
        "Löpande under året",
        "vid behov",
        "löpande och vid behov",
        "kontinuerligt",
        "snarast",
        "så snart som möjligt",
        "regelbundet",
        "fortlöpande under perioden",
        "löpande eller när behov uppstår",
    ],
)
def test_words_that_say_nothing_of_when(text: str) -> None:
    assert timing(When.model_construct(details=text)) is Timing.VAGUE


def test_numbers_that_say_when() -> None:
    day = datetime.date(2027, 1, 1)
    assert (
        timing(When.model_construct(latest=day))
        is timing(When.model_construct(at_least=1))
        is timing(When(per="år"))
        is timing(When.model_construct(start=day))
        is Timing.SAID
    )
    assert (
        timing(When.model_construct(at_least=0, per="år"))
        is timing(When.model_construct())
        is timing(None)
        is timing(When.model_construct(details="…"))
        is Timing.NOTHING
    )


@pytest.mark.parametrize(
    "text",
    [
        "varje kvartal",
        "kvartalsvis",
        "i mars och oktober varje år",
        "två gånger per år",
        "årligen",
        "vid varje möte",
        "en gång om året",
        "vartannat år",
        "på mötena",
    ],
)
def test_words_that_say_how_often(text: str) -> None:
    assert is_said_how_often(When.model_construct(details=text))


@pytest.mark.parametrize("text", ["löpande", "hösten 2027", "när arbetet är klart", "någon gång"])
def test_words_that_do_not_say_how_often(text: str) -> None:
    assert not is_said_how_often(When.model_construct(details=text))


def test_one_day_is_not_how_often() -> None:
    assert not is_said_how_often(When.model_construct(latest=datetime.date(2027, 6, 1)))
    assert is_said_how_often(When.model_construct(at_least=4, per="år"))
    assert not is_said_how_often(When.model_construct(at_least=0, per="år"))


def test_why_what_is_written_does_not_say_when() -> None:
    vague, empty = When.model_construct(details="löpande"), When.model_construct()
    assert when_lacks(vague) == "när (”löpande” säger inte när)"
    assert when_lacks(empty) == when_lacks(None) == "när"
    assert when_lacks(When.model_construct(at_least=1)) == ""
    assert is_said_when(When.model_construct(at_least=1)) and not is_said_when(vague)
    assert in_words(["vad", "när"], vague) == ["vad", "när (”löpande” säger inte när)"]


@pytest.mark.parametrize(
    ("time", "there"),
    [
        (None, False), (Time.model_construct(), False), (Time.model_construct(percent=0), False), (Time.model_construct(hours=0), False),
        (Time.model_construct(percent=1), True), (Time.model_construct(hours=0.5), True),
        (Time.model_construct(details="det som uppdraget kräver"), True), (Time.model_construct(details="ej beslutat"), False),
    ],
)  # fmt: skip
def test_time_is_more_than_nothing(time: Time | None, there: bool) -> None:
    assert has_time(time) is there


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (words.RESIDENTS, "invånarna"), (words.RESIDENTS, "Invånare i Ekhult"), (words.RESIDENTS, "medborgarna"), (words.RESIDENTS, "allmänheten"),
        (words.RESIDENTS, "boende kring stationen"), (words.RESIDENTS, "kommuninvånare"),
        (words.BOARD_CHAIR, "KSO"), (words.BOARD_CHAIR, "kommunstyrelseordförande"), (words.BOARD_CHAIR, "ordförande i kommunstyrelsen"),
        (words.BOARD_CHAIR, "Kommunstyrelsens ordförande"),
        (words.LOCAL_POLICE_CHIEF, "LPO-chef"), (words.LOCAL_POLICE_CHIEF, "chef för lokalpolisområde Ekhult"),
        (words.LOCAL_POLICE_CHIEF, "lokalpolisområdeschef"), (words.LOCAL_POLICE_CHIEF, "Lokalpolisområdets chef"),
        (words.GIRLS_AND_WOMEN, "tjejer"), (words.GIRLS_AND_WOMEN, "flickor i årskurs 8"), (words.BOYS_AND_MEN, "killar"), (words.BOYS_AND_MEN, "män"),
        (words.AGES, "barn"), (words.AGES, "unga"), (words.AGES, "vuxna"), (words.AGES, "äldre"), (words.AGES, "16–24 år"), (words.AGES, "femtonåringar"),
        (words.COUNCIL, "kommunfullmäktige"), (words.COUNCIL, "KF"), (words.BOARDS, "samhällsnämnden"), (words.BOARDS, "kommunstyrelsen"),
        (words.REPORTED_CRIME, "anmälda brott"), (words.REPORTED_CRIME, "brottsanmälningar"), (words.REPORTED_CRIME, "polisens anmälningsstatistik"),
        (words.SURVEYS, "drogvaneundersökning"), (words.SURVEYS, "elevenkät"), (words.DIALOGUES, "trygghetsvandringar"), (words.REPORTS, "incidentrapporter"),
    ],
)  # fmt: skip
def test_recognised(known: Words, text: str) -> None:
    assert known.found_in(text)


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (words.LOCAL_POLICE_CHIEF, "biträdande lokalpolisområdeschef"), (words.LOCAL_POLICE_CHIEF, "bitr. lokalpolisområdeschef"),
        (words.LOCAL_POLICE_CHIEF, "polisområdeschef"), (words.LOCAL_POLICE_CHIEF, "kommunpolis"),
        (words.BOARD_CHAIR, "kommunstyrelsens arbetsutskott"), (words.BOARD_CHAIR, "ordförande i kommunstyrelsens arbetsutskott"),
        (words.BOARD_CHAIR, "vice ordförande i kommunstyrelsen"), (words.BOARD_CHAIR, "kommundirektör"),
        (words.RESIDENTS, "styrgruppen"), (words.RESIDENTS, "medborgarkontoret"), (words.BOYS_AND_MEN, "manualen"), (words.BOYS_AND_MEN, "människor"),
        (words.AGES, "åretrunt"), (words.COUNCIL, "kfi"), (words.BOARDS, "nämndeman"), (words.GIRLS_AND_WOMEN, ""),
    ],
)  # fmt: skip
def test_not_recognised(known: Words, text: str) -> None:
    assert not known.found_in(text)
