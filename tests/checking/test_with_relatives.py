"""What an agreement comes to together with its parts and the one above it, and what a fault in a file lets a rule say."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.api import Options, check, open_project
from samverkan_cli.checking.judge import judge as judged
from samverkan_cli.checking.report import Report
from samverkan_cli.checking.select import selection
from samverkan_cli.project.sources import Sources

DAY = datetime.date(2019, 6, 1)
HEAD = "samverkan: 1\ntyp: överenskommelse\nid: %s\n"
PROMISES, DECLINES, IS_SILENT = "löften: [{id: L1, lydelse: Vi ses.}]\n", "inga_löften: {skäl: Vi vill inte.}\n", "titel: Del\n"
HALF = "löften: [{id: L1, lydelse: Vi ses.}, {id: L2}]\n"


def _report(folder: Path, text: str, parts: tuple[str, ...] = (), options: Options | None = None) -> Report:
    (folder / ".git").mkdir()
    (folder / "agreement.yaml").write_text(HEAD % "x" + text, encoding="utf-8")
    for number, part in enumerate(parts, start=1):
        (folder / f"{number}.yaml").write_text(HEAD % f"d{number}" + "del_av: {fil: agreement.yaml}\n" + part, encoding="utf-8")
    project = open_project([folder / "agreement.yaml"], today=DAY, sources=Sources(base=folder))
    return check(project, options or Options(all_steps=True))


@pytest.mark.parametrize(
    ("parts", "absent", "verdict", "basis", "reasons"),
    [
        ((), 1, "unknown", "parts", ("det lämnas till delarna, och en är inte inläst",)),
        ((), 2, "unknown", "parts", ("det lämnas till delarna, och 2 är inte inlästa",)),
        ((PROMISES,), 1, "unknown", "parts", ("1 av 1 inläst uppfyller; en är inte inläst",)),
        ((PROMISES, PROMISES), 2, "unknown", "parts", ("2 av 2 inlästa uppfyller; 2 är inte inlästa",)),
        ((PROMISES, PROMISES), 0, "met", "parts", ("varje del uppfyller det",)),
        ((PROMISES, IS_SILENT), 0, "partly", "parts", ("1 av 2 inlästa uppfyller",)),
        ((PROMISES, HALF), 0, "partly", "parts", ("1 av 2 inlästa uppfyller",)),
        ((PROMISES, DECLINES), 0, "partly", "parts", ("1 av 2 inlästa uppfyller",)),
        ((DECLINES, DECLINES), 0, "declined", "read", ("Vi vill inte.",)),
        ((DECLINES,), 1, "partly", "parts", ("0 av 1 inläst uppfyller",)),
        ((IS_SILENT, IS_SILENT), 0, "missing", "read", ("inga medborgarlöften är valda, och det står inte varför",)),
        ((IS_SILENT,), 1, "missing", "read", ("inga medborgarlöften är valda, och det står inte varför",)),
    ],
)
def test_what_the_parts_come_to(
    parts: tuple[str, ...], absent: int, verdict: str, basis: str, reasons: tuple[str, ...], tmp_path: Path
) -> None:
    named = [f"{{fil: {number}.yaml}}" for number in range(1, len(parts) + 1)] + [f"{{titel: Del {number}}}" for number in range(absent)]
    report = _report(tmp_path, f"delar: [{', '.join(named)}]\n", parts, Options(all_steps=True, select=("SK07",)))
    point = next(one for one in report.dossiers[0].points if one.code == "SK07")
    assert (point.verdict.value, point.basis.value, point.reasons) == (verdict, basis, reasons)
    told = [one.message for one in report.diagnostics if one.code == "SK07" and one.message.startswith("det lämnas")]
    more = "; en är inte inläst" if absent else ""
    assert told == ([f"det lämnas till delarna, och {reasons[0]}{more}"] if verdict == "partly" else [])


def test_an_agreement_that_says_it_itself_leaves_nothing_to_its_parts(tmp_path: Path) -> None:
    report = _report(tmp_path, "delar: [{titel: Norr}]\n" + HALF)
    point = next(one for one in report.dossiers[0].points if one.code == "SK07")
    assert (point.verdict.value, point.basis.value, point.reasons) == ("partly", "read", ("L2 saknar lydelse",))


@pytest.mark.parametrize(
    ("above", "verdict", "basis"),
    [("period: {från: 2019-01-01, till: 2020-12-31}\n", "met", "above"), ("period: {från: 2019-01-01}\n", "partly", "above")],
)
def test_what_is_said_above(above: str, verdict: str, basis: str, tmp_path: Path) -> None:
    (tmp_path / "above.yaml").write_text(HEAD % "hel" + above, encoding="utf-8")
    report = _report(tmp_path, "del_av: {fil: above.yaml}\n")
    point = next(one for one in report.dossiers[0].points if one.code == "SK14")
    assert (point.verdict.value, point.basis.value) == (verdict, basis)


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        # What was meant is judged instead, but of the key itself enough is said.
        ("aterkoppling: [{till: råd}]\n", "SK12", True),
        ("återkoppling: [{till: råd, nar: {detalj: löpande}}]\n", "SK12", False),
        # What could not be read may have said it; a placeholder has said nothing.
        ("dokumentation: {var: {a: b}}\n", "SH04", False),
        ("dokumentation: [{var: loggen}]\n", "SH04", False),
        ("dokumentation: {var: …}\n", "SH04", True),
        ("färg: röd\n", "SH04", True),
        ("avsnitt: [{rubrik: X, dokumentation: Y}]\n", "SH04", False),
    ],
)
def test_what_a_fault_leaves_to_be_said(text: str, code: str, told: bool, tmp_path: Path) -> None:
    report = _report(tmp_path, text)
    assert (code in {one.code for one in report.diagnostics}) is told


def test_which_rules_are_run(tmp_path: Path) -> None:
    """Those that are asked for, and those that judge or serve a point of a pack that is."""
    (tmp_path / "agreement.yaml").write_text(HEAD % "x", encoding="utf-8")
    (case,) = open_project([tmp_path / "agreement.yaml"], today=DAY, sources=Sources(base=tmp_path)).cases()
    for pack, there, absent in (
        ("skåne-17", {"SK01", "TID05"}, {"SH08", "TID01"}),
        ("steg", {"ST11", "SK01", "SH04"}, {"TYD01", "SH01"}),
    ):
        run = set(judged(case, selection(case.settings, Options(packs=(pack,))), None, over=False))
        assert there <= run and not absent & run


def test_when_the_period_is_over_the_last_step_is_told(tmp_path: Path) -> None:
    report = _report(tmp_path, "period: {från: 2018-01-01, till: 2019-05-31}\npågående_steg: 2\n", options=Options())
    steps = {one.code for one in report.diagnostics if one.code.startswith("ST")}
    assert "ST53" in steps and steps <= {"ST51", "ST52", "ST53", "ST54", "ST55"}
