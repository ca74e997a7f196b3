"""A table as part of an HTML page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from markdown_it.token import Token

from samverkan_cli.printing.render.html_links import plain

LONG = 15
"""The letters of a word that is always kept in one piece in a table."""

_ID = re.compile(r"[A-ZÅÄÖ]{0,3}\d+(\.\d+)*")


def table_html(tokens: Sequence[Token], label: str, write: Callable[[Token], str]) -> str:
    """A table in a region that scrolls, with header cells that say what they head."""
    rows: list[list[Token]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open", "inline"):
            rows[-1].append(token)
    head, *rest = rows
    texts = [[plain(cell) for cell in row[1::2]] for row in rest]
    first = [row[0].strip() for row in texts]
    columns = len(head) // 2
    facts = columns == 2
    unlabelled = not any(plain(cell).strip() for cell in head[1::2])
    by_row = bool(first) and all(first) and (unlabelled or all(map(_ID.fullmatch, first)) or (facts and len(set(first)) == len(first)))
    out = []
    if not unlabelled:
        out.append(f"<thead>\n{_row(head, write, heads=True, by_row=by_row)}</thead>\n")
    if rest:
        out.append("<tbody>\n" + "".join(_row(row, write, heads=False, by_row=by_row) for row in rest) + "</tbody>\n")
    kind = "fakta" if facts else "bred" if columns > 6 else "lagom" if columns > 3 else "liten"
    return f'<div class="rulla" role="region" tabindex="0" aria-label="{escape(label)}">\n<table class="{kind}">\n{"".join(out)}</table>\n</div>\n'


def _row(cells: Sequence[Token], write: Callable[[Token], str], *, heads: bool, by_row: bool) -> str:
    out = []
    for place, (opening, inline) in enumerate(zip(cells[::2], cells[1::2], strict=True)):
        content = write(inline)
        tag, scope = "td", ""
        if content.strip() and (heads or (by_row and place == 0)):
            tag, scope = "th", f' scope="{"col" if heads else "row"}"'
        align = re.search(r"text-align:(right|center)", str(opening.attrGet("style") or ""))
        classes = [{"right": "höger", "center": "mitten"}[align[1]]] if align else []
        # A column may be squeezed only where there is a word too long to keep whole on paper.
        if any(len(word) > LONG for word in plain(inline).split()):
            classes.append("lång")
        shown = f' class="{" ".join(classes)}"' if classes else ""
        out.append(f"<{tag}{scope}{shown}>{content}</{tag}>")
    return f"<tr>\n{chr(10).join(out)}\n</tr>\n"
