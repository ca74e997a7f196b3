"""The preview shows what ``render`` writes, also where there is a baseline: both start from the same run."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.preview.pages import Asked, Watcher
from support.packages import ROOT, copy
from support.process import DAY, run

EXAMPLE = ROOT / "examples" / "huddinge-med-fel"


@pytest.mark.parametrize("with_baseline", [False, True])
def test_the_pages_are_those_that_render_writes(with_baseline: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy(EXAMPLE, tmp_path)
    if with_baseline:
        assert run("baseline", folder, *DAY, folder=tmp_path).returncode == 0
        assert (folder / ".samverkan-baseline.json").is_file()
    done = run("render", folder, *DAY, "--out", tmp_path / "ut", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    written = {
        path.relative_to(tmp_path / "ut" / "html").as_posix(): path.read_bytes()
        for path in (tmp_path / "ut" / "html").rglob("*")
        if path.is_file()
    }
    monkeypatch.chdir(tmp_path)
    watcher = Watcher(Asked((folder,), lambda: datetime.date(2019, 6, 1)))
    assert watcher.look()
    shown = watcher.now.files
    assert len(written) > 5
    assert {name: shown.get(name) for name in written} == written
    boxes = sum(page.count(b"Saknas:") for name, page in written.items() if name.endswith(".html"))
    assert boxes > 0, "what is known is missing all the same"
