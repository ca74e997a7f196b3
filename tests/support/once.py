"""What takes long to make is made by one of the processes that run the tests, and used by all."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

LONGEST = 300
"""Seconds that the others wait for it."""


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder of this run of the tests, filled by whoever comes first."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"once-{name}"
    done, failed = (folder.with_name(f"{folder.name}.{word}") for word in ("done", "failed"))
    try:
        folder.mkdir()
    except FileExistsError:
        until = time.monotonic() + LONGEST
        while not done.exists():
            assert not failed.exists(), f"another process could not make {name}"
            assert time.monotonic() < until, f"another process has not made {name}"
            time.sleep(0.1)
        return folder
    try:
        make(folder)
    except BaseException:
        failed.touch()
        raise
    done.touch()
    return folder
