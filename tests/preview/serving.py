"""A running ``samverkan preview``, as somebody starts it in a terminal."""

from __future__ import annotations

import http.client
import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self

PATIENCE = 30.0


class Serving:
    """Starts the command, waits for its address, ends it as Ctrl-C does."""

    def __init__(self, folder: Path, *options: str) -> None:
        command = [sys.executable, "-m", "samverkan_cli", "preview", ".", "--today", "2019-06-01", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, text=True, encoding="utf-8")
        assert self.process.stdout is not None
        self.said = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.said)
        if found is None:
            raise AssertionError(self.said + self.process.communicate()[1])
        self.address, self.port = found[0], int(found[1])

    def __enter__(self) -> Self:
        self.until(lambda state: state["home"] or state["error"])
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        out, self.complaints = self.process.communicate(timeout=PATIENCE)
        self.said += out

    def ask(self, path: str, method: str = "GET", host: str | None = None) -> tuple[int, dict[str, str], bytes]:
        """One request. ``host`` is what it says that it asks for."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_host=True)
        if host != "":
            connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        found = (answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return found

    def state(self) -> dict[str, Any]:
        """What is shown now."""
        state: dict[str, Any] = json.loads(self.ask("/__state")[2])
        return state

    def until(self, met: Any) -> dict[str, Any]:
        """The first state that meets a condition."""
        end = time.monotonic() + PATIENCE
        while not met(state := self.state()):
            assert time.monotonic() < end, state
            time.sleep(0.05)
        return state
