"""A copy of Huddinge's package that an editor has open. One server answers a whole module: starting one takes a second or two."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.editor import Editor
from support.packages import HUDDINGE, copy


@pytest.fixture
def huddinge(tmp_path: Path) -> Path:
    """A copy of the package that the test may change."""
    return copy(HUDDINGE, tmp_path)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor in a copy of the package."""
    with Editor(copy(HUDDINGE, tmp_path_factory.mktemp("redigerare"))) as editor:
        yield editor


@pytest.fixture
def editor(running: Editor) -> Iterator[Editor]:
    """The editor with nothing open, before and after."""
    running.log.clear()
    yield running
    running.close_all()
