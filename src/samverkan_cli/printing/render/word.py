"""A package as one Word file, for the parties to comment on before they sign. The only module that imports python-docx."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.blocks import Heading, plain, read_blocks, targets
from samverkan_cli.printing.render.cover import Cover, cover
from samverkan_cli.printing.render.package import Package, Page
from samverkan_cli.printing.render.word_base import add, empty_docx, packed, unpacked
from samverkan_cli.printing.render.word_text import WordText
from samverkan_cli.text.sanitize import several_lines

if TYPE_CHECKING:
    from docx.document import Document

_POINT = 12700


def write_word(package: Package, pages: Sequence[Page]) -> bytes:
    """The pages with a cover and contents before them. The same input gives the same bytes."""
    try:
        import docx
    except ImportError as error:
        message = "för att skriva Word behövs tillägget ”word”, och det är inte installerat"
        raise SamverkanError(message, 'Installera det med  pip install "samverkan-cli[word]"') from error

    document = docx.Document(io.BytesIO(empty_docx()))
    front = cover(package, pages)
    read = [read_blocks(page, position) for position, page in enumerate(pages)]
    text = WordText(document, package, targets(pages, read))
    _properties(document, package, front)
    _margins(document, package, front)
    if not package.alone:
        _cover(document, package, front, text)
        _contents(document, [block for blocks in read for block in blocks if isinstance(block, Heading) and block.level <= 2])
    for page, blocks in zip(pages, read, strict=True):
        text.write(page, blocks)
    out = io.BytesIO()
    document.save(out)
    return packed(unpacked(out.getvalue()))


def _properties(document: Document, package: Package, front: Cover) -> None:
    about = document.core_properties
    about.title = several_lines(front.whole_title)[:255]
    about.author = several_lines(front.authors)[:255]
    about.last_modified_by = about.author
    about.language = "sv-SE"
    about.revision = 1
    about.created = about.modified = datetime.datetime.combine(package.dated, datetime.time(), datetime.UTC)


def _margins(document: Document, package: Package, front: Cover) -> None:
    """Title, registration numbers and marks above, page numbers below; on the cover only the marks."""
    section = document.sections[0]
    marks = several_lines(" · ".join(package.marks))
    head = section.header.paragraphs[0]
    head.style = "Header"
    head.add_run(several_lines(front.title) + (several_lines(f"\tDnr {front.registration}") if front.registration else ""))
    section.header.add_paragraph(marks, style="Märke")
    cover = section.first_page_header.paragraphs[0]
    cover.style = "Märke"
    cover.add_run(marks)
    section.first_page_footer.paragraphs[0].style = "Footer"
    foot = section.footer.paragraphs[0]
    foot.style = "Footer"
    for word, field in (("\tSida ", "PAGE"), (" av ", "NUMPAGES")):
        foot.add_run(word)
        add(add(add(foot._p, "fldSimple", instr=field), "r"), "t", "1")


def _cover(document: Document, package: Package, front: Cover, text: WordText) -> None:
    row = document.add_paragraph()
    for logo in package.logos:
        words = logo.alternative or logo.name
        if not text.picture(row, logo.data, logo.kind, words, logo=True):
            row.add_run(several_lines(words)).bold = True
        row.add_run("     ")
    document.add_paragraph(several_lines(front.title), style="Title")
    for words in (*([front.over] if front.over else []), *package.parties):
        document.add_paragraph(several_lines(words), style="Subtitle")
    for position, fact in enumerate(package.facts):
        line = document.add_paragraph(style="Omslagsuppgift")
        line.add_run(several_lines(fact.label)).bold = True
        line.add_run("\t" + several_lines(fact.value))
        if position == 0:
            line.paragraph_format.space_before = 120 * _POINT


def _contents(document: Document, headings: Sequence[Heading]) -> None:
    """A table of contents that Word can bring up to date; until then it has links but no page numbers."""
    title = document.add_paragraph("Innehåll", style="TOC Heading")
    frame = title._p.makeelement(title._p.tag.replace("}p", "}sdt"))
    title._p.addprevious(frame)
    gallery = add(add(frame, "sdtPr"), "docPartObj")
    add(gallery, "docPartGallery", val="Table of Contents")
    add(gallery, "docPartUnique")
    inside = add(frame, "sdtContent")
    inside.append(title._p)
    for position, heading in enumerate(headings):
        line = document.add_paragraph(style=f"toc {heading.level}")
        if position == 0:
            add(add(line._p, "r"), "fldChar", fldCharType="begin")
            add(add(line._p, "r"), "instrText", ' TOC \\o "1-2" \\h \\z \\u ')
            add(add(line._p, "r"), "fldChar", fldCharType="separate")
        run = line.add_run(plain(heading.spans))
        add(line._p, "hyperlink", anchor=heading.label, history=1).append(run._r)
        if position == len(headings) - 1:
            add(add(line._p, "r"), "fldChar", fldCharType="end")
        inside.append(line._p)
