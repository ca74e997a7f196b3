"""One writer at a time in a folder. Who comes second waits a little, and is then told who holds it.

The lock is the system's own, on a file in the folder: it goes with the process, however that ends. Everything that we write under a name of its
own until it is whole is written while the lock is held, so what lies there under such a name when the lock is taken was left by a run that is
dead, and is taken away.
"""

from __future__ import annotations

import datetime
import errno
import os
import platform
import re
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from samverkan_cli.errors import SamverkanError

LOCK = ".samverkan-lock"
_PATIENCE = 5.0
"""Seconds to wait for somebody else. What is done under the lock takes less."""
_PAUSE = 0.02

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_FLAGS = _NO_LINK | getattr(os, "O_BINARY", 0)
_TEMPORARY = re.compile(r"\.samverkan-[0-9a-f]{16}")
_HOLDER = re.compile(rb" samverkan(?: (?P<command>[a-z]{1,20}))? (?P<pid>\d{1,10})(?: (?P<host>[\w.-]{1,80}))?\n")
"""What a lock holds: the command, the process and the computer. Where locks are for a part of a file, the first byte is what is locked, and
cannot be read."""
_LONGEST = 200


def temporary(folder: Path) -> Path:
    """A free name of ours in a folder for something that is not whole yet. Nobody can guess it."""
    return folder / f".samverkan-{secrets.token_hex(8)}"


@contextmanager
def one_writer(folder: Path, *, make: bool = False) -> Iterator[None]:
    """Be the only one of our processes that writes in a folder. ``make`` makes it if it is not there, and takes it away if it then stays empty.

    Raises ``SamverkanError`` if somebody else goes on writing there, or if something that is not ours stands in the lock's place; ``OSError``
    if the system will not have it.
    """
    handle, made = _taken(folder, make)
    try:
        _sweep(folder)
        yield
    finally:
        _let_go(folder / LOCK, handle)
        if made:
            with suppress(OSError):
                folder.rmdir()


def wait_for_writer(folder: Path) -> None:
    """Wait until nobody writes in a folder, without writing anything there. Raises ``SamverkanError`` as ``one_writer`` does."""
    end = time.monotonic() + _PATIENCE
    while (handle := _opened(folder / LOCK, os.O_RDONLY)) is not None:
        try:
            if _locked(handle, folder):
                return
            _wait_or_say(folder, handle, end)
        finally:
            os.close(handle)


def sweep(folder: Path) -> None:
    """Take away what runs that were killed have left in a folder. What does not work out is left: nobody asked for it."""
    with suppress(OSError, SamverkanError):
        if any(path.name == LOCK or _TEMPORARY.fullmatch(path.name) for path in folder.iterdir()):
            with one_writer(folder):
                pass


def _taken(folder: Path, make: bool) -> tuple[int, bool]:
    """The handle of the lock, which is held, and whether the folder was made for it."""
    path = folder / LOCK
    end = time.monotonic() + _PATIENCE
    made = False
    while True:
        if make and not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            made = True
        try:
            handle = _opened(path, os.O_RDWR | os.O_CREAT)
        except FileNotFoundError:
            # Whoever made the folder has just taken it away again.
            if make and time.monotonic() < end:
                continue
            raise
        if handle is None:
            continue
        held = False
        try:
            if not _locked(handle, folder):
                _wait_or_say(folder, handle, end)
            elif _is_at(handle, path):
                # Only who holds it may look: whoever held it before was writing in it.
                _refuse_strange(handle, path)
                held = True
                _sign(handle)
                return handle, made
        finally:
            if not held:
                os.close(handle)


def _opened(path: Path, flags: int) -> int | None:
    """A handle of the lock file; ``None`` if it is not there (any more). A link is not followed, and what is no file is not waited for."""
    if path.is_symlink() or (hasattr(path, "is_junction") and path.is_junction()):
        raise _in_the_way(path, "är en länk")
    try:
        return os.open(path, flags | _FLAGS, 0o666)
    except PermissionError:
        # It may be somebody else's. To hold it, it is enough to read it.
        if not (flags & os.O_CREAT) or not path.exists():
            raise
        return _opened(path, os.O_RDONLY)
    except FileNotFoundError:
        if flags & os.O_CREAT:
            raise
        return None
    except OSError as error:
        if error.errno in (errno.ELOOP, getattr(errno, "EMLINK", None)):
            raise _in_the_way(path, "är en länk") from error
        raise


