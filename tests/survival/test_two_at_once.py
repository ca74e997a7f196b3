"""Two who write at the same time: one whole package of one of them, and nobody's change is lost without a word."""

import contextlib
import errno
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from racing import package

from samverkan_cli.errors import SamverkanError
from samverkan_cli.text import one_writer as lock
from samverkan_cli.text.atomic_write import digest
from samverkan_cli.text.one_writer import LOCK, one_writer
from support import inside
from support.counts import examples

HERE = Path(__file__).parent
DAY = ("--today", "2027-03-01")


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def whole(out: Path) -> dict[str, bytes]:
    """The files of a package folder that are just those of its manifest, with its checksums."""
    files = tree(out)
    made = json.loads(files.pop("manifest.json"))["formats"]
    assert {name: checksum for one in made.values() for name, checksum in one["files"].items()} == {
        name: digest(data) for name, data in files.items()
    }
    return files


def start(*arguments: str, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "samverkan_cli", *arguments]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")


def test_races_of_the_exchange(tmp_path: Path) -> None:
    rounds = examples(60, 200)
    racers = [
        subprocess.Popen([sys.executable, str(HERE / "racing.py"), str(tmp_path), name, str(rounds)], stderr=subprocess.PIPE)
        for name in "ab"
    ]
    seen = []
    try:
        while not all((tmp_path / f"{name}.ready").exists() for name in "ab"):
            assert all(racer.poll() is None for racer in racers)
            time.sleep(0.01)
        for number in range(rounds):
            out = tmp_path / str(number)
            (tmp_path / f"{number}.go").touch()
            said = [tmp_path / f"{number}.{name}" for name in "ab"]
            while not all(one.exists() and one.read_text(encoding="utf-8") for one in said):
                # A reader meanwhile. What it has begun to list may be taken away under its feet: then it was not the package that it listed.
                with contextlib.suppress(OSError):
                    before = (out / "markdown").stat().st_ino
                    names = frozenset(path.name for path in (out / "markdown").iterdir())
                    if (out / "markdown").stat().st_ino == before:
                        seen.append(names)
                assert all(racer.poll() is None or number == rounds - 1 for racer in racers)
            assert [one.read_text(encoding="utf-8") for one in said] == ["ok", "ok"]
            assert whole(out) in (package("a"), package("b")), number
            assert {path.name for path in out.iterdir()} == {"markdown", "manifest.json"}
    finally:
        for racer in racers:
            racer.kill()
            racer.communicate()
    possible = {frozenset(name.split("/")[1] for name in package(one)) for one in "ab"}
    assert set(seen) <= possible


def test_races_of_whole_runs(home: Path) -> None:
    for number in range(examples(4, 20)):
        out = f"paket-{number}"
        both = [
            start("render", "avtal", "--format", "markdown", "--out", out, "--today", day, folder=home)
            for day in ("2027-03-01", "2027-05-02")
        ]
        for one in both:
            said = one.communicate()[0]
            assert one.returncode == 0, said
        whole(home / out)
        assert {path.name for path in (home / out).iterdir()} == {"markdown", "manifest.json"}


def test_two_formats_at_once_are_both_there(home: Path) -> None:
    for number in range(examples(2, 20)):
        out = f"paket-{number}"
        both = [start("render", "avtal", "--format", name, "--out", out, *DAY, folder=home) for name in ("markdown", "html")]
        for one in both:
            said = one.communicate()[0]
            assert one.returncode == 0, said
        assert {name.split("/")[0] for name in whole(home / out)} == {"markdown", "html"}


def test_a_public_version_that_comes_second_is_refused(home: Path) -> None:
    both = [start("render", "avtal", "--format", "markdown", "--out", "p", *DAY, *more, folder=home) for more in ((), ("--public",))]
    said = [one.communicate()[0] for one in both]
    assert sorted(one.returncode for one in both) == [0, 2], said
    whole(home / "p")


