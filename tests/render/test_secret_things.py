"""What is marked as secret, or as not for everybody to know, is in no byte of the public version; what is not marked is."""

from pathlib import Path

import pytest
from filled import TODAY as FAR
from filled import Filler, read_yaml, write_filled, write_yaml
from rendered import package_of
from test_public import HALVES, printed, words_of

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.formats import FORMATS
from samverkan_cli.publication import PackageRun
from support.packages import TODAY

AGREEMENT = """\
samverkan: 1
typ: överenskommelse
id: prov
titel: Samverkan
parter: [{id: kommun, typ: kommun, namn: Exempelby kommun}, {id: polis, typ: polis, namn: Lokalpolisområde Exempelby}]
ersätter:
  - {titel: Förra överenskommelsen, diarienummer: KS-2016/0001}
bygger_på:
  - {part: polis, titel: Hemlig underrättelse, datum: 2018-06, diarienummer: A111.222/2018, webbadress: "https://hemlig.example/rapport",
     finns_hos: Hemliga enheten, källor: [hemlig källa], sekretess: {bestämmelse: Hemliga kapitlet, markerad: 2018-07, av: polis}}
  - {part: kommun, titel: Öppen lägesbild, datum: 2018-05-02, publiceras: nej, källor: [enkät]}
kontakter:
  - {part: polis, funktion: kommunpolis, namn: Hemma Ligsson, telefon: "08-123 45 67", sekretess: {bestämmelse: Hemliga kapitlet}}
  - {part: kommun, funktion: samordnare, namn: Öppna Persson}
åtgärder:
  - id: Å1
    vad: Vuxna på plats vid Hemligagatan 5
    plats: [torget, {namn: Hemligagatan 5, publiceras: nej}]
    när: {från: 2019-09-14, till: 2019-10-31, detalj: hemligt klockslag, publiceras: nej}
  - id: Å2
    vad: Kontroller
    plats: [{namn: parken, sekretess: {bestämmelse: Hemliga kapitlet, av: polis}}]
    när: {från: 2019-11-16, sekretess: {bestämmelse: Hemliga kapitlet}}
  - id: Å3
    vad: Ljus i parken
    plats: [parken]
    när: {från: 2019-03-01, publiceras: ja}
bilagor:
  - {nr: "1", fil: plan.yaml}
  - {nr: "2", titel: Hemlig bilaga, typ: lägesbild, webbadress: "https://hemlig.example/bilaga", finns_hos: Hemliga enheten,
     period: {från: 2018}, sekretess: {bestämmelse: Hemliga kapitlet}}
  - {nr: "3", titel: Öppen bilaga, typ: kommunikationsplan, webbadress: "https://kommunen.example/plan"}
"""
PLAN = """\
samverkan: 1
typ: åtgärdsplan
titel: Hemlig plan
sekretess: {bestämmelse: Hemliga kapitlet, av: polis}
åtgärder: [{id: Å9, vad: Hemlig åtgärd}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_no_word_of_it_is_printed_in_any_format(folder: Path) -> None:
    text = printed(package_of(folder, TODAY, public=True), FORMATS).lower()
    for secret in (
        "hemlig",
        "ligsson",
        "08-123",
        "14 september",
        "31 oktober",
        "16 november",
        "14 sep",
        "16 nov",
        "oktober 2019",
        "plan.html",
    ):
        assert secret not in text, secret
    assert "delar är utelämnade" in text


def test_what_is_not_marked_is_printed(folder: Path) -> None:
    text = printed(package_of(folder, TODAY, public=True), ("markdown",))
    for word in (
        "Öppna Persson", "kommunpolis", "torget", "parken", "Ljus i parken", "1 mars 2019", "Förra överenskommelsen", "KS-2016/0001",
        "Öppen bilaga", "https://kommunen.example/plan", "Öppen lägesbild", "A111.222/2018",
    ):  # fmt: skip
        assert word in text.replace("\\", ""), word
    assert "Vuxna på plats vid (lämnas inte ut)" in text.replace("\\", "")


def test_the_internal_version_says_it_all(folder: Path) -> None:
    text = printed(package_of(folder, TODAY), ("markdown",)).replace("\\", "")
    for word in (
        "Hemlig underrättelse", "Hemma Ligsson", "Hemligagatan 5", "hemligt klockslag", "14 september", "16 november 2019", "Hemlig plan",
        "sekretess enligt Hemliga kapitlet, markerad juli 2018 av Lokalpolisområde Exempelby",
    ):  # fmt: skip
        assert word in text, word


def test_an_agreement_that_is_secret_has_no_public_version(folder: Path) -> None:
    file = folder / "agreement.yaml"
    file.write_text(AGREEMENT.replace("id: prov\n", "id: prov\nsekretess: {av: polis}\n"), encoding="utf-8")
    run = PackageRun([folder], TODAY, None, True, lambda *_: None)
    with pytest.raises(SamverkanError, match="inte lämnas ut"):
        run.hindrances()


@pytest.mark.parametrize(
    "mark", ["sekretess:", "sekretess: {}", "sekretess: {bestämmelse: …}", "sekretess: …", "publiceras:", "offentlig:"]
)
def test_it_refuses_where_the_mark_says_nothing(mark: str, folder: Path) -> None:
    file = folder / "plan.yaml"
    file.write_text(PLAN.replace("sekretess: {bestämmelse: Hemliga kapitlet, av: polis}", mark), encoding="utf-8")
    run = PackageRun([folder], TODAY, None, True, lambda *_: None)
    with pytest.raises(SamverkanError, match=r"plan\.yaml, rad 4: det står inget efter (sekretess|publiceras)"):
        run.hindrances()
    assert PackageRun([folder], TODAY, None, False, lambda *_: None).hindrances() == ()


@pytest.mark.parametrize("kinds", HALVES)
def test_no_word_of_a_secret_document_is_printed(kinds: list[str], tmp_path: Path) -> None:
    filler = Filler()
    write_filled(tmp_path, filler)
    for kind in kinds:
        file = tmp_path / f"{kind}.yaml"
        write_yaml(file, {**read_yaml(file), "sekretess": {"av": "polis"}})
    text = printed(package_of(tmp_path, FAR, public=True), ("markdown", "html"))
    assert [where for where, mark in words_of(filler, kinds).items() if mark in text] == []


def test_nothing_but_the_number_of_all_that_can_be_secret(tmp_path: Path) -> None:
    """An agreement where every mark there is has been set."""
    filler = Filler(secret=True)
    write_filled(tmp_path, filler)
    for file in tmp_path.glob("*.yaml"):
        data = read_yaml(file)
        data.pop("sekretess", None)
        write_yaml(file, data)
    text = printed(package_of(tmp_path, FAR, public=True), ("markdown", "html"))
    marks = {where: mark for where, _, mark in filler.seen if "märke" in mark and ".bilagor." not in where}
    closed = {where: mark for where, mark in marks.items() if "sekretess" in where and where.count(".") > 2}
    for under in ("ersätter.", "ersatt_av.", "bygger_på.", "del_av.", "delar.", "åtgärder.plats.", "åtgärder.när."):
        closed |= {where: mark for where, mark in marks.items() if f".{under}" in where and not where.endswith((".diarienummer", ".part"))}
    closed |= {
        where: mark for where, mark in marks.items() if where.endswith((".kontakter.namn", ".kontakter.telefon", ".kontakter.epost"))
    }
    assert len(closed) > 200
    assert [where for where, mark in closed.items() if mark in text] == []
