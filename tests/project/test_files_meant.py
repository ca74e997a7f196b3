"""A file that is named and is not there: which one was meant, and that looking for it is done once."""

import datetime
from functools import partial
from pathlib import Path

import pytest

from samverkan_cli.project.discovery import find_dossiers
from samverkan_cli.project.sources import Sources
from support.operations import calls_in
from support.slips import said, write

MISSING = "ersätter: {fil: ekhult-2025/agreement.yaml}\n"


@pytest.mark.parametrize("key", ["ersätter: ", "del_av: ", "delar:\n  - "])
def test_an_agreement_is_not_proposed_to_itself(key: str, tmp_path: Path) -> None:
    (found,) = [one for one in said(tmp_path, {"agreement.yaml": f"{key}{{fil: ekhult-2025/agreement.yaml}}\n"}) if one.code == "FIL08"]
    assert (found.message, found.help) == ("filen ekhult-2025/agreement.yaml finns inte", "Kontrollera sökvägen.")


def test_another_agreement_of_that_name_is(tmp_path: Path) -> None:
    other = "samverkan: 1\ntyp: överenskommelse\nid: förra\ntitel: Förra\n"
    found = said(tmp_path, {"agreement.yaml": MISSING, "förra/agreement.yaml": other})
    assert [one.help for one in found if one.code == "FIL08"] == ["Menar du förra/agreement.yaml?"]


def test_only_an_appendix_may_be_made_later(tmp_path: Path) -> None:
    found = said(tmp_path, {"agreement.yaml": 'bilagor: [{nr: "1", fil: plan.yaml}]\n'})
    assert ["tas_fram" in one.help for one in found if one.code == "FIL08"] == [True]


def test_a_folder_is_looked_into_once_for_all_that_is_missing(tmp_path: Path) -> None:
    def cost(number: int) -> int:
        folder = tmp_path / str(number)
        listed = "".join(f'  - {{nr: "{one}", fil: saknas/{one}.yaml}}\n' for one in range(number))
        others = {f"annat/fil{one}.yaml": "a: 1\n" for one in range(number)}
        write(folder, {"agreement.yaml": f"bilagor:\n{listed}", **others})
        return calls_in(partial(find_dossiers, [folder / "agreement.yaml"], datetime.date(2027, 6, 1), Sources(base=folder)))

    cost(3)  # What is built once is no part of what is counted.
    few, more, most = cost(20), cost(60), cost(180)
    assert (most - more) / 120 <= 1.25 * (more - few) / 40