def test_two_new_entries_at_once_are_never_lost_without_a_word(home: Path) -> None:
    both = [start("new", "problem", "avtal", "--yes", "--set", f"namn=Nummer {name}", folder=home) for name in ("ett", "två")]
    said = [one.communicate()[0] for one in both]
    text = (home / "avtal" / "agreement.yaml").read_text(encoding="utf-8")
    for one, name, answer in zip(both, ("ett", "två"), said, strict=True):
        assert (one.returncode == 0) == (f"Nummer {name}" in text), answer
        assert one.returncode == 0 or "har ändrats under tiden" in answer
    assert any(one.returncode == 0 for one in both), said


HOLD = """
import sys, time
from pathlib import Path
sys.argv = ["samverkan", "render"]
from samverkan_cli.text.one_writer import one_writer
with one_writer(Path(".")):
    print("held", flush=True)
    time.sleep(60)
"""


@contextlib.contextmanager
def held(folder: Path) -> Iterator[int]:
    """Somebody else who goes on writing in a folder."""
    folder.mkdir(exist_ok=True)
    with subprocess.Popen([sys.executable, "-c", HOLD], cwd=folder, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == b"held\n"
        try:
            yield holder.pid
        finally:
            holder.kill()


def test_who_holds_it_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_PATIENCE", 0.2)
    with held(home / "paket") as pid:
        done = inside.run("render", "avtal", "--format", "markdown", *DAY, folder=home)
        assert done.returncode == 2, done.stdout
        assert f"i paket skriver någon annan just nu: samverkan render, process {pid}, sedan 20" in done.stderr
        assert {path.name for path in (home / "paket").iterdir()} == {LOCK}
    done = inside.run("render", "avtal", "--format", "markdown", *DAY, folder=home)
    assert done.returncode == 0, "a lock goes with the process that held it"
    assert {path.name for path in (home / "paket").iterdir()} == {"markdown", "manifest.json"}


def test_the_files_of_a_run_that_lives_are_not_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_PATIENCE", 0.2)
    mine, dead = tmp_path / ".samverkan-0123456789abcdef", tmp_path / "d" / ".samverkan-0123456789abcdef"
    with held(tmp_path):
        mine.write_bytes(b"half")
        lock.sweep(tmp_path)
        assert mine.exists()
    lock.sweep(tmp_path)
    assert not mine.exists() and not (tmp_path / LOCK).exists()
    dead.parent.mkdir()
    dead.symlink_to(tmp_path)
    (tmp_path / "d" / ".samverkan-baseline.json").write_bytes(b"{}")
    (tmp_path / "d" / LOCK).touch()
    lock.sweep(tmp_path / "d")
    assert {path.name for path in dead.parent.iterdir()} == {dead.name, ".samverkan-baseline.json"}, "a link is nothing of ours"


@pytest.mark.parametrize("kind", ["link", "link to nothing", "folder", "pipe", "somebody's file", "second name"])
def test_what_is_planted_where_the_lock_stands(kind: str, tmp_path: Path) -> None:
    victim, out = tmp_path / "offer.txt", tmp_path / "ut"
    victim.write_bytes(b"viktigt")
    out.mkdir()
    path = out / LOCK
    if kind == "link":
        path.symlink_to(victim)
    elif kind == "link to nothing":
        path.symlink_to(tmp_path / "nytt")
    elif kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "second name":
        os.link(victim, path)
    else:
        path.write_bytes(b"viktigt")
    with pytest.raises((SamverkanError, IsADirectoryError)), one_writer(out):
        pass
    assert victim.read_bytes() == b"viktigt" and not (tmp_path / "nytt").exists() and os.path.lexists(path)


def test_a_disk_without_locks_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object, **__: object) -> bool:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("filelock.lock_descriptor", no_locks)
    with pytest.raises(SamverkanError, match="går inte att låsa"), one_writer(tmp_path):
        pass
