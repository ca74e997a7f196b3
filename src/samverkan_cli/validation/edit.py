"""Changes to a document that the models have looked at too: nothing is wrong afterwards that was not before."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from samverkan_cli.errors import SamverkanError
from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import keys_of
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.edit import Add, AnyChange, Set, apply, edits, faults_by_place
from samverkan_cli.yaml.layout import Edit
from samverkan_cli.yaml.reader import decode, read_once
from samverkan_cli.yaml.tree import Document, Mapping, Scalar, Sequence, Tree, data


def sound_edits(file: str, text: str, changes: Iterable[AnyChange]) -> list[Edit]:
    """The edits of a text that make the changes. Raises ``SamverkanError`` where they cannot be made, or would put something wrong in the file."""
    before = understood(file, text)
    planned = edits(file, text, [_in_order(before, change) for change in changes])
    after = understood(file, apply(text, planned))
    fresh = faults_by_place(after.faults) - faults_by_place(before.faults)
    for fault in after.faults:
        if faults_by_place([fault]) & fresh:
            raise SamverkanError(fault.message, f"{fault.help} Ingenting är skrivet.".strip())
    return planned


@lru_cache(maxsize=2)
def understood(file: str, text: str) -> Document:
    """A text as the models have understood it. The one that is changed and the one that it becomes are kept: both are asked of several times."""
    return build(read_once(file, text))[1]


def edited(file: str, raw: bytes, changes: Iterable[AnyChange]) -> bytes:
    """A file's bytes with the changes made. Raises ``SamverkanError`` as ``sound_edits`` does, and for a file that is not UTF-8."""
    text, faults = decode(raw)
    if faults:
        raise SamverkanError(f"{file} är inte sparad som UTF-8", "Spara om filen som UTF-8 först. Ingenting är skrivet.")
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    return mark + apply(text, sound_edits(file, text, changes)).encode()


def _in_order(document: Document, change: AnyChange) -> AnyChange:
    """The change with the usual order of the keys beside it, from the model of the mapping that its key goes into."""
    entry = document.tree.entries.get("typ") if document.tree is not None else None
    model: type[Node] | None = DOCUMENT_TYPES.get(str(data(entry.value))) if entry is not None else None
    if not isinstance(change, Set | Add) or change.order or model is None:
        return change
    node: Tree | None = document.tree
    for step in change.path[:-1]:
        if isinstance(node, Mapping):
            if str(step) not in node.entries:
                break
            node = node.entries[str(step)].value
            key = keys_of(model).get(str(step))
            if key is None or key.below is None:
                return change
            model = key.below
        elif isinstance(node, Sequence):
            node = next((one for number, one in enumerate(node.items) if step in (number, _id_of(one))), None)
    # A document begins with these two, wherever its model declares them.
    return replace(change, order=tuple(dict.fromkeys(("samverkan", "typ", *keys_of(model)))))


def _id_of(node: Tree) -> str | None:
    entry = node.entries.get("id") if isinstance(node, Mapping) else None
    return entry.value.raw if entry is not None and isinstance(entry.value, Scalar) else None
