"""What lies in the out folder is untrusted: links, manifests and journals that somebody else has put there."""

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from jinja2.bccache import Bucket

from samverkan_cli.printing.render.template_cache import Compiled
from support.inside import run
from support.packages import ROOT

SHA = hashlib.sha256(b"viktigt").hexdigest()
OPTIONS = {"single": False, "split": False, "without": [], "all_steps": False}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with an agreement, an out folder, and a victim beside it."""
    shutil.copytree(ROOT / "examples" / "huddinge-steg-3", tmp_path / "arbete")
    (tmp_path / "arbete" / ".git").mkdir()
    (tmp_path / "offer").mkdir()
    for name in ("a.txt", "index.md", "manifest.json", "journal"):
        (tmp_path / "offer" / name).write_bytes(b"viktigt")
    (tmp_path / "paket").mkdir()
    return tmp_path


def manifest(*names: str, **other: Any) -> str:
    made = {"today": "2018-11-01", "source": "", "options": OPTIONS, "files": dict.fromkeys(names, SHA)}
    data = {"version": 2, "packages": [], "public": False, "signed": None, "formats": {"markdown": made}}
    return json.dumps({**data, **other})


def first_manifest(*names: str, **asked: Any) -> str:
    all_of_it = {"formats": ["markdown"], "public": False, **OPTIONS, **asked}
    return json.dumps({"version": 1, "today": "2018-11-01", "asked": all_of_it, "files": dict.fromkeys(names, SHA)})


def victim(place: Path) -> dict[str, bytes]:
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in (place / "offer").rglob("*")}


def refused(place: Path, *words: str) -> None:
    before = victim(place)
    done = run("render", "arbete", "--today", "2018-11-01", "--format", "markdown", folder=place)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr and "ett fel i programmet" not in done.stderr
    for word in words:
        assert word in done.stderr
    assert victim(place) == before


@pytest.mark.parametrize("make", [manifest, first_manifest])
def test_a_link_that_a_manifest_names_something_behind(make: Any, place: Path) -> None:
    (place / "paket" / "x").symlink_to(place / "offer")
    (place / "paket" / "manifest.json").write_text(make("x/markdown/a.txt"), encoding="utf-8")
    refused(place, "paket/x är en länk")


@pytest.mark.parametrize("name", ["markdown", "markdown/figurer", "markdown/index.md", "manifest.json", ".samverkan-new", ".samverkan-old"])
def test_a_link_where_something_is_to_be_written(name: str, place: Path) -> None:
    link = place / "paket" / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(place / "offer" / ("index.md" if name.endswith("index.md") else "manifest.json" if name.endswith(".json") else ""))
    refused(place, f"paket/{name} är en länk")


def test_the_folder_itself_may_be_a_link_that_the_user_has_named(place: Path) -> None:
    (place / "paket").rmdir()
    (place / "annat").mkdir()
    (place / "paket").symlink_to(place / "annat")
    done = run("render", "arbete", "--today", "2018-11-01", "--format", "markdown", folder=place)
    assert done.returncode == 0, done.stderr
    assert (place / "annat" / "markdown" / "index.md").is_file()


BAD = {
    "up": manifest("../offer/a.txt"),
    "absolute": manifest("/etc/passwd"),
    "backslash": manifest("..\\offer\\a.txt"),
    "drive": manifest("C:/a.txt"),
    "nul": manifest("a\0.txt"),
    "dot": manifest("./a.txt"),
    "empty": manifest(""),
    "surrogate": manifest("markdown/\ud800.md"),
    "escape": manifest("markdown/\x1b[31m.md"),
    "no checksum": json.dumps(
        {**json.loads(manifest()), "formats": {"markdown": {"today": "", "source": "", "options": OPTIONS, "files": {"a": 1}}}}
    ),
    "format": json.dumps({**json.loads(manifest()), "formats": {"../x": {}}}),
    "deep": "[" * 100_000,
    "deep object": '{"version":' * 50_000,
    "asked": json.dumps({"version": 1, "today": "2018-11-01", "asked": {}, "files": {}}),
    "without": first_manifest(without=5),
    "flag": manifest(public="ja"),
    "signed": manifest(signed=1),
    "packages": manifest(packages="x"),
    "version": manifest(version=3),
    "true for one": manifest(version=True),
    "half a version": manifest(version=2.0),
    "no day": json.dumps({**json.loads(first_manifest()), "today": "i går"}),
    "a day written in another way": json.dumps({**json.loads(first_manifest()), "today": "20181101"}),
    "a part that nobody may leave out": first_manifest(without=["../x"]),
    "reserved": manifest("markdown/con.md"),
    "dot last": manifest("markdown/a."),
    "large": " " * 20_000_001,
    "bytes": "\ud800",
}


@pytest.mark.parametrize("name", BAD)
def test_a_planted_manifest(name: str, place: Path) -> None:
    (place / "paket" / "manifest.json").write_bytes(BAD[name].encode("utf-8", "surrogatepass"))
    refused(place, "manifest.json", "--out")


def test_a_planted_journal_moves_and_deletes_nothing_of_anybodys(place: Path) -> None:
    out = place / "paket"
    (out / ".samverkan-old").mkdir()
    (out / "mitt.txt").write_bytes(b"mitt eget")
    (out / ".samverkan-old" / "mitt.txt").write_bytes(b"utbytt")
    rows = ["../offer/a.txt", "mitt.txt", "/etc/passwd"]
    (out / ".samverkan-old" / "journal").write_text("".join(f"{SHA} {row}\n" for row in rows), encoding="utf-8")
    before = victim(place)
    done = run("render", "arbete", "--today", "2018-11-01", "--format", "markdown", folder=place)
    assert done.returncode == 0, done.stderr
    assert victim(place) == before
    assert (out / "mitt.txt").read_bytes() == b"mitt eget"


def test_a_planted_journal_with_the_right_checksum_deletes_nothing_that_no_manifest_names(place: Path) -> None:
    out = place / "paket"
    (out / ".samverkan-old" / "markdown").mkdir(parents=True)
    (out / "mitt.txt").write_bytes(b"viktigt")
    (out / ".samverkan-old" / "markdown" / "ond.md").write_bytes(b"planterat")
    (out / ".samverkan-old" / "journal").write_text(f"{SHA} mitt.txt\n", encoding="utf-8")
    done = run("render", "arbete", "--today", "2018-11-01", "--format", "markdown", folder=place)
    assert done.returncode == 0, done.stderr
    assert (out / "mitt.txt").read_bytes() == b"viktigt"
    assert not (out / "markdown" / "ond.md").exists(), "nothing that was planted comes into the package"


@pytest.mark.parametrize("make", [manifest, first_manifest])
@pytest.mark.parametrize("name", ["avtal.docx", "samverkan.yaml", "bilagor/plan.yaml", "markdown", "html/index.html"])
def test_a_manifest_that_claims_what_no_format_writes(name: str, make: Any, place: Path) -> None:
    own = place / "paket" / name
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_bytes(b"viktigt")
    (place / "paket" / "manifest.json").write_text(make(name), encoding="utf-8")
    refused(place, "manifest.json", "--out")
    assert own.read_bytes() == b"viktigt"


def test_a_manifest_that_lies_about_a_page_does_not_have_it_removed(place: Path) -> None:
    (place / "paket" / "markdown").mkdir()
    (place / "paket" / "markdown" / "egen.md").write_bytes(b"mitt eget")
    (place / "paket" / "manifest.json").write_text(manifest("markdown/egen.md"), encoding="utf-8")
    done = run("render", "arbete", "--today", "2018-11-01", "--format", "markdown", folder=place)
    assert done.returncode == 0, done.stderr
    assert (place / "paket" / "markdown" / "egen.md").read_bytes() == b"mitt eget"
    assert "Kvar, eftersom någon har ändrat dem: markdown/egen.md" in done.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_in_the_manifests_place_is_not_waited_for(place: Path) -> None:
    os.mkfifo(place / "paket" / "manifest.json")
    refused(place, "manifest.json är ingen vanlig fil")


def test_a_planted_journal_behind_a_link(place: Path) -> None:
    out = place / "paket"
    (out / ".samverkan-old").mkdir()
    (out / "x").symlink_to(place / "offer")
    (out / ".samverkan-old" / "journal").write_text(f"{SHA} x/markdown/a.txt\n", encoding="utf-8")
    (out / "manifest.json").write_text(manifest("x/markdown/a.txt"), encoding="utf-8")
    refused(place, "paket/x är en länk")


def test_a_compiled_template_is_not_written_through_a_link(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (place / "mall.pyc").symlink_to(place / "offer" / "a.txt")
    before = victim(place)
    for name in ("mall.pyc", "fri.pyc"):
        bucket = Bucket(Environment(autoescape=True), str(place / name), "0" * 64)
        bucket.code = compile("1", "mall", "eval")
        Compiled(place, "mallar").dump_bytecode(bucket)
    assert victim(place) == before
    assert (place / "mall.pyc").is_symlink() and (place / "fri.pyc").read_bytes().startswith(b"0" * 64)
