"""The two kinds of text, and the Markdown that they are put into.

A ``rad`` is escaped so that it comes out as it was written. A ``text`` is parsed by itself with a small Markdown (paragraphs, lists,
emphasis, links) and written again in canonical form, so that nothing in it can reach outside its field.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from samverkan_cli.text.sanitize import several_lines

_ALWAYS = re.compile(r"([\\`*_\[\]<&|~])")
_LINE_START = re.compile(r"^(\s*)([#>+=-])")
_LINE_START_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")
_SCHEMES = ("https://", "http://", "mailto:")


def escape_line(text: str) -> str:
    """A ``rad`` as Markdown that comes out as exactly that text, also first on a line and in a table cell."""
    flat = re.sub(r"[ \t\n]+", " ", several_lines(text)).strip(" ")
    escaped = _ALWAYS.sub(r"\\\1", flat)
    escaped = _LINE_START.sub(r"\1\\\2", escaped)
    return _LINE_START_NUMBER.sub(r"\1\\\2", escaped)


@cache
def page_parser() -> MarkdownIt:
    """The parser for whole pages: CommonMark with tables, without HTML."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.validateLink = lambda url: url is not None  # type: ignore[method-assign]
    # Addresses in a ``text`` have been normalised by its own parser; file names keep their å, ä and ö.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


@cache
def text_parser() -> MarkdownIt:
    """The parser for a ``text`` field: paragraphs, lists, emphasis and links, nothing else."""
    parser = MarkdownIt("zero", {"html": False}).enable(
        ["list", "emphasis", "link", "escape", "newline", "balance_pairs", "fragments_join"]
    )
    parser.validateLink = lambda url: url.lower().startswith(_SCHEMES)  # type: ignore[method-assign]
    return parser


def canonical_text(text: str) -> str:
    """A ``text`` as canonical Markdown blocks. What does not come out the same when it is read again loses its emphasis and links."""
    tokens = text_parser().parse(several_lines(text))
    written = _blocks(tokens, plain=False)
    if shape(page_parser().parse(written)) == shape(tokens):
        return written
    return _blocks(tokens, plain=True)


def canonical_cell(text: str) -> str:
    """A ``text`` on one line: paragraphs after each other, list items with a semicolon between."""
    parts: list[str] = []
    for token in page_parser().parse(canonical_text(text)):
        if token.type == "inline":
            parts.append(_inline(token.children or [], plain=False))
        elif token.type == "list_item_open" and parts:
            parts[-1] = parts[-1].rstrip(".;") + ";"
    return " ".join(parts)


def shape(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """What a reader sees of parsed Markdown: the blocks and their text, for comparing two parses."""
    seen: list[tuple[str, str]] = []
    for token in tokens:
        if token.type == "inline":
            seen += _inline_shape(token.children or [])
        elif not token.hidden or token.type.startswith("paragraph"):
            seen.append((token.type, ""))
    return seen


def _inline_shape(children: Sequence[Token]) -> list[tuple[str, str]]:
    seen: list[tuple[str, str]] = []
    for child in children:
        if child.type in ("text", "text_special", "softbreak", "hardbreak"):
            content = child.content if child.type.startswith("text") else "\n"
            if seen and seen[-1][0] == "text":
                seen[-1] = ("text", seen[-1][1] + content)
            else:
                seen.append(("text", content))
        else:
            seen.append((child.type, str(child.attrGet("href") or "")))
    return [(kind, re.sub(r"\s+", " ", text)) for kind, text in seen if kind != "text" or text]


def _blocks(tokens: Sequence[Token], plain: bool) -> str:
    lines: list[str] = []
    marks: list[str] = []
    first = False
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            if not marks:
                _blank(lines)
            marks.append("- " if token.type == "bullet_list_open" else f"{token.attrGet('start') or 1}. ")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            marks.pop()
            if not marks:
                lines.append("")
        elif token.type == "list_item_open":
            first = True
        elif token.type == "list_item_close" and marks[-1] != "- ":
            marks[-1] = f"{int(marks[-1][:-2]) + 1}. "
        elif token.type == "inline":
            content = _inline(token.children or [], plain)
            indent = "".join(" " * len(mark) for mark in marks[:-1])
            if marks and first:
                lines.append(indent + marks[-1] + content)
                first = False
            elif marks:
                lines += ["", indent + " " * len(marks[-1]) + content]
            else:
                _blank(lines)
                lines += [content, ""]
    return "\n".join(lines).strip("\n")


def _blank(lines: list[str]) -> None:
    if lines and lines[-1]:
        lines.append("")


def _inline(children: Sequence[Token], plain: bool) -> str:
    out: list[str] = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            out.append(" ")
        elif child.type.startswith("text"):
            out.append(_ALWAYS.sub(r"\\\1", child.content))
        elif plain:
            continue
        elif child.type in ("strong_open", "strong_close"):
            out.append("**")
        elif child.type in ("em_open", "em_close"):
            out.append("*")
        elif child.type == "link_open":
            out.append("[")
        elif child.type == "link_close":
            out.append(f"](<{_href(children, child)}>)")
    text = _LINE_START.sub(r"\1\\\2", "".join(out))
    return _LINE_START_NUMBER.sub(r"\1\\\2", text)


def _href(children: Sequence[Token], close: Token) -> str:
    index = next(position for position, child in enumerate(children) if child is close)
    opening = next(child for child in reversed(children[:index]) if child.type == "link_open" and child.level == close.level)
    return str(opening.attrGet("href") or "").replace("<", "%3C").replace(">", "%3E")


def slugged(heading: str) -> str:
    """The anchor of a heading, as code hosts make it."""
    kept = re.sub(r"[^\w\- ]", "", re.sub(r"[ \t\r\n]+", " ", heading).lower())
    return kept.strip().replace(" ", "-")
