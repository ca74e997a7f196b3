"""One editor's session: what is open, what is judged, and what has been said of it."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from samverkan_cli.lsp.analyzer import Judge, Judgement, Policy
from samverkan_cli.lsp.diagnostics import published, shown, uri
from samverkan_cli.lsp.open_documents import Desk

PAUSE = 0.03
"""Seconds that the writer is given between two letters before the text is judged."""


class Session:
    """The state of the server: every change of it goes through here."""

    def __init__(self, server: LanguageServer, policy: Policy) -> None:
        self.server = server
        self.desk = Desk(Path.cwd())
        self.judge = Judge(self.desk, policy)
        self.judgements: dict[Path, Judgement] = {}
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
            self.desk.base = path

    def write(self, address: str, text: str) -> None:
        """A text is open, and reads like this now."""
        path = path_of(address)
        if path is None or path.suffix not in (".yaml", ".yml"):
            return
        self.desk.texts[path] = text
        self.uris[path] = address
        self.touch(path)

    def close(self, address: str) -> None:
        """A text is closed: what is on the disk holds again."""
        path = path_of(address)
        if path is None:
            return
        self.desk.texts.pop(path, None)
        self.uris.pop(path, None)
        if self._said.get(address) == []:
            del self._said[address]
        self.touch(path)

    def touch(self, *paths: Path) -> None:
        """Judge what the files belong to, when the writer pauses."""
        self._touched.update(dict.fromkeys(paths))
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(PAUSE, self.settle)

    def settle(self) -> None:
        """Judge what has been touched, and say what is new."""
        self._timer = None
        touched, self._touched = list(self._touched), {}
        try:
            self._judge(touched)
            self._say()
        except Exception as error:
            complain(self.server, "granskningen", error)

    def of(self, path: Path) -> list[Judgement]:
        """The judgements that a file has a part in, the text as it is now."""
        if path in self._touched and self._timer is not None:
            self._timer.cancel()
            self.settle()
        return [judgement for judgement in self.judgements.values() if path in judgement.paths.values()]

    def _judge(self, touched: list[Path]) -> None:
        roots = [root for root, known in self.judgements.items() if set(touched) & {*known.paths.values(), root}]
        seen: set[Path] = set()
        for path in dict.fromkeys((*roots, *touched)):
            if path in seen:
                continue
            # A file that was ours a moment ago is so still, however broken it is just now.
            made = self.judge.of_file(path)
            for judgement in made:
                seen |= {judgement.root, *judgement.paths.values()}
                self.judgements[judgement.root] = judgement
            if path in roots and not any(judgement.root == path for judgement in made):
                del self.judgements[path]
        for root, judgement in list(self.judgements.items()):
            if not set(self.desk.texts) & {root, *judgement.paths.values()}:
                del self.judgements[root]

    def _say(self) -> None:
        """Publish what has changed since it was last said; what is gone is cleared."""
        now: dict[str, list[types.Diagnostic]] = {}
        for path, found in shown(self.judgements.values()).items():
            now[uri(path, self.uris)] = [published(judgement, one, self.uris, self.encoding) for judgement, one in found]
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


def complain(server: LanguageServer, what: str, error: Exception) -> None:
    """Say a fault in the program in the editor's log, and go on."""
    notes = "; ".join(getattr(error, "__notes__", ()))
    words = f"samverkan: ett fel i programmet, inte i dina filer ({what}: {type(error).__name__}: {error}{'; ' if notes else ''}{notes})"
    server.window_log_message(types.LogMessageParams(types.MessageType.Error, words))
