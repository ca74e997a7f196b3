"""A drawn figure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """An SVG picture. ``name`` is its file name without folder; ``alternative`` says what it shows, for those who do not see it.

    The data of a figure always stands in a table beside it, so the alternative text is short.
    """

    name: str
    caption: str
    alternative: str
    svg: str
    width: int
    height: int
