"""Keys that were called something else before: read as what they are called now, for ever."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from samverkan_cli.diagnostics import Fix, Removal
from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import keys_of, reachable, spellings
from samverkan_cli.yaml.tree import Entry, Fault, Mapping, Sequence, Tree, data


@cache
def former_names() -> tuple[str, ...]:
    """Everything that a key has been called before."""
    models = {below for model in DOCUMENT_TYPES.values() for below in (model, *reachable(model))}
    return tuple(sorted({name for model in models for key in keys_of(model).values() for name in key.formerly}))


def call_as_now(tree: Tree, model: type[Node]) -> Iterator[Fault]:
    """Read the keys that were called something else before as what they are called now. Where both stand, what protects counts."""
    if isinstance(tree, Sequence):
        for item in tree.items:
            yield from call_as_now(item, model)
    if not isinstance(tree, Mapping):
        return
    read = spellings(model)
    if any(name in read and read[name].key != name for name in tree.entries):
        written = dict(tree.entries)
        tree.entries.clear()
        for name, entry in written.items():
            now = read[name].key if name in read else name
            first = tree.entries.setdefault(now, entry)
            if first is not entry:
                tree.entries[now] = min(first, entry, key=_protects_less)
                yield _called_both(now, first, entry, tree.entries[now])
    for name, entry in tree.entries.items():
        key = read.get(name)
        if key is not None and key.below is not None:
            yield from call_as_now(entry.value, key.below)


def _protects_less(entry: Entry) -> tuple[bool, bool]:
    """A ``nej`` comes before all else, and what may be one before ``ja`` and before nothing."""
    said = data(entry.value)
    return said != "nej", said in (None, "ja")


def _called_both(now: str, first: Entry, second: Entry, counts: Entry) -> Fault:
    """A key that stands under its name of today and under one from before. Where they say different things nobody else can choose."""
    return Fault(
        "FIL04",
        f"”{first.written}” och ”{second.written}” är samma nyckel, och båda står på samma ställe",
        second.key_span,
        f"Behåll bara ”{now}”. Tills vidare räknas det som står efter ”{counts.written}”.",
        related=((first.key_span, f"här står ”{first.written}”"),),
        fixes=(Fix(f"Ta bort {second.written}", (Removal(second.key_span),), safe=False),)
        if data(first.value) == data(second.value)
        else (),
    )
