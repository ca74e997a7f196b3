"""The PDF, opened and looked into."""

import io
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample import HOSTILE, SOURCES, sample_package

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.render.blocks import Admonition, Block, Heading, Listing, Paragraph, Table, plain, read_blocks
from samverkan_cli.printing.render.markdown import escape_line
from samverkan_cli.printing.render.package import Fact, Logo, Package, Page, Source
from samverkan_cli.printing.render.pdf import write_pdf
from samverkan_cli.resources import templates
from support import need


def opened(data: bytes) -> Any:
    return need.module("pypdf").PdfReader(io.BytesIO(data))


def squeezed(text: str) -> str:
    """Without what line breaks and hyphenation put in or take away."""
    return re.sub(r"[\s\u200b\u00ad\u2060-]", "", unicodedata.normalize("NFC", text))


def all_text(data: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in opened(data).pages))


@pytest.fixture(scope="module")
def sample() -> bytes:
    need.module("typst")
    package = sample_package()
    return write_pdf(package, package.pages)


def texts(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                found.append(plain(block.spans))
            case Listing():
                found += [text for item in block.items for text in texts(item)]
            case Table():
                found += [plain(cell) for row in (block.header, *block.rows) for cell in row]
            case Admonition():
                found += texts(block.blocks)
    return found


def test_language_title_and_tags(sample: bytes) -> None:
    reader = opened(sample)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "sv-SE"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Samverkansöverenskommelse Ekbacken 2019–2020"
    assert reader.metadata.author == "Ekbackens kommun"
    xmp = reader.xmp_metadata
    assert xmp.dc_language in (["sv-SE"], ["sv"], None) or "sv" in str(xmp.dc_language)


def test_bookmarks_are_the_headings(sample: bytes) -> None:
    def flat(items: list[Any]) -> list[str]:
        return [title for item in items for title in (flat(item) if isinstance(item, list) else [item.title])]

    package = sample_package()
    headings: list[str] = []
    for position, page in enumerate(package.pages):
        headings += [plain(block.spans) for block in read_blocks(page, position) if isinstance(block, Heading)]
    assert flat(opened(sample).outline) == headings


def test_every_text_is_there_and_marks_on_every_page(sample: bytes) -> None:
    pages = [squeezed(page.extract_text()) for page in opened(sample).pages]
    whole = "".join(pages)
    package = sample_package()
    for position, page in enumerate(package.pages):
        for text in texts(read_blocks(page, position)):
            if "漢" in text:  # no font has it
                assert squeezed(text.split("漢")[0]) in whole
            else:
                assert squeezed(text) in whole, text
    for number, text in enumerate(pages, 1):
        assert "Påhittatinnehåll" in text
        assert "Utkast" in text
        assert number == 1 or f"Sida{number}av{len(pages)}" in text


def test_hostile_text_does_nothing(sample: bytes) -> None:
    whole = all_text(sample)
    assert "root:" not in whole
    assert squeezed('#let x = 1 #read("/etc/passwd") $a^2$ @ref //kommentar /* "citat" -- ... #pagebreak()') in whole
    assert "ČáhppeŋuollaŁódź" in whole.replace(",", "")
    assert HOSTILE["letters"].count("漢") == 1
    assert "\u202e" not in whole


def test_sources_are_attached_to_the_byte(sample: bytes) -> None:
    reader = opened(sample)
    assert reader.attachments == {source.name: [source.data] for source in SOURCES}
    assert [item.get_object()["/AFRelationship"] for item in reader.trailer["/Root"]["/AF"]] == ["/Source"] * len(SOURCES)


def test_without_sources() -> None:
    package = sample_package()
    need.module("typst")
    assert opened(write_pdf(package, package.pages[2:], attach=False)).attachments == {}


def test_links_lead_within_the_file_or_out_of_it(sample: bytes) -> None:
    outside, inside = [], 0
    for page in opened(sample).pages:
        for annotation in page.get("/Annots") or ():
            link = annotation.get_object()
            if "/A" in link and link["/A"].get("/URI"):
                outside.append(str(link["/A"]["/URI"]))
            else:
                inside += 1
    assert outside == ["https://www.bra.se/handbok?a=1&b=2", "mailto:trygghet@ekbacken.example"]
    contents = 9
    assert inside >= contents + 4


def test_a_single_document_has_its_own_title() -> None:
    need.module("typst")
    package = sample_package()
    reader = opened(write_pdf(package, package.pages[2:]))
    assert reader.metadata.title == "Checklista – Samverkansöverenskommelse Ekbacken 2019–2020"


def test_an_own_style_is_used_and_its_errors_named() -> None:
    need.module("typst")
    package = sample_package()
    style = (templates() / "paket.typ").read_text(encoding="utf-8")
    assert "Avsnitt" in all_text(write_pdf(package, package.pages[2:], style=style.replace("[Innehåll]", "[Avsnitt]")))
    lines = style.splitlines()
    broken = "\n".join([*lines[:20], "#let trasig = finns-inte", *lines[20:]])
    with pytest.raises(SamverkanError, match=r"paket\.typ, rad 21: .*finns-inte"):
        write_pdf(package, package.pages[2:], style=broken)


def test_a_broken_figure_is_replaced_by_its_words() -> None:
    need.module("typst")
    package = sample_package()
    figure = Figure("trasig.svg", "Bildtexten", "Det bilden visar", "<svg", 10, 10)
    page = Page("en", "", "En", "appendix", "# En\n\n![Det bilden visar](figurer/trasig.svg)\n", (figure,))
    whole = all_text(write_pdf(package, (page,)))
    assert "Bildtexten" in whole
    assert "Detbildenvisar" in whole
    assert "RegionEkbacken" in whole  # whose logo is broken


def test_empty_things() -> None:
    need.module("typst")
    page = Page("tom", "", "", "appendix", "# \n\n| |\n|-|\n\n[](https://x.example) ![](y.svg) []() >\n\n---\n\n---\n")
    package = replace(sample_package(), title="", parties=(), facts=(), logos=(), marks=(), sources=(), authors="")
    assert write_pdf(package, (page,)).startswith(b"%PDF")
    assert write_pdf(package, ()).startswith(b"%PDF")


_LETTERS = st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=("Cc", "Cf", "Mn"))
_SOME = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=24),
    st.sampled_from(['"', "\\", '\\")]', "#{", "]", "--", "~", "->", "<x>", "$", "@a", "''", "ﬁ"]),
)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_SOME, min_size=24, max_size=24))
def test_any_text_in_any_place_comes_out_as_it_was(words: list[str]) -> None:
    need.module("typst")
    lines = [f"a{number}{text}z{number}" for number, text in enumerate(words)]
    seen = [" ".join(line.split()) for line in lines]
    places: list[Callable[[str], str]] = [
        lambda text: text,
        lambda text: f"## {text}",
        lambda text: f"- {text}\n  1. {text}",
        lambda text: f"| {text} |\n|---|\n| {text} |",
        lambda text: f"> **{text}** {text}",
        lambda text: f"*{text}* [{text}](https://x.example)",
    ]
    body = "\n\n".join(places[number % len(places)](escape_line(line)) for number, line in enumerate(lines[:18]))
    package = Package(
        id="x", title=lines[18], parties=(lines[19],), facts=(Fact(lines[20], lines[21]),), logos=(Logo(lines[22], lines[22], "svg", b"x"),),
        marks=(lines[23],), pages=(), sources=(Source("a.yaml", lines[0].encode()),), dated=sample_package().dated,
    )  # fmt: skip
    whole = all_text(write_pdf(package, (Page("a", "", lines[18], "agreement", f"# Titel\n\n{body}"),)))
    for line in seen:
        assert squeezed(line) in whole, line


@pytest.mark.parametrize(
    "text",
    [
        "\0\x01\x1b\x7f\x85",
        "\ud800",
        "\ufffe\uffff\U0010ffff",
        "\ue000\U000f0000",
        "漢字한글",
        "👩‍👩‍👧🏳️‍🌈",
        "שלום مرحبا",
        "a\u0301\u0323\u0330" * 20,
        "\u2028\u2029\u200d",
        "e" * 1000,
        "<svg>" * 200,
        "#" * 500,
    ],
)
def test_no_text_stops_the_build(text: str) -> None:
    need.module("typst")
    base = sample_package()
    figure = Figure(
        "f.svg", text, text, f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">{text}</text></svg>', 9, 9
    )
    page = Page("a", text, text, text, f"# {escape_line(text)}\n\n{escape_line(text)}\n\n![x](figurer/f.svg)\n", (figure,))
    package = replace(base, title=text, parties=(text,), facts=(Fact(text, text),), marks=(text,), authors=text)
    assert write_pdf(package, (page,)).startswith(b"%PDF")
