"""A file that an agreement names and that git does not have: it is here, and not where the repository is fetched."""

import json
from pathlib import Path

import pytest

from hostile.test_hostile_git import git
from support.inside import run

AGREEMENT = """\
samverkan: 1
typ: överenskommelse
id: ekhult
titel: Överenskommelse
parter:
  - {id: kommun, typ: kommun, namn: Ekhults kommun, logotyp: {fil: bilder/logo.svg, alt: vapen}}
bilagor:
  - {nr: "1", fil: bilagor/plan.yaml}
  - {nr: "2", fil: bilagor/läget.yaml}
"""
PLAN = "samverkan: 1\ntyp: dokument\ntitel: Plan\n"

pytestmark = pytest.mark.process


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """An agreement in git with one of its appendices; the other, and the logo, are only on the disk."""
    store = tmp_path / "förvar"
    for name, text in {
        "agreement.yaml": AGREEMENT,
        "bilagor/plan.yaml": PLAN,
        "bilagor/läget.yaml": PLAN,
        "bilder/logo.svg": "<svg/>",
    }.items():
        (store / name).parent.mkdir(parents=True, exist_ok=True)
        (store / name).write_text(text, encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main", str(store))
    git(store, "add", "agreement.yaml", "bilagor/plan.yaml")
    git(store, "commit", "-q", "-m", "en del")
    return store


def absent(folder: Path, command: str = "check") -> list[int]:
    """The lines on which a file is said not to be in git."""
    done = run(command, ".", "--today", "2027-06-01", "--format", "json", folder=folder)
    return [one["line"] for one in json.loads(done.stdout)["diagnostics"] if one["code"] == "FIL18"]


def test_what_git_does_not_have_is_told_where_it_is_named(store: Path) -> None:
    assert absent(store) == [6, 9]
    (found,) = [
        one
        for one in json.loads(run("check", ".", "--format", "json", folder=store).stdout)["diagnostics"]
        if one["code"] == "FIL18" and one["line"] == 9
    ]
    assert found["level"] == "warning" and "git add bilagor/läget.yaml" in found["help"]


def test_what_is_staged_is_on_its_way(store: Path) -> None:
    git(store, "add", "bilagor", "bilder")
    assert absent(store) == []


def test_what_is_ignored_is_told_too(store: Path) -> None:
    (store / ".gitignore").write_text("läget.yaml\n", encoding="utf-8")
    git(store, "add", "-A")
    git(store, "commit", "-q", "-m", "resten")
    assert absent(store) == [9]


@pytest.mark.parametrize("form", [("--index-version", "4"), ("--split-index",)])
def test_where_nobody_can_tell_nothing_is_said(form: tuple[str, ...], store: Path) -> None:
    git(store, "update-index", *form)
    assert absent(store) == []
    git(store, "update-index", "--no-split-index", "--index-version", "2")
    assert absent(store) == [6, 9]


@pytest.mark.parametrize("data", [b"", b"DIRC", b"DIRC" + b"\xff" * 40, b"\0" * 500])
def test_an_index_that_is_none_is_let_be(data: bytes, store: Path) -> None:
    (store / ".git" / "index").write_bytes(data)
    assert absent(store) == []


def test_an_agreement_that_is_not_in_git_itself_is_let_be(store: Path) -> None:
    git(store, "rm", "-q", "--cached", "agreement.yaml")
    assert absent(store) == []


def test_outside_git_nothing_is_said(store: Path) -> None:
    git(store, "rm", "-q", "-r", "--cached", ".")
    assert absent(store) == []
    (store / ".git" / "index").unlink()
    assert absent(store) == []


def test_a_work_tree_of_its_own_has_its_own_index(store: Path) -> None:
    git(store, "worktree", "add", "-q", "../annat", "HEAD")
    other = store.parent / "annat"
    (other / "bilagor" / "läget.yaml").write_text(PLAN, encoding="utf-8")
    assert absent(other) == [9]


def test_sha_256(tmp_path: Path, store: Path) -> None:
    (tmp_path / "nytt").mkdir()
    git(tmp_path, "init", "-q", "--object-format=sha256", "nytt")
    for name in ("agreement.yaml", "bilagor/plan.yaml", "bilagor/läget.yaml"):
        (tmp_path / "nytt" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "nytt" / name).write_bytes((store / name).read_bytes())
    git(tmp_path / "nytt", "add", "agreement.yaml", "bilagor/plan.yaml")
    assert absent(tmp_path / "nytt") == [9]


def test_git_is_not_started(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert absent(store) == [6, 9]


def test_only_check_says_it(store: Path) -> None:
    assert absent(store, "checklist") == []
