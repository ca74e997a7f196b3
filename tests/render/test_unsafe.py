"""Unsafe characters in what a package is made of: gone from every printed file, with the letters beside them still there."""

import datetime
import io
import re
import zipfile

import pytest

from samverkan_cli.printing.render.formats import FORMATS, files_of
from samverkan_cli.printing.render.markdown import canonical_text, escape_line
from samverkan_cli.printing.render.package import Fact, Logo, Package, Page
from samverkan_cli.printing.render.templates import environment
from support.need import module
from support.unsafe import ALL, BESIDES, left_in

DAY = datetime.date(2019, 6, 1)


def _package() -> Package:
    # A package is made of pages, whose words have been escaped, and of words for the cover and the margins, which have not.
    markdown = f"# {escape_line(ALL)}\n\n{escape_line(ALL)}\n\n| a | b |\n|---|---|\n| {escape_line(ALL)} | x |\n\n{canonical_text(ALL)}\n"
    pages = tuple(Page(slug, number, ALL, "åtgärdsplan", markdown) for slug, number in (("index", ""), ("ett", "1"), ("två", "2")))
    facts = (Fact(ALL, ALL),)
    logo = Logo(f"{ALL}.svg", ALL, "svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    return Package("prov", ALL, (ALL,), facts, (logo,), (ALL,), pages, (), DAY, ALL)


def _text_of(name: str, data: bytes) -> str:
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "".join(parts.read(part).decode("utf-8") for part in parts.namelist() if part.endswith(".xml"))
    if name.endswith(".pdf"):
        reader = module("pypdf").PdfReader(io.BytesIO(data))
        about = "".join(str(value) for value in (reader.metadata or {}).values())
        return about + "".join(page.extract_text() for page in reader.pages)
    return data.decode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_no_printed_file_holds_an_unsafe_character(name: str) -> None:
    if name in ("pdf", "word"):
        module({"pdf": "typst", "word": "docx"}[name])
    files = files_of(_package(), name, environment(None), single=False, split=False)
    texts = {file: _text_of(file, data) for file, data in files.items() if file.endswith((".html", ".md", ".pdf", ".docx"))}
    assert texts and {file: left_in(f"{file}{text}") for file, text in texts.items() if left_in(f"{file}{text}")} == {}
    # A PDF divides words at its margins.
    whole = re.sub(r"[\s\u00ad-]", "", "".join(texts.values()))
    assert [mark for mark in BESIDES if mark not in whole] == []
