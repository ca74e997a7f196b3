"""The packages in ``tests/data``, whatever they lack, are rendered in all formats, and what is missing stands as a box in each of them."""

import html.parser
import io
import re
import unicodedata
from pathlib import Path

import pytest
from rendered import package_of

from samverkan_cli.printing.render.formats import FORMATS, files_of
from samverkan_cli.printing.render.markdown import page_parser
from samverkan_cli.printing.render.package import Package
from samverkan_cli.printing.render.templates import environment
from support import need
from support.counts import examples
from support.packages import ROOT, TODAY, copy
from support.pdf_text import pages_of

DATA = ROOT / "tests" / "data"
NAMES = ("agreement.yaml", "överenskommelse.yaml")
ALL = {path.parent.relative_to(DATA).as_posix(): path.parent for name in NAMES for path in sorted(DATA.rglob(name))}
CODES = {name.split("-", 1)[0]: name for name in reversed(ALL) if name.startswith("fil/")}
PACKAGES = {name: path for name, path in ALL.items() if not name.startswith("fil/") or name in CODES.values() or "överenskommelsen" in name}
"""All of them, but of the many ways to break a file one for each code."""
REAL = [name for name in PACKAGES if name.startswith("real/")]
ON_PAPER = (PACKAGES.keys() - REAL) | set(REAL[:: examples(3, 1)])
"""Those that are also set as PDF and Word, which takes longer: of the real ones every third, and all where there is time."""


def squeezed(text: str) -> str:
    """Without what line breaks and hyphenation put in or take away."""
    return re.sub(r"[\s\u200b\u00ad\u2060-]", "", unicodedata.normalize("NFC", text))


def boxes(package: Package) -> list[str]:
    """The text of every box, read out of the Markdown by its parser."""
    found = []
    for page in package.pages:
        tokens = page_parser().parse(page.markdown)
        starts = [place for place, token in enumerate(tokens) if token.type == "blockquote_open"]
        for start in starts:
            end = next(place for place in range(start, len(tokens)) if tokens[place].type == "blockquote_close")
            inlines = [token for token in tokens[start:end] if token.type == "inline"]
            found.append("".join(child.content for token in inlines for child in token.children or [] if child.type != "softbreak"))
    return found


class _Text(html.parser.HTMLParser):
    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(page.decode("utf-8"))

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.parts.append(data)


def texts(package: Package, on_paper: bool) -> dict[str, str]:
    """What a reader of each format reads."""
    made = {name: files_of(package, name, environment(None), single=False, split=False) for name in FORMATS if on_paper or name == "html"}
    html_pages = [data for name, data in made["html"].items() if name.endswith(".html")]
    read = {"html": squeezed("".join(part for page in html_pages for part in _Text(page).parts))}
    if not on_paper:
        return read
    word = need.module("docx").Document(io.BytesIO(next(iter(made["word"].values()))))
    return read | {
        "pdf": squeezed("".join(pages_of(next(iter(made["pdf"].values()))))),
        "word": squeezed("".join(word.element.body.itertext())),
    }


@pytest.mark.parametrize("name", PACKAGES)
def test_it_is_rendered_with_its_boxes(name: str, tmp_path: Path) -> None:
    need.module("typst")
    package = package_of(copy(PACKAGES[name], tmp_path), TODAY)
    shown = boxes(package)
    missing = [box for box in shown if box.startswith("Saknas:")]
    point = re.match(r"punkter/SK(\d\d)", name)
    if point:
        assert any(f"checklistan, punkt {int(point[1])}:" in box for box in missing), shown
    for form, text in texts(package, name in ON_PAPER).items():
        assert [box for box in shown if squeezed(box) not in text] == [], form
