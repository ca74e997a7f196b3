"""The public version: no word of what is withheld is in any byte of it, all else is there, and it refuses where the mark may be unreadable."""

import io
import re
import shutil
import zipfile
from collections.abc import Collection
from pathlib import Path

import pytest
from filled import TODAY, Filler, read_yaml, write_filled, write_yaml
from pypdf import PdfReader
from rendered import package_of

from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.printing.render.formats import FORMATS, files_of
from samverkan_cli.printing.render.package import Package
from samverkan_cli.printing.render.templates import environment
from support.inside import run
from support.packages import HUDDINGE, ROOT, copy
from support.pdf_text import pages_of
from support.process import run as run_process

APPENDICES = [kind for kind in DOCUMENT_TYPES if kind not in ("överenskommelse", "inställningar")]


def words_in(name: str, data: bytes) -> str:
    """Everything that a file can be made to say: its name, its bytes as text, and what is packed in it."""
    parts = [name]
    if name.endswith(".pdf"):
        reader = PdfReader(io.BytesIO(data))
        parts += pages_of(data)
        parts += [str(reader.metadata), str(reader.xmp_metadata and reader.xmp_metadata.rdf_root.toxml()), *reader.attachments]
        parts += [str(one.title) for one in _flat(reader.outline)]
    elif name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            inside = [f"{one}\n{packed.read(one).decode('utf-8', 'replace')}" for one in packed.namelist()]
        parts += [re.sub(r"<[^>]+>", "", one) for one in inside] + inside
    else:
        parts.append(data.decode("utf-8", "replace"))
    # A word may be broken over lines.
    return re.sub(r"[\s\u00ad\u2060]+", " ", "\n".join(parts))


def _flat(outline: list) -> list:  # type: ignore[type-arg]
    return [below for one in outline for below in (_flat(one) if isinstance(one, list) else [one])]


def printed(package: Package, formats: tuple[str, ...]) -> str:
    """Every word of a package in some formats."""
    look = environment(None)
    made = [files_of(package, name, look, single=False, split=False) for name in formats]
    return "\n".join(words_in(name, data) for files in made for name, data in files.items())


KEYS = ("publiceras", "offentlig")
"""What the mark is called, and what it was called before."""


def close(file: Path, key: str = "publiceras") -> None:
    """Mark a document as not given out."""
    data = read_yaml(file)
    write_yaml(file, {**data, key: "nej"})


HALVES = (APPENDICES[::2], APPENDICES[1::2])
"""Each kind of document is withheld in one of them and printed in the other: what may leak is a page of its own each time."""


def words_of(filler: Filler, kinds: Collection[str]) -> dict[str, str]:
    """Every word that stands in documents of some kinds and nowhere else, by its place."""
    return {where: mark for where, _, mark in filler.seen if "märke" in mark and where.split(".")[0] in kinds}


@pytest.mark.parametrize(("how", "key"), [("document", "publiceras"), ("list", "offentlig")])
@pytest.mark.parametrize("kinds", HALVES)
def test_no_word_of_a_withheld_document_is_printed(kinds: list[str], how: str, key: str, tmp_path: Path) -> None:
    filler = Filler()
    write_filled(tmp_path, filler)
    if how == "document":
        for kind in kinds:
            close(tmp_path / f"{kind}.yaml", key)
    else:
        file = tmp_path / "agreement.yaml"
        data = read_yaml(file)
        rows = [one for one in data["bilagor"] if one["fil"] in {f"{kind}.yaml" for kind in kinds}]
        assert len(rows) == len(kinds)
        for row in rows:
            row |= {key: "nej", "titel": "hemligtitel"}
        write_yaml(file, data)
    text = printed(package_of(tmp_path, TODAY, public=True), ("markdown", "html"))
    assert [where for where, mark in words_of(filler, kinds).items() if mark in text] == []
    assert "hemligtitel" not in text
    for kind in kinds:
        assert kind == "dokument" or f"{kind}.html" not in text
    assert "Delar är utelämnade. Hela handlingen begärs hos registrator" in text
    given = [kind for kind in APPENDICES if kind not in kinds]
    others = [mark for where, mark in words_of(filler, {*given, "överenskommelse"}).items() if ".inledning" in where]
    assert len(others) == len(given) + 1
    assert all(mark in text for mark in others), "what is not withheld is there"


def test_no_word_of_a_withheld_plan_is_printed_in_any_format(tmp_path: Path) -> None:
    filler = Filler()
    write_filled(tmp_path, filler)
    close(tmp_path / "åtgärdsplan.yaml")
    text = printed(package_of(tmp_path, TODAY, public=True), FORMATS)
    assert [where for where, mark in words_of(filler, {"åtgärdsplan"}).items() if mark in text] == []


