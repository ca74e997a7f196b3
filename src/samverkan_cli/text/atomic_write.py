"""Writing a file whole: it is either the old one or the new one, whatever happens meanwhile."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.one_writer import one_writer
from samverkan_cli.text.one_writer import temporary as temporary_name

_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def put(path: Path, data: bytes) -> None:
    """Put ``data`` in a file, whatever stands there or not. Its rights are kept, and a link stays a link; a device or a pipe is written to.

    Raises ``SamverkanError`` with the reason, and then nothing is changed and nothing left behind.
    """
    with _reasons(path):
        real = Path(os.path.realpath(path))
        mode = _mode(real)
        if mode is not None and not stat.S_ISREG(mode):
            _write_into(real, data)
            return
        with one_writer(real.parent), _temporary(real, data, mode) as temporary:
            temporary.replace(real)
            _settle(real.parent)


def replace(path: Path, expected_digest: str | None, data: bytes) -> None:
    """Put ``data`` in a file that was read and still holds that: its checksum is ``expected_digest``, or it was not there, ``None``.

    Of two of our processes that have read the same, the second is refused: each looks and writes while it is the only one that does. Against
    an editor that writes in the very same moment only a lock would help that it does not ask for. Otherwise as ``put``.
    """
    with _reasons(path):
        real = Path(os.path.realpath(path))
        with one_writer(real.parent):
            mode = _mode(real)
            with _temporary(real, data, mode) as temporary:
                if _digest_of(real) != expected_digest:
                    raise SamverkanError(
                        f"{display_path(path)} har ändrats under tiden", "Den är inte ändrad härifrån. Kör kommandot igen."
                    )
                temporary.replace(real)
                _settle(real.parent)


def create(path: Path, data: bytes) -> None:
    """Write a file that must not exist: there is none, or the whole one. Raises ``SamverkanError``, also if somebody puts one there meanwhile,
    and leaves nothing behind."""
    with _reasons(path), one_writer(path.parent), _temporary(path, data, None) as temporary:
        _give_name(temporary, path)
        _settle(path.parent)


def create_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder that must not exist, with files by their paths in it: there is no folder, or the whole one. Otherwise as ``create``."""
    with _reasons(folder), one_writer(folder.parent):
        beside = temporary_name(folder.parent)
        beside.mkdir()
        try:
            for name, data in files.items():
                path = beside / name
                path.parent.mkdir(parents=True, exist_ok=True)
                _write_new(path, data, 0o666)
            for made, _, _ in os.walk(beside):
                _settle(Path(made))
            if os.path.lexists(folder):
                raise FileExistsError(errno.EEXIST, "")
            beside.rename(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        _settle(folder.parent)


def digest(data: bytes) -> str:
    """The checksum that data is known by."""
    return hashlib.sha256(data).hexdigest()


def display_path(path: Path) -> str:
    """The path as people see it: from where they stand."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()


def reason(error: OSError, *, reading: bool = False) -> str:
    """Why the system refused to have something written, or read, in Swedish."""
    number = error.errno or 0
    if reading and number in (errno.EACCES, errno.EPERM):
        return "du får inte läsa här"
    return _REASONS.get(number) or f"systemet svarade med felet {errno.errorcode.get(number, number)}"


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _write_into(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | _BINARY), "wb") as stream:
        stream.write(data)


def _digest_of(path: Path) -> str | None:
    """The checksum of a file; ``None`` if it is not there."""
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return None


@contextmanager
def _temporary(path: Path, data: bytes, mode: int | None) -> Iterator[Path]:
    """The data in a file of its own in the same folder, so that it can take the place of ``path`` at once. Gone afterwards, if it is left.

    Without rights of its own to keep, the file gets those that the user's mask leaves; else they are given before the exchange.
    """
    beside, ours = path, False
    try:
        while not ours:
            beside, ours = temporary_name(path.parent), True
            try:
                _write_new(beside, data, 0o666 if mode is None else 0o600)
            except FileExistsError:
                ours = False
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        yield beside
    finally:
        if ours:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _write_new(path: Path, data: bytes, mode: int) -> None:
    """A file that nobody else has, on the disk. What stands there already is neither opened nor followed."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _NO_LINK, mode)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _give_name(made: Path, path: Path) -> None:
    """Let what is made have the name ``path`` in one step, if nothing has it."""
    if os.name == "nt":
        made.rename(path)
        return
    try:
        os.link(made, path, follow_symlinks=False)
    except (OSError, NotImplementedError):
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "") from None
        # A disk where a file has one name only. Nobody else of ours is here.
        made.rename(path)


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


HAPPENS = frozenset(
    getattr(errno, name)
    for name in (
        "EACCES", "EDQUOT", "EFBIG", "EIO", "EMFILE", "ENAMETOOLONG", "ENFILE", "ENOMEM", "ENOSPC", "EPERM", "EROFS", "ESTALE", "ETIMEDOUT",
    )
    if hasattr(errno, name)
)  # fmt: skip
"""What a system may answer whatever a program does right: no room, no rights, no reach."""

_WORDS = {
    "ENOENT": "mappen finns inte",
    "ENOTDIR": "det som skulle vara en mapp är en fil",
    "EISDIR": "det är en mapp",
    "EEXIST": "den finns redan",
    "ENOTEMPTY": "det är en mapp",
    "EACCES": "du får inte skriva här" + (", eller så har ett annat program den öppen" if os.name == "nt" else ""),
    "EPERM": "du får inte skriva här",
    "EROFS": "där går det bara att läsa",
    "ENOSPC": "disken är full",
    "EDQUOT": "ditt utrymme på disken är fullt",
    "EFBIG": "filen är för stor",
    "ENAMETOOLONG": "namnet är för långt",
    "ELOOP": "länken leder runt i en ring",
    "EINVAL": "namnet går inte att använda där",
    "EBADF": "den är inte öppen för skrivning",
    "ENOMEM": "minnet räcker inte",
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
