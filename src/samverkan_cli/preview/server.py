"""The preview's own small web server: this machine only, reading only, and nothing but what has been rendered."""

from __future__ import annotations

import base64
import json
import re
import threading
from collections.abc import Callable
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from samverkan_cli.diagnostics import Diagnostic, Group
from samverkan_cli.preview.pages import Shown, Watcher
from samverkan_cli.reporters.words import as_left

PAUSE = 0.2
"""Seconds between two looks at the files."""
PING = 15.0

_TYPES = {
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
}  # fmt: skip
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

_STYLE = re.compile(rb"<style\b[^>]*>(.*?)</style\s*>", re.IGNORECASE | re.DOTALL)


def policy_of(page: bytes, type: str) -> str:
    """What a page of the package may do: be shown, with its own style, in a frame of ours. Its templates may be anybody's.

    It has no script, whatever it says itself; it fetches nothing from elsewhere, sends nothing, and does not lead the window away. It is of our
    origin only so that the page around it can point at a finding in it.
    """
    digests = (base64.b64encode(sha256(style).digest()).decode("ascii") for style in _STYLE.findall(page))
    own = "".join(f" 'sha256-{digest}'" for digest in dict.fromkeys(digests)) if type.startswith("text/html") else ""
    return (
        f"default-src 'none'; style-src 'self'{own}; img-src 'self' data:; font-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'; sandbox allow-same-origin"
    )


class Preview(ThreadingHTTPServer):
    """The server, and the thread that looks at the files. ``shell`` is the page around the rendered ones, by address."""

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, port: int, watcher: Watcher, shell: dict[str, bytes], log_error: Callable[[Exception], None]) -> None:
        self.watcher = watcher
        self.shell = shell
        self.log_error = log_error
        self.changed = threading.Condition()
        self.version = 0
        self.closing = threading.Event()
        super().__init__(("127.0.0.1", port), _Handler)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.server_port}/"

    @property
    def current(self) -> Shown:
        """What is shown now."""
        return self.watcher.now

    def watch(self) -> None:
        """Look at the files until the server closes; tell the pages when something has changed."""
        while not self.closing.is_set():
            try:
                if self.watcher.look(self._tell):
                    self._tell()
            except Exception as error:
                self.log_error(error)
            self.closing.wait(PAUSE)

    def _tell(self) -> None:
        with self.changed:
            self.version += 1
            self.changed.notify_all()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that has gone away is nothing to speak of."""

    def server_close(self) -> None:
        """Let go of the port and of those who wait."""
        self.closing.set()
        with self.changed:
            self.changed.notify_all()
        super().server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Preview
    server_version = "samverkan"
    sys_version = ""

    def do_GET(self) -> None:
        self._answer(True)

    def do_HEAD(self) -> None:
        self._answer(False)

    def _refuse(self) -> None:
        if self._is_ours():
            self._send(405, b"Bara GET och HEAD.\n", "text/plain; charset=utf-8", True, {"Allow": "GET, HEAD"})

    do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_CONNECT = _refuse

    def log_message(self, format: str, *args: Any) -> None:
        """The terminal is for the writer."""

    def _is_ours(self) -> bool:
        """Whether the page was asked for by its own address: another name that leads here is somebody else's page."""
        port = self.server.server_port
        hosts = self.headers.get_all("Host") or []
        if len(hosts) == 1 and hosts[0].lower() in (f"127.0.0.1:{port}", f"localhost:{port}"):
            return True
        self._send(403, "Förhandsvisningen svarar bara på sin egen adress.\n".encode(), "text/plain; charset=utf-8", True, {})
        return False

    def _answer(self, whole: bool) -> None:
        if not self._is_ours():
            return
        path = unquote(urlsplit(self.path).path, errors="replace").removeprefix("/")
        if path == "__live":
            self._live(whole)
        elif path == "__state":
            self._send(200, state(self.server.current, self.server.version), "application/json; charset=utf-8", whole, {})
        elif path in self.server.shell:
            self._send(200, self.server.shell[path], _type(path), whole, {"Content-Security-Policy": _POLICY})
        elif path.startswith("paket/") and path[6:] in self.server.current.files:
            page, type = self.server.current.files[path[6:]], _type(path)
            self._send(200, page, type, whole, {"Content-Security-Policy": policy_of(page, type)})
        else:
            self._send(404, b"Sidan finns inte i paketet.\n", "text/plain; charset=utf-8", whole, {})

    def _send(self, status: int, body: bytes, type: str, whole: bool, more: dict[str, str]) -> None:
        self.send_response(status)
        headers = {
            "Content-Security-Policy": "default-src 'none'; frame-ancestors 'self'",
            "Content-Type": type, "Content-Length": str(len(body)), "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin", "Referrer-Policy": "no-referrer", **more,
        }  # fmt: skip
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if whole and self.command != "HEAD":
            self.wfile.write(body)

    def _live(self, whole: bool) -> None:
        """Tell the page each time there is something new, for as long as it listens."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        said = -1
        while whole and not self.server.closing.is_set():
            with self.server.changed:
                if self.server.version == said:
                    self.server.changed.wait(PING)
                now = self.server.version
            self.wfile.write(f"data: {now}\n\n".encode() if now != said else b": ping\n\n")
            self.wfile.flush()
            said = now


def _type(path: str) -> str:
    return _TYPES.get(path.rpartition(".")[2].lower(), "text/html; charset=utf-8" if not path else "application/octet-stream")


def state(shown: Shown, version: int) -> bytes:
    """What the page needs to know, as JSON."""
    findings = [_finding(one, address) for one, address in shown.findings]
    home = f"paket/{quote(shown.home)}" if shown.home else ""
    return json.dumps(
        {"version": version, "pages": shown.pages, "title": shown.title, "home": home, "error": shown.error, "findings": findings}
    ).encode()


def _finding(found: Diagnostic, address: str) -> dict[str, object]:
    page, _, anchor = address.partition("#")
    found = found if found.group is Group.NOW else as_left(found)
    return {
        "code": found.code, "name": found.name, "level": found.level.value, "word": found.level.swedish, "message": found.message,
        "help": found.help, "file": found.file, "line": found.span.line, "column": found.span.column, "fingerprint": found.fingerprint,
        "suppressed": found.suppressed.by if found.suppressed is not None else None,
        "page": f"paket/{quote(page)}" if page else "", "anchor": anchor,
    }  # fmt: skip
