"""What may be meant otherwise than it is read: which of it holds is known by the keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from samverkan_cli.diagnostics import KeyPath, Replacement, Span
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import key_at, spellings
from samverkan_cli.yaml.tree import CHECK_IT, Document, Fault, Mapping, Scalar, Sequence, Tree, find, proposal_fix


def accepted(document: Document, tree: Mapping, model: type[Node]) -> frozenset[Span]:
    """The places of texts that are lists or mappings with a wrong sign in them: where the model has a list or those keys."""
    if not document.offers:
        return frozenset()
    return frozenset(
        one.span for path, one in _scalars(tree) if one.span in document.offers and _fits(document.offers[one.span], path, model)
    )


def _fits(offer: str, path: KeyPath, model: type[Node]) -> bool:
    key = key_at(model, *(step for step in path if isinstance(step, str)))
    if key is None:
        return False
    if offer == "-":
        return key.many and isinstance(path[-1], str)
    return key.below is not None and offer in spellings(key.below)


def doubted(faults: Iterable[Fault], tree: Mapping, model: type[Node]) -> Iterator[Fault]:
    """The faults. Where a word after a comma was read as part of a text, and is a key that may stand there, what was meant is for somebody to say."""
    for fault in faults:
        word = _maybe_a_key(fault, tree, model) if fault.may_be_keys else None
        if word is None:
            yield fault
            continue
        fixes = tuple(replace(fix, title=fix.title + CHECK_IT, safe=False) for fix in fault.fixes)
        quoting = fault.help[0].lower() + fault.help[1:]
        yield replace(fault, help=f"Är {word} en nyckel skriver ni  {word}: …  Hör ordet till texten: {quoting}", fixes=fixes)


def _maybe_a_key(fault: Fault, tree: Mapping, model: type[Node]) -> str | None:
    """The first of a fault's words that is a key where it stands, and does not stand there already."""
    *above, key = fault.path or ("",)
    around = find(tree, tuple(above))
    here = key_at(model, *(step for step in above if isinstance(step, str))) if above else None
    keys = spellings(here.below) if here is not None and here.below is not None else spellings(model) if not above else {}
    written = around.entries if isinstance(around, Mapping) and key in around.entries else {}
    return next((word for word in fault.may_be_keys if word in keys and word not in written), None)


_ODD_NUMBER = re.compile(r"(?:^|[\s\[{,:])[-+]?0[0-9xo]")


def odd_numbers(document: Document, tree: Mapping) -> Iterator[Fault]:
    """Numbers that are read here as they look, or as they count, and otherwise by other programs: ``040`` and ``0x1F``."""
    if _ODD_NUMBER.search(document.text) is None:
        return
    for path, one in _scalars(tree):
        if type(one.value) is not int or re.match(r"[-+]?0[0-9xo]", one.raw) is None:
            continue
        fix = proposal_fix(Replacement(one.span, str(one.value)))
        why = "börjar med en nolla" if one.raw.lstrip("+-")[1].isdigit() else f"läses som {one.value}"
        message = f"talet {one.raw} {why}, och en del program läser det som ett annat tal"
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        yield Fault("FIL17", f"{key}: {message}", one.span, f"Skriv  {key}: {one.value}", path, recovered=True, fixes=(fix,))


def _scalars(tree: Tree, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Scalar]]:
    if isinstance(tree, Scalar):
        yield path, tree
    elif isinstance(tree, Sequence):
        for number, item in enumerate(tree.items):
            yield from _scalars(item, (*path, number))
    else:
        for key, entry in tree.entries.items():
            yield from _scalars(entry.value, (*path, key))
