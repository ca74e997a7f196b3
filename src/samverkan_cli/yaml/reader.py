"""Bytes → text → document: the way in for whoever wants a file read."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from samverkan_cli.diagnostics import Fix, Span
from samverkan_cli.swedish import number
from samverkan_cli.text.lines import line_and_column, line_starts
from samverkan_cli.yaml.builder import all_words, resolve
from samverkan_cli.yaml.recovery import recovered
from samverkan_cli.yaml.slips import COLONS, SPACES
from samverkan_cli.yaml.tree import START, Document, Fault, Mapping, Scalar, Sequence

MAX_BYTES = 1_000_000

_OURS = re.compile(rf"^[\"']?samverkan[\"']?[ \t]*[:{COLONS}]", re.MULTILINE)
_TYPE = re.compile(rf"^typ[ \t]*[:{COLONS}][ \t{SPACES}]*[\"']?([^\"'#\r\n]*)", re.MULTILINE)


def is_ours(raw: bytes) -> bool:
    """Whether a line starts with ``samverkan:``, so that also broken YAML is ours."""
    return _OURS.search(decode(raw)[0]) is not None if b"samverkan" in raw or _wide(raw) else False


def written_type(text: str) -> str:
    """The value of ``typ:`` as it stands in the text, also when the rest cannot be read."""
    match = _TYPE.search(text)
    return unicodedata.normalize("NFC", match[1].strip()) if match else ""


def read(file: str, raw: bytes) -> Document:
    """Read a file. What is wrong with it becomes faults; the rest is kept."""
    if len(raw) > MAX_BYTES:
        size = number(round(len(raw) / 1_000_000, 1))
        fault = Fault(
            "FIL14", f"filen är för stor: {size} miljoner byte, och gränsen är 1 miljon", START,
            "Dela upp innehållet i flera bilagor.", words=None,
        )  # fmt: skip
        return Document(file, "", None, (fault,))
    text, faults = decode(raw)
    return _document(file, text, faults, ())


@lru_cache(maxsize=4)
def read_once(file: str, text: str) -> Document:
    """Read a text, before or after a change: each is asked of several times. Nobody may change what is given."""
    return read(file, text.encode("utf-8", "replace"))


def reread(document: Document, accepted: Collection[Span]) -> Document:
    """The document with what was offered at some places read as what it was offered as."""
    return _document(document.file, document.text, [fault for fault in document.faults if fault.code == "FIL01"], accepted)


def _document(file: str, text: str, faults: list[Fault], accepted: Collection[Span]) -> Document:
    found = recovered(text, accepted)
    faults = [*faults, *found.faults]
    if isinstance(found.tree, Mapping):
        return Document(file, text, found.tree, tuple(faults), found.offers, found.notices)
    if not faults or all(fault.recovered for fault in faults):
        faults.append(_no_keys(text, found.tree))
    return Document(file, text, None, tuple(faults))


def _no_keys(text: str, tree: Scalar | Sequence | None) -> Fault:
    """A file that is empty, a list or a single text."""
    message, words = "filen ska bestå av nycklar med värden", None
    if tree is None:
        message = "filen har inget innehåll, bara kommentarer" if text.strip() else "filen är tom"
    elif isinstance(tree, Sequence):
        message, words = "filen ska bestå av nycklar med värden, men den är en lista", all_words(text)
    span = tree.span if tree else START
    return Fault("FIL06", message, span, "Börja filen med  samverkan: 1  och  typ: …  på var sin rad.", (), words)


def _wide(raw: bytes) -> bool:
    return raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def decode(raw: bytes) -> tuple[str, list[Fault]]:
    """Text from bytes. What is not UTF-8 is read as what it looks like, and said once, at the first such character."""
    if _wide(raw):
        text = raw.decode("utf-16", errors="replace")
        return text, [_encoding("UTF-16", text, 0)]
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[3:]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        first = len(raw[: error.start].decode("utf-8"))
        text = raw.decode("utf-8", errors=_WINDOWS)
        return text, [_encoding("Windows-1252", text, first)]


_WINDOWS = "samverkan_windows_1252"


def _from_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_WINDOWS, _from_windows)


def _encoding(looks_like: str, text: str, index: int) -> Fault:
    line, column = line_and_column(line_starts(text), index)
    span = Span(line + 1, column + 1, line + 1, column + 2)
    letter = f"; det första tecknet som inte går att läsa är ”{text[index]}”" if looks_like != "UTF-16" else ""
    return Fault(
        "FIL01",
        f"filen är inte sparad som UTF-8 utan ser ut att vara {looks_like}{letter}",
        span,
        "Spara om filen och välj kodningen UTF-8 (i Anteckningar: Spara som, rutan Kodning).",
        fixes=(Fix("Spara som UTF-8", (), safe=True),),
    )


__all__ = ["MAX_BYTES", "decode", "is_ours", "read", "reread", "resolve", "written_type"]
