"""The documents that are open in the editor: the files on the disk, and over them the text that is not saved yet.

A file is read again only when it has changed, and a text is parsed again only when it is another: while somebody types, that is one file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from samverkan_cli.project.dossier import Member
from samverkan_cli.project.sources import Read, Sources, read_file
from samverkan_cli.yaml.reader import decode


@dataclass
class CachedSources(Sources):
    """Sources whose documents outlive them: ``kept`` holds them by path, with the bytes and the name that they were read under."""

    kept: dict[Path, tuple[bytes, str, Member]] = field(default_factory=dict)

    def load(self, path: Path) -> Member:
        """The document, parsed unless the same bytes have been before."""
        raw, shown = self.raw(path) or b"", self.display_path(path)
        known = self.kept.get(path)
        if known is None or known[:2] != (raw, shown):
            known = self.kept[path] = (raw, shown, super().load(path))
        return known[2]


class OpenDocuments:
    """The open texts and the files below them."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.texts: dict[Path, str] = {}
        self._disk: dict[Path, tuple[tuple[int, int], bytes]] = {}
        self._kept: dict[Path, tuple[bytes, str, Member]] = {}

    def sources(self, read: Read | None = None) -> Sources:
        """The sources of one run, with the open texts as they are now. ``read`` may stand between."""
        return CachedSources(read=read or self.read, base=self.base, kept=self._kept)

    def read(self, path: Path) -> bytes:
        """The bytes that a file would have if it were saved now. Raises ``OSError`` where there is none."""
        text = self.texts.get(path)
        if text is None:
            return self._on_disk(path)
        try:
            saved = self._on_disk(path)
        except OSError:
            return _encoded(text)
        return saved if _shows(text, saved) else _encoded(text)

    def _on_disk(self, path: Path) -> bytes:
        stat = path.stat()
        stamp = (stat.st_mtime_ns, stat.st_size)
        known = self._disk.get(path)
        if known is None or known[0] != stamp:
            known = self._disk[path] = (stamp, read_file(path))
        return known[1]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _shows(text: str, saved: bytes) -> bool:
    """Whether an open text is the file as saved, also when that is in another encoding than UTF-8: then the file is what is judged."""
    return text in (decode(saved)[0], saved.decode("utf-8", "replace"))
