"""The files of a run, each read once. Reading happens here, through ``read``, and nowhere else."""

from __future__ import annotations

import hashlib
import io
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from samverkan_cli.models import Agreement, ContentDocument, SettingsDocument
from samverkan_cli.project.dossier import Member
from samverkan_cli.validation.document_type import meant
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import MAX_BYTES, decode, is_ours, read, written_type

_OF_AN_AGREEMENT = re.compile(r"^(?:parter|bilagor|delar|del_av)[ \t]*:", re.MULTILINE)

Read = Callable[[Path], bytes]


def read_file(path: Path, limit: int = MAX_BYTES) -> bytes:
    """A file's bytes; one byte more than the limit is enough to know that it is too large."""
    with path.open("rb") as stream:
        return stream.read(limit + 1)


def git_name(content: Path | bytes, length: int) -> str:
    """What git calls a content, a file's or what is given, where its names are of such a length. For none: the SHA-256 of the content alone."""
    made = hashlib.sha1(usedforsecurity=False) if length == 40 else hashlib.sha256()
    with content.open("rb") if isinstance(content, Path) else io.BytesIO(content) as stream:
        if length:
            size = stream.seek(0, io.SEEK_END)
            stream.seek(0)
            made.update(b"blob %d\0" % size)
        while chunk := stream.read(1 << 20):
            made.update(chunk)
    return made.hexdigest()


@dataclass
class Sources:
    """The files that have been read in this run, each once."""

    read: Read = read_file
    base: Path = field(default_factory=Path.cwd)
    _loaded: dict[Path, Member] = field(default_factory=dict)
    _raw: dict[Path, bytes | None] = field(default_factory=dict)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that have been read."""
        return tuple(path for path, data in self._raw.items() if data is not None)

    def raw(self, path: Path) -> bytes | None:
        """The bytes, or ``None`` if there is no such readable file."""
        if path not in self._raw:
            try:
                self._raw[path] = self.read(path) if path.is_file() or self.read is not read_file else None
            except OSError:
                self._raw[path] = None
        return self._raw[path]

    def whole(self, path: Path, limit: int) -> bytes | None:
        """The bytes of a file that may be larger than a document: one more than the limit is enough to know that it is too large."""
        raw = self.raw(path)
        if raw is not None and len(raw) == MAX_BYTES + 1:
            with suppress(OSError):
                self._raw[path] = raw = read_file(path, limit)
        return raw

    def display_path(self, path: Path) -> str:
        """The path as people see it: relative to the working directory, with ``/``."""
        try:
            return Path(os.path.relpath(path, self.base)).as_posix()
        except ValueError:
            return path.as_posix()

    def load(self, path: Path) -> Member:
        """The document at a path that is known to be readable."""
        if path not in self._loaded:
            document = read(self.display_path(path), self.raw(path) or b"")
            model, document = build(document)
            self._loaded[path] = Member(path, document, model if isinstance(model, ContentDocument) else None)
        return self._loaded[path]

    def may_be_agreement(self, path: Path) -> bool:
        """Whether a file is an agreement, or may be one: it has such keys, and nobody can tell what it is from its ``typ``."""
        written = self.type_of(path)
        if written is None or meant(written) is not None:
            return is_agreement(written)
        return _OF_AN_AGREEMENT.search(decode(self.raw(path) or b"")[0]) is not None

    def type_of(self, path: Path) -> str | None:
        """``typ`` as written, if the file is ours."""
        raw = self.raw(path)
        if raw is None or not is_ours(raw):
            return None
        return written_type(decode(raw)[0])


@cache
def kind_of(written: str) -> type[ContentDocument]:
    """What a document is by its ``typ``, however it is spelt; just some document where nobody can tell."""
    model = meant(written)
    return model if model is not None and issubclass(model, ContentDocument) else ContentDocument


def is_agreement(written: str | None) -> bool:
    """Whether ``typ`` says överenskommelse, however it was spelt."""
    return written is not None and kind_of(written) is Agreement


def is_settings(written: str | None) -> bool:
    """Whether ``typ`` says inställningar, however it was spelt."""
    return written is not None and meant(written) is SettingsDocument
