"""A real terminal: the command runs with a pseudo-terminal as its controlling one, so that Ctrl-C is Ctrl-C."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

_TAKE_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "os.execv(sys.executable, [sys.executable, '-m', 'samverkan_cli', *sys.argv[1:]])"
)
CTRL_C = "\x03"
CTRL_D = "\x04"


class Session:
    """One run of ``samverkan`` in a terminal."""

    def __init__(self, *arguments: str, folder: Path, environment: dict[str, str] | None = None) -> None:
        self.master, slave = os.openpty()
        self.seen = ""
        self.process = subprocess.Popen(
            [sys.executable, "-c", _TAKE_TERMINAL, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            start_new_session=True,
            env={**os.environ, **(environment or {})},
        )
        os.close(slave)

    def expect(self, words: str, seconds: float = 30) -> None:
        """Read until the words have been shown after what was expected before."""
        end = time.monotonic() + seconds
        while words not in self.seen:
            if not self._read(end - time.monotonic()):
                raise AssertionError(f"{words!r} was not shown; this was:\n{self.seen}")
        self.seen = self.seen[self.seen.index(words) + len(words) :]

    def send(self, text: str) -> None:
        """Type something."""
        os.write(self.master, text.encode("utf-8"))

    def answer(self, question: str, text: str = "") -> None:
        """Wait for a question and answer it with a line."""
        self.expect(question)
        self.expect(": ")
        self.send(text + "\n")

    def end(self) -> tuple[int, str]:
        """The exit code and what was shown last."""
        try:
            while self._read(30):
                pass
            return self.process.wait(30), self.seen
        finally:
            self.process.kill()
            self.process.wait()
            os.close(self.master)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], max(0, seconds))
        if not ready:
            return False
        try:
            raw = os.read(self.master, 65536)
        except OSError:
            return False
        self.seen += raw.decode("utf-8", errors="replace").replace("\r\n", "\n")
        return bool(raw)
