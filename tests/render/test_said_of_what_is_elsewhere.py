"""How the additions are said in print: partial days, addresses that lead somewhere, resources, decisions."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from rendered import package_of

from samverkan_cli.printing.render.formats import files_of
from samverkan_cli.printing.render.package import Package
from samverkan_cli.printing.render.templates import environment
from support.packages import TODAY

ADDRESS = "https://kommunen.example/planer/kommunikation_2019.pdf?sida=1&del=2"
AGREEMENT = f"""\
samverkan: 1
typ: överenskommelse
id: prov
titel: Samverkan
datum: 2018-12
period: {{från: 2019, till: 2020-12-31}}
ärende: {{diarienummer: KS-2018/7, beredning: [{{organ: arbetsutskottet, datum: 2018-11, paragraf: § 187}}]}}
fastställd: {{organ: kommunstyrelsen, datum: 2018-12-05, delegation: {{till: kommundirektören, punkt: "1.4", anmäld: 2019-01}}}}
parter:
  - {{id: kommun, typ: kommun, namn: Exempelby kommun}}
  - {{id: polis, typ: polis, namn: Lokalpolisområde Exempelby, ingår_i: Polisområde Syd}}
ersätter: [{{titel: Ett, datum: 2014}}, {{titel: Två, datum: 2016-12, finns_hos: polis}}]
ersatt_av: {{titel: Nästa}}
förlängning: {{från: 2021-01-01, längd: 1 år, skäl: Lägesbilden är inte klar.}}
inledande_beslut: {{part: kommun, organ: kommunstyrelsen, datum: 2018-02, paragraf: § 31}}
revidering: {{detalj: löpande}}
verkat_för: {{vad: ett råd, datum: 2018, utfall: Rådet finns.}}
krav_på_delar: [{{lydelse: Träffas., minst: 2, per: år}}]
samverkansorganisation: [{{id: råd, namn: Rådet, mötesdagar: [2019-02-13, 2019-05-15]}}]
underskrifter:
  - {{part: kommun, datum: 2018-12}}
  - {{part: polis, datum: 2018-12-14}}
åtgärder:
  - id: Å1
    vad: Vuxna vid stationen
    vem: {{ansvarig: {{grupp: råd, sammankallande: {{aktör: kommun, funktion: samordnare}}}}}}
    resurser: [{{part: kommun, timmar: 6, per: vecka}}, {{part: polis, kronor: 150000, år: 2019, beslutad_i: budget 2019}}, en lokal]
  - {{id: Å2, resurser: "Sex timmar **i veckan**"}}
bilagor: [{{nr: "1", typ: kommunikationsplan, datum: 2018, webbadress: "{ADDRESS}", finns_hos: Kommunarkivet}}]
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    folder: Path = tmp_path_factory.mktemp("prov")
    (folder / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    return package_of(folder, TODAY)


@pytest.mark.parametrize(
    "said",
    [
        "| Datum | december 2018 |",
        "| Gäller | från 2019 till och med 31 december 2020 |",
        "| Ärende | dnr KS-2018/7, berett av arbetsutskottet, november 2018, § 187 |",
        "kommunstyrelsen, 5 december 2018, på delegation till kommundirektören, punkt 1.4, anmäld januari 2019",
        "Ersätter Ett, 2014.",
        "Ersätter Två, december 2016, finns hos Lokalpolisområde Exempelby.",
        "Ersatt av Nästa.",
        "Förlängd från 1 januari 2021 med 1 år. Lägesbilden är inte klar.",
        "ingår i Polisområde Syd",
        "| Exempelby kommun | kommunstyrelsen | februari 2018 | § 31 | – |",
        "| Revidering | löpande |",
        "- ett råd (2018): Rådet finns.",
        "Minst 2 per år.",
        "- Mötesdagar: 13 februari 2019, 15 maj 2019",
        "| Exempelby kommun | – | december 2018 | undertecknad |",
        "Rådet, sammankallande samordnare, Exempelby kommun",
        "- Resurser: Exempelby kommun: 6 timmar per vecka; Lokalpolisområde Exempelby: 150 000 kronor för 2019, beslutat i budget 2019; en lokal",
        "- Resurser: Sex timmar **i veckan**",
        "- 1 Kommunikationsplan (2018, finns hos Kommunarkivet, [",
    ],
)
def test_it_is_said(said: str, package: Package) -> None:
    text = "\n".join(page.markdown for page in package.pages)
    assert said in re.sub(r"\\(?=[^\w\s])", "", text).replace("\u00a0", " ")


def test_the_cover_says_the_month_that_the_last_signature_is_known_to_be_in(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(AGREEMENT.replace("2018-12-14}", "2018-11-14}"), encoding="utf-8")
    facts = {str(fact.label): str(fact.value) for fact in package_of(tmp_path, TODAY).facts}
    assert facts["Undertecknad"] == "december 2018"


def test_an_address_is_a_link_in_every_format(package: Package) -> None:
    look = environment(None)
    made = {name: files_of(package, name, look, single=False, split=False) for name in ("markdown", "html", "pdf", "word")}
    assert any(f"](<{ADDRESS}>)".encode() in data for data in made["markdown"].values())
    assert any(f'href="{ADDRESS.replace("&", "&amp;")}"'.encode() in data for data in made["html"].values())
    links = [
        str(note.get_object()["/A"]["/URI"])
        for data in (data for name, data in made["pdf"].items() if name.endswith(".pdf"))
        for page in PdfReader(BytesIO(data)).pages
        for note in page.get("/Annots") or []
        if "/URI" in note.get_object().get("/A", {})
    ]
    assert ADDRESS in links
    (word,) = [data for name, data in made["word"].items() if name.endswith(".docx")]
    with zipfile.ZipFile(BytesIO(word)) as packed:
        assert ADDRESS.replace("&", "&amp;") in packed.read("word/_rels/document.xml.rels").decode()
