"""SKY01."""

import datetime
import re
from collections.abc import Iterator

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level, Place
from samverkan_cli.text.lines import split_lines
from samverkan_cli.yaml.tree import TEXT

# Word processors turn the hyphen into other dashes, and some people write a space.
_NUMBER = re.compile(r"(?<![\d-])(?:(18|19|20)(\d{2})|(\d{2}))(\d{2})(\d{2})([-+‐‑–—− \xa0]?)(\d{3})(\d)(?![\d-])", re.ASCII)


@rule("SKY01", "personnummer", Level.ERROR, blocks_publication=True)
def no_identity_numbers(case: Case) -> Verdicts:
    """Inga personnummer eller samordningsnummer

    Filerna läses av många och ligger kvar i historiken. Uppgifter om enskilda hör aldrig hemma i en överenskommelse.

    Regeln läser all text, också kommentarer. Tio siffror utan bindestreck kan vara något annat och är en varning.

    Godkänns:

        titel: Samverkansöverenskommelse, beslut 2018-12-05, dnr KS-2018/0000

    Underkänns:

        # Ring 19121212-1212 om detta.  # <-
        titel: Samverkansöverenskommelse

    Underkänns:

        titel: Samverkansöverenskommelse
        syfte: Gäller 1212121212 och inget annat.  # <- varning

    Källa: Integritetsskyddsmyndigheten och SKR om publicering; dataskyddsförordningen, artikel 87
    """
    for member in case.dossier.members:
        for number, line, column, sure, coordination in find(member.document.text):
            what = "ett samordningsnummer" if coordination else "ett personnummer"
            yield Finding(
                f"här står {what}" if sure else f"här står tio siffror som kan vara {what}",
                Place(member.document.file, (TEXT, line, column, column + len(number))),
                "Ta bort det. Har filen redan sparats i historiken: be den som sköter förvaret att rensa den.",
                level=None if sure else Level.WARNING,
            )


def find(text: str) -> Iterator[tuple[str, int, int, bool, bool]]:
    """Every number in a text that has a date that exists and the right check digit: number, line, column, whether it is sure, whether it is a
    coordination number."""
    for line, row in enumerate(split_lines(text), 1):
        for match in _NUMBER.finditer(row):
            century, year, month, day = match[1], match[2] or match[3], int(match[4]), int(match[5])
            coordination = day > 60
            if not _is_date(century, int(year), month, day - 60 if coordination else day):
                continue
            if _check_digit(f"{year}{match[4]}{match[5]}{match[7]}") != int(match[8]):
                continue
            yield match[0], line, match.start() + 1, bool(match[6].strip() or century), coordination


def _is_date(century: str | None, year: int, month: int, day: int) -> bool:
    for start in (int(century),) if century else (19, 20):
        try:
            datetime.date(start * 100 + year, month, day)
        except ValueError:
            continue
        return True
    return False


def _check_digit(digits: str) -> int:
    total = 0
    for index, digit in enumerate(digits):
        product = int(digit) * (2 if index % 2 == 0 else 1)
        total += product // 10 + product % 10
    return (10 - total % 10) % 10
