"""One out folder: formats side by side, one version of one package, whatever is run first and however often."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.inside import run
from support.packages import HUDDINGE, ROOT
from support.process import run as run_process

DAY = ("--today", "2019-06-01")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = Path(shutil.copytree(ROOT / "examples" / "huddinge-steg-3", tmp_path / "arbete"))
    (home / ".git").mkdir()
    return home


def render(folder: Path, *more: str, code: int = 0) -> str:
    done = run("render", ".", *more, folder=folder)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def whole(out: Path) -> dict[str, bytes]:
    """The folder's files, which are just those of its manifest, with its checksums."""
    files = tree(out)
    data = json.loads(files["manifest.json"])
    named = {name for made in data["formats"].values() for name in made["files"]}
    assert named | {"manifest.json"} == set(files)
    assert not [path for path in out.rglob("*") if path.is_dir() and not any(path.iterdir())]
    return files


@pytest.mark.parametrize(
    "order",
    [
        (("html",), ("pdf",)), (("pdf",), ("html",)), (("markdown",), ("word",), ("html",)), (("html", "pdf"), ("html",), ("pdf",)),
        (("markdown",), ("markdown",), ("html",), ("markdown",)),
    ],
    ids=str,
)  # fmt: skip
def test_formats_lie_side_by_side_in_any_order(order: tuple[tuple[str, ...], ...], folder: Path) -> None:
    every: set[str] = set()
    for formats in order:
        render(folder, *DAY, *(word for name in formats for word in ("--format", name)))
        every |= set(formats)
        files = whole(folder / "paket")
        assert {name.split("/")[0] for name in files} == every | {"manifest.json"}


def test_a_run_of_one_format_leaves_the_others_alone(folder: Path) -> None:
    render(folder, *DAY)
    before = tree(folder / "paket")
    render(folder, *DAY, "--format", "markdown")
    after = whole(folder / "paket")
    assert {name: data for name, data in after.items() if name.startswith("html/")} == {
        name: data for name, data in before.items() if name.startswith("html/")
    }


def test_pages_then_one_file_then_pages(folder: Path) -> None:
    render(folder, *DAY)
    pages = whole(folder / "paket")
    said = render(folder, *DAY, "--single")
    single = whole(folder / "paket")
    assert len(single) < len(pages) and "Borttagna från förra gången: html/" in said
    render(folder, *DAY)
    assert whole(folder / "paket") == pages


def test_another_day_renews_what_lies_there_and_says_so(folder: Path) -> None:
    render(folder, "--today", "2018-11-01", "--format", "html", "--single")
    said = render(folder, "--today", "2018-11-20", "--format", "markdown")
    assert re.search(r"Skrivet på nytt.*: html", said)
    files = whole(folder / "paket")
    made = json.loads(files["manifest.json"])["formats"]
    assert {name: (one["today"], one["options"]["single"]) for name, one in made.items()} == {
        "html": ("2018-11-20", True), "markdown": ("2018-11-20", False),
    }  # fmt: skip
    assert "Skrivet på nytt" not in render(folder, "--today", "2018-11-20", "--format", "markdown")
    agreement = folder / "agreement.yaml"
    agreement.write_text(agreement.read_text(encoding="utf-8") + "\n# en rad till\n", encoding="utf-8")
    assert re.search(r"Skrivet på nytt.*: html", render(folder, "--today", "2018-11-20", "--format", "markdown"))


def test_the_readmes_order_works(tmp_path: Path) -> None:
    for more in (DAY, ("--format", "markdown"), ("--format", "html")):
        done = run_process("render", HUDDINGE, *more, folder=tmp_path)
        assert done.returncode == 0, done.stderr
    whole(tmp_path / "paket")


def test_a_public_version_never_lies_beside_an_internal_one(folder: Path) -> None:
    render(folder, *DAY)
    before = tree(folder / "paket")
    said = render(folder, *DAY, "--public", "--out", "paket", code=2)
    assert "paket ligger den interna versionen" in said and "--out" in said
    assert tree(folder / "paket") == before
    render(folder, *DAY, "--public")
    assert json.loads(whole(folder / "paket-offentligt")["manifest.json"])["public"] is True
    assert tree(folder / "paket") == before
    render(folder, *DAY, "--out", "paket-offentligt", code=2)


