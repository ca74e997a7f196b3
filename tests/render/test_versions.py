"""What each version says that it is: who may find it, and that the internal one stays inside."""

import datetime
import re
from pathlib import Path

import pytest
from rendered import package_of

from samverkan_cli.printing.render.formats import files_of
from samverkan_cli.printing.render.templates import environment
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
