"""The single values: lines, texts, ids, dates, numbers, yes and no.

Each refuses in the words of whoever wrote the file; ``PydanticCustomError`` carries the sentence and, where there is one, the
spelling that was probably meant (``proposal``), which the loader applies in memory.
"""

import datetime
import re
from calendar import monthrange
from math import isfinite
from typing import Annotated, Any

from pydantic import AfterValidator, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from samverkan_cli.models.days import KnownDay, PartialDate, partial
from samverkan_cli.swedish import MONTHS, capital

# The patterns are read by three engines (Rust, Python, JavaScript): no \d, no \s, no lookaround, and \n* where a folded
# block leaves its line break. LINE and TEXT say what a file may hold, which is part of the format; what a reader is not shown,
# wherever it comes from, is decided in text/sanitize.
LINE = "^[^\\u0000-\\u001f\\u007f\\u0085\\u2028\\u2029]*\\n*$"
TEXT = "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"
ID = "^[A-Za-zÀ-ÖØ-öø-ɏ][A-Za-zÀ-ÖØ-öø-ɏ0-9._-]{0,39}$"
MUNICIPALITY_CODE = "^[0-9]{4}$"
DURATION = "^[1-9][0-9]{0,2} (dag|dagar|vecka|veckor|månad|månader|år)$"
EVERY = "^(dag|vecka|månad|kvartal|tertial|termin|halvår|år|[1-9][0-9]? (dagar|veckor|månader|kvartal|år))$"
DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
PARTIAL_DATE = "^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?$"
WEB_ADDRESS = (
    '^https?://[^\\u0000-\\u0020\\u007f-\\u00a0\\u2028\\u2029"<>`{|}/\\\\^][^\\u0000-\\u0020\\u007f-\\u00a0\\u2028\\u2029"<>`{|}\\\\^]*$'
)


def _stripped(text: str) -> str:
    """Without what stands around it. (Pydantic would read the signature of ``str.strip`` anew for every key, which takes a tenth of a run.)"""
    return text.strip()


Line = Annotated[str, StringConstraints(pattern=LINE), AfterValidator(_stripped)]
"""``rad``: one line, printed literally, everywhere."""

Text = Annotated[str, StringConstraints(pattern=TEXT), AfterValidator(_stripped)]
"""``text``: paragraphs, lists, emphasis and links in a small Markdown, nothing else."""

Id = Annotated[str, StringConstraints(pattern=ID)]
"""What others refer to: starts with a letter, at most 40 characters."""

MunicipalityCode = Annotated[str, StringConstraints(pattern=MUNICIPALITY_CODE)]
Duration = Annotated[str, StringConstraints(pattern=DURATION)]
Every = Annotated[str, StringConstraints(pattern=EVERY)]
WebAddress = Annotated[str, StringConstraints(pattern=WEB_ADDRESS)]
"""An address that a reader can go to. It is printed, never fetched."""

FROM_SIGNATURE = "underskrift"
UNTIL_FURTHER_NOTICE = "tills vidare"


def _wrong(kind: str, message: str, proposal: object = None, help: str = "") -> PydanticCustomError:
    # The sentence travels in the context: pydantic's template language would read the braces in it.
    return PydanticCustomError(kind, "{message}", {"message": message, "proposal": proposal, "help": help})


def _date(value: object) -> datetime.date:
    if isinstance(value, str):
        if re.fullmatch(DATE, value):
            year, month, day = (int(part) for part in value.split("-"))
            try:
                return datetime.date(year, month, day)
            except ValueError:
                help = _what_there_is(year, month)
                raise _wrong("samverkan_no_such_date", f"datumet {value} finns inte i almanackan", help=help) from None
        guess = _guess_date(value)
        raise _wrong(
            "samverkan_date",
            f"ett datum skrivs med år, månad och dag, till exempel 2019-03-31; här står {quoted(value)}",
            guess,
        )
    if isinstance(value, int) and not isinstance(value, bool):
        raise _wrong(
            "samverkan_date",
            f"ett datum skrivs med bindestreck, till exempel 2019-03-31; här står {value}",
            _guess_date(str(value)),
        )
    raise _wrong("samverkan_date", f"här ska det stå ett datum, till exempel 2019-03-31, men det står {quoted(value)}")


