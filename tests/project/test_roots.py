"""What is a root: agreements, and documents that belong to none. What each path that is named leads to."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.api import open_project
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models import ContentDocument
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.owner import Owner, owner
from samverkan_cli.project.sources import Sources
from support.alone import EVERY, PLAN, PLEDGE, REPORT, write

TODAY = datetime.date(2027, 6, 1)
AGREEMENT = "samverkan: 1\ntyp: överenskommelse\n"


def opened(folder: Path, *paths: str, alone: bool = False, today: datetime.date = TODAY) -> list[Dossier]:
    named = [folder / path for path in paths]
    return list(open_project(named, today=today, sources=Sources(base=folder), alone=alone).dossiers)


def files(folder: Path, *paths: str, alone: bool = False) -> list[list[str]]:
    """The files of each dossier, its root first."""
    return [[member.document.file for member in dossier.members] for dossier in opened(folder, *paths, alone=alone)]


def the_only(folder: Path, name: str, text: str) -> Dossier:
    write(folder, {name: text})
    (dossier,) = opened(folder, name)
    return dossier


# --- What is found in a folder ---


def test_each_document_without_an_agreement_is_a_root(tmp_path: Path) -> None:
    write(tmp_path, {"plan.yaml": PLAN, "under/löfte.yaml": PLEDGE, "annat.yaml": "namn: inte vår\n"})
    assert files(tmp_path, ".") == [["plan.yaml"], ["under/löfte.yaml"]]


def test_a_document_beside_an_agreement_is_no_root(tmp_path: Path) -> None:
    listing = AGREEMENT + "bilagor: [{fil: plan.yaml}]\n"
    write(tmp_path, {"a/agreement.yaml": listing, "a/plan.yaml": PLAN, "a/under/löfte.yaml": PLEDGE, "b/lägesbild.yaml": REPORT})
    assert files(tmp_path, ".") == [["a/agreement.yaml", "a/plan.yaml", "a/under/löfte.yaml"], ["b/lägesbild.yaml"]]


def test_a_document_that_an_agreement_elsewhere_lists_is_no_root(tmp_path: Path) -> None:
    write(tmp_path, {"a/agreement.yaml": AGREEMENT + "bilagor: [{fil: ../gemensamt/plan.yaml}]\n", "gemensamt/plan.yaml": PLAN})
    both = [["a/agreement.yaml", "gemensamt/plan.yaml"]]
    assert files(tmp_path, ".") == both
    assert files(tmp_path, "gemensamt") == both, "its agreement lies outside the folder"
    assert files(tmp_path, "gemensamt/plan.yaml") == both


def test_a_folder_of_appendices_is_its_agreement(tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": AGREEMENT, "bilagor/plan.yaml": PLAN})
    assert files(tmp_path, "bilagor") == [["agreement.yaml", "bilagor/plan.yaml"]]


def test_a_folder_with_what_is_listed_elsewhere_and_what_is_not(tmp_path: Path) -> None:
    listing = AGREEMENT + "bilagor: [{fil: ../planer/a.yaml}]\n"
    write(tmp_path, {"avtal/agreement.yaml": listing, "planer/a.yaml": PLAN, "planer/b.yaml": PLAN})
    assert files(tmp_path, "planer") == [["planer/b.yaml"], ["avtal/agreement.yaml", "planer/a.yaml"]]


def test_settings_are_no_root(tmp_path: Path) -> None:
    write(tmp_path, {"samverkan.yaml": "samverkan: 1\ntyp: inställningar\n", "plan.yaml": PLAN})
    assert files(tmp_path, ".") == [["plan.yaml"]]
    assert files(tmp_path, "samverkan.yaml") == [["plan.yaml"]]


def test_a_folder_with_nothing_of_ours(tmp_path: Path) -> None:
    write(tmp_path, {"samverkan.yaml": "samverkan: 1\ntyp: inställningar\n", "annat.yaml": "namn: inte vår\n"})
    with pytest.raises(SamverkanError, match=r"ingen överenskommelse i .*, och inget annat dokument"):
        opened(tmp_path, ".")


def test_an_agreement_whose_type_is_misspelt_has_its_appendices(tmp_path: Path) -> None:
    misspelt = AGREEMENT.replace("överenskommelse", "överenskomelse") + "bilagor: [{fil: plan.yaml}]\n"
    write(tmp_path, {"agreement.yaml": misspelt, "plan.yaml": PLAN})
    assert files(tmp_path, ".") == [["agreement.yaml", "plan.yaml"]]


# --- What is named ---


def test_an_appendix_that_nobody_lists_belongs_to_the_agreement_in_its_folder(tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": AGREEMENT, "plan.yaml": PLAN})
    assert files(tmp_path, "plan.yaml") == [["agreement.yaml", "plan.yaml"]]


def test_alone_means_by_itself(tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": AGREEMENT + "bilagor: [{fil: plan.yaml}]\n", "plan.yaml": PLAN, "löfte.yaml": PLEDGE})
    assert files(tmp_path, "plan.yaml", "löfte.yaml", alone=True) == [["plan.yaml"], ["löfte.yaml"]]


@pytest.mark.parametrize(
    ("path", "words"), [(".", "är en mapp"), ("agreement.yaml", "en överenskommelse"), ("samverkan.yaml", "inställningar")]
)
def test_what_is_never_alone(path: str, words: str, tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": AGREEMENT, "samverkan.yaml": "samverkan: 1\ntyp: inställningar\n"})
    with pytest.raises(SamverkanError, match=words):
        opened(tmp_path, path, alone=True)


def test_two_lone_documents_have_names_of_their_own(tmp_path: Path) -> None:
    write(tmp_path, {"plan.yaml": PLAN, "löfte.yaml": PLEDGE.replace("titel:", "id: älvmo-2027\ntitel:")})
    assert sorted(dossier.id for dossier in opened(tmp_path, ".")) == ["plan", "älvmo-2027"]


# --- The root of a dossier ---


@pytest.mark.parametrize("name", sorted(EVERY))
def test_the_root_is_the_document_itself(name: str, tmp_path: Path) -> None:
    dossier = the_only(tmp_path, name, EVERY[name])
    assert not dossier.is_agreement
    assert dossier.documents == (dossier.main,)
    assert dossier.title == dossier.main.title
    assert dossier.parties == ()


def test_the_period_is_the_document_s_own(tmp_path: Path) -> None:
    write(tmp_path, {"löfte.yaml": PLEDGE})
    (dossier,) = opened(tmp_path, "löfte.yaml", today=datetime.date(2029, 1, 1))
    assert (dossier.start, dossier.end) == (datetime.date(2027, 1, 1), datetime.date(2027, 12, 31))
    assert dossier.today == datetime.date(2027, 12, 31), "it is judged on its last day"


def test_what_cannot_be_read_is_still_of_its_kind(tmp_path: Path) -> None:
    dossier = the_only(tmp_path, "plan.yaml", f"samverkan: 1\ntyp: åtgärdsplan\nåtgärder: {'[' * 40}\n")
    assert dossier.root.model is None
    assert (type(dossier.main).__name__, dossier.is_agreement) == ("ActionPlan", False)
    unknown = the_only(tmp_path, "annat.yaml", "samverkan: 1\ntyp: bordslampa\n")
    assert (type(unknown.main), unknown.is_agreement) == (ContentDocument, False)


def test_a_lone_document_is_signed_when_all_its_signatures_are(tmp_path: Path) -> None:
    signed = PLEDGE + "underskrifter: [{part: kommun, datum: 2027-01-05}, {part: polis, datum: 2027-01-07}]\n"
    assert the_only(tmp_path, "löfte.yaml", signed).signed == datetime.date(2027, 1, 7)
    assert the_only(tmp_path, "löfte.yaml", signed.replace(", datum: 2027-01-05", "")).signed is None
    assert the_only(tmp_path, "löfte.yaml", PLEDGE).signed is None


# --- Whose it is ---


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("part: kommun", Owner.MUNICIPALITY),
        ("part: ekhult", Owner.MUNICIPALITY),
        ("part: polis", Owner.POLICE),
        ("part: lpo-ekhult", Owner.POLICE),
        ("part: polisen", Owner.POLICE),
        ("part: ekhult\ntitel: Lokalpolisområdets lägesbild", Owner.POLICE),
        ("titel: Polisens lägesbild", Owner.POLICE),
        ("titel: Kommunens och polisens lägesbild", Owner.MUNICIPALITY),
        ("titel: Lägesbild 2026", Owner.MUNICIPALITY),
        ("part: kommun\ntitel: Lägesbild till polisen", Owner.MUNICIPALITY),
        ("part: skolan\nandra_aktörer: [{id: skolan, typ: skola}]", Owner.OTHER),
    ],
)
def test_whose_a_report_is(text: str, whose: Owner, tmp_path: Path) -> None:
    assert owner(the_only(tmp_path, "l.yaml", f"samverkan: 1\ntyp: lägesbild\n{text}\n").main) is whose
