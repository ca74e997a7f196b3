"""What a key may hold, read from the annotation of its field."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from samverkan_cli.models import scalars


class Kind(StrEnum):
    """What a key holds, or each item of its list."""

    LINE = "line"
    TEXT = "text"
    ID = "id"
    REFERENCE = "reference"
    DATE = "date"
    DAY = "day"
    START = "start"
    END = "end"
    NUMBER = "number"
    INTEGER = "integer"
    COUNT = "count"
    YEAR = "year"
    STEP = "step"
    YES_NO = "yes_no"
    CHOICE = "choice"
    EVERY = "every"
    DURATION = "duration"
    MUNICIPALITY_CODE = "municipality_code"
    WEB_ADDRESS = "web_address"
    VERSION = "version"
    TABLE = "table"
    NODE = "node"


NUMBERS = frozenset({Kind.NUMBER, Kind.INTEGER, Kind.COUNT, Kind.YEAR, Kind.STEP, Kind.VERSION})
"""The kinds that are written as a number."""

_SCALARS: dict[Any, Kind] = {
    scalars.Line: Kind.LINE,
    scalars.Text: Kind.TEXT,
    scalars.Id: Kind.ID,
    scalars.Date: Kind.DATE,
    scalars.Day: Kind.DAY,
    scalars.Start: Kind.START,
    scalars.End: Kind.END,
    scalars.Number: Kind.NUMBER,
    scalars.Integer: Kind.INTEGER,
    scalars.Count: Kind.COUNT,
    scalars.Year: Kind.YEAR,
    scalars.Step: Kind.STEP,
    scalars.YesNo: Kind.YES_NO,
    scalars.Every: Kind.EVERY,
    scalars.Duration: Kind.DURATION,
    scalars.MunicipalityCode: Kind.MUNICIPALITY_CODE,
    scalars.WebAddress: Kind.WEB_ADDRESS,
    scalars.Version: Kind.VERSION,
}
CLOSED = {Kind.YES_NO: ("ja", "nej"), Kind.STEP: ("1", "2", "3", "4", "5"), Kind.VERSION: ("1",)}
"""The words of the kinds that have few values."""


def kind_of(annotation: Any) -> tuple[Kind, Any]:
    """The kind inside an annotation such as ``When | None`` or ``Many[Action]``, with the model, the words or the type of a table's values."""
    for part in _parts(annotation):
        scalar = _SCALARS.get(part)
        if scalar is not None:
            return scalar, None
        if get_origin(part) is Literal:
            return Kind.CHOICE, tuple(str(word) for word in get_args(part))
        if get_origin(part) is dict:
            return Kind.TABLE, get_args(part)[1]
        if isinstance(part, type) and issubclass(part, BaseModel):
            return Kind.NODE, part
    raise TypeError(f"no key can hold {annotation}")


def _parts(annotation: Any) -> Iterator[Any]:
    """The annotation and all it is made of, from the outside in."""
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)
