"""Blocks as paragraphs, tables and pictures at the end of a Word document. Every text of the package is put in as text, never as a field."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from samverkan_cli.printing.render import raster
from samverkan_cli.printing.render.blocks import (
    Admonition,
    Blank,
    Block,
    Code,
    Heading,
    Listing,
    NewPage,
    Paragraph,
    Picture,
    Span,
    Table,
    local,
    outside,
    plain,
)
from samverkan_cli.printing.render.columns import column_shares
from samverkan_cli.printing.render.package import Package, Page
from samverkan_cli.printing.render.word_base import HYPERLINK, TEXT_WIDTH, W, add
from samverkan_cli.text.sanitize import several_lines

if TYPE_CHECKING:
    from docx.document import Document

_MILLIMETRE = 36000  # in the units of pictures
_WIDEST = 160 * _MILLIMETRE
_HIGHEST = 205 * _MILLIMETRE
_LOGO_HEIGHT = 16 * _MILLIMETRE
_LOGO_WIDEST = 60 * _MILLIMETRE
_LONG_CELL = 600  # characters; a row with a longer cell may break over two pages


class WordText:
    """Writes pages into a document, one after the other."""

    def __init__(self, document: Document, package: Package, labels: Mapping[str, str]) -> None:
        self.document = document
        self.labels = labels
        self.logos = {logo.name: logo for logo in package.logos}
        self.page: Page | None = None
        self.new_page = False
        self.bookmarks = 0
        self.pictures = 0
        self._style_ids: dict[str, str | None] = {}

    def write(self, page: Page, blocks: Iterable[Block]) -> None:
        self.page = page
        self._blocks(blocks)

    def picture(self, paragraph: Any, data: bytes, kind: str, alternative: str, *, logo: bool, width: int = 0) -> bool:
        """A picture in a paragraph, ``width`` in pixels of the screen if it is known. False if it is broken or cannot be drawn here."""
        room = (_LOGO_WIDEST // _MILLIMETRE, _LOGO_HEIGHT // _MILLIMETRE) if logo else None
        drawn = raster.drawn_png(data, kind, room) if raster.can_draw() else None if kind == "svg" else data
        if drawn is None:
            return False
        try:
            shape = paragraph.add_run().add_picture(io.BytesIO(drawn))
        except Exception:  # what python-docx raises for a broken picture is of many kinds
            return False
        widest, highest = (_LOGO_WIDEST, _LOGO_HEIGHT) if logo else (min(_WIDEST, width * 9525) if width else _WIDEST, _HIGHEST)
        scale = min(widest / shape.width, highest / shape.height)
        shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
        self.pictures += 1
        about = shape._inline.docPr
        about.set("id", str(self.pictures))
        about.set("name", f"Bild {self.pictures}")
        about.set("descr", several_lines(alternative))
        return True

    def _blocks(self, blocks: Iterable[Block], style: str | None = None, depth: int = 0) -> None:
        for block in blocks:
            match block:
                case Heading():
                    self._heading(block)
                case Paragraph():
                    self._spans(self._paragraph(style), block.spans)
                case Listing():
                    self._listing(block, depth)
                case Table():
                    self._table(block)
                case Admonition():
                    self._blocks(block.blocks, "Ruta", depth)
                case Picture():
                    self._figure(block)
                case Code():
                    self._paragraph("Kod").add_run(block.text)
                case NewPage():
                    self.new_page = True
                case Blank():
                    self._paragraph("Skrivrad").add_run(f"{block.label}: \t")

    def _set_style(self, target: Any, name: str) -> None:
        """The style of a paragraph or run. python-docx reads all styles to find its id, so that is done once: every cell of a table has one."""
        if name in self._style_ids:
            target._element.style = self._style_ids[name]
        else:
            target.style = name
            self._style_ids[name] = target._element.style

    def _paragraph(self, style: str | None = None) -> Any:
        made = self.document.add_paragraph()
        if style is not None:
            self._set_style(made, style)
        if self.new_page:
            made.paragraph_format.page_break_before = True
            self.new_page = False
        return made

    def _heading(self, heading: Heading) -> None:
        self.new_page = self.new_page or heading.level == 1
        made = self._paragraph(f"Heading {heading.level}")
        add(made._p, "bookmarkStart", id=self.bookmarks, name=heading.label)
        self._spans(made, heading.spans)
        add(made._p, "bookmarkEnd", id=self.bookmarks)
        self.bookmarks += 1

    def _listing(self, listing: Listing, depth: int) -> None:
        numbering = self.document.part.numbering_part.element
        number = numbering.add_num(0 if listing.start is None else 1)
        if listing.start is not None:
            number.add_lvlOverride(ilvl=depth).add_startOverride(listing.start)
        style = "List Bullet" if listing.start is None else "List Number"
        for item in listing.items:
            for position, block in enumerate(item):
                if isinstance(block, Paragraph):
                    made = self._paragraph(style if position == 0 else "List Continue")
                    if position == 0:
                        numbered = made._p.get_or_add_pPr().get_or_add_numPr()
                        numbered.get_or_add_ilvl().val = min(depth, 8)
                        numbered.get_or_add_numId().val = number.numId
                    else:
                        made.paragraph_format.left_indent = 397 * (depth + 1) * 635
                    self._spans(made, block.spans)
                else:
                    self._blocks([block], None, depth + 1)

    def _table(self, table: Table) -> None:
        texts = [[plain(cell) for cell in row] for row in table.rows]
        shares = column_shares([plain(cell) for cell in table.header], texts)
        widths = [TEXT_WIDTH * share // 1000 for share in shares]
        if self.new_page:
            self._paragraph()
        made = self.document.add_table(rows=1 + len(table.rows), cols=len(table.header), style="Samverkan")
        made.autofit = False
        for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.set(f"{W}w", str(width))
        for position, (row, cells) in enumerate(zip(made.rows, [table.header, *table.rows], strict=True)):
            properties = row._tr.get_or_add_trPr()
            signed = position > 0 and table.signed is not None and not cells[table.signed]
            if position == 0 or all(len(text) <= _LONG_CELL for text in texts[position - 1]):
                add(properties, "cantSplit")
            if signed:
                add(properties, "trHeight", val=900, hRule="atLeast")
            if position == 0:
                add(properties, "tblHeader")
            for cell, spans, width, alignment in zip(row.cells, cells, widths, table.alignments, strict=True):
                cell.width = width * 635
                paragraph = cell.paragraphs[0]
                self._set_style(paragraph, "Tabelltext" if position else "Tabellhuvud")
                if alignment in ("center", "right"):
                    add(paragraph._p.get_or_add_pPr(), "jc", val=alignment)
                self._spans(paragraph, spans)
        self.document.add_paragraph(style="Efter tabell")

    def _figure(self, picture: Picture) -> None:
        assert self.page is not None
        figure = next((figure for figure in self.page.figures if figure.name == picture.name), None)
        logo = self.logos.get(picture.name)
        made = self._paragraph("Figur" if figure else None)
        if figure is not None:
            alternative = picture.alternative or figure.alternative
            caption = several_lines(picture.caption or figure.caption)
            if not self.picture(made, several_lines(figure.svg).encode(), "svg", alternative, logo=False, width=figure.width):
                made.add_run(several_lines(alternative))
            if caption:
                self._paragraph("Caption").add_run(caption)
        elif logo is None or not self.picture(made, logo.data, logo.kind, picture.alternative or logo.alternative, logo=True):
            made.add_run(picture.alternative or (logo.alternative if logo else ""))

    def _spans(self, paragraph: Any, spans: Sequence[Span]) -> None:
        for link, group in groupby(spans, key=lambda span: span.link):
            holder = paragraph._p
            if self.page is not None and (label := self.labels.get(local(link, self.page))):
                holder = add(paragraph._p, "hyperlink", anchor=label, history=1)
            elif outside(link):
                relation = self.document.part.relate_to(
                    quote(several_lines(link), safe="%/:=&?~#+!$,;'@()*[]"), HYPERLINK, is_external=True
                )
                holder = add(paragraph._p, "hyperlink", history=1)
                holder.set(f"{{{HYPERLINK.rpartition('/')[0]}}}id", relation)
            for span in group:
                run = paragraph.add_run(span.text)
                run.bold = span.strong or None
                run.italic = span.emphasis or None
                if holder is not paragraph._p:
                    self._set_style(run, "Hyperlink")
                    holder.append(run._r)
                if span.code:
                    run.font.name = "Consolas"
