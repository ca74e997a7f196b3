"""A document whose file could only be read in part says so where it is printed, until it has been signed."""

from pathlib import Path

import pytest
from rendered import package_of

from samverkan_cli.printing.render.formats import files_of
from samverkan_cli.printing.render.templates import environment
from support.slips import DAY, write

SAID = "Filen kunde bara läsas delvis"
PLAN = "samverkan: 1\ntyp: åtgärdsplan\ntitel: Plan\nåtgärder:\n  - {id: Å1, vad: Vuxna}\n  - {id: Å2, vad: [}\n"
LISTED = 'bilagor: [{nr: "1", fil: plan.yaml}]\n'
SIGNED = "underskrifter:\n  - {part: kommun, namn: A B, datum: 2027-01-01}\n  - {part: polis, namn: C D, datum: 2027-01-01}\n"


def pages(folder: Path, form: str) -> dict[str, str]:
    made = files_of(package_of(folder, DAY), form, environment(None), single=False, split=False)
    return {name: text.decode("utf-8") for name, text in made.items() if name.endswith((".md", ".html"))}


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_it_is_said_on_the_page_of_that_document_only(form: str, tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": LISTED, "plan.yaml": PLAN})
    assert [name for name, text in pages(tmp_path, form).items() if SAID in text] == [
        name for name in pages(tmp_path, form) if "plan" in name
    ]


def test_a_whole_file_says_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": LISTED, "plan.yaml": PLAN.replace("[}", "Ljus}")})
    assert not any(SAID in text for text in pages(tmp_path, "markdown").values())


def test_what_is_signed_is_not_added_to(tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": LISTED + SIGNED, "plan.yaml": PLAN})
    assert not any(SAID in text for text in pages(tmp_path, "markdown").values())


def test_a_document_that_stands_alone_says_it_too(tmp_path: Path) -> None:
    write(tmp_path, {"plan.yaml": PLAN})
    (tmp_path / "agreement.yaml").unlink()
    assert any(SAID in text for text in pages(tmp_path, "markdown").values())
