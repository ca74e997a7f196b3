"""Every package in ``tests/data``: the command line, the language server and the preview say the same."""

from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.cli.common import run_check
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.lsp.analyzer import Analyzer, AnalyzerOptions
from samverkan_cli.lsp.diagnostics import by_file, message
from samverkan_cli.lsp.open_documents import OpenDocuments
from samverkan_cli.preview.pages import Asked, Watcher
from support.packages import TODAY, copy

DATA = Path(__file__).parents[1] / "data"
PACKAGES = {path.parent.relative_to(DATA).as_posix(): path.parent for path in sorted(DATA.rglob("agreement.yaml"))}


def identity(found: Diagnostic) -> tuple[object, ...]:
    """What a reader is told: the rule, the place, the words."""
    return (found.file, found.span, found.code, found.level, found.message, found.help, found.related, found.fingerprint, found.suppressed)


@pytest.mark.parametrize("name", PACKAGES)
def test_check_lsp_and_preview_say_the_same(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = copy(PACKAGES[name], tmp_path)
    monkeypatch.chdir(package)
    said = [identity(found) for found in run_check([package], TODAY.isoformat(), None, None, None, None, True).report.diagnostics]

    open_documents = OpenDocuments(package)
    for file in package.rglob("*.yaml"):
        # As an editor opens it: decoded as UTF-8, whatever it is.
        open_documents.texts[file] = file.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
    judge = Analyzer(open_documents, AnalyzerOptions(lambda: TODAY, None, Options(all_steps=True)))
    analyses = judge.of_file(package / "agreement.yaml")
    assert sorted(map(repr, said)) == sorted(repr(identity(found)) for one in analyses for found in one.diagnostics)
    published = [found for group in by_file(analyses).values() for _, found in group]
    assert len(published) == len({one[:5] for one in said if not (one[8] is not None and one[8].by == "undantag")})  # type: ignore[attr-defined]
    assert all(message(found).startswith(found.message) for found in published)

    watcher = Watcher(Asked((package,), lambda: TODAY, None, True))
    assert watcher.look()
    assert sorted(map(repr, said)) == sorted(repr(identity(found)) for found, _ in watcher.now.findings)
    assert not watcher.look(), "nothing has changed"


def test_the_packages_are_there() -> None:
    assert len(PACKAGES) > 60
