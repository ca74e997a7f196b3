"""Writing a file whole: a reader sees the old text or the new one, never half."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from samverkan_cli.errors import SamverkanError


def replace(path: Path, data: bytes, *, expected: bytes | None = None) -> None:
    """Put ``data`` in the place of what a file holds, or make the file.

    It is written beside, flushed to the disk and renamed, so a run that is killed leaves the old file. A new file gets the rights that the
    umask allows, an old one keeps its own. With ``expected`` nothing is written if the file holds anything else by then. Raises
    ``SamverkanError`` with the reason; then the old file is as it was.
    """
    temporary: str | None = None
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        handle, temporary = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        if expected is not None and path.read_bytes() != expected:
            raise SamverkanError(f"{path} har ändrats under tiden", "Ingenting är skrivet. Kör kommandot igen.")
        Path(temporary).replace(path)
        temporary = None
    except OSError as error:
        raise refusal(path, error) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def refusal(path: Path, error: OSError) -> SamverkanError:
    """What to say when a file cannot be written."""
    why = _WHY.get(error.errno or 0, "")
    return SamverkanError(f"{path} gick inte att skriva{why}", "Kontrollera mappen och rättigheterna.")


def _umask() -> int:
    """The rights that new files are not to have. It can only be read by being set."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


_WHY = {
    errno.ENOENT: ": mappen finns inte",
    errno.ENOTDIR: ": mappen finns inte",
    errno.EISDIR: ": det är en mapp",
    errno.EACCES: ": du får inte skriva där",
    errno.EPERM: ": du får inte skriva där",
    errno.EROFS: ": där går det bara att läsa",
    errno.ENOSPC: ": disken är full",
    errno.EDQUOT: ": ditt utrymme är fullt",
    errno.EFBIG: ": filen är för stor",
    errno.ENAMETOOLONG: ": namnet är för långt",
}
