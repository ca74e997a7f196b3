"""What is known of a finding that lists several things, in baselines of both versions: the rest still counts."""

import datetime
import json
from pathlib import Path

import pytest

from samverkan_cli.api import Options, check, open_project
from samverkan_cli.checking.baseline import updated
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.project.baseline import NAME
from samverkan_cli.project.sources import Sources
from support.packages import ROOT

OLD = (ROOT / "tests" / "data" / "older" / "baseline-1.json").read_text(encoding="utf-8")
WHOLE = "mått: antal rån, källa: statistiken, baslinje: {värde: 41, datum: 2018-12-31}, målnivå: {värde: 20, datum: 2020-12-31}"
ACTIONS = "åtgärder: [{id: Å1, bidrar_till_mål: [M1]}]\n"
WITHOUT_SOURCE = WHOLE.replace("källa: statistiken, ", "")
WITHOUT_BOTH = WITHOUT_SOURCE.replace(", målnivå: {värde: 20, datum: 2020-12-31}", "")


def found(folder: Path, indicator: str, **more: bool) -> Diagnostic | None:
    text = f"samverkan: 1\ntyp: överenskommelse\nid: x\nmål: [{{id: M1, lydelse: Färre rån, indikator: {{{indicator}}}}}]\n{ACTIONS}"
    (folder / "agreement.yaml").write_text(text, encoding="utf-8")
    project = open_project([folder], today=datetime.date(2019, 6, 1), sources=Sources(base=folder))
    report = check(project, Options(select=("SK10",), **more))
    return next((one for one in report.diagnostics if one.code == "SK10"), None)


def excused(one: Diagnostic | None) -> dict[str, str]:
    assert one is not None
    return {item.what: item.excused for item in one.items}


@pytest.fixture
def known(tmp_path: Path) -> Path:
    """A folder whose baseline knows that the source is lacking."""
    one = found(tmp_path, WITHOUT_SOURCE)
    assert one is not None
    (tmp_path / NAME).write_text(updated(None, tmp_path / NAME, {"x": [one]}, {}), encoding="utf-8")
    return tmp_path


def test_what_is_known_does_not_count(known: Path) -> None:
    one = found(known, WITHOUT_SOURCE)
    assert one is not None and one.suppressed is not None
    assert one.suppressed.by == "baseline"


def test_what_is_lacking_besides_counts(known: Path) -> None:
    one = found(known, WITHOUT_BOTH)
    assert one is not None and one.suppressed is None
    assert excused(one) == {"källa": "baseline", "målnivå": ""}


def test_what_is_mended_is_no_longer_there(known: Path) -> None:
    assert found(known, WHOLE) is None


def test_one_of_version_1_knows_only_what_its_message_names(tmp_path: Path) -> None:
    one = found(tmp_path, WITHOUT_SOURCE)
    assert one is not None and one.former_fingerprint != one.fingerprint
    (tmp_path / NAME).write_text(OLD.replace("FINGERPRINT", one.former_fingerprint), encoding="utf-8")
    again = found(tmp_path, WITHOUT_SOURCE)
    assert again is not None and again.suppressed is not None
    more = found(tmp_path, WITHOUT_BOTH)
    assert more is not None and more.suppressed is None
    assert excused(more) == {"källa": "baseline", "målnivå": ""}


def test_what_is_written_now_is_version_2(tmp_path: Path) -> None:
    one = found(tmp_path, WITHOUT_BOTH)
    assert one is not None
    data = json.loads(updated(OLD.encode(), tmp_path / NAME, {"x": [one]}, {}))
    assert data["version"] == 2
    assert [entry["items"] for entry in data["dossiers"]["x"]] == [["källa", "målnivå"]]


def test_what_belongs_to_the_step_that_is_going_on_is_not_written_down(tmp_path: Path) -> None:
    text = f"samverkan: 1\ntyp: överenskommelse\nid: x\npågående_steg: 4\nmål: [{{id: M1, lydelse: Färre rån}}]\n{ACTIONS}"
    (tmp_path / "agreement.yaml").write_text(text, encoding="utf-8")
    report = check(open_project([tmp_path], today=datetime.date(2019, 6, 1)), Options(select=("SK10",)))
    assert [one.group.value for one in report.diagnostics] == ["step"]
    assert json.loads(updated(None, tmp_path / NAME, {"x": list(report.diagnostics)}, {}))["dossiers"] == {}


def test_an_exemption_for_one_of_the_things_that_are_listed(tmp_path: Path) -> None:
    """ST52 lists the actions that nobody has assessed: each is exempted by its id."""
    text = (
        "samverkan: 1\ntyp: överenskommelse\nid: x\nåtgärder: [{id: Å1}, {id: Å2}]\n"
        "undantag: [{regel: ST52, id: Å1, skäl: Ställdes in., beslutat_av: rådet}"
    )
    for more, wanted in (("]\n", False), (", {regel: ST52, id: Å2, skäl: Ställdes in., beslutat_av: rådet}]\n", True)):
        (tmp_path / "agreement.yaml").write_text(text + more, encoding="utf-8")
        report = check(open_project([tmp_path], today=datetime.date(2019, 6, 1)), Options(select=("ST52",), all_steps=True))
        (one,) = [one for one in report.diagnostics if one.code == "ST52"]
        assert (one.suppressed is not None) is wanted
        assert {item.id: item.excused for item in one.items}["Å1"] == "undantag"
