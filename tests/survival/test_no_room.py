"""Where there is no room, or no right to write: the old stays whole, and the reason is said in Swedish by every command that writes."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.process import run

DAY = ("--today", "2027-03-01")
NEW = ("--yes", "--form", "kommun", "--municipality", "Malmö", "--from", "2027-01-01")
WRITING = {
    "render": ("render", "avtal", "--format", "markdown", *DAY),
    "fix": ("fix", "avtal"),
    "baseline": ("baseline", "avtal", "--all-steps", *DAY),
    "new": ("new", "nytt", *NEW, *DAY),
    "new entry": ("new", "problem", "avtal", "--yes", "--set", "namn=Otryggt torg"),
    "output": ("check", "avtal", *DAY, "--output", "json=r.json"),
}


@pytest.fixture(scope="session")
def used(agreement: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An agreement with something to fix, and what the commands have written before."""
    home = Path(shutil.copytree(agreement, tmp_path_factory.mktemp("använt") / "hem"))
    for command in ("render", "baseline", "output"):
        assert run(*WRITING[command], folder=home).returncode in (0, 1)
    path = home / "avtal" / "agreement.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("\ntitel:", "\nTitel:"), encoding="utf-8")
    return home


@pytest.fixture
def home(used: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(used, tmp_path / "hem"))


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")}


@pytest.mark.parametrize("command", WRITING)
def test_a_limit_on_the_size_of_files(command: str, home: Path) -> None:
    before = tree(home)
    # Python would keep compiled modules cut short.
    own = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "samverkan_cli", *WRITING[command]], cwd=home, env=own, capture_output=True, encoding="utf-8", check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200)),
    )  # fmt: skip
    assert done.returncode == 2, done.stdout + done.stderr
    assert "filen är för stor" in done.stderr and "File too large" not in done.stderr
    assert tree(home) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("command", [("rules",), ("check", "avtal", *DAY), ("check", "avtal", *DAY, "--output", "json=/dev/full")])
def test_a_full_disk_for_what_is_said(command: tuple[str, ...], home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "samverkan_cli", *command], cwd=home, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert done.returncode == 2
    assert "disken är full" in done.stderr and "fel i programmet" not in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("cut", ["swedish", "cli/app", "scaffold/targets"])
def test_a_compiled_module_that_a_full_disk_has_cut_short(cut: str, home: Path, tmp_path: Path) -> None:
    """Some versions of Python keep one, and it stops every run after that."""
    own = {"PYTHONPYCACHEPREFIX": str(tmp_path / "kompilerat"), "PYTHONDONTWRITEBYTECODE": ""}
    assert run(*WRITING["new entry"], folder=home, **own).returncode == 0
    (compiled,) = (tmp_path / "kompilerat").rglob(f"samverkan_cli/{cut}.*.pyc")
    compiled.write_bytes(compiled.read_bytes()[:200])
    done = run(*WRITING["new entry"], folder=home, **own)
    assert (done.returncode, done.stdout) == (2, "")
    assert "en av programmets egna filer är avhuggen" in done.stderr and "__pycache__" in done.stderr
