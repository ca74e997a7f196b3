import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest_plugins = ["chromium"]


UNIT = (
    "rules/", "checking/", "figures/", "text/", "reporters/test_formats.py", "reporters/test_for_people.py", "reporters/test_formats_identity.py",
    "test_answers.py", "test_data.py", "test_examples.py", "test_family.py", "test_fingerprints.py", "test_identity_numbers.py", "test_law.py",
    "test_limits.py", "test_paste.py", "test_real.py", "test_keys.py", "test_former_keys.py", "test_identity.py", "test_steps.py", "test_ten_faults.py", "yaml/",
)  # fmt: skip
"""What is marked ``unit``: folders and files of tests that start no process and take less than 20 seconds together."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the unit tests."""
    for item in items:
        if item.path.relative_to(Path(__file__).parent).as_posix().startswith(UNIT):
            item.add_marker(pytest.mark.unit)


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
