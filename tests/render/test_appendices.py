"""The list of appendices: each row leads to its own document, with a number or without."""

import datetime
from pathlib import Path

from rendered import package_of

AGREEMENT = """\
samverkan: 1
typ: överenskommelse
id: lista
titel: Samverkan
parter: [{id: kommun, typ: kommun, namn: Exempelby kommun}, {id: polis, typ: polis, namn: Lokalpolisområde Exempelby}]
bilagor:
  - {fil: bilagor/a.yaml}
  - {fil: bilagor/b.yaml, titel: Andra bilagan}
  - {nr: "7", fil: bilagor/c.yaml}
  - {titel: Enkätens svar, tas_fram: {senast: 2019-09-01}}
  - {fil: bilagor/karta.pdf, titel: Kartan}
"""


def index_of(folder: Path) -> str:
    return next(page.markdown for page in package_of(folder, datetime.date(2019, 6, 1)).pages if page.slug == "index")


def test_appendices_without_numbers_lead_to_their_documents(tmp_path: Path) -> None:
    (tmp_path / "bilagor").mkdir()
    (tmp_path / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    for name, title in (("a", "Första"), ("b", ""), ("c", "Tredje")):
        line = f"titel: {title}\n" if title else ""
        (tmp_path / "bilagor" / f"{name}.yaml").write_text(f"samverkan: 1\ntyp: dokument\n{line}inledning: Text.\n", encoding="utf-8")
    (tmp_path / "bilagor" / "karta.pdf").write_bytes(b"%PDF-1.7")
    rows = [row for row in index_of(tmp_path).splitlines() if row.startswith(("- ", "| ", "1", "2"))]
    text = "\n".join(rows)
    assert "filen saknas" not in text
    for link in ("[Första](<a.md>)", "[Andra bilagan](<b.md>)", "[Tredje](<c.md>)"):
        assert text.count(link) == 1, text
    assert text.count("Kartan (egen fil)") == 1, text
    assert "Enkätens svar" in text


def test_a_row_whose_file_is_gone_still_says_so(tmp_path: Path) -> None:
    (tmp_path / "bilagor").mkdir()
    (tmp_path / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    (tmp_path / "bilagor" / "b.yaml").write_text("samverkan: 1\ntyp: dokument\n", encoding="utf-8")
    text = index_of(tmp_path)
    assert text.count("filen saknas") == 3, text
    assert text.count("[Andra bilagan](<b.md>)") == 1
