"""Where headings and links of the HTML package lie: ids that are unique, and links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote, unquote

from markdown_it.token import Token

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.markdown import page_parser, slugged
from samverkan_cli.printing.render.package import Page
from samverkan_cli.text.unique_names import FreeNames

RESERVED = ("huvudinnehåll", "dokumentlista", "dokumentrubrik")
"""Ids that the shell uses."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OUTSIDE = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)


@dataclass(frozen=True)
class Parsed:
    """A page's tokens, its own id, the id of each heading in order, and the ids that anchors lead to."""

    page: Page
    tokens: tuple[Token, ...]
    id: str
    ids: tuple[str, ...]
    anchors: dict[str, str]


def parse_pages(pages: Sequence[Page], single: bool) -> tuple[Parsed, ...]:
    """Every page parsed, with ids that are unique on the page, or in the whole file when it is a single one."""
    used = FreeNames(RESERVED, first=1)
    parsed = []
    own = {page.slug: _unique(page.slug, used) for page in pages} if single else {}
    for page in pages:
        if not single:
            used = FreeNames(RESERVED, first=1)
            own[page.slug] = _unique("dokument", used)
        tokens = tuple(page_parser().parse(page.markdown))
        ids: list[str] = []
        anchors: dict[str, str] = {}
        for before, token in pairwise(tokens):
            if before.type == "heading_open":
                anchor = slugged(plain(token))
                ids.append(_unique(f"{page.slug}.{anchor}" if single else anchor or "avsnitt", used))
                anchors.setdefault(anchor, ids[-1])
        parsed.append(Parsed(page, tokens, own[page.slug], tuple(ids), anchors))
    return tuple(parsed)


def _unique(wanted: str, used: FreeNames) -> str:
    """``wanted``, or with a number after it; without blanks, which an id cannot have."""
    return used.free(re.sub(r"\s+", "-", wanted))


def plain(inline: Token) -> str:
    """The text of an inline token without its marks."""
    return "".join("\n" if "break" in child.type else child.content for child in inline.children or [])


def is_outside(href: str) -> bool:
    """A link out of the package, of a kind that a document may have."""
    return bool(_OUTSIDE.match(href))


@dataclass(frozen=True)
class Links:
    """Where links may lead: the pages by the names that Markdown has for them. ``single`` says that they all lie in one file."""

    pages: Mapping[str, Parsed]
    single: bool


def links_to(pages: Sequence[Parsed], *, single: bool) -> Links:
    """The pages that links may lead to."""
    return Links({f"{page.page.slug}.md": page for page in pages}, single)


def resolve(href: str, here: Parsed, links: Links) -> str | None:
    """What a link in the Markdown becomes; ``None`` when it may not be a link at all. A link that leads nowhere is an error."""
    if is_outside(href):
        return href
    if _SCHEME.match(href):
        return None
    if unquote(href) in here.page.beside:
        return quote(unquote(href))
    name, _, anchor = unquote(href).partition("#")
    page = links.pages.get(name) if name else here
    if page is None or (anchor and anchor not in page.anchors):
        raise SamverkanError(
            f"sidan {here.page.slug} länkar till ”{unquote(href)}”, som inte finns i paketet", "Rätta länken i mallen som skriver den."
        )
    id = page.anchors[anchor] if anchor else page.id
    if links.single or page is here:
        return f"#{quote(id)}"
    return f"{quote(page.page.slug)}.html" + (f"#{quote(id)}" if anchor else "")
