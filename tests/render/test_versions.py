"""What each version says that it is: who may find it, and that the internal one stays inside."""

import datetime
import re
from pathlib import Path

import pytest
from rendered import package_of

from samverkan_cli.printing.render.formats import FORMATS, files_of
from samverkan_cli.printing.render.templates import environment
from support import inside, need
from support.packages import ROOT, copy, swap

SIGNED, BEFORE = datetime.date(2019, 6, 1), datetime.date(2018, 11, 1)


def robots(folder: Path, day: datetime.date, *, public: bool) -> tuple[set[str], tuple[str, ...]]:
    """What the pages say to search engines, and the marks on them."""
    package = package_of(folder, day, public=public)
    pages = files_of(package, "html", environment(None), single=False, split=False)
    said = [re.findall(r'<meta name="robots" content="(\w+)">', data.decode()) for name, data in pages.items() if name.endswith(".html")]
    assert said and all(len(one) == 1 for one in said)
    return {one for (one,) in said}, package.marks


@pytest.mark.parametrize(
    ("day", "public", "found"), [(SIGNED, True, "all"), (SIGNED, False, "noindex"), (BEFORE, True, "noindex"), (BEFORE, False, "noindex")]
)
def test_only_the_public_version_of_what_all_have_signed_may_be_found(day: datetime.date, public: bool, found: str) -> None:
    example = "huddinge" if day == SIGNED else "huddinge-steg-3"
    assert robots(ROOT / "examples" / example, day, public=public)[0] == {found}


def test_an_internal_version_says_so_and_why(tmp_path: Path) -> None:
    folder = copy(ROOT / "tests" / "data" / "hel", tmp_path)
    assert robots(folder, SIGNED, public=True)[1][-1] == "Offentlig version"
    assert robots(folder, SIGNED, public=False)[1][-1] == "Intern version"
    agreement = folder / "agreement.yaml"
    swap(agreement, "\nparter:\n", "\nsekretess: {bestämmelse: 18 kap. 1 § OSL}\nparter:\n")
    assert robots(folder, SIGNED, public=False)[1][-1] == "Intern: innehåller det som inte lämnas ut"
    with agreement.open("a", encoding="utf-8") as file:
        file.write("kontakter:\n  - {part: kommun, funktion: samordnare, telefon: 010-000 00 00}\n")
    assert robots(folder, SIGNED, public=False)[1][-1] == "Intern: innehåller kontaktuppgifter"


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_signed_is_the_same_whenever_it_is_printed(form: str, tmp_path: Path) -> None:
    """Two days between which nothing has been written: not a byte differs. The checklist is about the day, and is no part of what was signed."""
    if form in ("pdf", "word"):
        need.module("typst" if form == "pdf" else "docx")
    made = []
    for day in ("2019-06-05", "2019-06-20"):
        asked = (
            "render",
            ROOT / "examples" / "huddinge",
            "--format",
            form,
            "--without",
            "checklist",
            "--today",
            day,
            "--out",
            tmp_path / day,
        )
        assert inside.run(*asked, folder=tmp_path).returncode == 0
        files = (path for path in (tmp_path / day / form).rglob("*") if path.is_file())
        made.append({path.relative_to(tmp_path / day).as_posix(): path.read_bytes() for path in files})
    assert made[0] and made[0] == made[1]


def test_the_first_page_says_nothing_of_the_check() -> None:
    """What is found is about the document, and not in it; a draft says which day it is of."""
    for example, day, draft in (("huddinge", SIGNED, ""), ("huddinge-steg-3", BEFORE, "Utkast den 1 november 2018")):
        package = package_of(ROOT / "examples" / example, day)
        assert not re.search("anmärka|Kontrollen|[Bb]edöm", package.pages[0].markdown)
        first = files_of(package, "html", environment(None), single=False, split=False)["index.html"].decode()
        assert "bedömt för" not in first and ("Utkast den" in first) == bool(draft) and draft in first


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        ("", "planerad"),
        ("utfall: [{åtgärd: Å1, bedömning: grön, datum: 2018-06-30}]", "pågår"),
        ("utfall: [{åtgärd: Å1, bedömning: gul, datum: 2018-12-31}]", "klar"),
        ("utfall: [{åtgärd: Å1, bedömning: gul, datum: 2018-12-30}]", "pågår"),
        ("utfall: [{åtgärd: Å1, bedömning: röd, datum: 2018-06-30}]", "pågår"),
        ("utfall: [{åtgärd: Å1, bedömning: röd, datum: 2018-12-31}]", "inte gjord"),
        ("utfall: [{åtgärd: Å1, utfall: Två pass., datum: 2018-12-31}]", "planerad"),
    ],
)
def test_how_an_action_stands_is_what_somebody_has_told(outcome: str, status: str, tmp_path: Path) -> None:
    """The action ended on the last of December, and today is in June after that."""
    text = "åtgärder:\n  - {id: Å1, vad: Pass på torget, när: {från: 2018-01-01, till: 2018-12-31}}\n" + outcome
    (tmp_path / "agreement.yaml").write_text(f"samverkan: 1\ntyp: överenskommelse\nid: x\ntitel: Prov\n{text}\n", encoding="utf-8")
    (figure,) = package_of(tmp_path, SIGNED).pages[1].figures
    assert [word for word in ("planerad", "pågår", "klar", "inte gjord", "avbruten") if f">{word}<" in figure.svg] == [status]


@pytest.mark.parametrize(("number", "panels"), [(6, [6]), (7, [6, 1]), (13, [6, 6, 1])])
def test_a_figure_of_goals_has_no_more_than_six(number: int, panels: list[int], tmp_path: Path) -> None:
    goals = "".join(
        f"  - {{id: M{one}, lydelse: Färre rån, indikator: {{mått: rån, baslinje: {{värde: 9, datum: 2018-01-01}}, målnivå: {{värde: 4, datum: 2020-01-01}}}}}}\n"
        for one in range(1, number + 1)
    )
    (tmp_path / "agreement.yaml").write_text(f"samverkan: 1\ntyp: överenskommelse\nid: x\ntitel: Prov\nmål:\n{goals}", encoding="utf-8")
    page = package_of(tmp_path, SIGNED).pages[1]
    assert [len(set(re.findall(r"M\d+", figure.svg))) for figure in page.figures] == panels
    assert len({figure.name for figure in page.figures}) == len({figure.caption for figure in page.figures}) == len(panels)
    assert [figure.name for figure in page.figures] == re.findall(r"figurer/([\w.-]+\.svg)", page.markdown)
