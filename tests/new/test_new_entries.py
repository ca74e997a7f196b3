"""``samverkan new åtgärd`` and the other four: the right place, the next id, and no other byte changed."""

import codecs
import os
import shutil
import unicodedata
from pathlib import Path

import pytest
from new_running import HUDDINGE, Runner, failing, judged, tree

from samverkan_cli.text import atomic_write

AGREEMENT = """samverkan: 1
typ: överenskommelse
parter: [{id: kommun, typ: kommun, namn: Vår kommun}, {id: polis, typ: polis, namn: Polisen}]
fokusområden: [{id: F1, namn: Trafik}, {id: F2, namn: Unga}]
bilagor:
  - {nr: "1", fil: bild.yaml}
"""
HEAD = "samverkan: 1\ntyp: problembild\ntitel: Problembild\n"
NEW = ("--set", "namn=Cyklar stjäls", "--focus-area", "F1")

LAYOUTS = {
    "block": "problem:\n  - id: P1\n    namn: Ett\n    plats: [torget]\n",
    "not-indented": "problem:\n- id: P1\n  namn: Ett\nbortprioriterat:\n- {namn: Två, skäl: Tre}\n",
    "one-line": "problem:\n  - {id: P1, namn: Ett}\n",
    "wide-dash": "problem:\n  -   id: P1\n      namn: Ett\n",
    "dash-alone": "problem:\n  -\n    id: P1\n    namn: Ett\n",
    "empty-rows-between": "problem:\n  - id: P1\n    namn: Ett\n\n  - id: P3\n    namn: Två\n\nbortprioriterat:\n  - {namn: Två, skäl: Tre}\n",
    "comments": "problem:\n  # först\n  - id: P1 # ett\n    namn: Ett # slut\n    # mer om P1\n  # listans slut\n\n# nästa avsnitt\nbortprioriterat:\n  - {namn: Två, skäl: Tre}\n",
    "paragraphs": "problem:\n  - id: P1\n    namn: Ett\n    omfattning: |\n      Rad ett.\n\n      # Rad två.\n\n# nästa\nbortprioriterat:\n  - {namn: Två, skäl: Tre}\n",
    "paragraphs-last": "problem:\n  - id: P1\n    omfattning: |\n      Rad ett.\n\n      Rad två.\n",
    "folded-unindented": "problem:\n- id: P1\n  omfattning: >-\n    Rad ett.\n\n    Rad två.\nbortprioriterat: [{namn: Två, skäl: Tre}]\n",
    "several-rows": 'problem:\n  - id: P1\n    namn: "Ett\n      och två"\n    karaktär: tre\n      och fyra\nbortprioriterat: [{namn: Två, skäl: Tre}]\n',
    "flow-over-rows": "problem:\n  - {id: P1,\n     namn: Ett\n  }\nbortprioriterat: [{namn: Två, skäl: Tre}]\n",
    "flow-list": "problem: [{id: P1, namn: Ett}] # slut\nbortprioriterat: [{namn: Två, skäl: Tre}]\n",
    "flow-list-rows": "problem: [\n  {id: P1, namn: Ett},\n]\n",
    "empty-flow-list": "problem: []\nbortprioriterat: [{namn: Två, skäl: Tre}]\n",
    "empty-key": "problem: # inga än\nbortprioriterat: [{namn: Två, skäl: Tre}]\n",
    "nothing": "inledning: |\n  Vi ser efter.\n\n# det vi lämnar\nbortprioriterat:\n  - {namn: Två, skäl: Tre}\n",
    "only-the-head": "",
    "deeper-list-last": "problem:\n  - id: P1\n    statistik:\n      - vad: stölder\n        uppdelning: {flickor: 6,\n          pojkar: 12}\n    # slut på P1\n",
    "document-marks": "problem:\n  - id: P1\n    namn: Ett\n...\n",
}


