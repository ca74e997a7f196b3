"""Where headings and links of the HTML package lie: ids that are unique, and links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote, unquote

from markdown_it.token import Token

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.markdown import page_parser, slugged
from samverkan_cli.printing.render.package import Page
from samverkan_cli.text.unique_names import free

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
    used = set(RESERVED)
    parsed = []
    own = {page.slug: unique(page.slug, used) for page in pages} if single else {}
    for page in pages:
        if not single:
            used = set(RESERVED)
            own[page.slug] = unique("dokument", used)
        tokens = tuple(page_parser().parse(page.markdown))
        ids: list[str] = []
        anchors: dict[str, str] = {}
        for before, token in pairwise(tokens):
            if before.type == "heading_open":
                anchor = slugged(plain(token))
                ids.append(unique(f"{page.slug}.{anchor}" if single else anchor or "avsnitt", used))
                anchors.setdefault(anchor, ids[-1])
        parsed.append(Parsed(page, tokens, own[page.slug], tuple(ids), anchors))
    return tuple(parsed)


def unique(wanted: str, used: set[str]) -> str:
    """``wanted``, or with a number after it; without blanks, which an id cannot have."""
    name = free(re.sub(r"\s+", "-", wanted), used, first=1)
    used.add(name)
    return name


def plain(inline: Token) -> str:
    """The text of an inline token without its marks."""
    return "".join("\n" if "break" in child.type else child.content for child in inline.children or [])


def is_outside(href: str) -> bool:
    """A link out of the package, of a kind that a document may have."""
    return bool(_OUTSIDE.match(href))


def resolve(href: str, here: Parsed, pages: Sequence[Parsed], single: bool) -> str | None:
    """What a link in the Markdown becomes; ``None`` when it may not be a link at all. A link that leads nowhere is an error."""
    if is_outside(href):
        return href
    if _SCHEME.match(href):
        return None
    if unquote(href) in here.page.beside:
        return quote(unquote(href))
    name, _, anchor = unquote(href).partition("#")
    page = here if not name else next((page for page in pages if f"{page.page.slug}.md" == name), None)
    if page is None or (anchor and anchor not in page.anchors):
        raise SamverkanError(
            f"sidan {here.page.slug} länkar till ”{unquote(href)}”, som inte finns i paketet", "Rätta länken i mallen som skriver den."
        )
    id = page.anchors[anchor] if anchor else page.id
    if single:
        return f"#{quote(id)}"
    if page is here:
        return f"#{quote(id)}"
    return f"{quote(page.page.slug)}.html" + (f"#{quote(id)}" if anchor else "")
