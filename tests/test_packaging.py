"""The wheel that is built from the sdist is whole, and runs far from the checkout."""

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DATA = ("schemas", "templates")


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``python -m build`` makes the sdist from the checkout, and the wheel from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel in an environment of its own, which borrows the dependencies of this one: no network is needed."""
    home = tmp_path_factory.mktemp("env")
    venv.create(home, with_pip=False, symlinks=sys.platform != "win32")
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / Path(sys.executable).name
    installed = run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel, folder=home)
    assert installed.returncode == 0, installed.stderr
    own = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=home).stdout.strip()
    borrowed = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    (Path(own) / "borrowed.pth").write_text("\n".join(sorted(borrowed)) + "\n", encoding="utf-8")
    return scripts / "samverkan"


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("folder", DATA)
def test_wheel_holds_every_file_of(folder: str, wheel: Path) -> None:
    expected = {
        f"samverkan_cli/_data/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }
    assert expected <= names(wheel), "map the folder under [tool.hatch.build.targets.wheel.force-include] in pyproject.toml"


def test_the_sdist_holds_the_versions_that_the_readme_installs_with(wheel: Path) -> None:
    (sdist,) = wheel.parent.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert {"README.md", "constraints.txt", "requirements-hashed.txt"} <= held


def test_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in names(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"samverkan_cli"}
    assert not [name for name in names(wheel) if "tests" in Path(name).parts or Path(name).name.startswith("test") or name.endswith(".pyc")]
    assert any(name.endswith("licenses/LICENSE") for name in names(wheel))
    assert "samverkan_cli/py.typed" in names(wheel)


def test_check_runs_far_from_the_checkout(program: Path, tmp_path: Path) -> None:
    ran = run(program, "check", ROOT / "examples" / "huddinge", "--today", "2019-06-01", folder=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Inget att anmärka på." in ran.stdout


def test_the_program_is_the_wheels_own(program: Path, tmp_path: Path) -> None:
    python = program.with_name(Path(sys.executable).name)
    ran = run(python, "-c", "import samverkan_cli; print(samverkan_cli.__file__)", folder=tmp_path)
    assert Path(ran.stdout.strip()).is_relative_to(program.parents[1])


def test_schema_is_read_from_the_wheel(program: Path, tmp_path: Path) -> None:
    ran = run(program, "schema", folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == (ROOT / "schemas" / "samverkan.schema.json").read_text(encoding="utf-8")


def test_explain_reads_the_page_from_the_wheel(program: Path, tmp_path: Path) -> None:
    ran = run(program, "explain", "SK09", folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("SK09 koppling-orsak-åtgärd")
