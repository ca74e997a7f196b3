"""What a test needs beside Python: without it the test is skipped, with the reason; where everything is to run, it fails."""

import importlib
import os
from types import ModuleType
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    if os.environ.get("SAMVERKAN_CI"):
        pytest.fail(f"{what} is missing, and nothing may be skipped here")
    pytest.skip(f"{what} is missing; .ci/run shows how it is installed")


def module(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ImportError:
        missing(f"the Python package {name}")
