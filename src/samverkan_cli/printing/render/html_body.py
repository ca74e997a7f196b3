"""The body of a page: Markdown's tokens made ready for markdown-it's own HTML writer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import islice
from urllib.parse import quote

from markdown_it.token import Token

from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.render.html_figure import figure_html
from samverkan_cli.printing.render.html_links import Links, Parsed, is_outside, plain, resolve
from samverkan_cli.printing.render.html_table import table_html
from samverkan_cli.printing.render.markdown import page_parser

_DOTS = re.compile(r"(.*?)\s*(…{4,})\s*", re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """A heading that the list of sections leads to."""

    href: str
    text: str


@dataclass(frozen=True)
class Body:
    """What stands on a page. ``lead`` is what comes before its first section, ``rest`` all after."""

    title: str
    title_html: str
    title_id: str
    lead: str
    rest: str
    headings: tuple[Heading, ...]


@dataclass
class _Work:
    """What is kept while one page is made. ``labels`` and ``figures`` are shared by everything that ends up in the same file."""

    here: Parsed
    links: Links
    lower: bool
    labels: set[str]
    figures: list[str]
    heading: str = ""
    ids: list[str] = field(default_factory=list)

    def label(self, kind: str) -> str:
        """A name for a region, that no other region has."""
        base = f"{kind}: {self.heading}"
        label, number = base, 1
        while label in self.labels:
            number += 1
            label = f"{base} ({number})"
        self.labels.add(label)
        return label


def body(here: Parsed, links: Links, marks: Sequence[str], *, lower: bool, labels: set[str], figures: list[str]) -> Body:
    """The page's HTML; ``lower`` puts every heading one level down. ``labels`` and ``figures`` are filled in, for the next page in the same file."""
    work = _Work(here, links, lower, labels, figures, heading=here.page.title, ids=list(here.ids))
    tokens = list(here.tokens)
    title, title_html, title_id = here.page.title, escape(here.page.title), ""
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        title, title_id = plain(tokens[1]), work.ids.pop(0)
        title_html = _inline(tokens[1], work)
        tokens = tokens[3:]
    # The shell prints the marks on every page: the line of them in the Markdown is not printed twice.
    if len(tokens) > 2 and tokens[1].type == "inline" and marks and plain(tokens[1]) == " · ".join(marks):
        tokens = tokens[3:]
    headings = tuple(
        Heading(quote(id), plain(tokens[index + 1]))
        for (index, token), id in zip(((i, t) for i, t in enumerate(tokens) if t.type == "heading_open"), work.ids, strict=True)
        if token.tag == "h2"
    )
    cut = next((index for index, token in enumerate(tokens) if token.tag == "h2" or token.type == "hr"), len(tokens))
    return Body(title, title_html, title_id, _html(tokens[:cut], work), _html(tokens[cut:], work), headings)


def _html(tokens: Sequence[Token], work: _Work) -> str:
    """Blocks to HTML. A rule across the page begins the signature page, which lasts to the second section after it."""
    out: list[str] = []
    blocks = _blocks(tokens)
    place = 0
    while place < len(blocks):
        if blocks[place][0].type != "hr":
            out.append(_block(blocks[place], work))
            place += 1
            continue
        later = range(place + 1, len(blocks))
        end = next(islice((one for one in later if _begins_section(blocks[one][0])), 1, None), len(blocks))
        out += ['<div class="underskriftssida">\n', *_signatures(blocks[place + 1 : end], work), "</div>\n"]
        place = end
    return "".join(out)


def _begins_section(token: Token) -> bool:
    return token.tag in ("h1", "h2") or token.type == "hr"


