import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# Compiled modules are kept, as on anyone's machine. A container often forbids it, and then each process that a test starts compiles the program anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

sys.path.insert(0, str(Path(__file__).parent))
pytest_plugins = ["support.chromium"]


UNIT = (
    "checking/", "figures/", "rules/", "text/", "validation/", "yaml/",
    "models/test_former_keys.py", "models/test_identity.py", "models/test_keys.py", "project/test_due",
    "project/test_family.py", "project/test_graph.py", "project/test_margin.py",
    "reporters/test_formats.py", "reporters/test_for_people.py",
    "test_examples.py", "test_real.py", "test_ten_faults.py",
)  # fmt: skip
"""Folders and files of tests that take less than 20 seconds together, but for those in them that say that they cost more."""


WHOLE = ("checking/test_fingerprints.py", "validation/test_limits.py")
"""Files in those folders that judge many whole agreements, or huge files."""


FOLDERS = {"process": ("ci/", "cli/", "editor/", "hostile/", "new/", "preview/", "survival/"), "browser": ("render/browser/",)}
"""What whole folders of tests cost. A single test says it itself, with ``pytest.mark``."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it costs; what costs nothing in particular and stands in UNIT is a unit test."""
    for item in items:
        path = item.path.relative_to(Path(__file__).parent).as_posix()
        for mark, folders in FOLDERS.items():
            if path.startswith(folders):
                item.add_marker(mark)
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if hasattr(getattr(item, "obj", None), "hypothesis"):
            item.add_marker("property")
        if (
            path.startswith(UNIT)
            and path not in WHOLE
            and not any(item.get_closest_marker(mark) for mark in ("process", "browser", "java", "property", "slow"))
        ):
            item.add_marker("unit")


def pytest_collection_finish() -> None:
    """What has been imported and collected stays to the end: it is not looked through each time that memory is tidied."""
    gc.collect()
    gc.freeze()


def _refused(*_arguments: object, **_named: object) -> None:
    pytest.fail("a unit test may not start a process: mark it with pytest.mark.process, or call the function")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """A unit test starts no process: one that does belongs among those that say so. (No fixture: thousands of them would take seconds.)"""
    started = subprocess.Popen
    if item.get_closest_marker("unit") is not None:
        subprocess.Popen = _refused  # type: ignore[assignment, misc]
    try:
        return (yield)
    finally:
        subprocess.Popen = started  # type: ignore[misc]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is expected anew; read the difference before you commit it")


@pytest.fixture
def golden(request: pytest.FixtureRequest):  # type: ignore[no-untyped-def]
    """Compare a text with the file that holds what is expected, or write it there."""

    def compare(text: str, file: Path) -> None:
        if request.config.getoption("--update-golden"):
            file.write_bytes(text.encode("utf-8"))
        assert file.is_file(), f"{file} is missing; make it with --update-golden and read it"
        assert text == file.read_bytes().decode("utf-8")

    return compare
