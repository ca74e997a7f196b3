"""The program as a process of its own, and what it took: the time that it worked (not the clock's), and the most memory that it had."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

SECONDS = 5
MEGABYTES = 500
_STOP = 60
_ROOM = 6_000_000


@dataclass(frozen=True)
class Took:
    """How a run went, and what it took."""

    returncode: int
    stdout: str
    stderr: str
    seconds: float
    megabytes: float

    def is_modest(self) -> None:
        """What no file, however it is made, may have the program exceed."""
        assert self.seconds < SECONDS, f"it worked for {self.seconds} seconds"
        assert self.megabytes < MEGABYTES, f"it had {self.megabytes} megabytes"


def run(*arguments: str | Path, folder: Path, **environment: str) -> Took:
    """Run ``python -m samverkan_cli`` in a folder."""
    return command(sys.executable, "-m", "samverkan_cli", *map(str, arguments), folder=folder, **environment)


def command(*words: str, folder: Path, **environment: str) -> Took:
    """Run a command. One that never ends is ended, and one that takes all there is gets no more."""
    own = {**os.environ, "PYTHONWARNINGS": "error", **environment}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        limits = ["sh", "-c", f'ulimit -t {_STOP}; ulimit -v {_ROOM}; exec "$@"', "--"]
        process = subprocess.Popen([*limits, *words], cwd=folder, env=own, stdout=out, stderr=err, stdin=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        said = out.read().decode("utf-8"), err.read().decode("utf-8")
    return Took(process.returncode, *said, used.ru_utime + used.ru_stime, used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))