def _what_there_is(year: int, month: int) -> str:
    """How many days there are, for a day that is none of them."""
    if not (year and 1 <= month <= len(MONTHS)):
        return "Skriv det datum som menas: år, månad (01–12) och dag."
    return f"{capital(MONTHS[month - 1])} {year} har {monthrange(year, month)[1]} dagar. Skriv det datum som menas."


def _guess_date(text: str) -> str | None:
    """The date that was meant, if there is only one way to read what was written."""
    text = re.sub(r" ?[‐‑‒–—−] ?", "-", " ".join(text.lower().split()))
    if (match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", text)) or (match := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text)):
        year, month, day = (int(part) for part in match.groups())
    elif (match := re.fullmatch(r"(\d{1,2}) ([a-z]+) (\d{4})", text)) and match[2] in MONTHS:
        year, month, day = int(match[3]), MONTHS.index(match[2]) + 1, int(match[1])
    else:
        return None
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


_YEARS = range(1900, 2200)


def _known_day(value: object) -> KnownDay:
    """A date, or the month or the year that something happened in: ``2018-06``, ``2018``."""
    if isinstance(value, int | float) and not isinstance(value, bool) and value in _YEARS:
        return partial(int(value))
    if isinstance(value, str) and re.fullmatch(PARTIAL_DATE, value):
        year, _, month = value.partition("-")
        return partial(int(year), int(month) if month else None)
    if isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}", value) and int(value[:4]) in _YEARS:
        raise _wrong("samverkan_no_such_date", f"månaden i {value} finns inte i almanackan", help="Skriv månaden med två siffror, 01–12.")
    return _date(value)


def _start(value: object) -> KnownDay | str:
    return value if isinstance(value, str) and value == FROM_SIGNATURE else _known_day(value)


def _end(value: object) -> datetime.date | str:
    return value if isinstance(value, str) and value == UNTIL_FURTHER_NOTICE else _date(value)


def _number(value: object) -> int | float:
    if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
        return value
    if isinstance(value, str) and (match := re.fullmatch(r"(-?\d+),(\d+)", value.strip())):
        raise _wrong("samverkan_number", f"ett tal skrivs med punkt: {match[1]}.{match[2]}", float(f"{match[1]}.{match[2]}"))
    if isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?", value.strip()):
        raise _wrong("samverkan_number", f"ett tal skrivs utan citattecken: {value.strip()}", float(value))
    raise _wrong("samverkan_number", f"här ska det stå ett tal, men det står {quoted(value)}")


def _integer(value: object) -> int:
    number = _number(value)
    if isinstance(number, float) and not number.is_integer():
        raise _wrong("samverkan_number", f"här ska det stå ett heltal, men det står {number}")
    return int(number)


def _count(value: object) -> int:
    number = _integer(value)
    if number < 0:
        raise _wrong("samverkan_number", f"ett antal kan inte vara mindre än noll; här står {number}")
    return number


def _year(value: object) -> int:
    number = _integer(value)
    if number not in _YEARS:
        raise _wrong("samverkan_number", f"ett år skrivs med fyra siffror, men här står {number}")
    return number


def _step(value: object) -> int:
    number = _integer(value)
    if not 1 <= number <= 5:
        raise _wrong("samverkan_number", f"stegen är 1 till 5, men här står {number}")
    return number


def _yes_no(value: object) -> bool:
    if isinstance(value, str) and value in ("ja", "nej"):
        return value == "ja"
    proposal = None
    if isinstance(value, bool):
        proposal = "ja" if value else "nej"
    elif isinstance(value, str):
        folded = value.strip().lower()
        proposal = "ja" if folded in ("yes", "y", "j", "ja", "on", "sant") else None
        proposal = "nej" if folded in ("no", "n", "nej", "off", "falskt") else proposal
    raise _wrong("samverkan_yes_no", f"här skrivs ja eller nej; det står {quoted(value)}", proposal)


