"""Hostile text in every text field of every type: a line comes out as that line, and nothing leaks into another field."""

import html.parser
import io
import re
import unicodedata
from pathlib import Path

import pytest
from filled import TODAY, Filler, write_filled
from rendered import package_of

from samverkan_cli.printing.render.formats import files_of
from samverkan_cli.printing.render.markdown import page_parser
from samverkan_cli.printing.render.package import Package
from samverkan_cli.printing.render.templates import environment
from support.pdf_text import pages_of

ATTACKS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</table><h1>x", "<!-- ", "&lt;b&gt; &amp;", "\"><svg onload=x>",
    "# rubrik", "> citat", "- punkt", "1. punkt", "2) punkt", "---", "===", "| a | b |", "\\| x", "\\", "``` kod", "`kod`", "*fet* _kursiv_ **x**",
    "[länk](javascript:alert(1))", "![bild](http://x.example/p.png)", "[r]: http://x.example", "<http://x.example>", "~~x~~", "$a^2$",
    "{{ 7*7 }} {% raw %} {# x #}", "${x} #{x}", "#let x = 1; #read(\"/etc/passwd\")", "@ref <lab> $x$", "// kommentar /* x */",
    "{ HYPERLINK \"http://x.example\" }", "=CMD()", "@{x}", "a\u202eb\u202c", "\u200fx", "e\u0301 ñ 漢字 😀", "\\n \\t %s {0}",
)  # fmt: skip


def attack(mark: str) -> str:
    """The attack for a field, with its mark on both sides."""
    return f"{ATTACKS[int(re.sub('[^0-9]', '', mark)) % len(ATTACKS)]} {mark}"


def visible(text: str) -> str:
    """What a reader is to see of an attack."""
    shown = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "\ufffd", text)
    return " ".join(unicodedata.normalize("NFC", shown).split())


class Reader(html.parser.HTMLParser):
    """The text and the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        for name, value in attrs:
            assert not (name in ("href", "src") and str(value).strip().lower().startswith(("javascript", "data", "vbscript", "file"))), (
                value
            )

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[tuple[str, str]], Package]:
    folder = tmp_path_factory.mktemp("hostile")
    filler = Filler(line=attack)
    write_filled(folder, filler)
    lines = [(where, visible(attack(mark))) for where, kind, mark in filler.seen if kind == "line"]
    return lines, package_of(folder, TODAY)


# Printed as something else than its own text: the picture's file, and its alternative on the cover; another document's file, which is called by its title.
ELSEWHERE = (
    ".logotyp.fil", ".logotyp.alt", ".bilagor.fil", ".bilagor.titel", ".del_av.fil", ".delar.fil", ".ersätter.fil", ".ersatt_av.fil",
)  # fmt: skip


def missing(lines: list[tuple[str, str]], text: str) -> list[tuple[str, str]]:
    flat = " ".join(text.split())
    return [(where, line) for where, line in lines if line not in flat and not where.endswith(ELSEWHERE)]


def test_markdown(hostile: tuple[list[tuple[str, str]], Package]) -> None:
    lines, package = hostile
    text = []
    for page in package.pages:
        for token in page_parser().parse(page.markdown):
            assert token.type not in ("html_block", "fence", "code_block"), page.slug
            for child in token.children or []:
                assert child.type not in ("html_inline", "code_inline"), child.content
                text.append(child.content)
    assert missing(lines, "".join(text)) == []


def test_html(hostile: tuple[list[tuple[str, str]], Package]) -> None:
    lines, package = hostile
    reader = Reader()
    for name, data in files_of(package, "html", environment(None), single=False, split=False).items():
        if name.endswith(".html"):
            reader.feed(data.decode())
    assert not reader.tags & {"script", "iframe", "object", "embed", "form", "input", "base"}
    assert not {name for name in reader.attributes if name.startswith("on")}
    assert missing(lines, "".join(reader.text)) == []


def test_word(hostile: tuple[list[tuple[str, str]], Package]) -> None:
    docx = pytest.importorskip("docx")
    lines, package = hostile
    (data,) = files_of(package, "word", environment(None), single=False, split=False).values()
    document = docx.Document(io.BytesIO(data))
    text = [paragraph.text for paragraph in document.paragraphs]
    text += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    left = [(where, line) for where, line in missing(lines, " ".join(text)) if "|" not in line]
    assert left == []
    assert "instrText" not in re.sub(
        r"<w:instrText[^>]*>\s*(PAGE|NUMPAGES|TOC|PAGEREF|HYPERLINK)[^<]*</w:instrText>", "", document.element.xml
    )


def test_pdf(hostile: tuple[list[tuple[str, str]], Package]) -> None:
    lines, package = hostile
    (data,) = files_of(package, "pdf", environment(None), single=False, split=False).values()
    text = "".join("".join(pages_of(data)).split()).replace("\u00ad", "")
    marks = [(where, line.rsplit(" ", 1)[-1]) for where, line in lines if not where.endswith(ELSEWHERE)]
    assert [(where, mark) for where, mark in marks if mark not in text and mark not in text.replace("-", "")] == []
    assert "root:x:" not in text


def test_texts_stay_in_their_fields(tmp_path: Path) -> None:
    """An open fence, an unclosed list or a link definition in one text changes nothing in the next."""
    filler = Filler(text=lambda mark: f"[{mark}]: http://x.example\n\n```\n{mark}\n\n- {mark}\n  > {mark}")
    write_filled(tmp_path, filler)
    package = package_of(tmp_path, TODAY)
    for page in package.pages:
        tokens = page_parser().parse(page.markdown)
        assert not {token.type for token in tokens} & {"fence", "html_block", "code_block"}
        boxes = [token for token in tokens if token.type == "blockquote_open"]
        assert len(boxes) == page.markdown.count("\n> **Saknas:**")
