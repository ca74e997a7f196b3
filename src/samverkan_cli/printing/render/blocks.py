"""A page's Markdown as blocks and spans: what PDF and Word are written from, so that they hold the same text in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from samverkan_cli.printing.render.markdown import page_parser, slugged
from samverkan_cli.printing.render.package import Page
from samverkan_cli.text.sanitize import several_lines

_OUTSIDE = ("https://", "http://", "mailto:")


@dataclass(frozen=True)
class Span:
    """Text that looks the same from end to end. A line break within a paragraph is the text ``\\n``."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Heading:
    """``label`` is unique in the package and made of letters and digits; ``anchor`` is what links in Markdown call it."""

    level: int
    label: str
    anchor: str
    spans: Spans


@dataclass(frozen=True)
class Paragraph:
    spans: Spans


@dataclass(frozen=True)
class Listing:
    """A list; ``start`` is the first number, or None for bullets."""

    start: int | None
    tight: bool
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True)
class Table:
    """``alignments`` holds ``left``, ``center``, ``right`` or nothing for each column."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    alignments: tuple[str, ...]

    @property
    def signed(self) -> int | None:
        """The column where someone is to write by hand, if there is one."""
        names = (plain(cell).lower() for cell in self.header)
        return next((column for column, name in enumerate(names) if re.search("underskrift|namnteckning", name)), None)


@dataclass(frozen=True)
class Admonition:
    """A box that says that something is missing."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Picture:
    """A picture on a line of its own. ``name`` is its file name without folder."""

    name: str
    alternative: str
    caption: str


@dataclass(frozen=True)
class Code:
    text: str


@dataclass(frozen=True)
class NewPage:
    """What comes after stands on a page of its own, for signatures."""


@dataclass(frozen=True)
class Blank:
    """A line to write on by hand, and what to write there. In Markdown dots, after a ``NewPage``."""

    label: str


Block = Heading | Paragraph | Listing | Table | Admonition | Picture | Code | NewPage | Blank


def plain(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans)


def outside(link: str) -> bool:
    """Whether a link leads out of the package."""
    return link.lower().startswith(_OUTSIDE)


def read_blocks(page: Page, position: int) -> tuple[Block, ...]:
    """The page's blocks. ``position`` is the page's place in what is printed; it makes the labels unique."""
    tree = SyntaxTreeNode(page_parser().parse(page.markdown))
    headings: list[Heading] = []
    blocks: list[Block] = []
    for block in _blocks(tree):
        if isinstance(block, Heading):
            blocks.append(_placed(block, position, headings))
        elif isinstance(block, Paragraph) and NewPage() in blocks:
            blocks.append(_blank(block) or block)
        else:
            blocks.append(block)
    return tuple(blocks)


def targets(pages: Sequence[Page], read: Sequence[tuple[Block, ...]]) -> dict[str, str]:
    """Where links between pages lead: ``slug.md`` and ``slug.md#anchor`` to the label of a heading."""
    found: dict[str, str] = {}
    for page, blocks in zip(pages, read, strict=True):
        for block in blocks:
            if isinstance(block, Heading):
                found.setdefault(f"{page.slug}.md", block.label)
                found.setdefault(f"{page.slug}.md#{block.anchor}", block.label)
    return found


def local(link: str, page: Page) -> str:
    """A link within the page, written as one between pages."""
    written = unquote(link)
    return f"{page.slug}.md{written}" if written.startswith("#") else written


def _placed(heading: Heading, position: int, headings: list[Heading]) -> Heading:
    """The heading with its label; one that would skip a level is lifted (a PDF for everyone may not skip any)."""
    level = min(heading.level, headings[-1].level + 1 if headings else 1)
    same = sum(1 for other in headings if other.anchor == heading.anchor or other.anchor.startswith(f"{heading.anchor}-"))
    taken = any(other.anchor == heading.anchor for other in headings)
    placed = replace(
        heading,
        level=level,
        label=f"d{position}h{len(headings)}",
        anchor=f"{heading.anchor}-{same}" if taken else heading.anchor,
    )
    headings.append(placed)
    return placed


def _blank(paragraph: Paragraph) -> Blank | None:
    found = re.fullmatch(r"([^…]+?):?\s*…{6,}", plain(paragraph.spans))
    return Blank(found[1]) if found else None


def _blocks(node: SyntaxTreeNode) -> Iterator[Block]:
    for child in node.children:
        match child.type:
            case "heading":
                spans = _inline(child)
                yield Heading(int(child.tag[1:]), "", slugged(plain(spans)), spans)
            case "paragraph":
                yield _picture(child) or Paragraph(_inline(child))
            case "bullet_list" | "ordered_list":
                items = tuple(tuple(_blocks(item)) for item in child.children)
                paragraphs = [part for item in child.children for part in item.children if part.type == "paragraph"]
                start = int(child.attrGet("start") or 1) if child.type == "ordered_list" else None
                yield Listing(start, all(part.hidden for part in paragraphs), items)
            case "table":
                yield _table(child)
            case "blockquote":
                yield Admonition(tuple(_blocks(child)))
            case "hr":
                yield NewPage()
            case "fence" | "code_block":
                yield Code(several_lines(child.content.rstrip("\n")))
            case _:
                yield from _blocks(child)


def _picture(paragraph: SyntaxTreeNode) -> Picture | None:
    children = [child for child in paragraph.children[0].children if child.type != "text" or child.content.strip()]
    if len(children) != 1 or children[0].type != "image":
        return None
    image = children[0]
    name = PurePosixPath(unquote(str(image.attrGet("src") or ""))).name
    return Picture(name, several_lines(image.content), several_lines(str(image.attrGet("title") or "")))


def _table(node: SyntaxTreeNode) -> Table:
    rows = [list(row.children) for part in node.children for row in part.children]
    styles = [str(cell.attrGet("style") or "") for cell in rows[0]]
    cells = [tuple(_inline(cell) for cell in row) for row in rows]
    return Table(cells[0], tuple(cells[1:]), tuple(style.partition(":")[2] for style in styles))


def _inline(node: SyntaxTreeNode) -> Spans:
    tokens: Sequence[Token] = [token for child in node.children for token in (child.token.children if child.token else None) or ()]
    spans: list[Span] = []
    look = Span("")
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                look = replace(look, strong=token.nesting == 1)
            case "em_open" | "em_close":
                look = replace(look, emphasis=token.nesting == 1)
            case "link_open":
                look = replace(look, link=str(token.attrGet("href") or ""))
            case "link_close":
                look = replace(look, link="")
            case "softbreak":
                _add(spans, replace(look, text=" "))
            case "hardbreak":
                _add(spans, replace(look, text="\n"))
            case "code_inline":
                _add(spans, replace(look, text=several_lines(token.content), code=True))
            case _:
                _add(spans, replace(look, text=several_lines(token.content)))
    return tuple(spans)


def _add(spans: list[Span], span: Span) -> None:
    if spans and _look(spans[-1]) == _look(span):
        spans[-1] = replace(span, text=spans[-1].text + span.text)
    elif span.text:
        spans.append(span)


def _look(span: Span) -> tuple[bool, bool, str, bool]:
    return span.strong, span.emphasis, span.link, span.code