def _blocks(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens, one list a block at the top."""
    blocks: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if depth == 0:
            blocks.append([])
        blocks[-1].append(token)
        depth += token.nesting
    return blocks


def _signatures(blocks: Sequence[list[Token]], work: _Work) -> Iterable[str]:
    """Lines of dots become lines to write on; those of one party stay together."""
    together = False
    for index, block in enumerate(blocks):
        dotted = _dotted(block)
        if together and not dotted:
            yield "</div>\n"
            together = False
        if not together and not dotted and block[0].type == "paragraph_open" and index + 1 < len(blocks) and _dotted(blocks[index + 1]):
            yield '<div class="part">\n'
            together = True
        if dotted:
            yield f'<p class="ifylles"><span>{escape(dotted[0])}</span><span class="punkter" aria-hidden="true">{dotted[1]}</span></p>\n'
        else:
            yield _block(block, work)
    if together:
        yield "</div>\n"


def _dotted(block: Sequence[Token]) -> tuple[str, str] | None:
    """The label and the dots of a line to fill in."""
    found = _DOTS.fullmatch(plain(block[1])) if len(block) == 3 and block[0].type == "paragraph_open" else None
    return (found[1], found[2]) if found else None


def _block(tokens: Sequence[Token], work: _Work) -> str:
    out: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "table_open":
            end = next(place for place in range(index, len(tokens)) if tokens[place].type == "table_close")
            out.append(_raw(table_html(tokens[index + 1 : end], work.label("Tabell"), lambda cell: _inline(cell, work))))
            index = end
        elif token.type == "paragraph_open" and (picture := _picture(tokens[index + 1], work)):
            out.append(_raw(_figure(picture, work)))
            index += 2
        elif token.type == "heading_open":
            work.heading = plain(tokens[index + 1])
            tag = _lower(token.tag, work)
            out.append(Token("heading_open", tag, 1, attrs={"id": work.ids.pop(0), "class": f"n{token.tag[1]}"}, block=True))
            out += [_inline_token(tokens[index + 1], work), Token("heading_close", tag, -1, block=True)]
            index += 2
        elif token.type == "blockquote_open":
            out.append(_raw('<div class="saknas" role="note">\n'))
        elif token.type == "blockquote_close":
            out.append(_raw("</div>\n"))
        elif token.type == "inline":
            out.append(_inline_token(token, work))
        else:
            out.append(token)
        index += 1
    return _write(out)


def _lower(tag: str, work: _Work) -> str:
    return f"h{min(int(tag[1]) + 1, 6)}" if work.lower else tag


def _picture(inline: Token, work: _Work) -> Figure | None:
    """The figure that stands alone in a paragraph."""
    children = inline.children or []
    if len(children) != 1 or children[0].type != "image":
        return None
    name = str(children[0].attrGet("src") or "").removeprefix("figurer/")
    return next((figure for figure in work.here.page.figures if figure.name == name), None)


def _figure(figure: Figure, work: _Work) -> str:
    work.figures.append(figure.name)
    return figure_html(figure, work.label("Figur"), f"f{len(work.figures)}.")


def _inline(inline: Token, work: _Work) -> str:
    return _write([_inline_token(inline, work)]).strip()


def _inline_token(inline: Token, work: _Work) -> Token:
    """The token with its links made ready, and its pictures as their alternative text."""
    if all(child.type == "text" for child in inline.children or []):
        return inline
    children: list[Token] = []
    open_links: list[bool] = []
    for child in inline.children or []:
        token = child
        if child.type == "link_open":
            href = resolve(str(child.attrGet("href") or ""), work.here, work.links)
            open_links.append(href is not None)
            if href is None:
                continue
            token = child.copy(attrs={"href": href, "rel": "noopener noreferrer"} if is_outside(href) else {"href": href})
        elif child.type == "link_close" and not open_links.pop():
            continue
        elif child.type == "image":
            token = Token("text", "", 0, content=child.content)
        children.append(token)
    return Token("inline", "", 0, children=children, content=inline.content)


def _raw(html: str) -> Token:
    return Token("html_block", "", 0, content=html)


def _write(tokens: Sequence[Token]) -> str:
    parser = page_parser()
    return str(parser.renderer.render(tokens, parser.options, {}))
