"""Odd signs in names, settings, values and arguments: nothing that a terminal obeys, that turns a line around, or that begins a line of its own.

And JSON that nobody would write: it is said which file is wrong, and never that the program is.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support import bounded
from support.inside import run
from support.packages import ROOT

ESC, RLO, CSI, LINE, RING = "\x1b[31m", "\u202e", "\x9b2J", "\u2028", "\x07"
ODD = f"a{ESC}b{RLO}c{CSI}d{LINE}e{RING}f"
FORGED = "x\n::error::påhittat"
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")
DAY = ("--today", "2018-11-01")


def calm(*arguments: str | Path, folder: Path, codes: tuple[int, ...] = (0, 1, 2)) -> str:
    """What a command says, all of it, when nothing in that can lead anybody astray."""
    done = run(*arguments, folder=folder)
    said = done.stdout + done.stderr
    assert done.returncode in codes, (arguments, done.returncode, said)
    assert not UNSAFE.search(said), (arguments, ascii(said))
    assert not re.search(r"^\s*::error::påhittat", said, re.MULTILINE), (arguments, said)
    assert "Traceback" not in said and "ett fel i programmet" not in said
    return said


@pytest.fixture
def place(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "huddinge-steg-3", tmp_path / "arbete")
    (tmp_path / "arbete" / ".git").mkdir()
    return tmp_path


COMMANDS = (
    "check",
    "checklist",
    "steps",
    "trace",
    "render",
    "fix",
    "baseline",
    "explain",
    "new",
    "schema",
    "preview",
    "rules",
    ODD,
    FORGED,
)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("word", [ODD, FORGED], ids=["signs", "lines"])
def test_arguments(command: str, word: str, place: Path) -> None:
    more = (f"--form={word}", "--yes") if command == "new" else ()
    calm(command, word, *more, folder=place, codes=(2,))


OPTIONS = ("--today", "--settings", "--format", "--output", "--pack", "--select", "--ignore", "--changed-since", "--finns-inte")


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("word", [ODD, FORGED], ids=["signs", "lines"])
def test_options(option: str, word: str, place: Path) -> None:
    calm("check", "arbete", f"{option}={word}", folder=place, codes=(2,))
    if option == "--output":
        for written in (f"json={word}/x", f"{word}=x", f"json=arbete/{word}.yaml/x"):
            calm("check", "arbete", f"--output={written}", folder=place, codes=(2,))


@pytest.mark.parametrize("option", ["--out", "--without", "--format", "--settings", "--today"])
@pytest.mark.parametrize("word", [ODD, FORGED], ids=["signs", "lines"])
def test_options_of_render(option: str, word: str, place: Path) -> None:
    calm("render", "arbete", f"{option}={word}", *(() if option == "--today" else DAY), folder=place)
    if option == "--out":
        calm("render", "arbete", f"{option}={word}", "--check", *DAY, folder=place, codes=(0,))


SETTINGS = {
    "a key": '"{0}": 1',
    "a pack": 'regelpaket: ["{0}"]',
    "a rule": 'obligatoriska: ["{0}"]',
    "a level": 'nivåer: {{"{0}": fel}}',
    "another level": 'nivåer: {{SK16: "{0}"}}',
    "templates": 'mallar: "{0}"',
    "templates outside": 'mallar: "../../{0}"',
    "the type": 'typ: "{0}"',
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings(name: str, place: Path) -> None:
    for word in (ODD, FORGED):
        escaped = word.encode("unicode_escape").decode("ascii")
        (place / "arbete" / "samverkan.yaml").write_text(
            f"samverkan: 1\ntyp: inställningar\n{SETTINGS[name].format(escaped)}\n", encoding="utf-8"
        )
        for command in ("check", "render"):
            assert "samverkan.yaml" in calm(command, "arbete", *DAY, folder=place, codes=(1, 2)) or name in ("the type", "templates")


def test_a_raw_escape_in_the_settings(place: Path) -> None:
    (place / "arbete" / "samverkan.yaml").write_text(f"samverkan: 1\ntyp: inställningar\n{ESC}x: 1\n", encoding="utf-8")
    assert "samverkan.yaml:3" in calm("check", "arbete", *DAY, folder=place, codes=(2,))


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_names_of_files_and_folders(place: Path) -> None:
    """A repository whose names are odd in every way, through every command."""
    for word in (ODD, FORGED.replace("/", "")):
        folder = place / word
        shutil.copytree(place / "arbete", folder)
        agreement = folder / "agreement.yaml"
        for child in list(folder.rglob("*.yaml")):
            if child != agreement:
                shutil.move(child, child.with_name(f"{word}-{child.name}"))
        (folder / f"{word}.yaml").write_text("samverkan: 1\ntyp: dokument\nfärg: blå\n", encoding="utf-8")
        for command in ("check", "checklist", "steps", "trace", "fix", "baseline", "render", "render"):
            more = () if command == "fix" else DAY
            calm(command, word, *more, folder=place)
        calm("check", word, "--format", "github", *DAY, folder=place)
        (place / "paket" / "html" / "index.html").write_text("ändrad", encoding="utf-8")
        calm("render", word, "--check", *DAY, folder=place)
        shutil.rmtree(place / "paket")
        shutil.rmtree(folder)


def test_values(place: Path) -> None:
    """The same signs, escaped, in every text that the agreement has."""
    agreement = place / "arbete" / "agreement.yaml"
    text = agreement.read_text(encoding="utf-8")
    escaped = ODD.encode("unicode_escape").decode("ascii")
    for key in ("titel", "id", "namn", "fil", "funktion"):
        text = re.sub(rf"\b{key}: (?!\[)[^,}}\n]+", lambda _, key=key: f'{key}: "{escaped}"', text, count=6)
    agreement.write_text(text, encoding="utf-8")
    for command in ("check", "checklist", "steps", "trace", "baseline", "render"):
        calm(command, "arbete", *DAY, folder=place)
    for form in ("short", "json", "sarif", "github", "gitlab", "junit", "markdown"):
        calm("check", "arbete", "--format", form, *DAY, folder=place)


# --- JSON ---

ENTRY = {"fingerprint": "a", "code": "SK16", "message": "x", "items": ["b"]}


def baseline(**other: Any) -> str:
    return json.dumps({"version": 2, "dossiers": {"huddinge-2019-steg-3": [ENTRY]}, **other})


def of(**other: Any) -> str:
    return baseline(dossiers={"huddinge-2019-steg-3": [{**ENTRY, **other}]})


BASELINES = {
    "nothing": "",
    "no object": "[]",
    "null": "null",
    "deep": "[" * 100_000,
    "deep and whole": "[" * 100_000 + "]" * 100_000,
    "deep object": '{"version":' * 50_000,
    "deep inside": '{"version": 2, "dossiers": {"x": [{"items": [' + "[" * 900 + "]" * 900 + "]}]}}",
    "a large number": '{"version": ' + "9" * 10_000 + ', "dossiers": {}}',
    "another version": baseline(version=3),
    "true for one": baseline(version=True),
    "half a version": baseline(version=2.0),
    "a list of dossiers": baseline(dossiers=[]),
    "no dossiers": json.dumps({"version": 2}),
    "a dossier that is a text": baseline(dossiers={"x": "y"}),
    "an entry that is a text": baseline(dossiers={"x": ["y"]}),
    "items that are a number": of(items=5),
    "items that are objects": of(items=[{}]),
    "a message that is a list": of(message=[]),
    "a fingerprint that is an object": of(fingerprint={}),
    "half a sign": of(message="\ud800"),
    "half a sign in a name": baseline(dossiers={"\ud800": []}),
    "not UTF-8": "\udcff",
    "too large": baseline() + " " * 20_000_000,
}


@pytest.mark.parametrize("name", BASELINES)
def test_a_planted_list_of_known_findings(name: str, place: Path) -> None:
    file = place / "arbete" / ".samverkan-baseline.json"
    file.write_bytes(BASELINES[name].encode("utf-8", "surrogateescape" if name == "not UTF-8" else "strict"))
    before = file.read_bytes()
    for command in ("check", "baseline"):
        done: bounded.Took | subprocess.CompletedProcess[str]
        if len(BASELINES[name]) > 5000:
            done = bounded.run(command, "arbete", *DAY, folder=place)
            done.is_modest()
        else:
            done = run(command, "arbete", *DAY, folder=place)
        assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
        assert "arbete/.samverkan-baseline.json går inte att läsa som en lista över kända fynd" in done.stderr
        assert "Traceback" not in done.stderr
    assert file.read_bytes() == before


def test_known_findings_that_we_would_write_are_read(place: Path) -> None:
    for text in (baseline(), baseline(more=1), of(more="x"), of(message="\u202e")):
        (place / "arbete" / ".samverkan-baseline.json").write_text(text, encoding="utf-8")
        calm("check", "arbete", *DAY, folder=place, codes=(0, 1))


def test_many_known_findings_are_read_whole(place: Path) -> None:
    """More than a megabyte, which is what a document may be."""
    entries = [{**ENTRY, "fingerprint": str(number), "message": "x" * 200} for number in range(6000)]
    (place / "arbete" / ".samverkan-baseline.json").write_text(baseline(dossiers={"annan": entries}), encoding="utf-8")
    calm("baseline", "arbete", *DAY, folder=place, codes=(0,))
    kept = json.loads((place / "arbete" / ".samverkan-baseline.json").read_text(encoding="utf-8"))
    assert len(kept["dossiers"]["annan"]) == 6000


def test_known_findings_are_not_written_through_a_link(place: Path) -> None:
    (place / "offer.json").write_text(baseline(), encoding="utf-8")
    (place / "arbete" / ".samverkan-baseline.json").symlink_to(place / "offer.json")
    said = calm("baseline", "arbete", *DAY, folder=place, codes=(2,))
    assert "arbete/.samverkan-baseline.json är en länk" in said
    assert (place / "offer.json").read_text(encoding="utf-8") == baseline()


@pytest.mark.parametrize("name", ["samverkan.yaml", ".samverkan-baseline.json"])
def test_files_of_ours_that_are_links_out_are_not_read(name: str, place: Path) -> None:
    """What is wrong in a file is told of with its words: so nothing outside is read."""
    (place / "hemligt").write_text("lösenord: korvmoj\n", encoding="utf-8")
    (place / "arbete" / name).unlink(missing_ok=True)
    (place / "arbete" / name).symlink_to(place / "hemligt")
    for command in ("check", "checklist", "render", "baseline"):
        said = calm(command, "arbete", *DAY, folder=place, codes=(2,))
        assert f"arbete/{name} är en länk ut ur förvaret" in said and "korvmoj" not in said and "lösenord" not in said


def test_documents_that_are_links_out_are_not_read(place: Path) -> None:
    (place / "hemligt.yaml").write_text("samverkan: 1\ntyp: dokument\nlösenord: korvmoj\n", encoding="utf-8")
    (place / "mapp").mkdir()
    shutil.copy(place / "hemligt.yaml", place / "mapp")
    (place / "arbete" / "x.yaml").symlink_to(place / "hemligt.yaml")
    (place / "arbete" / "y").symlink_to(place / "mapp")
    agreement = place / "arbete" / "agreement.yaml"
    text = agreement.read_text(encoding="utf-8")
    agreement.write_text(
        text.replace("bilagor:\n", "bilagor:\n  - {nr: 8, fil: x.yaml}\n  - {nr: 9, fil: y/hemligt.yaml}\n", 1), encoding="utf-8"
    )
    said = calm("check", "arbete", "--format", "short", *DAY, folder=place, codes=(1,))
    assert said.count("leder ut ur förvaret") == 2 and "korvmoj" not in said and "lösenord" not in said
    calm("render", "arbete", *DAY, folder=place, codes=(0,))
    assert not any(b"korvmoj" in file.read_bytes() for file in (place / "paket").rglob("*") if file.is_file())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_pipes_where_files_are_expected_are_not_waited_for(place: Path) -> None:
    for name in (".samverkan-baseline.json", "samverkan.yaml", "bilagor/x.yaml", "logotyper/x.svg"):
        (place / "arbete" / name).unlink(missing_ok=True)
        os.mkfifo(place / "arbete" / name)
    calm("check", "arbete", *DAY, folder=place, codes=(0, 1))
