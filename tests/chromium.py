"""The one Chromium that all browser tests of a process share: Playwright can be started only once in it."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

import need

_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A running Chromium."""
    playwright_api = need.module("playwright.sync_api")
    names = ("chromium", "chromium-browser", "google-chrome")
    program = os.environ.get("SAMVERKAN_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not program:
        need.missing("Chromium")
    with playwright_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=_FLAGS.split(), headless=True)
        yield running
        running.close()
