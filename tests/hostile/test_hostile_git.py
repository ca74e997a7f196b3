"""What a repository names is never started: filters, hooks, a file watcher, a server to fetch from, a program that only looks like git.

Each trap leaves a file behind if it is sprung, and each is first sprung by git itself, so that a trap that does not work is seen.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.process import run

AGREEMENT = "samverkan: 1\ntyp: överenskommelse\nid: {0}\ntitel: {0}\npåhittat: ja\npågående_steg: 1\n{1}"
APPENDIX = "samverkan: 1\ntyp: dokument\ntitel: Bilaga\n"
CLEAN = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_ALLOW_PROTOCOL": "file:ext"}
WHO = {f"GIT_{who}_{what}": "prov@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the traps are shell scripts")


def git(folder: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[bytes]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        ["git", "-C", str(folder), *arguments], check=check, capture_output=True, stdin=subprocess.DEVNULL, env={**own, **CLEAN, **WHO}
    )


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Two agreements in git, of which one has been changed."""
    store = tmp_path / "förvar"
    for name in ("a", "b"):
        (store / name).mkdir(parents=True)
        (store / name / "agreement.yaml").write_text(AGREEMENT.format(name, 'bilagor: [{nr: "1", fil: bilaga.yaml}]\n'), encoding="utf-8")
        (store / name / "bilaga.yaml").write_text(APPENDIX, encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main", str(store))
    commit(store)
    (store / "a" / "bilaga.yaml").write_text(APPENDIX + "datum: 2018-01-01\n", encoding="utf-8")
    return store


def commit(store: Path) -> None:
    git(store, "add", "-A")
    git(store, "commit", "-q", "-m", "allt")


def sprung(store: Path) -> Path:
    return store.parent / "gillrad"


def trap(store: Path, name: str = "fälla.sh") -> Path:
    """A program that leaves a file behind, and otherwise lets through what it gets."""
    script = store.parent / name
    script.write_text(f'#!/bin/sh\ntouch "{sprung(store)}"\nexec timeout 5 cat\n', encoding="utf-8")
    script.chmod(0o755)
    return script


def touched(path: Path) -> None:
    """Make git doubt that it knows a file: it is read again, through its filter."""
    text = path.read_bytes()
    path.write_bytes(text + b"# x\n")


def clean_filter(store: Path) -> None:
    (store / ".gitattributes").write_text("*.yaml filter=ond\n", encoding="utf-8")
    git(store, "config", "filter.ond.clean", str(trap(store)))


def smudge_filter(store: Path) -> None:
    (store / ".gitattributes").write_text("*.yaml filter=ond\n", encoding="utf-8")
    git(store, "config", "filter.ond.smudge", str(trap(store)))


def long_running_filter(store: Path) -> None:
    (store / ".gitattributes").write_text("*.yaml filter=ond\n", encoding="utf-8")
    git(store, "config", "filter.ond.process", str(trap(store)))


def hooks(store: Path) -> None:
    folder = store / "krokar"
    folder.mkdir()
    for name in ("post-index-change", "post-checkout", "reference-transaction", "pre-auto-gc", "fsmonitor-watchman"):
        shutil.copy(trap(store), folder / name)
    git(store, "config", "core.hooksPath", str(folder))


def fsmonitor(store: Path) -> None:
    git(store, "config", "core.fsmonitor", str(trap(store)))


def external_diff(store: Path) -> None:
    git(store, "config", "diff.external", str(trap(store)))


def text_of(store: Path) -> None:
    (store / ".gitattributes").write_text("*.yaml diff=ond\n", encoding="utf-8")
    git(store, "config", "diff.ond.textconv", str(trap(store)))


def pager(store: Path) -> None:
    for name in ("core.pager", "core.editor", "core.sshCommand", "core.askPass", "credential.helper", "core.alternateRefsCommand"):
        git(store, "config", name, str(trap(store)))


def submodule(store: Path) -> None:
    """A repository inside the repository, with a filter of its own."""
    inner = store.parent / "inre"
    inner.mkdir()
    (inner / "bilaga.yaml").write_text(APPENDIX, encoding="utf-8")
    git(inner, "init", "-q", "-b", "main")
    commit(inner)
    git(store, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "b/del")
    agreement = store / "b" / "agreement.yaml"
    agreement.write_text(agreement.read_text(encoding="utf-8").replace("bilaga.yaml", "del/bilaga.yaml"), encoding="utf-8")
    commit(store)
    (store / "b" / "del" / ".gitattributes").write_text("*.yaml filter=ond\n", encoding="utf-8")
    git(store / "b" / "del", "config", "filter.ond.clean", str(trap(store)))
    touched(store / "b" / "del" / "bilaga.yaml")


def server_to_fetch_from(store: Path) -> None:
    """A repository that says that what it lacks is to be had from a server, which is a program."""
    git(store, "config", "extensions.partialClone", "origin")
    git(store, "config", "core.repositoryFormatVersion", "1")
    git(store, "config", "remote.origin.promisor", "true")
    git(store, "config", "remote.origin.url", f"ext::{trap(store)}")
    git(store, "config", "protocol.ext.allow", "always")
    named = git(store, "rev-parse", "HEAD:a/bilaga.yaml").stdout.decode().strip()
    (store / ".git" / "objects" / named[:2] / named[2:]).unlink()


TRAPS: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "clean filter": (clean_filter, ("diff", "HEAD")),
    "smudge filter": (smudge_filter, ("archive", "--worktree-attributes", "HEAD")),
    "filter that goes on running": (long_running_filter, ("diff", "HEAD")),
    "hooks": (hooks, ("add", "a/bilaga.yaml")),
    "file watcher": (fsmonitor, ("status",)),
    "diff of another kind": (external_diff, ("diff", "HEAD")),
    "text of another kind": (text_of, ("diff", "HEAD")),
    "pager and the like": (pager, ("-p", "var", "GIT_EDITOR")),
    "submodule with a filter": (submodule, ("-C", "b/del", "diff")),
    "server to fetch from": (server_to_fetch_from, ("cat-file", "-p", "HEAD:a/bilaga.yaml")),
}


