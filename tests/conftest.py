import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest_plugins = ["chromium"]


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
