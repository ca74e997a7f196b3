"""A folder with a small agreement, made once."""

import shutil
from pathlib import Path

import pytest

from support.process import run

NEW = ("new", "avtal", "--yes", "--form", "kommun", "--municipality", "Malmö", "--police", "LPO Malmö", "--from", "2027-01-01")


@pytest.fixture(scope="session")
def agreement(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that every test has a copy of."""
    folder = tmp_path_factory.mktemp("avtal")
    done = run(*NEW, "--today", "2027-03-01", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def home(agreement: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(agreement, tmp_path / "hem"))