@pytest.mark.parametrize("name", TRAPS)
def test_nothing_that_a_repository_names_is_started(name: str, store: Path) -> None:
    set_up, careless = TRAPS[name]
    set_up(store)
    sprung(store).unlink(missing_ok=True)
    git(store, *careless, check=False)
    if name != "pager and the like":
        assert sprung(store).exists(), "the trap does not work, and so proves nothing"
    sprung(store).unlink(missing_ok=True)
    touched(store / "a" / "bilaga.yaml")
    before = {path: path.read_bytes() for path in (store / ".git").rglob("*") if path.is_file()}
    done = run("check", "--changed-since", "HEAD", "--format", "json", "--today", "2025-03-01", folder=store, **CLEAN)
    assert done.returncode in (0, 1), done.stderr
    assert not sprung(store).exists(), "something was started"
    assert {path: path.read_bytes() for path in (store / ".git").rglob("*") if path.is_file()} == before
    # What cannot be compared without starting something counts as changed: it is judged.
    expected = {"a", "b"} if name == "submodule with a filter" else {"a"}
    assert {Path(one["agreement"]).parent.name for one in json.loads(done.stdout)["dossiers"]} == expected


def test_a_git_that_lies_where_the_program_is_run(store: Path) -> None:
    shutil.copy(trap(store), store / "git")
    for path in (f".{os.pathsep}{os.environ['PATH']}", f"{os.pathsep}{os.environ['PATH']}"):
        done = run("check", "--changed-since", "HEAD", "--today", "2025-03-01", folder=store, PATH=path, **CLEAN)
        assert done.returncode in (0, 1), done.stderr
        assert not sprung(store).exists()


