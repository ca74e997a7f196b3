"""SKY01 finds what the library ``personnummer`` takes for an identity number, and lets dates, file numbers and telephone numbers be."""

from random import Random

import pytest
from personnummer import personnummer

from samverkan_cli.text.identity_numbers import Kind, identity_numbers

RANDOM = Random(20190601)


def _check_digit(digits: str) -> int:
    total = sum(sum(divmod(int(digit) * (2 - index % 2), 10)) for index, digit in enumerate(digits))
    return -total % 10


def _number(coordination: bool, right: bool) -> tuple[str, str]:
    """Century with year, month and day; and the last four, with a check digit that is right or not."""
    year, month, day = RANDOM.randint(1920, 2015), RANDOM.randint(1, 12), RANDOM.randint(1, 28) + 60 * coordination
    date, serial = f"{year}{month:02}{day:02}", f"{RANDOM.randint(1, 999):03}"
    digit = _check_digit(date[2:] + serial)
    return date, f"{serial}{digit if right else (digit + RANDOM.randint(1, 9)) % 10}"


NUMBERS = [_number(index % 4 == 0, index % 2 == 0) for index in range(400)]


@pytest.mark.parametrize("form", ["{0}-{1}", "{0}{1}", "{2}-{1}", "{2}{1}", "{2}+{1}"])
def test_the_oracle_agrees(form: str) -> None:
    for date, last in NUMBERS:
        written = form.format(date, last, date[2:])
        found = list(identity_numbers(f"Ring {written} om detta."))
        assert bool(found) == personnummer.valid(written), written
        if found:
            one = found[0]
            assert (one.written, one.line, one.column) == (written, 1, 6)
            assert one.sure == (form != "{2}{1}")
            assert (one.kind is Kind.COORDINATION) == (int(date[6:]) > 60)


@pytest.mark.parametrize(
    "text",
    [
        "beslutat 2018-12-05, reviderat 20181205",
        "dnr KS-2018/0000, A000.000/2018, BRÅ 2019-0131, 2018/1234-5, KS2019.0123-4",
        "telefon 08-000 00 00, 070-123 45 67, 0701234567, +46701234567, 010-000 00 00",
        "organisationsnummer 212000-0142, 556000-4615, 202100-2312",
        "bankgiro 5050-1055, plusgiro 1 23 45-6, 4 000 000 kronor",
        "https://kommunen.example/20190101-1234567/191212121212345",
        "fakturanummer 191212121212-1, 00191212121212, 1912121212125",
        "990230-1239 har en dag som inte finns, 191313131212 en månad som inte finns",
    ],
)
def test_what_looks_alike_is_let_be(text: str) -> None:
    assert list(identity_numbers(text)) == []


@pytest.mark.parametrize(
    "text", ["(19121212-1212)", "pnr:19121212-1212.", "”191212121212”", "# 121212+1212", "x: 19121212-1212,", "a\n\n  19121212-1212"]
)
def test_signs_around_do_not_hide_it(text: str) -> None:
    assert [number.written[-4:] for number in identity_numbers(text)] == ["1212"]


@pytest.mark.parametrize("sign", "‐‑–—−")
def test_other_dashes_do_not_hide_it(sign: str) -> None:
    assert [number.written for number in identity_numbers(f"Ring 19121212{sign}1212 om detta.")] == [f"19121212{sign}1212"]


def test_a_space_does_not_hide_it() -> None:
    assert [number.written for number in identity_numbers("Ring 19121212 1212 om detta.")] == ["19121212 1212"]


@pytest.mark.parametrize(
    ("date", "exists"),
    [
        ("19960229", True),
        ("19970229", False),
        ("19000229", False),
        ("20000229", True),
        ("960229", True),
        ("970229", False),
        ("000229", True),
    ],
)
def test_a_day_that_does_not_exist_is_no_number(date: str, exists: bool) -> None:
    assert bool(list(identity_numbers(f"{date}-123{_check_digit(date[-6:] + '123')}"))) is exists
