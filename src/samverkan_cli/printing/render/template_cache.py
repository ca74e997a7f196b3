"""Templates compiled once: kept for as long as the program runs, and the shipped ones beside them as Python keeps its own modules."""

from __future__ import annotations

import marshal
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.atomic_write import put

_KEPT: dict[str, CodeType] = {}


class Compiled(BytecodeCache):
    """Compiled templates. Those of ``folder`` (the shipped ones) are also written to disk, in ``__pycache__``.

    Python's own rules hold for that: ``PYTHONDONTWRITEBYTECODE`` and ``PYTHONPYCACHEPREFIX``, and a folder that cannot be written to is
    left alone. A municipality's own templates are never written, and never read from anywhere but their own file; nor is what has been
    ``changed`` before it was compiled.
    """

    def __init__(self, folder: Path, shown: str, *, changed: bool = False) -> None:
        self._folder = folder
        self._start = f"{shown}/"
        self._changed = changed

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The template's place among the compiled ones: known by its text, and by what compiles it."""
        checksum = sha256(f"{_maker()}|{self._changed}|{filename}|{source}".encode()).hexdigest()
        bucket = Bucket(environment, "", checksum)
        if not self._changed and (filename or "").startswith(self._start):
            bucket.key = cache_from_source(str(self._folder / name.replace("/", ".")))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what has been compiled before, if the text is still the same."""
        bucket.code = _KEPT.get(bucket.checksum)
        if bucket.code is not None or not bucket.key:
            return
        with suppress(OSError, EOFError, ValueError, TypeError):
            made = Path(bucket.key).read_bytes()
            head = bucket.checksum.encode()
            if made.startswith(head):
                bucket.code = _KEPT[bucket.checksum] = marshal.loads(made[len(head) :])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was just compiled."""
        assert bucket.code is not None
        _KEPT[bucket.checksum] = bucket.code
        if not bucket.key or sys.dont_write_bytecode:
            return
        file = Path(bucket.key)
        if file.is_symlink():
            # A file is written where it lies, never where a link leads.
            return
        with suppress(OSError, SamverkanError):
            file.parent.mkdir(parents=True, exist_ok=True)
            put(file, bucket.checksum.encode() + marshal.dumps(bucket.code))


@cache
def _maker() -> str:
    return f"{version('jinja2')} {sys.implementation.cache_tag}"