def _version(value: object) -> int:
    if isinstance(value, int | float) and not isinstance(value, bool) and value == 1:
        return 1
    raise _wrong("samverkan_version", f"filformatets version är 1, men här står {quoted(value)}", 1)


def quoted(value: object) -> str:
    """A value from a file in the words of whoever wrote it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "flera nycklar"
    if isinstance(value, list):
        return "en lista"
    text = " ".join(str(value).split())
    return f"”{text if len(text) <= 60 else text[:59] + '…'}”"


_DATE_SCHEMA: dict[str, Any] = {"type": "string", "format": "date", "pattern": DATE}

Date = Annotated[datetime.date, PlainValidator(_date), WithJsonSchema(_DATE_SCHEMA)]
"""An exact ISO date that exists."""

_KNOWN_DAY_SCHEMAS: list[dict[str, Any]] = [
    _DATE_SCHEMA,
    {"type": "string", "pattern": PARTIAL_DATE},
    {"type": "integer", "minimum": _YEARS.start, "maximum": _YEARS.stop - 1},
]

Day = Annotated[datetime.date | PartialDate, PlainValidator(_known_day), WithJsonSchema({"anyOf": _KNOWN_DAY_SCHEMAS})]
"""A day on which something has happened: an ISO date, or the month or the year when no more is known."""

Start = Annotated[
    datetime.date | PartialDate | str,
    PlainValidator(_start),
    WithJsonSchema({"anyOf": [*_KNOWN_DAY_SCHEMAS, {"const": FROM_SIGNATURE}]}),
]
"""A first day, or ``underskrift``: from the day the last party signs."""

End = Annotated[
    datetime.date | str,
    PlainValidator(_end),
    WithJsonSchema({"anyOf": [_DATE_SCHEMA, {"const": UNTIL_FURTHER_NOTICE}]}),
]
"""A date, or ``tills vidare``."""

Number = Annotated[int | float, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Integer = Annotated[int, PlainValidator(_integer), WithJsonSchema({"type": "integer"})]
Count = Annotated[int, PlainValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
Year = Annotated[int, PlainValidator(_year), WithJsonSchema({"type": "integer", "minimum": _YEARS.start, "maximum": _YEARS.stop - 1})]
Step = Annotated[int, PlainValidator(_step), WithJsonSchema({"type": "integer", "enum": [1, 2, 3, 4, 5]})]
"""The handbook's steps: 1 initiera · 2 egna förberedelser · 3 gemensamma förberedelser · 4 genomförande · 5 uppföljning."""

YesNo = Annotated[bool, PlainValidator(_yes_no), WithJsonSchema({"type": "string", "enum": ["ja", "nej"]})]
"""``ja`` or ``nej``: the only spelling of yes and no."""

Version = Annotated[int, PlainValidator(_version), WithJsonSchema({"const": 1})]

PATTERN_MESSAGES: dict[str, str] = {
    LINE: "här ryms bara en rad text, utan radbrytningar och styrtecken",
    TEXT: "texten innehåller ett styrtecken som inte syns",
    ID: "ett id börjar med en bokstav och har sedan bara bokstäver, siffror, punkt, bindestreck och understreck",
    MUNICIPALITY_CODE: 'en kommunkod är fyra siffror inom citattecken, till exempel "0126"',
    PARTIAL_DATE: "skriv ett datum, till exempel 2019-03-31, eller månaden 2019-03 eller året 2019",
    WEB_ADDRESS: "skriv hela webbadressen; den börjar med https:// och har inga mellanslag",
    DURATION: "en längd skrivs som ett tal och en enhet, till exempel 4 år eller 18 månader",
    EVERY: "skriv dag, vecka, månad, kvartal, tertial, termin, halvår, år eller ett antal, till exempel 2 veckor",
}
"""What to say when a string has the wrong form, by its pattern."""
