"""``check --changed-since`` and ``--changed-files``: whole agreements that a change touches, and no others."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from samverkan_cli.cli.app import run
from samverkan_cli.errors import SamverkanError

ROOT = Path(__file__).resolve().parents[2]
NOTHING = "Inget att pröva: ändringen rör inget dokument för samverkan.\n"


@pytest.fixture(autouse=True)
def own_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git as it is, whatever the person who runs the tests has set."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Prov")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "prov@example.org")


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True, encoding="utf-8").stdout


def write(path: str, more: str = "# en rad till\n") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with Path(path).open("a", encoding="utf-8") as stream:
        stream.write(more)


def commit() -> None:
    git("add", "-A")
    git("commit", "-q", "-m", "ändring")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample repository with a family beside it, in git."""
    folder = Path(shutil.copytree(ROOT / "examples" / "förvar", tmp_path / "förvar"))
    monkeypatch.chdir(folder)
    write("familj/agreement.yaml", agreement("familj", "delar: [{id: barn, fil: barn/agreement.yaml}]"))
    write("familj/barn/agreement.yaml", agreement("barn", "del_av: {id: familj, fil: ../agreement.yaml}"))
    write("exempelby/protokoll.pdf", "%PDF")
    text = Path("exempelby/agreement.yaml").read_text(encoding="utf-8")
    listed = '  - {nr: "1", fil: bilagor/1-lägesbild.yaml}\n'
    assert listed in text
    Path("exempelby/agreement.yaml").write_text(text.replace(listed, listed + '  - {nr: "2", fil: protokoll.pdf}\n'), encoding="utf-8")
    git("init", "-q", "-b", "main")
    commit()
    return folder


def agreement(id: str, more: str) -> str:
    return f"samverkan: 1\ntyp: överenskommelse\nid: {id}\ntitel: {id}\npåhittat: ja\npågående_steg: 1\n{more}\n"


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> set[str]:
    """The agreements that were checked, by the folder they lie in."""
    capsys.readouterr()
    run(["check", *arguments, "--format", "json", "--today", "2025-03-01"])
    captured = capsys.readouterr()
    found = {Path(one["agreement"]).parent.as_posix() for one in json.loads(captured.out)["dossiers"]}
    assert (captured.err == NOTHING) == (not found)
    return found


CHANGES = {
    "nothing": (lambda: None, set()),
    "a file that is nobody's": (lambda: write("README.md"), set()),
    "a hidden file": (lambda: write(".gitlab-ci.yml"), set()),
    "the agreement": (lambda: write("provsta/agreement.yaml"), {"provsta"}),
    "an appendix": (lambda: write("exempelby/bilagor/1-lägesbild.yaml"), {"exempelby"}),
    "an appendix that is not ours": (lambda: write("exempelby/protokoll.pdf"), {"exempelby"}),
    "an appendix that is gone": (lambda: Path("exempelby/protokoll.pdf").unlink(), {"exempelby"}),
    "a document that is gone": (lambda: Path("exempelby/bilagor/1-lägesbild.yaml").unlink(), {"exempelby"}),
    "a document renamed": (lambda: Path("exempelby/bilagor/1-lägesbild.yaml").rename("exempelby/x.yaml"), {"exempelby"}),
    "a document moved to another": (lambda: Path("exempelby/bilagor/1-lägesbild.yaml").rename("provsta/1.yaml"), {"exempelby", "provsta"}),
    "a new document": (lambda: write("provsta/nytt möte.yaml", "samverkan: 1\ntyp: dokument\n"), {"provsta"}),
    "the settings": (lambda: write("samverkan.yaml"), {"exempelby", "provsta", "familj", "familj/barn"}),
    "settings further down": (lambda: write("provsta/samverkan.yaml", "samverkan: 1\ntyp: inställningar\n"), {"provsta"}),
    "settings that are gone": (lambda: Path("samverkan.yaml").unlink(), {"exempelby", "provsta", "familj", "familj/barn"}),
    "the known findings": (lambda: write("provsta/.samverkan-baseline.json", '{"version": 1, "dossiers": {}}'), {"provsta"}),
    "the one above": (lambda: write("familj/agreement.yaml"), {"familj", "familj/barn"}),
    "the one below": (lambda: write("familj/barn/agreement.yaml"), {"familj", "familj/barn"}),
    "an agreement that is gone": (lambda: Path("provsta/agreement.yaml").unlink(), set()),
}


