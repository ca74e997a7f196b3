"""Run commands in processes that are killed at one writing call after the other, and say what then lies on the disk.

``python killing.py PLAN``: the plan is JSON on one line. Everything is imported once, and each run is a copy of this process: that is quick, and
as much a process of its own as any. Each writing call is an event that the interpreter reports, or one of those that it does not and that are
wrapped here. One line of JSON is written for each kill.
"""

import contextlib
import hashlib
import io
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

EVENTS = {
    "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate", "os.utime", "shutil.copymode",
}  # fmt: skip
UNREPORTED = ("write", "fsync", "ftruncate")


def tree(folder: Path) -> dict[str, str]:
    """The files and folders with what they hold."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }


def watch(home: Path, count: Callable[[], None]) -> None:
    """Have ``count`` called before each writing call below a folder."""

    def inside(value: object) -> bool:
        if isinstance(value, int) and value > 2:
            try:
                value = str(Path(f"/proc/self/fd/{value}").readlink())
            except OSError:
                return False
        if not isinstance(value, str | bytes | os.PathLike):
            return False
        return os.path.abspath(os.fsdecode(value)).startswith(f"{home}{os.sep}")

    def event(name: str, arguments: tuple[Any, ...]) -> None:
        writes = name in EVENTS or (
            name == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        )
        # Where a folder's handle is given, the name is from there; it is ours then.
        if writes and (any(inside(one) for one in arguments[:2]) or not Path(os.fsdecode(arguments[0])).is_absolute()):
            count()

    def wrapped(call: Callable[..., Any]) -> Callable[..., Any]:
        def one(handle: int, *more: Any) -> Any:
            if inside(handle):
                count()
            return call(handle, *more)

        return one

    sys.addaudithook(event)
    for name in UNREPORTED:
        setattr(os, name, wrapped(getattr(os, name)))


def run(home: Path, arguments: list[str], kill_at: int = 0) -> tuple[int | None, str]:
    """A command in a process of its own, from a folder. Its exit code (none if it was killed), and what it said."""
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if not child:
            os.chdir(home)
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            left = kill_at

            def count() -> None:
                nonlocal left
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

            if kill_at:
                watch(home, count)
            sys.argv = ["samverkan", *arguments]
            code = 3
            try:
                from samverkan_cli.cli import main

                main()
            except SystemExit as end:
                code = int(end.code or 0)
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)
        _, status = os.waitpid(child, 0)
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    return (None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)), text


def warm(home: Path, arguments: list[str]) -> None:
    """Do it once in this very process, so that everything is imported and ready in the copies of it."""
    from samverkan_cli.cli.app import run as do

    os.chdir(home)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        do(arguments)


def tell(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main(plan: dict[str, Any]) -> None:
    """The command of the plan, killed at each writing call (of ``every`` calls the first), and then the next command."""
    sys.dont_write_bytecode = True
    whole = Path(shutil.copytree(plan["before"], Path(plan["work"]) / "whole", symlinks=True))
    before = tree(whole)
    code, said = run(whole, plan["command"])
    tell(before=before, after=tree(whole), code=code, said=said)
    warm(Path(shutil.copytree(plan["before"], Path(plan["work"]) / "warm", symlinks=True)), plan["command"])
    number, code = 1, None
    while code is None:
        home = Path(shutil.copytree(plan["before"], Path(plan["work"]) / str(number), symlinks=True))
        code, said = run(home, plan["command"], kill_at=number)
        left = tree(home)
        next_code, next_said = run(home, plan["next"])
        tell(number=number, code=code, said=said, left=left, next_code=next_code, next_said=next_said, at_last=tree(home))
        shutil.rmtree(home)
        number += plan["every"]


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