NAME, PHONE, MAIL = "Hemma Ligsson", "08-123 45 67", "hemma.ligsson@kommunen.example"


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("written", [NAME, "hemma  ligsson", "HEMMA LIGSSON"])
def test_a_withheld_contact_is_named_nowhere(written: str, key: str, tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(
        f"""\
samverkan: 1
typ: överenskommelse
id: prov
titel: Samverkan
parter: [{{id: kommun, typ: kommun, namn: Exempelby kommun}}, {{id: polis, typ: polis, namn: Lokalpolisområde Exempelby}}]
inledning: Ring {written} på 08-1234567.
underskrifter: [{{part: kommun, namn: {written}, funktion: kommundirektör, datum: 2019-01-02}}]
kontakter:
  - {{part: kommun, funktion: samordnare, namn: {NAME}, telefon: "{PHONE}", epost: {MAIL}, {key}: nej}}
  - {{part: polis, funktion: kommunpolis, namn: Öppna Persson, telefon: "08-765 43 21", {key}: ja}}
""",
        encoding="utf-8",
    )
    public = printed(package_of(tmp_path, TODAY, public=True), FORMATS)
    for secret in ("ligsson", "08-123", "1234567"):
        assert secret not in public.lower().replace(" ", "") and secret not in public.lower()
    assert "samordnare" in public and "Öppna Persson" in public and "08-765 43 21" in public
    internal = printed(package_of(tmp_path, TODAY), ("markdown",))
    assert NAME in internal and MAIL in internal


@pytest.mark.parametrize(
    "text", ["Eva      Ek", "Eva\tEk", "EvaEk", "Eva - Ek", "EVA-EK", "Eva\u00a0Ek", "Eva Eks", "08   -  123      45 67", "+46 8 123 45 67"]
)
def test_however_it_is_drawn_out_or_put_together(text: str, tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(
        f"""\
samverkan: 1
typ: överenskommelse
id: prov
titel: Samverkan
inledning: "Fråga {text} om det."
kontakter: [{{part: kommun, funktion: samordnare, namn: Eva Ek, telefon: 08-123 45 67, publiceras: nej}}]
""",
        encoding="utf-8",
    )
    public = printed(package_of(tmp_path, TODAY, public=True), ("markdown",)).replace("\\", "")
    assert re.search(r"Fråga (samordnares?|[(]lämnas inte ut[)]) om det", public)


@pytest.fixture
def huddinge(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(HUDDINGE, tmp_path / "huddinge"))
    (folder / ".git").mkdir()
    for file in (*folder.glob("bilagor/3.2-*.yaml"), *folder.glob("bilagor/7.1-*.yaml")):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"^(typ: .*)$", r"\1\npubliceras: nej", text, count=1, flags=re.MULTILINE), encoding="utf-8")
    return folder


SECRET = ("Störa försäljningen", "M2.1", "3.2-kriminella-nätverk")


def test_a_withheld_plan_leaves_the_chain_and_everything_else(huddinge: Path) -> None:
    formats = [word for name in FORMATS for word in ("--format", name)]
    done = run_process("render", ".", "--today", "2020-12-01", "--format", "markdown", "--out", "internt", folder=huddinge)
    assert done.returncode == 0, done.stderr
    done = run_process("render", ".", "--today", "2020-12-01", *formats, "--public", "--out", "offentligt", folder=huddinge)
    assert done.returncode == 0, done.stderr

    def all_of(out: str) -> str:
        files = [path for path in (huddinge / out).rglob("*") if path.is_file()]
        return "\n".join(words_in(path.relative_to(huddinge / out).as_posix(), path.read_bytes()) for path in files)

    internal, public = all_of("internt"), all_of("offentligt")
    for word in SECRET:
        assert word in internal
        assert word not in public
    assert "Å1.1" in public and "Vuxna på plats vid stationen" in public
    chain = (huddinge / "offentligt/markdown/kedja.md").read_text(encoding="utf-8")
    assert "saknar nästa led" not in chain and "hänger löst" not in chain, "what is withheld is not called missing"


