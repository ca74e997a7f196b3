"""Whatever is listed by name stands in the order of the Swedish alphabet, whatever the machine's language is: å, ä and ö last."""

import json
import re
from pathlib import Path

import pytest

from support.inside import run
from support.packages import ROOT, copy, swap

PLACES = ("ale", "Ystad", "Åre", "Älvsbyn", "Örebro")
"""In their order. By their numbers in Unicode it would be Ystad, ale, Älvsbyn, Åre, Örebro."""
DAY = ("--today", "2019-06-01")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """An agreement for each place, each with the same fault, made in another order."""
    for name in reversed(PLACES):
        folder = copy(ROOT / "tests" / "data" / "punkter" / "SK15", tmp_path / name)
        folder.rename(tmp_path / name / "avtal")
        swap(tmp_path / name / "avtal" / "agreement.yaml", "\ntitel: En liten", f"\ntitel: {name}, en liten")
        swap(tmp_path / name / "avtal" / "agreement.yaml", "\nid: hel\n", f"\nid: {name}\n")
    return tmp_path


def order(text: str) -> list[str]:
    """The places, in the order in which they are first met."""
    return list(dict.fromkeys(re.findall("|".join(PLACES), text)))


@pytest.mark.parametrize(
    "asked",
    [
        ("check", *DAY), ("check", "--format", "short", *DAY), ("check", "--format", "markdown", *DAY), ("check", "--format", "github", *DAY),
        ("checklist", *DAY), ("steps", *DAY), ("trace", *DAY), ("render", "--format", "markdown", *DAY),
    ],
    ids=" ".join,
)  # fmt: skip
def test_agreements_come_in_the_order_of_their_folders(asked: tuple[str, ...], many: Path) -> None:
    assert order(run(*asked, folder=many).stdout) == list(PLACES)


def test_reports_for_programs_have_the_same_order(many: Path) -> None:
    data = json.loads(run("check", "--format", "json", *DAY, folder=many).stdout)
    assert [one["agreement"].partition("/")[0] for one in data["dossiers"]] == list(PLACES)
    assert order(" ".join(one["file"] for one in data["diagnostics"])) == list(PLACES)


def test_the_page_above_the_packages_has_the_same_order(many: Path) -> None:
    assert run("render", "--format", "html,markdown", *DAY, folder=many).returncode == 0
    assert order((many / "paket" / "index.md").read_text(encoding="utf-8")) == list(PLACES)
    text = (many / "paket" / "index.html").read_text(encoding="utf-8")
    assert order(text[text.index("<main") :]) == list(PLACES)


def test_kinds_of_documents_come_in_order() -> None:
    said = run("schema", "xyz", folder=ROOT).stderr
    assert said.index("uppföljningsplan") < said.index("åtgärdsplan") < said.index("överenskommelse")