def _refuse_strange(handle: int, path: Path) -> None:
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        raise _in_the_way(path, "är ingen vanlig fil")
    if found.st_nlink > 1:
        raise _in_the_way(path, "är samma fil som en annan")
    if found.st_size and _holder(handle) is None:
        raise _in_the_way(path, "har samverkan inte skrivit")


def _in_the_way(path: Path, what: str) -> SamverkanError:
    return SamverkanError(
        f"{path.as_posix()} {what}, och den står där samverkan låser mappen", "Ta bort eller flytta den, och kör kommandot igen."
    )


def _locked(handle: int, folder: Path) -> bool:
    """Whether the lock was free, and now is ours."""
    from filelock import lock_descriptor

    try:
        return lock_descriptor(handle, blocking=False)
    except OSError as error:
        raise SamverkanError(
            f"mappen {folder.as_posix()} går inte att låsa, så två kan skriva där på en gång", "Skriv i en mapp på datorns egen disk."
        ) from error


def _is_at(handle: int, path: Path) -> bool:
    """Whether what was opened is what stands there: who had it before takes it away."""
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except OSError:
        return False


def _wait_or_say(folder: Path, handle: int, end: float) -> None:
    if time.monotonic() >= end:
        raise SamverkanError(
            f"i {folder.as_posix()} skriver någon annan just nu: {_who(handle)}", "Vänta tills det är klart, och kör kommandot igen."
        )
    time.sleep(_PAUSE)


def _sign(handle: int) -> None:
    """Say in the lock who holds it. That is for people; without it the lock is as good."""
    command = next((word for word in sys.argv[1:2] if re.fullmatch(r"[a-z]{1,20}", word)), "")
    host = re.sub(r"[^\w.-]", "", platform.node(), flags=re.ASCII)[:80]
    words = " ".join(word for word in ("samverkan", command, str(os.getpid()), host) if word)
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f" {words}\n".encode())


def _read(handle: int) -> bytes | None:
    """What stands in a lock after its first byte; ``None`` where it cannot be read, as while it is held in some systems."""
    try:
        os.lseek(handle, 1, os.SEEK_SET)
        return os.read(handle, _LONGEST)
    except OSError:
        return None


def _holder(handle: int) -> re.Match[bytes] | None:
    return _HOLDER.fullmatch(b" " + (_read(handle) or b""))


def _who(handle: int) -> str:
    """Who holds a lock, as far as it says, and since when."""
    found = _holder(handle)
    if found is None:
        return "det går inte att se vem"
    command = f" {found['command'].decode()}" if found["command"] else ""
    host = (found["host"] or b"").decode("ascii", "replace")
    where = f" på {host}" if host and host != platform.node() else ""
    since = datetime.datetime.fromtimestamp(os.fstat(handle).st_mtime).astimezone()
    return f"samverkan{command}, process {found['pid'].decode()}{where}, sedan {since:%Y-%m-%d kl. %H.%M.%S}"


def _sweep(folder: Path) -> None:
    for path in [one for one in folder.iterdir() if _TEMPORARY.fullmatch(one.name)]:
        with suppress(OSError):
            mode = path.lstat().st_mode
            if stat.S_ISDIR(mode):
                shutil.rmtree(path, ignore_errors=True)
            elif stat.S_ISREG(mode):
                path.unlink()


def _let_go(path: Path, handle: int) -> None:
    """Take the lock file away and give up the lock. Where what is open cannot be taken away that is done after, if nobody else has it by then."""
    gone = False
    with suppress(OSError):
        path.unlink()
        gone = True
    os.close(handle)
    if not gone and os.name == "nt":
        with suppress(OSError):
            path.unlink()