@pytest.mark.parametrize("line", [
    "publiseras: nej", "offentlg: nej", "offentligt: nej", "publiceras: kanske", "offentlig: kanske", 'titel: "öppen',
    "publiceras: ja\\nofentlig: nej", "offentlig: ja\\npublicera: nej",
    *(f"{one}: {first}\\n{other}: {second}" for one in KEYS for other in KEYS for first, second in (("ja", "nej"), ("nej", "ja"), ("nej", "nej"))),
])  # fmt: skip
def test_it_refuses_where_the_mark_may_be_what_cannot_be_read(line: str, huddinge: Path) -> None:
    file = next(huddinge.glob("bilagor/3.3-*.yaml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"^(typ: .*)$", rf"\1\n{line}", text, count=1, flags=re.MULTILINE), encoding="utf-8")
    (huddinge / "samverkan.yaml").write_text(
        "samverkan: 1\ntyp: inställningar\nregelpaket: [skåne-17]\nnivåer: {FIL05: upplysning, FIL06: upplysning, FIL02: upplysning, FIL04: upplysning}\n",
        encoding="utf-8",
    )
    done = run("render", ".", "--today", "2020-12-01", "--public", "--out", "offentligt", folder=huddinge)
    assert done.returncode == 1, done.stdout
    assert re.search(r"bilagor/3\.3-.*\.yaml:\d+:\d+: FIL0[2456] ", done.stderr)
    assert not (huddinge / "offentligt").exists()
    done = run("render", ".", "--today", "2020-12-01", "--format", "markdown", "--out", "internt", folder=huddinge)
    assert done.returncode == 0, "the internal version is written all the same"


def test_an_agreement_that_is_withheld_itself_has_no_public_version(huddinge: Path) -> None:
    file = huddinge / "agreement.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("\ntyp: överenskommelse\n", "\ntyp: överenskommelse\npubliceras: nej\n"), encoding="utf-8"
    )
    done = run("render", ".", "--today", "2020-12-01", "--public", "--out", "offentligt", folder=huddinge)
    assert (done.returncode, done.stdout) == (2, "")
    assert "agreement.yaml är märkt så att den inte lämnas ut" in done.stderr
    assert not (huddinge / "offentligt").exists()


@pytest.mark.parametrize(("name", "day"), [("stockholm", "2026-11-01"), ("arjeplog-arvidsjaur", "2026-06-01")])
def test_nothing_is_left_out_where_nothing_is_withheld(name: str, day: str, tmp_path: Path) -> None:
    done = run("render", ROOT / "examples" / name, "--today", day, "--public", "--format", "markdown", "--out", "ut", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    text = "\n".join(path.read_text(encoding="utf-8") for path in (tmp_path / "ut").rglob("*.md"))
    assert "Delar är utelämnade" not in text and "lämnas inte ut" not in text


@pytest.mark.parametrize("keys", [KEYS, KEYS[::-1]])
@pytest.mark.parametrize("values", [("ja", "nej"), ("nej", "ja")])
def test_what_protects_counts_also_where_nobody_asks_whether_it_may_be_written(
    values: tuple[str, str], keys: tuple[str, str], tmp_path: Path
) -> None:
    """The redaction itself leaks nothing, whichever of two marks stands first."""
    marks = "".join(f"{key}: {value}\n" for key, value in zip(keys, values, strict=True))
    (tmp_path / "agreement.yaml").write_text(
        "samverkan: 1\ntyp: överenskommelse\nid: prov\ntitel: Samverkan\ninledning: Öppen början\nbilagor: [{nr: '1', fil: plan.yaml}]\n",
        encoding="utf-8",
    )
    (tmp_path / "plan.yaml").write_text(
        f"samverkan: 1\ntyp: åtgärdsplan\ntitel: Hemlig plan\n{marks}åtgärder: [{{id: Å9, vad: Hemlig åtgärd, hur: Hemligt}}]\n",
        encoding="utf-8",
    )
    text = printed(package_of(tmp_path, TODAY, public=True), ("markdown", "html"))
    assert "Öppen början" in text and "hemlig" not in text.lower()


def test_what_was_withheld_in_an_older_file_is_withheld(tmp_path: Path) -> None:
    older = copy(ROOT / "tests" / "data" / "older" / "offentlig", tmp_path)
    text = printed(package_of(older, TODAY, public=True), FORMATS)
    for secret in ("hemliga", "åtgärdsplan.yaml", "ligsson", "08-123"):
        assert secret.lower() not in text.lower()
    assert "Samverkansöverenskommelse Exempelby" in text and "kommunpolis" in text
    assert "Delar är utelämnade" in text
    assert "Hemliga rån" in printed(package_of(older, TODAY), ("markdown",))
    done = run("render", ".", "--today", "2019-06-01", "--public", "--format", "markdown", "--out", "ut", folder=older)
    assert done.returncode == 0, done.stderr
