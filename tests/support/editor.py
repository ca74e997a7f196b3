"""A small editor: JSON-RPC over the pipes of a real ``samverkan lsp``."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

PATIENCE = 20.0


class Editor:
    """Starts a language server, keeps texts open in it, and remembers what it has said."""

    def __init__(self, folder: Path, *command: str, encodings: list[str] | None = None, options: dict[str, Any] | None = None) -> None:
        self.folder = folder
        self.findings: dict[str, list[dict[str, Any]]] = {}
        self.published: list[tuple[float, str]] = []
        self.log: list[str] = []
        self.requests: list[tuple[str, Any]] = []
        self.options = options or {}
        self.versions: dict[str, int] = {}
        self.texts: dict[str, str] = {}
        self._ids = 0
        self._inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        ours = [sys.executable, "-m", "samverkan_cli", "lsp", "--today", "2019-06-01", "--all-steps"]
        self.process = subprocess.Popen(
            list(command) or ours, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder
        )
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._complaints, daemon=True).start()
        general = {"general": {"positionEncodings": encodings}} if encodings else {}
        text_document = {
            "publishDiagnostics": {"relatedInformation": True},
            "completion": {"completionItem": {"snippetSupport": True}},
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
            "hover": {"contentFormat": ["markdown"]},
        }
        started = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": self.uri("."),
                "capabilities": {
                    "textDocument": text_document,
                    "workspace": {"configuration": True, "workspaceFolders": True, "didChangeWatchedFiles": {"dynamicRegistration": True}},
                    **general,
                },
            },
        )
        self.capabilities: dict[str, Any] = started["capabilities"]
        self.tell("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.ask("shutdown", None)
            self.tell("exit", None)
            self.process.wait(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()

    def uri(self, name: str) -> str:
        """A file's address as VS Code writes it."""
        return "file://" + quote((self.folder / name).resolve().as_posix())

    def open(self, name: str, text: str | None = None) -> str:
        """Open a file, as it is on the disk unless a text is given."""
        self.texts[name] = text if text is not None else (self.folder / name).read_bytes().decode("utf-8")
        self.versions[name] = 1
        document = {"uri": self.uri(name), "languageId": "yaml", "version": 1, "text": self.texts[name]}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return self.texts[name]

    def write(self, name: str, text: str) -> None:
        """The whole text of an open file is this now; it is not saved."""
        self.versions[name] += 1
        self.texts[name] = text
        document = {"uri": self.uri(name), "version": self.versions[name]}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def swap(self, name: str, old: str, new: str) -> None:
        """Type something else in one place."""
        assert self.texts[name].count(old) == 1, f"{old!r} stands {self.texts[name].count(old)} times"
        self.write(name, self.texts[name].replace(old, new))

    def close(self, name: str) -> None:
        """Close a file without saving it."""
        self.tell("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})
        self.texts.pop(name, None)

    def close_all(self) -> None:
        """Close everything; the server has nothing more to say of it then."""
        for name in list(self.texts):
            self.close(name)
        self.texts.clear()
        end = time.monotonic() + PATIENCE
        while any(self.findings.values()):
            assert self._next(end), f"still shown: {self.findings}"
        self.findings.clear()

    def at(self, name: str, before: str, after: str = "") -> dict[str, Any]:
        """The place between two pieces of an open text, in UTF-16."""
        text = self.texts[name]
        assert text.count(before + after) == 1, f"{before + after!r} stands {text.count(before + after)} times"
        return {"textDocument": {"uri": self.uri(name)}, "position": position(text, text.index(before + after) + len(before))}

    def codes(self, name: str) -> list[str]:
        """The codes of the findings that are shown in a file."""
        return [str(found.get("code")) for found in self.shown(name)]

    def shown(self, name: str) -> list[dict[str, Any]]:
        """What is shown in a file, but for what the five steps ask besides: an agreement that is going on has not followed up yet."""
        return [found for found in self.findings.get(self.uri(name), []) if not str(found.get("code")).startswith("ST")]

    def wait(self, name: str, *codes: str) -> list[dict[str, Any]]:
        """What is shown in a file, once it is exactly these codes."""
        end = time.monotonic() + PATIENCE
        while sorted(self.codes(name)) != sorted(codes) or self.uri(name) not in self.findings:
            if not self._next(end):
                raise AssertionError(f"{name} shows {self.findings.get(self.uri(name))}, not {codes}; log: {self.log}")
        return self.shown(name)

    def until(self, name: str, least: int) -> None:
        """Wait until so many findings, at least, are shown in a file; for none, until it has been said that there are none."""
        end = time.monotonic() + PATIENCE
        while self.uri(name) not in self.findings or len(self.shown(name)) < least:
            assert self._next(end), f"{name} shows {self.findings.get(self.uri(name))}; log: {self.log}"

    def settle(self) -> None:
        """Everything that was sent is taken care of: a question that needs the analysis has been answered."""
        for name in self.texts:
            self.ask("textDocument/documentSymbol", {"textDocument": {"uri": self.uri(name)}})

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for the answer."""
        self._ids += 1
        self._send({"jsonrpc": "2.0", "id": self._ids, "method": method, "params": params})
        end = time.monotonic() + PATIENCE
        while True:
            message = self._next(end)
            if not message:
                raise AssertionError(f"no answer to {method}; log: {self.log}")
            if message.get("id") == self._ids and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _next(self, end: float) -> dict[str, Any] | None:
        try:
            message = self._inbox.get(timeout=max(0.0, end - time.monotonic()))
        except queue.Empty:
            return None
        if message is None:
            return None
        match message.get("method"):
            case "textDocument/publishDiagnostics":
                self.findings[message["params"]["uri"]] = message["params"]["diagnostics"]
                self.published.append((time.perf_counter(), message["params"]["uri"]))
            case "window/logMessage" | "window/showMessage":
                self.log.append(message["params"]["message"])
            case "workspace/configuration":
                answers = [self.options.get(item.get("section")) for item in message["params"]["items"]]
                self._send({"jsonrpc": "2.0", "id": message["id"], "result": answers})
            case str() as asked if "id" in message:
                self.requests.append((asked, message["params"]))
                self._send({"jsonrpc": "2.0", "id": message["id"], "result": None})
        return message

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        try:
            while True:
                length = 0
                while (line := stream.readline().strip()) or not length:
                    if not line and not length:
                        self._inbox.put(None)
                        return
                    name, _, value = line.partition(b":")
                    length = int(value) if name.lower() == b"content-length" else length
                self._inbox.put(json.loads(stream.read(length)))
        except (OSError, ValueError):
            self._inbox.put(None)

    def _complaints(self) -> None:
        assert self.process.stderr is not None
        try:
            for line in self.process.stderr:
                self.log.append(line.decode("utf-8", "replace").rstrip())
        except (OSError, ValueError):
            return


def position(text: str, offset: int) -> dict[str, int]:
    """The place of an index, in lines and UTF-16 units."""
    before = text[:offset].replace("\r\n", "\n").split("\n")
    return {"line": len(before) - 1, "character": len(before[-1].encode("utf-16-le")) // 2}