SOME = ("nothing", "an appendix", "a document that is gone", "a document moved to another", "a new document", "the settings")
WAYS = [
    *((name, "in the folder") for name in CHANGES),
    *((name, how) for how in ("staged", "committed", "on a branch that is behind") for name in SOME),
]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(("name", "how"), WAYS)
def test_what_a_change_touches(name: str, how: str, capsys: pytest.CaptureFixture[str]) -> None:
    change, expected = CHANGES[name]
    if how.startswith("on a branch"):
        git("checkout", "-q", "-b", "gren")
    change()
    if how == "staged":
        git("add", "-A")
    elif how != "in the folder" and git("status", "--porcelain"):
        commit()
    since = "HEAD"
    if how == "committed" and git("rev-list", "--count", "HEAD").strip() == "2":
        since = "HEAD~1"
    if how.startswith("on a branch"):
        # What has happened on the main branch meanwhile is not this change.
        git("stash", "-q", "-u") if git("status", "--porcelain") else None
        git("checkout", "-q", "main")
        write("exempelby/agreement.yaml")
        write("provsta/agreement.yaml")
        commit()
        git("checkout", "-q", "gren")
        since = "main"
    assert checked(capsys, "--changed-since", since) == expected


@pytest.mark.usefixtures("store")
def test_a_change_is_judged_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """The fault is in the appendix that was not changed."""
    write("exempelby/bilagor/1-lägesbild.yaml", "färg: blå\n")
    commit()
    write("exempelby/agreement.yaml")
    write("provsta/agreement.yaml", "färg: blå\n")
    commit()
    capsys.readouterr()
    assert run(["check", "exempelby", "--changed-since", "HEAD~1", "--format", "short"]) == 1
    wrong = [line for line in capsys.readouterr().out.splitlines() if "återstår i steg" not in line]
    assert [line.partition(" nyckeln")[0] for line in wrong] == ["exempelby/bilagor/1-lägesbild.yaml:7:1: fel FIL05"]


@pytest.mark.usefixtures("store")
def test_nothing_changed_is_said_and_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    write("provsta/agreement.yaml", "färg: blå\n")
    commit()
    assert run(["check", "--changed-since", "HEAD"]) == 0
    assert capsys.readouterr().out == NOTHING


def test_from_another_folder_through_a_link_and_whatever_git_is_set_to(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git("config", "diff.relative", "true")
    git("config", "diff.renames", "copies")
    git("config", "status.showUntrackedFiles", "no")
    write("provsta/nytt.yaml", "samverkan: 1\ntyp: dokument\n")
    monkeypatch.chdir(store / "provsta")
    assert checked(capsys, "--changed-since", "HEAD") == {"."}
    link = tmp_path / "länk"
    link.symlink_to(store)
    monkeypatch.chdir(tmp_path)
    assert checked(capsys, "länk", "--changed-since", "HEAD") == {"länk/provsta"}


def test_nothing_is_written(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not even git's index, which git would gladly renew."""
    os.utime("provsta/agreement.yaml", (1, 1))
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in store.rglob("*") if path.is_file()}
    checked(capsys, "--changed-since", "HEAD")
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in store.rglob("*") if path.is_file()} == before


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("revision", ["finns-inte", "", "--output=x", "0" * 40])
def test_a_revision_that_is_not_there(revision: str) -> None:
    with pytest.raises(SamverkanError, match="git känner inte till versionen"):
        run(["check", "--changed-since", revision])
    assert not Path("x").exists()


def test_without_a_repository_and_without_git(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "tom"))
    with pytest.raises(SamverkanError, match="programmet git finns inte"):
        run(["check", "--changed-since", "HEAD"])
    monkeypatch.undo()
    shutil.rmtree(store / ".git")
    with pytest.raises(SamverkanError, match="ligger inte i något git-förvar"):
        run(["check", str(store), "--changed-since", "HEAD"])


def test_a_shallow_clone_is_explained(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = git("rev-parse", "HEAD").strip()
    write("provsta/agreement.yaml")
    commit()
    git("clone", "-q", "--depth", "1", f"file://{store}", str(tmp_path / "grund"))
    monkeypatch.chdir(tmp_path / "grund")
    with pytest.raises(SamverkanError) as raised:
        run(["check", "--changed-since", first])
    assert "fetch-depth: 0" in raised.value.help


def test_changed_files_are_given_by_name(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for files, expected in (
        (["provsta/agreement.yaml"], {"provsta"}),
        (["exempelby/bilagor/1-lägesbild.yaml", "README.md"], {"exempelby"}),
        ([".gitlab-ci.yml", "README.md", "azure-pipelines.yml"], set()),
        (["samverkan.yaml"], {"exempelby", "provsta", "familj", "familj/barn"}),
        ([str(store / "familj" / "barn" / "agreement.yaml")], {"familj", "familj/barn"}),
    ):
        assert checked(capsys, "--changed-files", *files) == expected
    with pytest.raises(SamverkanError, match="går inte att använda tillsammans"):
        run(["check", "--changed-files", "--changed-since", "HEAD", "README.md"])


def test_changed_files_where_there_is_no_agreement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    write(".pre-commit-config.yaml", "repos: []\n")
    assert run(["check", "--changed-files", ".pre-commit-config.yaml"]) == 0
    assert capsys.readouterr().out == NOTHING
