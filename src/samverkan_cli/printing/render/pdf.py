"""A package as one PDF for archives (PDF/A-3a) and for everyone (PDF/UA-1)."""

from __future__ import annotations

import datetime
import re
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from samverkan_cli import resources
from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.package import Package, Page
from samverkan_cli.printing.render.typeset import STANDARDS, Refused, typeset
from samverkan_cli.printing.render.typst_source import STYLE_FILE, Files, typst_source

_MAIN = "innehåll.typ"
_BOX = "\u25a1"
_TRIES = 6
# What Typst says about a character that no font of ours has, and about one that an archive may not hold.
_NO_GLYPH = re.compile(r'error: the text `"((?:[^"\\]|\\.)*)"` could not be displayed|contains the codepoint `"((?:[^"\\]|\\.)*)"`')
_PLACE = re.compile(rf"┌─ (?:.*[/\\])?({re.escape(STYLE_FILE)}):(\d+):(\d+)")


def write_pdf(package: Package, pages: Sequence[Page], *, attach: bool = True, style: str | None = None) -> bytes:
    """The pages with a cover and contents before them; with ``attach``, the source files inside.

    ``style`` is the text of the municipality's own ``paket.typ``, or nothing for ours. The same input gives the same bytes.
    """
    try:
        import typst  # noqa: F401

        fonts = str(files("fontpkg_inter") / "files")
    except ImportError as error:
        message = "för att skriva PDF behövs tillägget ”pdf”, och det är inte installerat"
        raise SamverkanError(message, 'Installera det med  pip install "samverkan-cli[pdf]"') from error

    own = style is not None
    if style is None:
        style = (resources.templates() / STYLE_FILE).read_bytes().decode("utf-8")
    unprintable: list[str] = []
    unreadable: frozenset[str] = frozenset()
    for _ in range(_TRIES):
        source, pieces = typst_source(package, pages, attach=attach, unreadable=unreadable)
        with tempfile.TemporaryDirectory() as folder:
            _lay_out(Path(folder), _boxed(source, unprintable), style, pieces, unprintable)
            time = datetime.datetime.combine(package.dated, datetime.time(), datetime.UTC)
            try:
                return typeset(Path(folder), _MAIN, fonts, time, apart=own)
            except Refused as error:
                characters = [text for text in _without_glyph(error) if text not in unprintable]
                broken = frozenset() if characters or error.too_much else _broken_pictures(pieces, fonts, Path(folder)) - unreadable
                if not characters and not broken:
                    raise _refused(error) from error
                unprintable += characters
                unreadable |= broken
    raise SamverkanError("PDF:en gick inte att skriva: för många tecken och bilder i den går inte att visa")


def _lay_out(folder: Path, source: str, style: str, pieces: Files, unprintable: Sequence[str]) -> None:
    """What Typst reads, in a folder of its own: it can see nothing else."""
    (folder / _MAIN).write_bytes(source.encode("utf-8"))
    (folder / STYLE_FILE).write_bytes(style.encode("utf-8"))
    for name, data in pieces.content.items():
        drawn = name.startswith("figur") and unprintable
        (folder / name).write_bytes(_boxed(data.decode("utf-8"), unprintable).encode("utf-8") if drawn else data)


def _boxed(text: str, unprintable: Sequence[str]) -> str:
    """A box for what no font has."""
    for piece in sorted(unprintable, key=len, reverse=True):
        text = text.replace(piece, _BOX)
    return text


def _without_glyph(error: Refused) -> list[str]:
    found = [first or second for first, second in _NO_GLYPH.findall(error.diagnostic)]
    texts = [re.sub(r"\\u\{([0-9a-f]+)\}|\\(.)", lambda part: chr(int(part[1], 16)) if part[1] else part[2], text) for text in found]
    return [text for text in texts if text != _BOX and not text.isascii()]


def _broken_pictures(pieces: Files, fonts: str, folder: Path) -> frozenset[str]:
    """The pictures that cannot be read, or hold letters that cannot be shown, tried one at a time."""
    import typst

    compiler = typst.Compiler(root=folder, font_paths=[fonts], ignore_system_fonts=True)
    broken = set()
    for name in pieces.content:
        if name.endswith(".data"):
            continue
        trial = folder / "prov.typ"
        trial.write_text(
            f'#set document(title: "Prov", date: datetime(year: 2000, month: 1, day: 1))\n#image("{name}", alt: "Prov")', encoding="utf-8"
        )
        try:
            compiler.compile(str(trial), pdf_standards=STANDARDS)
        except typst.TypstError:
            broken.add(name)
    return frozenset(broken)


def _refused(error: Refused) -> SamverkanError:
    """The reason, and where: most often somebody's own style file."""
    if error.too_much:
        message = f"mallen {STYLE_FILE} tar för mycket tid eller minne, eller går runt utan slut"
        return SamverkanError(message, "Rätta mallen, eller ta bort den ur er egen mapp så används den medföljande.")
    place = _PLACE.search("\n".join([error.diagnostic, *error.trace]))
    if place is None:
        return SamverkanError(f"PDF:en gick inte att skriva: Typst säger ”{error.message}”", "; ".join(error.hints))
    message = f"{STYLE_FILE}, rad {place[2]}: Typst säger ”{error.message}”"
    return SamverkanError(message, "Rätta mallen, eller ta bort den ur er egen mapp så används den medföljande.")