def test_a_draft_and_a_signed_version_do_not_share_a_folder(tmp_path: Path) -> None:
    done = run("render", HUDDINGE, "--today", "2018-12-01", "--format", "markdown", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    before = tree(tmp_path / "paket")
    done = run("render", HUDDINGE, *DAY, "--format", "html", folder=tmp_path)
    assert done.returncode == 2
    assert "utkast" in done.stderr and "undertecknad" in done.stderr
    assert tree(tmp_path / "paket") == before


def test_another_package_is_refused(folder: Path) -> None:
    render(folder, *DAY, "--format", "markdown")
    before = tree(folder / "paket")
    done = run("render", HUDDINGE, *DAY, "--format", "markdown", folder=folder)
    assert done.returncode == 2 and "ett annat paket" in done.stderr
    assert tree(folder / "paket") == before


def test_a_manifest_of_version_1_is_read_and_replaced(folder: Path) -> None:
    render(folder, *DAY, "--format", "html", "--format", "markdown")
    out = folder / "paket"
    data = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    files = {name: digest for made in data["formats"].values() for name, digest in made["files"].items()}
    (out / "html" / "gammal.html").write_text("från förut", encoding="utf-8")
    import hashlib

    files["html/gammal.html"] = hashlib.sha256("från förut".encode()).hexdigest()
    asked = {"formats": ["html", "markdown"], "public": False, "single": False, "split": False, "without": [], "all_steps": False}
    old = {"version": 1, "tool": {"name": "samverkan", "version": "0.1.0"}, "today": "2019-05-01", "asked": asked, "files": files}
    (out / "manifest.json").write_text(json.dumps(old), encoding="utf-8")
    said = render(folder, *DAY, "--format", "html")
    assert "Skrivet på nytt" in said and "markdown" in said
    assert "html/gammal.html" not in whole(out)
    assert json.loads((out / "manifest.json").read_text(encoding="utf-8"))["version"] == 2


def test_ones_own_file_among_the_pages_is_left(folder: Path) -> None:
    render(folder, *DAY)
    (folder / "paket" / "html" / "egen.txt").write_text("min", encoding="utf-8")
    render(folder, *DAY, "--single")
    render(folder, *DAY, "--format", "markdown")
    assert (folder / "paket" / "html" / "egen.txt").read_text(encoding="utf-8") == "min"


def test_check_looks_at_each_format(folder: Path) -> None:
    render(folder, *DAY, "--format", "html", "--format", "markdown")
    assert "stämmer" in render(folder, "--check")
    (folder / "paket" / "markdown" / "index.md").write_text("ändrad", encoding="utf-8")
    assert "markdown/index.md är ändrad" in render(folder, "--check", code=1)
    assert "stämmer" in render(folder, "--check", "--format", "html", *DAY)


def test_several_agreements_with_formats_one_after_the_other(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "förvar", tmp_path / "förvar")
    (tmp_path / "förvar" / ".git").mkdir()
    for name in ("html", "markdown", "html"):
        done = run("render", "förvar", "--today", "2026-06-01", "--format", name, folder=tmp_path)
        assert done.returncode == 0, done.stderr
    files = whole(tmp_path / "paket")
    assert "index.html" in files and "index.md" in files


KILL = """
import os, sys
from pathlib import Path

left, real = int(sys.argv.pop(1)), Path.replace

def replace(self, target):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    return real(self, target)

Path.replace = replace
from samverkan_cli.cli import main
main()
"""


@pytest.mark.parametrize("moves", [1, 2, 3, 4, 5, 6, 9, 14, 20])
def test_after_a_kill_the_next_run_sees_what_really_lies_there(moves: int, folder: Path) -> None:
    render(folder, "--today", "2018-11-01", "--format", "markdown")
    before = tree(folder / "paket")
    command = [sys.executable, "-c", KILL, str(moves), "render", ".", "--today", "2018-11-20", "--format", "markdown"]
    killed = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert killed.returncode in (0, 9)
    if killed.returncode == 9:
        assert "avbröts" in render(folder, "--check", code=2)
    said = render(folder, "--today", "2018-11-20", "--public", "--format", "html", "--out", "paket", code=2)
    assert "ligger den interna versionen" in said
    if killed.returncode == 9:
        assert tree(folder / "paket") == before, "the interrupted run is undone"
    render(folder, "--today", "2018-11-20", "--format", "markdown")
    whole(folder / "paket")
