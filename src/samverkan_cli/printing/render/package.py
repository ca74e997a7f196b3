"""What is printed, before any format: pages of Markdown with their figures."""

import datetime
from dataclasses import dataclass

from samverkan_cli.printing.figures.figure import Figure


@dataclass(frozen=True)
class Page:
    """One printed document. ``markdown`` starts with its only first-level heading; ``slug`` is the file name without ending.

    Links between pages are written ``slug.md`` or ``slug.md#anchor``; each format makes of them what it can. Pictures are written
    ``figurer/`` and the figure's name with the caption as title. ``beside`` are files outside the package that links may lead to.
    """

    slug: str
    number: str
    title: str
    kind: str
    markdown: str
    figures: tuple[Figure, ...] = ()
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Logo:
    """A party's logo. ``kind`` is ``svg``, ``png`` or ``jpeg``. ``too_large`` says why it has to be made smaller, for those who cannot do it."""

    name: str
    alternative: str
    kind: str
    data: bytes
    too_large: str = ""


@dataclass(frozen=True)
class Fact:
    """A line on the cover: what it is, and what it says."""

    label: str
    value: str


@dataclass(frozen=True)
class Source:
    """A source file, for attaching: its path from the agreement's folder, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Package:
    """A whole document package. ``pages`` stand in order: index, agreement, appendices, checklist. Of a document that stands ``alone`` the
    first page is the document itself, and there is no cover.

    ``marks`` are printed on every page: that the content is made up, that it is a draft, that it is the internal or the public version.
    ``dated`` is the day that all had signed, and of a draft the day that it was made for: what is signed is the same whenever it is printed.
    ``is_indexed`` says that search engines may find it: it is the public version of what all have signed.
    """

    id: str
    title: str
    parties: tuple[str, ...]
    facts: tuple[Fact, ...]
    logos: tuple[Logo, ...]
    marks: tuple[str, ...]
    pages: tuple[Page, ...]
    sources: tuple[Source, ...]
    dated: datetime.date
    authors: str = ""
    alone: bool = False
    is_indexed: bool = False
    is_draft: bool = False
