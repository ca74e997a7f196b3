"""A cause that lies behind another explains what that explains, and an action may name its problem itself."""

from pathlib import Path

import pytest
from test_graph import dossier_of, ids

from samverkan_cli.models.problems import Cause
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.family import with_family
from samverkan_cli.project.sources import Sources
from samverkan_cli.project.trace import Status, trace
from support.packages import judge

TREE = """\
samverkan: 1
typ: överenskommelse
id: provsta-2020
fokusområden: [{id: F1, namn: Trygghet}, {id: F2, namn: Annat}]
problem: [{id: P1, namn: Rån, gäller_fokusområden: [F1]}, {id: P2, namn: Buller, gäller_fokusområden: [F2]}]
orsaker:
  - {id: O3, orsak: Roten, ligger_bakom: [O2]}
  - {id: O1, orsak: Nära, gäller_problem: [P1]}
  - {id: O2, orsak: Bakom, ligger_bakom: [O1]}
  - {id: O8, orsak: Runt, ligger_bakom: [O9]}
  - {id: O9, orsak: Runt, ligger_bakom: [O8]}
mål: [{id: M1, gäller_problem: [P1]}]
åtgärder:
  - {id: Å1, vad: Möter roten, möter_orsaker: [O3], bidrar_till_mål: [M1]}
  - {id: Å2, vad: Rakt på, gäller_problem: [P2], bidrar_till_mål: [M1]}
"""


@pytest.fixture
def tree(tmp_path: Path) -> Dossier:
    return dossier_of(tmp_path, TREE)


def cause(tree: Dossier, id: str) -> Cause:
    return next(one for one in tree.causes if one.id == id)


def test_what_lies_behind_is_a_cause_of_the_same_problem(tree: Dossier) -> None:
    first, second = tree.problems
    assert ids(tree.graph.causes_of(first)) == ["O3", "O1", "O2"]
    assert tree.graph.causes_of(second) == ()
    assert {one.id: tree.graph.problems_of(one) for one in tree.causes} == {"O3": ("P1",), "O1": ("P1",), "O2": ("P1",), "O8": (), "O9": ()}


def test_a_cause_is_met_where_one_behind_it_is(tree: Dossier) -> None:
    for id in ("O1", "O2", "O3"):
        assert ids(tree.graph.actions_meeting(id)) == ["Å1"]
    assert tree.graph.actions_meeting("O8") == tree.graph.actions_meeting(None) == ()


def test_they_are_in_the_focus_area_of_the_problem(tree: Dossier) -> None:
    first, second = tree.actions
    assert tree.graph.focus_areas_of(cause(tree, "O3")) == tree.graph.focus_areas_of(first) == {"F1"}
    assert tree.graph.focus_areas_of(second) == {"F2"}
    assert ids(tree.graph.actions_naming("P2")) == ["Å2"]


def test_the_chain_goes_the_same_way(tree: Dossier) -> None:
    links = {link.id: link for link in trace(tree).links}
    assert links["O1"].ahead == ("O2",)
    assert links["O3"].back == ("O2",)
    assert links["Å2"].back == ("P2",)
    assert all(links[id].status is Status.COVERED for id in ("P1", "P2", "O1", "O2", "O3", "Å1", "Å2"))


@pytest.mark.parametrize(
    ("rows", "unknown"),
    [
        ("åtgärder: [{id: Å1, gäller_problem: [P9]}]", "P9"),
        ("orsaker: [{id: O1, ligger_bakom: [O9]}]", "O9"),
        ("arbetsformer: [{id: A1, gäller_fokusområden: [F9]}]", "F9"),
        ("åtaganden: [{id: T1, gäller_fokusområden: [F9]}]", "F9"),
        ("åtgärder: [{id: Å1, vem: {ansvarig: {grupp: G9}}}]", "G9"),
        ("åtgärder: [{id: Å1, vem: {ansvarig: {sammankallande: {aktör: A9}}}}]", "A9"),
        ("åtgärder: [{id: Å1, resurser: {part: A9, timmar: 5}}]", "A9"),
        ("inledande_beslut: [{part: A9}]", "A9"),
        ("beslut: [{id: B1, verkställs_av: [Å9]}]", "Å9"),
        ("beslut: [{id: B1, gäller: [X9]}]", "X9"),
        ("utfall: [{id: UT1, mål: M9}]", "M9"),
        ("hållna_möten: [{grupp: G9}]", "G9"),
    ],
)
def test_an_id_that_nothing_has_is_found(rows: str, unknown: str, tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(f"samverkan: 1\ntyp: överenskommelse\n{rows}\n", encoding="utf-8")
    found = [one for one in judge(tmp_path).diagnostics if one.code == "KED01"]
    assert [unknown in one.message for one in found] == [True]


@pytest.mark.parametrize(
    "rows",
    [
        "bilagor: [{titel: Plan, finns_hos: arkivet}]",
        "parter: [{id: a, ingår_i: Polisområde Syd}]",
        "åtgärder: [{id: Å1, fortsätter: [Å9]}]",
    ],
)
def test_words_and_ids_of_the_predecessor_are_no_references_here(rows: str, tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(f"samverkan: 1\ntyp: överenskommelse\n{rows}\n", encoding="utf-8")
    assert [one for one in judge(tmp_path).diagnostics if one.code == "KED01"] == []


def test_a_decision_may_be_about_anything(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(TREE + "beslut: [{id: B1, gäller: [P1, O1, M1, Å1, F1]}]\n", encoding="utf-8")
    assert [one for one in judge(tmp_path).diagnostics if one.code == "KED01"] == []


def test_a_cause_behind_another_does_not_hang_loose(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(TREE, encoding="utf-8")
    assert [one.message for one in judge(tmp_path).diagnostics if one.code == "KED13"] == []


def test_several_predecessors(tmp_path: Path) -> None:
    for name in ("ett", "två"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "agreement.yaml").write_text(f"samverkan: 1\ntyp: överenskommelse\ntitel: {name}\n", encoding="utf-8")
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\ntyp: inställningar\n", encoding="utf-8")
    (tmp_path / "ny").mkdir()
    new = "samverkan: 1\ntyp: överenskommelse\nersätter: [{titel: Noll}, {fil: ../ett/agreement.yaml}, {fil: ../två/agreement.yaml}]\n"
    found = with_family(dossier_of(tmp_path / "ny", new), Sources(base=tmp_path))
    assert [one.title for one in found.family.predecessors] == ["ett", "två"]
    assert found.family.predecessor is found.family.predecessors[0]


@pytest.mark.parametrize(
    ("extensions", "last"),
    [
        ("{till: 2021-06-30}", "2021-06-30"),
        ("{längd: 1 år}", "2021-12-31"),
        ("[{längd: 1 år}, {längd: 6 månader}]", "2022-06-30"),
        ("{från: 2021-02-01, längd: 1 år}", "2022-01-31"),
        ("[{till: 2021-06-30}, {längd: 1 månad}]", "2021-07-31"),
        ("{skäl: Ej klart.}", "2020-12-31"),
    ],
)
def test_the_last_day_with_extensions(extensions: str, last: str, tmp_path: Path) -> None:
    text = f"samverkan: 1\ntyp: överenskommelse\nperiod: {{från: 2019, till: 2020-12-31}}\nförlängning: {extensions}\n"
    dossier = dossier_of(tmp_path, text)
    assert (str(dossier.start), str(dossier.end)) == ("2019-01-01", last)
