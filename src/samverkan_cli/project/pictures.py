"""Pictures as they lie on the disk: what they are by their content, how large, and why one cannot be printed. None is ever drawn here."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.project.svg import fault_in_svg
from samverkan_cli.swedish import number

LARGEST = 5_000_000
"""Bytes."""
MOST_PIXELS = 40_000_000
"""A picture with more is not even opened to be made smaller: it takes 160 megabytes."""
PIXELS = 4_000_000
"""A picture with more is made smaller in PDF and Word, and is not put in pages."""
_FILLING = re.compile(b"\xff+")
_KINDS = "Använd en bild i SVG, PNG eller JPEG."
_OTHERS = (
    (b"GIF8", "är en GIF-bild"),
    (b"BM", "är en BMP-bild"),
    (b"II*\0", "är en TIFF-bild"),
    (b"MM\0*", "är en TIFF-bild"),
    (b"%PDF", "är en PDF"),
    (b"%!PS", "är en EPS-bild"),
    (b"PK\x03\x04", "är en zip-fil eller ett Office-dokument"),
    (b"\x1f\x8b", "är en packad fil"),
    (b"version https://git-lfs", "är inte hämtad: det är bara git-lfs hänvisning till den"),
)


@dataclass(frozen=True)
class Picture:
    """A party's logo. ``kind`` is ``svg``, ``png`` or ``jpeg``, else ``annat`` or ``saknas``.

    ``fault`` says, after the file's name, why it cannot be printed as it is, and ``help`` what to do about it. One that is only ``shrinkable``
    can be made smaller by the formats that are able to.
    """

    kind: str
    path: Path
    pixels: int = 0
    fault: str = ""
    help: str = ""

    @property
    def shrinkable(self) -> bool:
        """Whether the only fault is that it has more pixels than a page needs."""
        return PIXELS < self.pixels <= MOST_PIXELS

    @property
    def can_be_printed(self) -> bool:
        """Whether some format can print it."""
        return self.kind in ("svg", "png", "jpeg") and (not self.fault or self.shrinkable)


def examined(raw: bytes, path: Path) -> Picture:
    """What a file is, as a picture. ``raw`` is all of it, or more than ``LARGEST`` of it."""
    kind = picture_kind(raw)
    if not raw:
        return Picture("annat", path, 0, "är tom", _KINDS)
    if len(raw) > LARGEST:
        limit = f"större än {number(LARGEST // 1_000_000)} miljoner byte"
        return Picture("annat", path, 0, f"är {limit}", "Gör bilden mindre: en logotyp behöver sällan mer än 100 000 byte.")
    if kind == "annat":
        return Picture(kind, path, 0, _looks_like(raw), _KINDS)
    if kind == "svg":
        fault = fault_in_svg(raw, pixels_of_embedded, PIXELS)
        return Picture(kind, path, 0, fault, "Spara logotypen på nytt som enkel SVG, eller som PNG." if fault else "")
    pixels = size_of_png(raw) if kind == "png" else size_of_jpeg(raw)
    if pixels is None:
        return Picture("annat", path, 0, "är trasig eller inte hel", "Hämta bilden på nytt.")
    if pixels[0] * pixels[1] > PIXELS:
        size = f"{pixels[0]} × {pixels[1]} bildpunkter"
        return Picture(
            kind, path, pixels[0] * pixels[1],
            f"är för stor, {size}: webbsidor och Markdown tar högst {PIXELS // 1_000_000} miljoner, PDF och Word högst {MOST_PIXELS // 1_000_000}",
            "Gör bilden mindre, till exempel 1000 bildpunkter bred.",
        )  # fmt: skip
    return Picture(kind, path, pixels[0] * pixels[1])


def picture_kind(raw: bytes) -> str:
    """``svg``, ``png`` or ``jpeg`` by the file's first bytes, else ``annat``."""
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if raw.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "svg" if b"<svg" in raw[:5000] else "annat"


def _looks_like(raw: bytes) -> str:
    if raw.startswith(b"RIFF") and raw[8:12] == b"WEBP":
        return "är en WebP-bild"
    if raw[4:8] == b"ftyp":
        return "är en HEIC- eller AVIF-bild"
    return next((words for start, words in _OTHERS if raw.startswith(start)), "är ingen bild")


def pixels_of_embedded(raw: bytes) -> int | None:
    """The pixels of a picture that lies inside another; ``None`` for one that cannot lie there."""
    kind = picture_kind(raw)
    size = size_of_png(raw) if kind == "png" else size_of_jpeg(raw) if kind == "jpeg" else None
    return size[0] * size[1] if size else None


def size_of_png(raw: bytes) -> tuple[int, int] | None:
    """Width and height; ``None`` where a part is broken, or the end is not there."""
    at, size, drawn = 8, None, False
    while at + 12 <= len(raw):
        length = int.from_bytes(raw[at : at + 4], "big")
        name, end = raw[at + 4 : at + 8], at + 8 + length
        if end + 4 > len(raw) or zlib.crc32(raw[at + 4 : end]) != int.from_bytes(raw[end : end + 4], "big"):
            return None
        if size is None:
            if name != b"IHDR" or length != 13:
                return None
            size = int.from_bytes(raw[at + 8 : at + 12], "big"), int.from_bytes(raw[at + 12 : at + 16], "big")
        drawn = drawn or name == b"IDAT"
        if name == b"IEND":
            return size if drawn and 0 not in size else None
        at = end + 4
    return None


def size_of_jpeg(raw: bytes) -> tuple[int, int] | None:
    """Width and height; ``None`` where a part is broken, or the end is not there."""
    at, size = 2, None
    while at + 4 <= len(raw):
        if raw[at] != 0xFF:
            return None
        mark = raw[at + 1]
        if mark == 0xFF:
            filling = _FILLING.match(raw, at)
            at = filling.end() - 1 if filling else at + 1
            continue
        length = int.from_bytes(raw[at + 2 : at + 4], "big")
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC) and at + 9 <= len(raw):
            size = int.from_bytes(raw[at + 7 : at + 9], "big"), int.from_bytes(raw[at + 5 : at + 7], "big")
        if mark == 0xDA:
            return size if size and 0 not in size and raw.rfind(b"\xff\xd9", at) > at else None
        at += 2 + max(length, 2)
    return None
