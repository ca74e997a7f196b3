import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from new_running import Runner


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Runner:
    """``samverkan`` with a fresh folder to stand in."""
    return Runner(tmp_path, monkeypatch, capsys)
