"""The Word file, opened by another reader than the one that wrote it: the XML itself, python-docx and the Markdown's own tokens."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample import sample_package

from samverkan_cli.printing.render import raster
from samverkan_cli.printing.render.markdown import escape_line, page_parser
from samverkan_cli.printing.render.package import Fact, Package, Page
from samverkan_cli.printing.render.word import write_word
from support import need

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(data: bytes) -> Any:
    return need.module("docx").Document(io.BytesIO(data))


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith((".xml", ".rels"))}


@pytest.fixture(scope="module")
def sample() -> bytes:
    need.module("docx")
    need.module("typst")
    package = sample_package()
    return write_word(package, package.pages)


def from_markdown(package: Package) -> list[tuple[str, str]]:
    """What a page says, straight from the tokens: every heading, paragraph and cell in order."""
    found = []
    for page in package.pages:
        tokens = page_parser().parse(page.markdown)
        for before, token in zip([tokens[0], *tokens], tokens, strict=False):
            if token.type == "inline" and not any(child.type == "image" for child in token.children or []):
                text = "".join(" " if child.type == "softbreak" else child.content for child in token.children or [])
                kind = {"h": "heading", "t": "cell"}.get(before.tag[0], "text")
                found.append((kind, re.sub("[\u202e\u200f\x07]", "\ufffd", re.sub(r":\s*…+$", ": \t", text))))
    return found


def from_word(data: bytes) -> list[tuple[str, str]]:
    """What the file says after the cover and the contents."""
    found: list[tuple[str, str]] = []
    for block in opened(data).iter_inner_content():
        if hasattr(block, "rows"):
            found += [("cell", cell.text) for row in block.rows for cell in row.cells]
        elif block.style.name.startswith("Heading"):
            found.append(("heading", block.text))
        elif block.text and block.style.name != "Caption" and found:
            found.append(("text", block.text))
    return found


def test_same_headings_tables_and_text_as_the_markdown(sample: bytes) -> None:
    pictures = {"En bild som inte finns"}
    assert [item for item in from_word(sample) if item[1] not in pictures] == from_markdown(sample_package())


def test_language_paper_and_properties(sample: bytes) -> None:
    files = parts(sample)
    assert re.search(r'<w:docDefaults>.*<w:lang w:val="sv-SE"', files["word/styles.xml"])
    document = opened(sample)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    about = document.core_properties
    assert (about.title, about.author, about.language) == ("Samverkansöverenskommelse Ekbacken 2019–2020", "Ekbackens kommun", "sv-SE")
    assert about.created == about.modified
    assert about.created.date() == sample_package().dated


def test_header_rows_are_marked_and_no_cell_is_empty(sample: bytes) -> None:
    tables = opened(sample).element.body.findall(f"{_W}tbl")
    assert len(tables) == 6
    for table in tables:
        rows = table.findall(f"{_W}tr")
        assert [row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(cell.find(f"{_W}p") is not None for row in rows for cell in row.findall(f"{_W}tc"))


def test_styles_are_all_defined(sample: bytes) -> None:
    files = parts(sample)
    defined = set(re.findall(r'w:styleId="([^"]+)"', files["word/styles.xml"]))
    used = {name for text in files.values() for name in re.findall(r'<w:(?:p|r|tbl)Style w:val="([^"]+)"', text)}
    assert used <= defined
    assert {"Title", "Heading1", "Heading2", "Heading3", "ListBullet", "ListNumber", "Ruta", "Caption"} & defined >= {"Title", "Heading1"}


def test_lists_are_numbered_each_for_itself(sample: bytes) -> None:
    files = parts(sample)
    starts = re.findall(
        r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="(\d)"><w:startOverride w:val="(\d+)"',
        files["word/numbering.xml"],
    )
    assert [(level, start) for _, level, start in starts] == [("2", "1"), ("0", "1"), ("0", "4")]
    for number, level, _ in starts:
        assert f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>' in files["word/document.xml"]


def test_page_numbers_and_marks(sample: bytes) -> None:
    files = parts(sample)
    heads = [text for name, text in files.items() if name.startswith("word/header")]
    assert len(heads) == 2
    assert all("Påhittat innehåll · Utkast" in text for text in heads)
    assert any('w:instr="PAGE"' in text and 'w:instr="NUMPAGES"' in text for name, text in files.items() if name.startswith("word/footer"))


def test_pictures_have_alternatives(sample: bytes) -> None:
    described = re.findall(r'<wp:docPr id="(\d+)" name="[^"]*" descr="([^"]*)"', parts(sample)["word/document.xml"])
    assert [text.partition(":")[0] for _, text in described] == [
        "Ekbackens kommun",
        "Polisen",
        "Två åtgärder som staplar",
        "Kommunens vapen",
    ]
    assert len({number for number, _ in described}) == len(described)
    assert "Region Ekbacken" in [run.text for run in opened(sample).paragraphs[0].runs]


def test_links(sample: bytes) -> None:
    text = parts(sample)["word/document.xml"]
    names = set(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', text))
    anchors = re.findall(r'<w:hyperlink w:anchor="([^"]+)"', text)
    assert len(anchors) > 12
    assert set(anchors) <= names
    targets = re.findall(r'Target="([^"]+)" TargetMode="External"', parts(sample)["word/_rels/document.xml.rels"])
    assert sorted(targets) == ["https://www.bra.se/handbok?a=1&amp;b=2", "mailto:trygghet@ekbacken.example"]


def test_no_field_but_ours(sample: bytes) -> None:
    for text in parts(sample).values():
        assert {code.strip().split()[0] for code in re.findall(r"<w:instrText[^>]*>([^<]*)<", text)} <= {"TOC"}
        assert set(re.findall(r'<w:fldSimple w:instr="([^"]*)"', text)) <= {"PAGE", "NUMPAGES"}


def test_without_typst_a_figure_is_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    need.module("docx")
    monkeypatch.setattr(raster, "can_draw", lambda: False)
    package = sample_package()
    written = [text for _, text in from_word(write_word(package, package.pages))]
    assert "Två åtgärder som staplar: Å1 våren 2019, Å2 från hösten 2019 till hösten 2020" in written


def test_zip_has_no_time_of_its_own(sample: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(sample)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=30),
        min_size=6,
        max_size=6,
    )
)
def test_any_text_in_any_place_comes_out_as_it_was(words: list[str]) -> None:
    need.module("docx")
    lines = [" ".join(f"a{number} {word} z".split()) for number, word in enumerate(words)]
    safe = [escape_line(line) for line in lines]
    body = f"# {safe[0]}\n\n{safe[1]}\n\n- {safe[2]}\n\n| {safe[3]} |\n|---|\n| {safe[4]} |\n\n> **{safe[5]}** *{safe[5]}*\n"
    base = replace(sample_package(), logos=(), title=lines[0], parties=(lines[1],), facts=(Fact(lines[2], lines[3]),), marks=(lines[4],))
    data = write_word(base, (Page("a", "", lines[5], "agreement", body),))
    assert [text for _, text in from_word(data)] == [*lines[:5], f"{lines[5]} {lines[5]}"]
    about = opened(data)
    assert [line.text for line in about.paragraphs][1:5] == [lines[5], lines[0], lines[1], f"{lines[2]}\t{lines[3]}"]


@pytest.mark.parametrize(
    "text", ["\0\x01\x1b\x7f\x85", "\ud800", "\ufffe\uffff\U0010ffff", "漢字 שלום", "👩‍👩‍👧", "\u202e\u2028", "e" * 5000, "]]>&<"]
)
def test_no_text_makes_a_broken_file(text: str) -> None:
    need.module("docx")
    page = Page("a", text, text, text, f"# {escape_line(text)}\n\n[{escape_line(text)}](<https://x.example/{escape_line(text)}>)\n")
    package = replace(sample_package(), title=text, parties=(text,), facts=(Fact(text, text),), marks=(text,), authors=text, logos=())
    assert opened(write_word(package, (page,))).paragraphs
