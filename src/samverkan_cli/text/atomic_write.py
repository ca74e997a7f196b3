"""Writing a file whole: it is either the old one or the new one, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from samverkan_cli.errors import SamverkanError

_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def replace(path: Path, data: bytes, *, expected: bytes | None = None) -> None:
    """Put ``data`` in a file that exists or not. Its rights are kept, and a link stays a link; a device or a pipe is written to.

    With ``expected`` the file must still hold just that. It is looked at as the last thing before the exchange; against a writer in the very
    same moment only a lock would help, which an editor does not ask for. Raises ``SamverkanError`` with the reason, and then nothing is
    changed and nothing left behind.
    """
    with _reasons(path):
        real = Path(os.path.realpath(path))
        mode = _mode(real)
        if mode is not None and not stat.S_ISREG(mode):
            _write_into(real, data)
            return
        with _temporary(real, data, None if mode is None else stat.S_IMODE(mode)) as temporary:
            if expected is not None and (mode is None or real.read_bytes() != expected):
                raise SamverkanError(f"{display_path(path)} har ändrats under tiden", "Ingenting är skrivet. Kör kommandot igen.")
            temporary.replace(real)
            _settle(real.parent)


def create(path: Path, data: bytes) -> None:
    """Write a file that must not exist. Raises ``SamverkanError``, also if somebody puts one there meanwhile, and leaves nothing behind."""
    with _reasons(path), _temporary(path, data, None) as temporary:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        try:
            temporary.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        _settle(path.parent)


def display_path(path: Path) -> str:
    """The path as people see it: from where they stand."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()


def reason(error: OSError) -> str:
    """Why the system refused, in Swedish."""
    number = error.errno or 0
    return _REASONS.get(number) or f"systemet svarade med felet {errno.errorcode.get(number, number)}"


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _write_into(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | _BINARY), "wb") as stream:
        stream.write(data)


@contextmanager
def _temporary(path: Path, data: bytes, mode: int | None) -> Iterator[Path]:
    """The data in a file of its own in the same folder, so that it can take the place of ``path`` at once. Gone afterwards, if it is left."""
    temporary, ours = path, False
    try:
        while True:
            # Nobody can guess the name, and what stands there already is neither opened nor followed.
            temporary = path.parent / f".samverkan-{secrets.token_hex(8)}"
            ours = True
            try:
                # Without rights of its own to keep, the file gets those that the user's mask leaves; else they are given before the exchange.
                flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _NO_LINK
                handle = os.open(temporary, flags, 0o666 if mode is None else 0o600)
                break
            except FileExistsError:
                ours = False
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(mode)
        yield temporary
    finally:
        if ours:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Have the exchange itself on the disk, where the system can do that for a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _reasons(path: Path) -> Iterator[None]:
    """Say in Swedish why a file could not be written."""
    try:
        yield
    except OSError as error:
        raise SamverkanError(f"{display_path(path)} gick inte att skriva: {reason(error)}", "Ingenting är skrivet.") from error
    except ValueError as error:
        raise SamverkanError(f"{path!s} går inte att använda som namn på en fil", "Välj ett annat namn.") from error


_WORDS = {
    "ENOENT": "mappen finns inte",
    "ENOTDIR": "det som skulle vara en mapp är en fil",
    "EISDIR": "det är en mapp",
    "EEXIST": "den finns redan",
    "ENOTEMPTY": "det är en mapp",
    "EACCES": "du har inte rätt att skriva där, eller så har ett annat program den öppen",
    "EPERM": "du har inte rätt att skriva där",
    "EROFS": "där går det bara att läsa",
    "ENOSPC": "det finns ingen plats kvar",
    "EDQUOT": "ditt utrymme är fullt",
    "EFBIG": "filen är för stor",
    "ENAMETOOLONG": "namnet är för långt",
    "ELOOP": "länken leder runt i en ring",
    "EINVAL": "namnet går inte att använda där",
    "EBADF": "den är inte öppen för skrivning",
    "EIO": "disken svarar med ett fel",
    "EMFILE": "för många filer är öppna",
    "ENFILE": "för många filer är öppna",
    "EBUSY": "något annat använder den",
    "ETXTBSY": "något annat använder den",
    "ENXIO": "ingen läser i andra änden",
    "EPIPE": "ingen läser i andra änden",
    "ENODEV": "det går inte att skriva dit",
    "ESTALE": "kontakten med servern är bruten",
    "ETIMEDOUT": "servern svarar inte",
}
# Not every system knows them all.
_REASONS = {getattr(errno, name): words for name, words in _WORDS.items() if hasattr(errno, name)}
