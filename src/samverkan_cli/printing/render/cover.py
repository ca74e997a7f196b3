"""What stands first in a PDF or Word file, in its header and in its properties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samverkan_cli.printing.render.package import Package, Page

_REGISTRATION = ("diarienummer", "dnr")


@dataclass(frozen=True)
class Cover:
    """``over`` is the package's title, when a single document of it is printed and has its own."""

    title: str
    over: str
    authors: str
    registration: str

    @property
    def whole_title(self) -> str:
        return " – ".join(filter(None, (self.title, self.over)))


def cover(package: Package, pages: Sequence[Page]) -> Cover:
    alone = pages[0].title if len(pages) == 1 else ""
    numbers = [fact.value for fact in package.facts if fact.label.lower().startswith(_REGISTRATION)]
    return Cover(
        title=alone or package.title.strip() or package.id,
        over=package.title if alone and alone != package.title else "",
        authors=package.authors or ", ".join(package.parties),
        registration=", ".join(dict.fromkeys(numbers)),
    )
