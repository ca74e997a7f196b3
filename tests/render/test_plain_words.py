"""What is printed of an agreement is written for whoever reads it: no file names, no rules' codes, no dates in figures, no values of keys."""

import re
import zipfile
from pathlib import Path

import pytest

from support import inside, need
from support.packages import ROOT
from support.pdf_text import pages_of

EXAMPLES = ("huddinge", "huddinge-steg-3", "huddinge-med-fel", "stockholm", "arjeplog-arvidsjaur", "förvar", "för-sig")
WORKING_PAPERS = ("checklista", "kedja")
"""Pages for those who write: there a point has its number, and what is wrong the code that ``explain`` takes."""

EVERYWHERE = {
    "a file's name": re.compile(r"[\w./-]*\.ya?ml\b"),
    "a day in figures": re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b"),
    "a key with its value": re.compile(r"\b[a-zåäö_]+: (?:ja|nej)\b"),
    "a word for whoever works with it": re.compile(r"leder ingenstans|\btyp: |\b(\w+), \1\b(?!\.)"),
}
IN_DOCUMENTS = {"a rule's code": re.compile(r"\b(?:SK|SH|ST|LAG|KED|TID|TYD|FIL|SKY|FAM|JB)\d\d\b")}


def printed(example: str, form: str, folder: Path) -> dict[str, str]:
    """The text of each file, by its name."""
    done = inside.run("render", ROOT / "examples" / example, "--today", "2019-06-01", "--format", form, "--out", folder, folder=ROOT)
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(folder).as_posix(): shown(path)
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".md", ".html", ".pdf", ".docx")
    }


def shown(path: Path) -> str:
    if path.suffix == ".pdf":
        return "\n".join(pages_of(path.read_bytes()))
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as parts:
            return re.sub(r"<[^>]+>", " ", parts.read("word/document.xml").decode("utf-8"))
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return re.sub(r"<[^>]+>", " ", re.sub(r"<(style|script|head)\b.*?</\1>", " ", text, flags=re.DOTALL))
    # An address is no text.
    return re.sub(r"\]\(<?[^)>]*>?\)", "]", text)


def found(files: dict[str, str]) -> list[tuple[str, str, str]]:
    return [
        (name, what, text[max(match.start() - 40, 0) : match.end() + 20])
        for name, text in files.items()
        for what, pattern in (*EVERYWHERE.items(), *(() if Path(name).stem in WORKING_PAPERS else IN_DOCUMENTS.items()))
        for match in pattern.finditer(text)
    ]


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_word_of_the_files_is_in_what_is_printed(example: str, tmp_path: Path) -> None:
    assert found(printed(example, "markdown", tmp_path / "ut")) == []


@pytest.mark.parametrize("form", ["html", "pdf", "word"])
def test_nor_in_other_formats(form: str, tmp_path: Path) -> None:
    if form != "html":
        need.module("typst" if form == "pdf" else "docx")
    files = printed("huddinge-steg-3", form, tmp_path / "ut")
    # One file holds the working papers too.
    assert found(files if form == "html" else {f"{name}/checklista": text for name, text in files.items()}) == []
