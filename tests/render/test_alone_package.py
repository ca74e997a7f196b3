"""The package of a document that stands alone: the document itself first, no cover, and only the points that concern it."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.publication import PackageRun
from support.alone import EVERY, PLAN, PLEDGE, REPORT, write

DAY = datetime.date(2027, 6, 1)
ASKED: dict[str, Any] = {"single": False, "split": False, "without": [], "all_steps": False}


def made(folder: Path, *formats: str, public: bool = False, **asked: Any) -> dict[str, dict[str, bytes]]:
    run = PackageRun([folder], DAY, None, public, lambda *_: None)
    assert run.hindrances() == ()
    return run.files({name: {**ASKED, **asked} for name in formats})


def markdown(folder: Path, **asked: Any) -> dict[str, str]:
    files = made(folder, "markdown", **asked)["markdown"]
    return {name.removeprefix("markdown/"): data.decode() for name, data in files.items() if name.endswith(".md")}


@pytest.mark.parametrize("name", sorted(EVERY))
def test_the_first_page_is_the_document(name: str, tmp_path: Path) -> None:
    pages = markdown(write(tmp_path, {name: EVERY[name]}))
    title = re.search(r"titel: (.*)", EVERY[name])
    assert title is not None and pages["index.md"].startswith(f"# {title[1]}\n")
    text = "\n".join(pages.values())
    assert "Utkast" not in text and "Underskrift" not in text and "Överenskommelse" not in text and "ej tillämplig" not in text


def test_only_what_concerns_it_is_on_the_checklist(tmp_path: Path) -> None:
    pages = markdown(write(tmp_path, {"löfte.yaml": PLEDGE}))
    assert set(pages) == {"index.md", "checklista.md"}, "one pledge is no chain"
    rows = [line for line in pages["checklista.md"].splitlines() if re.match(r"\| \d", line)]
    assert [row.split("|")[1:3] for row in rows] == [[" 7 ", " Medborgarlöfte "], [" 17 ", " Löftena är valda och gjorda kända "]]


def test_what_no_point_concerns_has_no_checklist(tmp_path: Path) -> None:
    assert set(markdown(write(tmp_path, {"a.yaml": "samverkan: 1\ntyp: dokument\ntitel: Minnesanteckningar\n"}))) == {"index.md"}


def test_a_plan_has_its_chain_and_may_go_without(tmp_path: Path) -> None:
    folder = write(tmp_path, {"plan.yaml": PLAN})
    pages = markdown(folder)
    assert set(pages) == {"index.md", "checklista.md", "kedja.md"}
    assert "Varje id i dokumentet" in pages["kedja.md"]
    assert set(markdown(folder, without=["checklist"])) == {"index.md"}


def test_the_list_of_pages_calls_it_by_its_title(tmp_path: Path) -> None:
    page = made(write(tmp_path, {"plan.yaml": PLAN}), "html")["html"]["html/index.html"].decode()
    assert "Omslag och innehåll" not in page
    assert page.count("<h1") == 1 and "Åtgärdsplan stationen 2027</h1>" in page
    single = made(tmp_path, "html", single=True)["html"]["html/index.html"].decode()
    assert single.count("<h1") == 1


def test_several_documents_are_called_so(tmp_path: Path) -> None:
    folder = write(tmp_path, {"plan.yaml": PLAN, "lägesbild.yaml": REPORT})
    shelf = made(folder, "html")["html"]["index.html"].decode()
    assert "<title>Dokument</title>" in shelf and 'href="plan/html/index.html"' in shelf
    write(folder, {"a/agreement.yaml": "samverkan: 1\ntyp: överenskommelse\ntitel: Ekhult\n"})
    assert "<title>Överenskommelser och dokument</title>" in made(folder, "html")["html"]["index.html"].decode()


def test_the_public_version_says_what_is_left_out(tmp_path: Path) -> None:
    contacts = "diarienummer: KS-2027/0012\nkontakter: [{part: kommun, namn: Kim Ek, funktion: fältsekreterare, publiceras: nej}]\n"
    page = made(write(tmp_path, {"plan.yaml": PLAN + contacts}), "markdown", public=True)["markdown"]["markdown/index.md"].decode()
    assert "Kim" not in page
    assert "Delar är utelämnade. Hela handlingen begärs hos registrator, KS-2027/0012." in page.replace("\\", "")


def test_pdf_and_word_have_no_cover(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    docx = pytest.importorskip("docx")
    import io

    folder = write(tmp_path, {"löfte.yaml": PLEDGE})
    files = made(folder, "pdf", "word")
    first = pypdf.PdfReader(io.BytesIO(files["pdf"]["pdf/löfte.pdf"])).pages[0].extract_text()
    assert "Löften till invånarna" in first and "Innehåll\n" not in first.replace("Uppgift Innehåll", "")
    paragraphs = docx.Document(io.BytesIO(files["word"]["word/löfte.docx"])).paragraphs
    assert (paragraphs[0].text, paragraphs[0].style.name) == ("Medborgarlöfte 2027 Älvmo", "Heading 1")
    split = made(folder, "pdf", split=True)["pdf"]
    assert set(split) == {"pdf/löfte.pdf", "pdf/checklista.pdf"}


def test_a_lone_document_is_no_draft(tmp_path: Path) -> None:
    assert PackageRun([write(tmp_path, {"löfte.yaml": PLEDGE})], DAY, None, False, lambda *_: None).version.signed is None