def test_a_folder_that_only_looks_like_a_repository(store: Path) -> None:
    """A bare repository among the files, with settings of its own: git would take it for the one that it stands in."""
    git(store.parent, "clone", "-q", "--bare", str(store), str(store / "naken"))
    git(store / "naken", "config", "core.fsmonitor", str(trap(store)))
    naken = store / "naken"
    shutil.copytree(store / "a", naken / "a")
    (naken / ".git").mkdir()
    done = run("check", "a", "--changed-since", "HEAD", "--today", "2025-03-01", folder=naken, **CLEAN)
    assert done.returncode == 2 and "git kunde inte läsa förvaret" in done.stderr, done.stderr
    assert not sprung(store).exists()


def test_what_a_hook_is_told_of_where_it_stands_is_not_taken_for_our_repository(store: Path, tmp_path: Path) -> None:
    """Git tells its hooks which repository they belong to; ours is the one that the files lie in."""
    git(tmp_path, "init", "-q", str(tmp_path / "annat"))
    other = {
        "GIT_DIR": str(tmp_path / "annat" / ".git"),
        "GIT_WORK_TREE": str(tmp_path / "annat"),
        "GIT_INDEX_FILE": str(tmp_path / "finns-inte"),
    }
    done = run("check", "--changed-since", "HEAD", "--format", "json", "--today", "2025-03-01", folder=store, **CLEAN, **other)
    assert done.returncode in (0, 1), done.stderr
    assert [Path(one["agreement"]).parent.name for one in json.loads(done.stdout)["dossiers"]] == ["a"]


def changed(store: Path) -> list[str]:
    done = run("check", "--changed-since", "HEAD", "--format", "json", "--today", "2025-03-01", folder=store, **CLEAN)
    assert done.returncode in (0, 1), done.stderr
    return [Path(one["agreement"]).parent.name for one in json.loads(done.stdout)["dossiers"]]


def test_what_only_looks_otherwise_on_this_disk_is_not_changed(store: Path) -> None:
    """Other ends of lines, another encoding, or a file that git-lfs keeps elsewhere."""
    commit(store)
    assert changed(store) == []
    file = store / "a" / "bilaga.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_bytes(text.replace("\n", "\r\n").encode())
    assert changed(store) == []
    file.write_bytes(text.encode("utf-16"))
    assert changed(store) == []
    file.write_bytes(text.encode("utf-16") + b"#\0")
    assert changed(store) == ["a"]


def test_a_file_that_git_lfs_keeps(store: Path) -> None:
    import hashlib

    content = b"%PDF" * 1000
    agreement = store / "a" / "agreement.yaml"
    agreement.write_text(
        agreement.read_text(encoding="utf-8").replace("bilaga.yaml}", 'bilaga.yaml}, {nr: "2", fil: beslut.pdf}'), encoding="utf-8"
    )
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{hashlib.sha256(content).hexdigest()}\nsize {len(content)}\n"
    (store / "a" / "beslut.pdf").write_text(pointer, encoding="utf-8")
    commit(store)
    (store / "a" / "beslut.pdf").write_bytes(content)
    assert changed(store) == []
    (store / "a" / "beslut.pdf").write_bytes(content + b"x")
    assert changed(store) == ["a"]


def test_a_link_is_where_it_leads_and_is_not_followed(store: Path) -> None:
    (store / "a" / "bilaga.yaml").unlink()
    (store / "a" / "bilaga.yaml").symlink_to("../b/bilaga.yaml")
    shutil.copy(store / "b" / "bilaga.yaml", store / "b" / "bilaga-två.yaml")
    commit(store)
    assert changed(store) == []
    (store / "a" / "bilaga.yaml").unlink()
    (store / "a" / "bilaga.yaml").symlink_to("../b/bilaga-två.yaml")
    assert changed(store) == ["a"]


def test_content_that_is_not_here_counts_as_changed(store: Path) -> None:
    commit(store)
    named = git(store, "rev-parse", "HEAD:b/bilaga.yaml").stdout.decode().strip()
    (store / ".git" / "objects" / named[:2] / named[2:]).unlink()
    assert changed(store) == []
    touched(store / "b" / "bilaga.yaml")
    assert changed(store) == ["b"]
