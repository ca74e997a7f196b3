"""The versions that everything is installed with are whole, fit what ``pyproject.toml`` allows, and are what README and ``.ci/run`` use."""

import importlib.util
import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
PROGRAM = [Requirement(text) for text in (*PROJECT["dependencies"], *EXTRAS["editor"], *EXTRAS["pdf"], *EXTRAS["word"])]
EVERYTHING = [Requirement(text) for text in (*PROJECT["dependencies"], *(text for extra in EXTRAS.values() for text in extra))]
PYTHONS = ("3.11", "3.12", "3.13")


def lines_of(name: str) -> list[str]:
    return [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


PINS = dict(line.split("==") for line in lines_of("constraints.txt"))


def direct() -> list[Requirement]:
    return [one for one in EVERYTHING if canonicalize_name(one.name) != canonicalize_name(PROJECT["name"])]


def test_only_names_and_versions() -> None:
    """No registry's address and no path: what is pinned is the same for everyone."""
    assert PINS
    for line in lines_of("constraints.txt"):
        assert re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line), line


@pytest.mark.parametrize("requirement", direct(), ids=str)
def test_what_we_ask_for_is_pinned_to_what_we_allow(requirement: Requirement) -> None:
    assert requirement.specifier.contains(PINS[canonicalize_name(requirement.name)], prereleases=True)


def needed_by(name: str, extras: frozenset[str], python: str) -> set[tuple[str, frozenset[str]]]:
    """What a package that is installed here needs, with the extras that it needs of each."""
    try:
        listed = [Requirement(text) for text in requires(name) or ()]
    except PackageNotFoundError:
        return set()
    environments = [{"python_version": python, "python_full_version": f"{python}.0", "extra": extra} for extra in ("", *extras)]
    return {
        (canonicalize_name(one.name), frozenset(one.extras))
        for one in listed
        if one.marker is None or any(one.marker.evaluate(environment) for environment in environments)
    }


@pytest.mark.parametrize("python", PYTHONS)
def test_what_comes_along_is_pinned_too(python: str) -> None:
    waiting = {(canonicalize_name(one.name), frozenset(one.extras)) for one in direct()}
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, extras = waiting.pop()
        assert name in PINS, f"{name} is needed with Python {python}; run tools/constraints.py"
        seen.add((name, extras))
        waiting |= needed_by(name, extras, python) - seen
    assert len({name for name, _ in seen}) > len({one.name for one in direct()})


def test_the_file_with_checksums_holds_the_same() -> None:
    text = "\n".join(lines_of("requirements-hashed.txt"))
    found = re.findall(r"^(\S+)==(\S+) \\\n    --hash=sha256:[0-9a-f]{64}$", text, flags=re.MULTILINE)
    assert dict(found) == PINS
    assert len(text.splitlines()) == 2 * len(PINS), "nothing else stands there"


def test_what_builds_the_program_is_there_for_installing_without_network() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    for requirement in map(Requirement, build):
        assert requirement.specifier.contains(PINS[canonicalize_name(requirement.name)])


def test_the_lowest_are_those_that_pyproject_allows() -> None:
    spec = importlib.util.spec_from_file_location("constraints", ROOT / "tools" / "constraints.py")
    assert spec is not None and spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    lowest = dict(line.split("==") for line in tool.lowest())
    assert lowest.keys() == {canonicalize_name(one.name) for one in PROGRAM}
    for requirement in PROGRAM:
        assert f">={lowest[canonicalize_name(requirement.name)]}" in {str(one) for one in requirement.specifier}


@pytest.mark.parametrize("file", ["README.md", ".ci/run"])
def test_installing_here_keeps_to_them(file: str) -> None:
    """Except where other versions are what is asked for: the line in ``unit_tests_with`` takes its own file, or none."""
    installs = re.findall(r"pip install [^`&\n]*", (ROOT / file).read_text(encoding="utf-8"))
    ours = [line for line in installs if re.search(r"""(^|\s)["']?\.(\[|["']?\s|["']?$)""", line)]
    assert len(ours) >= 2
    assert [line for line in ours if "-c constraints.txt" not in line and '"$@"' not in line] == []
