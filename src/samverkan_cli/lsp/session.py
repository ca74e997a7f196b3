"""One editor's session: what is open, what is judged, and what has been said of it."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from samverkan_cli.lsp.analyzer import Analysis, Analyzer, AnalyzerOptions
from samverkan_cli.lsp.diagnostics import by_file, published, uri
from samverkan_cli.lsp.open_documents import OpenDocuments

PAUSE = 0.03
"""Seconds that the writer is given between two letters before the text is judged."""


class Session:
    """The state of the server: every change of it goes through here."""

    def __init__(self, server: LanguageServer, policy: AnalyzerOptions) -> None:
        self.server = server
        self.open_documents = OpenDocuments(Path.cwd())
        self.judge = Analyzer(self.open_documents, policy)
        self.analyses: dict[Path, Analysis] = {}
        self.uris: dict[Path, str] = {}
        self._ours: set[Path] = set()
        self._touched: dict[Path, None] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._said: dict[str, list[types.Diagnostic]] = {}

    @property
    def encoding(self) -> str:
        """How columns are counted."""
        return str(getattr(self.server.server_capabilities.position_encoding, "value", self.server.server_capabilities.position_encoding))

    def begin(self, root: str | None) -> None:
        """Files are named from the editor's folder."""
        path = path_of(root) if root else None
        if path is not None:
            self.open_documents.base = path

    def write(self, address: str, text: str) -> None:
        """A text is open, and reads like this now."""
        path = path_of(address)
        if path is None or path.suffix not in (".yaml", ".yml"):
            return
        self.open_documents.texts[path] = text
        self.uris[path] = address
        self.touch(path)

    def close(self, address: str) -> None:
        """A text is closed: what is on the disk holds again."""
        path = path_of(address)
        if path is None:
            return
        self.open_documents.texts.pop(path, None)
        self.uris.pop(path, None)
        if self._said.get(address) == []:
            del self._said[address]
        self.touch(path)

    def touch(self, *paths: Path) -> None:
        """Analyze what the files belong to, when the writer pauses."""
        self._touched.update(dict.fromkeys(paths))
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(PAUSE, self.settle)

    def settle(self) -> None:
        """Analyze what has been touched, and say what is new."""
        self._timer = None
        touched, self._touched = list(self._touched), {}
        try:
            self._judge(touched)
            self._say()
        except Exception as error:
            log_error(self.server, "granskningen", error)

    def of(self, path: Path) -> list[Analysis]:
        """The analyses that a file has a part in, the text as it is now."""
        if path in self._touched and self._timer is not None:
            self._timer.cancel()
            self.settle()
        return [analysis for analysis in self.analyses.values() if path in analysis.paths.values()]

    def _judge(self, touched: list[Path]) -> None:
        roots = [root for root, known in self.analyses.items() if set(touched) & {*known.paths.values(), root}]
        seen: set[Path] = set()
        for path in dict.fromkeys((*roots, *touched)):
            if path in seen:
                continue
            # A file that was ours a moment ago is so still, however broken it is just now.
            made = self.judge.of_file(path)
            for analysis in made:
                seen |= {analysis.root, *analysis.paths.values()}
                self.analyses[analysis.root] = analysis
                # What stood alone may have been taken in by an agreement.
                for other in {*analysis.paths.values()} & self.analyses.keys() - {analysis.root}:
                    if (dossier := self.analyses[other].dossier) is not None and not dossier.is_agreement:
                        del self.analyses[other]
            if path in roots and not any(analysis.root == path for analysis in made):
                # What stood alone may be gone already: taken in just now.
                self.analyses.pop(path, None)
        for root, analysis in list(self.analyses.items()):
            if not set(self.open_documents.texts) & {root, *analysis.paths.values()}:
                del self.analyses[root]

    def _say(self) -> None:
        """Publish what has changed since it was last said; what is gone is cleared."""
        now: dict[str, list[types.Diagnostic]] = {}
        for path, found in by_file(self.analyses.values()).items():
            now[uri(path, self.uris)] = [published(analysis, one, self.uris, self.encoding) for analysis, one in found]
        for address in dict.fromkeys((*now, *self._said, *self.uris.values())):
            news = now.get(address, [])
            if news != self._said.get(address):
                self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(address, news))
        self._said = {address: now.get(address, []) for address in (*now, *self.uris.values())}


def path_of(address: str) -> Path | None:
    """The file that an address names, if it is one."""
    if not address.startswith("file:"):
        return None
    found = uris.to_fs_path(address)
    return Path(os.path.abspath(found)) if found else None


def log_error(server: LanguageServer, what: str, error: Exception) -> None:
    """Say a fault in the program in the editor's log, and go on."""
    notes = "; ".join(getattr(error, "__notes__", ()))
    words = f"samverkan: ett fel i programmet, inte i dina filer ({what}: {type(error).__name__}: {error}{'; ' if notes else ''}{notes})"
    server.window_log_message(types.LogMessageParams(types.MessageType.Error, words))
