"""Changes to a document that the models have looked at too: nothing is wrong afterwards that was not before."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import replace

from samverkan_cli.diagnostics import KeyPath
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models.keys import key_at, keys_of
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.edit import Add, AnyChange, Set, apply, edits, faults_by_place
from samverkan_cli.yaml.layout import Edit
from samverkan_cli.yaml.reader import decode, read
from samverkan_cli.yaml.tree import Document, data


def sound_edits(file: str, text: str, changes: Iterable[AnyChange]) -> list[Edit]:
    """The edits of a text that make the changes. Raises ``SamverkanError`` where they cannot be made, or would put something wrong in the file."""
    before = build(read(file, text.encode("utf-8", "replace")))[1]
    planned = edits(file, text, [_in_order(before, change) for change in changes])
    after = build(read(file, apply(text, planned).encode("utf-8", "replace")))[1]
    fresh = faults_by_place(after.faults) - faults_by_place(before.faults)
    for fault in after.faults:
        if faults_by_place([fault]) & fresh:
            raise SamverkanError(fault.message, f"{fault.help} Ingenting är skrivet.".strip())
    return planned


def edited(file: str, raw: bytes, changes: Iterable[AnyChange]) -> bytes:
    """A file's bytes with the changes made. Raises ``SamverkanError`` as ``sound_edits`` does, and for a file that is not UTF-8."""
    text, faults = decode(raw)
    if faults:
        raise SamverkanError(f"{file} är inte sparad som UTF-8", "Spara om filen som UTF-8 först. Ingenting är skrivet.")
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    return mark + apply(text, sound_edits(file, text, changes)).encode()


def _in_order(document: Document, change: AnyChange) -> AnyChange:
    """The change with the usual order of the keys beside it, from the model."""
    if not isinstance(change, Set | Add) or change.order or document.tree is None:
        return change
    return replace(change, order=_order(document, change.path))


def _order(document: Document, path: KeyPath) -> tuple[str, ...]:
    entry = document.tree.entries.get("typ") if document.tree is not None else None
    model = DOCUMENT_TYPES.get(str(data(entry.value))) if entry is not None else None
    if model is None:
        return ()
    above = [step for step in path[:-1] if isinstance(step, str) and key_at(model, step) is not None] if len(path) > 1 else []
    below = key_at(model, *above) if above else None
    return tuple(keys_of(below.below if below is not None and below.below is not None else model))