def written(run: Runner, text: str) -> Path:
    (run.folder / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8", newline="")
    file = run.folder / "bild.yaml"
    file.write_bytes(text.encode("utf-8"))
    return file


def inserted(before: bytes, after: bytes) -> bytes:
    """What is new, if everything else is as it was, byte by byte."""
    size = len(after) - len(before)
    assert size > 0
    for index in range(len(before) + 1):
        if before[:index] + after[index : index + size] + before[index:] == after:
            return after[index : index + size]
    raise AssertionError("more than one place has changed")


def fil(folder: Path) -> list[str]:
    return [row for row in failing(judged(folder)) if row.startswith(("FIL", "KED01", "KED02"))]


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("extra", ["plain", "bom", "no-end"])
def test_every_byte_outside_is_as_it_was(layout: str, ending: str, extra: str, run: Runner) -> None:
    text = (HEAD + LAYOUTS[layout]).replace("\n", ending)
    text = text.removesuffix(ending) if extra == "no-end" else text
    file = written(run, ("\ufeff" if extra == "bom" else "") + text)
    before, had = file.read_bytes(), fil(run.folder)
    for number, name in enumerate(("Cyklar stjäls", "Bilar: för fort", "På torget, kvällstid"), 1):
        ran = run("new", "problem", "bild.yaml", "--set", f"namn={name}", "--focus-area", "F1", "--yes")
        assert ran.code == 0, ran.err
        after = file.read_bytes()
        new = inserted(before, after)
        had_number = (3 if "P3" in text else 1) if "P1" in text else 0
        assert f"P{had_number + number} ".encode() in ran.out.encode()
        if ending == "\r\n":
            assert new.count(b"\r\n") == new.count(b"\n")
            assert after.count(b"\r\n") == after.count(b"\n")
        else:
            assert b"\r" not in new
        assert after.startswith(codecs.BOM_UTF8) == (extra == "bom")
        before = after
    assert fil(run.folder) == had
    (dossier,) = judged(run.folder).dossiers
    assert ("problem", text.count("id: P") + 3) in dossier.counts


def test_style_of_the_list_is_followed(run: Runner) -> None:
    for layout, expected in (
        ("block", "  - id: P2\n    gäller_fokusområden: [F1]\n    namn: Cyklar stjäls\n"),
        ("not-indented", "- id: P2\n  gäller_fokusområden: [F1]\n  namn: Cyklar stjäls\n"),
        ("one-line", "  - {id: P2, gäller_fokusområden: [F1], namn: Cyklar stjäls}\n"),
        ("wide-dash", "  -   id: P2\n      gäller_fokusområden: [F1]\n      namn: Cyklar stjäls\n"),
        ("empty-rows-between", "\n  - id: P4\n    gäller_fokusområden: [F1]\n    namn: Cyklar stjäls\n"),
        ("flow-list", ", {id: P2, gäller_fokusområden: [F1], namn: Cyklar stjäls}"),
    ):
        file = written(run, HEAD + LAYOUTS[layout])
        before = file.read_bytes()
        assert run("new", "problem", ".", *NEW, "--yes").code == 0
        after = file.read_bytes()
        assert expected.encode() in after, layout
        assert len(after) == len(before) + len(expected.encode()), layout


def test_comments_stay_with_what_they_speak_of(run: Runner) -> None:
    file = written(run, HEAD + LAYOUTS["comments"])
    assert run("new", "problem", ".", *NEW, "--yes").code == 0
    assert "    # mer om P1\n  - id: P2\n" in file.read_text(encoding="utf-8")
    file = written(run, HEAD + LAYOUTS["nothing"])
    assert run("new", "problem", ".", *NEW, "--yes").code == 0
    text = file.read_text(encoding="utf-8")
    assert "  Vi ser efter.\n\nproblem:\n  - {id: P1, gäller_fokusområden: [F1], namn: Cyklar stjäls}\n\n# det vi lämnar\nbortprio" in text


def test_decomposed_letters(run: Runner) -> None:
    file = written(run, unicodedata.normalize("NFD", HEAD + "problem:\n  - id: P1\n    namn: Ett\n    karaktär: Kväll på Åsgatan\n"))
    before, had = file.read_bytes(), fil(run.folder)
    assert run("new", "problem", ".", "--set", unicodedata.normalize("NFD", "namn=Åldringsbrott"), "--yes").code == 0
    new = inserted(before, file.read_bytes()).decode()
    assert unicodedata.is_normalized("NFC", new)
    assert "Åldringsbrott" in new
    assert fil(run.folder) == had


@pytest.mark.parametrize(
    ("word", "flags", "id", "file"),
    [
        ("åtgärd", ("--focus-area", "F3", "--set", "vad=Ljus"), "Å3.4", "3.3-trygghet-i-offentlig-miljö.yaml"),
        ("atgard", ("--set", "vad=Pass", "--set", "möter_orsaker=O2.1"), "Å2.4", "3.2-kriminella-nätverk.yaml"),
        ("mål", ("--set", "lydelse=Färre", "--set", "gäller_problem=P1"), "M6", "../agreement.yaml"),
        ("MAL", ("--set", "lydelse=Färre", "--set", "delmål_till=M2", "--in", "h/bilagor/3.2-kriminella-nätverk.yaml"), "M2.4",
         "3.2-kriminella-nätverk.yaml"),
        ("problem", ("--set", "namn=Cyklar", "--focus-area", "F1"), "P6", "2.1-gemensam-problembild-2018.yaml"),
        ("orsak", ("--set", "gäller_problem=P2", "--set", "orsak=Skulder"), "O2.5", "2.1-gemensam-problembild-2018.yaml"),
        ("löfte", ("--set", "lydelse=Vi svarar."), "L4", "4-medborgarlöfte.yaml"),
        ("lofte", ("--set", "lydelse=Vi svarar."), "L4", "4-medborgarlöfte.yaml"),
    ],
)  # fmt: skip
def test_the_right_file_and_the_next_id(word: str, flags: tuple[str, ...], id: str, file: str, run: Runner) -> None:
    package = Path(shutil.copytree(HUDDINGE, run.folder / "h"))
    target = package / "bilagor" / file
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    ran = run("new", word, "h", *flags, "--yes", "--today", "2019-06-01")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{id} står nu i h/")
    target = Path(os.path.normpath(target))
    changed = [path for path, raw in before.items() if path.read_bytes() != raw]
    assert changed == [target]
    assert f"id: {id}".encode() in inserted(before[target], target.read_bytes())
    assert fil(package) == []
    again = run("new", word, "h", *flags, "--yes", "--today", "2019-06-01")
    stem, _, number = id.rpartition(id[-1])[0], "", int(id[-1])
    assert again.out.startswith(f"{stem}{number + 1} står nu i")
    assert fil(package) == []


def test_several_places_and_nobody_to_ask(run: Runner) -> None:
    package = Path(shutil.copytree(HUDDINGE, run.folder / "h"))
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    ran = run("new", "åtgärd", "h", "--set", "vad=Ljus", "--yes")
    assert ran.code == 2
    assert "Välj med --in: h/bilagor/3.1-" in ran.err
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--set", "namn=A", "--set", "gäller_fokusområden=F9"), "F9 finns inte"),
        (("--set", "namn=A", "--set", "prioritet=hög"), "prioritet"),
        (("--set", "priotitet=1"), "menar du prioritet?"),
        (("--set", "namn=…"), "håller bara platsen"),
        (("--set", "namn"), "går inte att förstå"),
        (("--set", "namn=A", "--set", "id=P9"), "id sätts av sig självt"),
        (("--set", "namn=A", "--from", "2027-01-01"), "när"),
        (("--set", "statistik=3"), "flera värden under sig"),
        (("--yes",), "namn=… behövs"),
        (("--set", "namn=A", "--title", "B"), "--title går inte ihop med problem"),
    ],
)  # fmt: skip
def test_what_cannot_be_put_there_is_said(flags: tuple[str, ...], words: str, run: Runner) -> None:
    file = written(run, HEAD + LAYOUTS["block"])
    before = file.read_bytes()
    ran = run("new", "problem", ".", *flags, "--yes")
    assert ran.code == 2
    assert words.casefold() in ran.err.casefold()
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ((HEAD + "problem:\n  - id: P1\n    karaktär: Kväll\n").encode("latin-1"), "UTF-8"),
        ((HEAD + "problem:\n  - id: P1\n   namn: Ett\n").encode(), "går inte att läsa"),
        (b'{samverkan: 1, typ: problembild, titel: "P", problem: [{id: P1}]}\n', "samverkan"),
        ((HEAD + "problem: text\n").encode(), "ingen lista"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_added_to_is_left_alone(raw: bytes, words: str, run: Runner) -> None:
    file = written(run, "")
    file.write_bytes(raw)
    ran = run("new", "problem", "bild.yaml", *NEW, "--yes")
    assert ran.code == 2
    assert words in ran.err
    assert file.read_bytes() == raw


def test_a_file_that_changed_meanwhile_is_left_alone(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(run, HEAD + LAYOUTS["block"])
    real = atomic_write.replace

    def replace(path: Path, expected_digest: str | None, data: bytes) -> None:
        file.write_bytes(file.read_bytes() + b"# somebody else\n")
        real(path, expected_digest, data)

    monkeypatch.setattr(atomic_write, "replace", replace)
    ran = run("new", "problem", ".", *NEW, "--yes")
    assert ran.code == 2
    assert "har ändrats under tiden" in ran.err
    assert file.read_bytes().endswith(b"# somebody else\n")
    assert b"P2" not in file.read_bytes()
    assert tree(run.folder) == ["agreement.yaml", "bild.yaml"]


def test_rights_and_links_are_kept(run: Runner) -> None:
    file = written(run, HEAD + LAYOUTS["block"])
    file.chmod(0o640)
    real = file.rename(run.folder / "riktig.txt")
    file.symlink_to(real)
    assert run("new", "problem", "bild.yaml", *NEW, "--yes").code == 0
    assert file.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert b"P2" in real.read_bytes()


def test_sections_come_in_the_usual_order(run: Runner) -> None:
    (run.folder / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    for word, flags in (
        ("löfte", ("--set", "lydelse=Vi svarar.")),
        ("problem", ("--set", "namn=Cyklar", "--focus-area", "F2")),
        ("orsak", ("--set", "gäller_problem=P1", "--set", "orsak=Ingen ser")),
        ("mål", ("--set", "lydelse=Färre", "--set", "gäller_problem=P1")),
        ("åtgärd", ("--set", "vad=Cykelrum", "--set", "möter_orsaker=O1.1", "--set", "bidrar_till_mål=M1")),
    ):
        (run.folder / "bild.yaml").unlink(missing_ok=True)
        ran = run("new", word, "agreement.yaml", *flags, "--yes")
        assert ran.code == 0, ran.err
    text = (run.folder / "agreement.yaml").read_text(encoding="utf-8")
    keys = [row.partition(":")[0] for row in text.splitlines() if row[:1].isalpha()]
    assert keys == [
        "samverkan", "typ", "parter", "fokusområden", "problem", "orsaker", "mål", "åtgärder", "löften", "bilagor",
    ]  # fmt: skip
    assert "id: Å2.1" in text
    assert "id: O1.1" in text
