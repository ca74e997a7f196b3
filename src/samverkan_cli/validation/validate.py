"""A document's data → its model. What has the wrong shape becomes faults, and the rest is kept.

Each top-level section is validated by itself, with a validator that is built when it is first needed: a check pays only for the
sections that the files use, and the types share them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any

from pydantic import TypeAdapter, ValidationError

from samverkan_cli.diagnostics import KeyPath, Place, Span
from samverkan_cli.models import Document as DocumentModel
from samverkan_cli.models.base import Node, set_places
from samverkan_cli.models.keys import keys_of, nodes_below
from samverkan_cli.validation.document_type import chosen
from samverkan_cli.validation.former_keys import call_as_now, former_names
from samverkan_cli.validation.meant import accepted, doubted, odd_numbers
from samverkan_cli.validation.messages import Error
from samverkan_cli.validation.recover import recover
from samverkan_cli.validation.unknown_keys import model_at
from samverkan_cli.validation.wrong_characters import has_wrong_characters, read_as_written, wrong_characters
from samverkan_cli.yaml.reader import MAX_BYTES, reread
from samverkan_cli.yaml.tree import START, Document, Fault, Mapping, Sequence, Tree, copied, data, empties, find, words

ROUNDS = 8
"""How many times what was meant is put in. It may be wrong in its turn, and what it stood over may be; after that, what is wrong is taken out."""


def build(document: Document, taken: frozenset[Span] = frozenset()) -> tuple[DocumentModel | None, Document]:
    """The document's model, and the document with all its faults and the tree that was judged: what was meant put in, what cannot be read taken out.

    The document that was given is left as it is. ``taken`` are the places where what was offered has been read as what was meant.
    """
    mangled = wrong_characters(document) if has_wrong_characters(document.text) else []
    if mangled:
        read = read_as_written(copied(document.tree)) if document.tree is not None else None
        document = replace(document, tree=read, faults=(*document.faults, *mangled))
    if document.tree is None:
        return None, document
    model, tree, first = chosen(document, document.tree)
    faults = [*document.faults, *(fault for fault in first if not _is_lost(document, fault))]
    if model is None and not any(fault in faults for fault in first):
        # What is wrong with the file says already why nobody can tell what it is.
        faults = [
            replace(fault, words=frozenset(words(tree)) | (fault.words or frozenset())) if _is_unread(fault) else fault for fault in faults
        ]
    if model is None:
        return None, replace(document, tree=tree, faults=tuple(faults))
    meant = accepted(document, tree, model) - taken
    if meant:
        return build(reread(document, taken | meant), taken | meant)
    faults = list(doubted(faults, tree, model))
    if any(name in document.text for name in former_names()):
        tree = copied(tree)
        faults += call_as_now(tree, model)
    node, errors = _judged(tree, model)
    if node is None:
        tree = copied(tree)
        found: dict[Span | int, Fault] = {}
        numbers = count()
        for number in range(2 * ROUNDS):
            place = _order_in(tree)
            for error in sorted(errors, key=lambda error: place(error["loc"])):
                fault = recover(tree, model, error, put_in=number < ROUNDS)
                # What was meant may be wrong in its turn: then that is what to say of the value.
                found.pop(fault.span, None)
                found[fault.span if fault.code == "FIL06" else next(numbers)] = fault
            found |= {next(numbers): fault for fault in call_as_now(tree, model)}
            node, errors = _judged(tree, model)
            if node is not None:
                break
        else:
            message, help = "filen går inte att läsa som det dokument den ska vara", "Rätta de andra felen i filen först."
            found[next(numbers)] = Fault("FIL06", message, START, help, (), frozenset(words(tree)))
        faults += found.values()
    spans = {fault.span for fault in faults}
    faults += (one for one in (*document.notices, *odd_numbers(document, tree)) if one.span not in spans)
    if node is not None:
        set_places(node, Place(document.file))
    return node, replace(document, tree=tree, faults=tuple(faults))


def _is_unread(fault: Fault) -> bool:
    return fault.code == "FIL02" and not fault.recovered and fault.words is not None


def _is_lost(document: Document, missing: Fault) -> bool:
    """Whether a key that is said to be missing stands in what could not be read."""
    key = str((missing.path or ("",))[0])
    absent = document.tree is not None and key not in document.tree.entries
    return absent and any(_is_unread(fault) and (fault.loose or key in (fault.words or ())) for fault in document.faults)


def _judged(tree: Mapping, model: type[DocumentModel]) -> tuple[DocumentModel | None, list[Error]]:
    node, errors = validate(model, data(tree))
    errors += _wrong_empties(tree, model)
    return (None if errors else node), errors


def validate(model: type[DocumentModel], values: Any) -> tuple[DocumentModel | None, list[Error]]:
    """The model of plain data, or the errors that pydantic has with it."""
    if not isinstance(values, dict):
        return None, [{"type": "model_type", "loc": (), "input": values}]
    keys = keys_of(model)
    errors: list[Error] = []
    made: dict[str, Any] = {}
    for written, value in values.items():
        key = keys.get(written)
        if key is None:
            errors.append({"type": "extra_forbidden", "loc": (written,), "input": value})
            continue
        try:
            made[key.name] = _validator_of(key.model, key.key).validate_python(value)
        except ValidationError as error:
            errors += [{**found, "loc": (written, *found["loc"])} for found in error.errors(include_url=False)]
    errors += [{"type": "missing", "loc": (key,), "input": values} for key in ("samverkan", "typ") if key not in values]
    return (None, errors) if errors else (model.model_construct(**made), [])


def _wrong_empties(tree: Mapping, model: type[Node]) -> list[Error]:
    """Empty values, which plain data no longer holds: under a key that no model has, or of the wrong kind (``datum: ""``, ``titel: []``)."""
    errors: list[Error] = []
    for path in empties(tree):
        here = model_at(model, path[:-1])
        value = _empty_value(find(tree, path))
        if here is not None and path[-1] not in keys_of(here):
            errors.append({"type": "extra_forbidden", "loc": path})
        elif value is not None and len(path) + (path[0] not in ("samverkan", "typ")) > 1 and not _fits(model, path, value):
            errors.append({"type": "samverkan_empty", "loc": path, "ctx": {"message": f"här står {_EMPTY[type(value)]}"}})
    return errors


def _fits(model: type[Node], path: KeyPath, value: Any) -> bool:
    """Whether an empty value is of the kind that a key holds; also in a mapping whose keys are free (``uppdelning``)."""
    here, key = model_at(model, path[:-1]), path[-1]
    if here is None:
        here, key, value = model_at(model, path[:-2]), path[-2] if len(path) > 1 else "", {key: value}
    known = keys_of(here).get(str(key)) if here is not None else None
    if known is None:
        return True
    try:
        _validator_of(known.model, known.key).validate_python(value)
    except ValidationError:
        return False
    return True


_EMPTY: dict[type, str] = {str: "bara två citattecken", list: "en tom lista", dict: "ett par tomma klamrar"}


def _empty_value(node: Tree | None) -> Any:
    """``""``, ``[]`` or ``{}`` as written; ``None`` for a key without any value and for a text that only holds the place."""
    if isinstance(node, Mapping):
        return {}
    if isinstance(node, Sequence):
        return []
    return "" if node is not None and node.value == "" else None


@cache
def _validator_of(model: type[Node], written: str) -> TypeAdapter[Any]:
    """The validator of a key, by the class that declares it: all document types share it."""
    key = keys_of(model)[written]
    if key.below is not None:
        _complete(key.below)
    return _validator(key.annotation)


@cache
def _validator(annotation: Any) -> TypeAdapter[Any]:
    """One validator for all keys of the same kind."""
    return TypeAdapter(annotation)


@cache
def _complete(model: type[Node]) -> None:
    """Build a deferred model, the parts first: a part is then built once, however many sections hold it."""
    for key in nodes_below(model):
        if key.below is not None:
            _complete(key.below)
    model.model_rebuild()


def _order_in(tree: Mapping) -> Callable[[KeyPath], tuple[int, ...]]:
    """What to sort the errors in a tree by: the last item of a list first, so that taking one out moves none that is still to be recovered, what
    is within a thing before the thing, and keys as they stand, so that what has been read wrong before one is put right by then.
    """
    numbers: dict[int, dict[str, int]] = {}

    def order(loc: KeyPath) -> tuple[int, ...]:
        node: Tree | None = tree
        found = []
        for step in loc:
            if isinstance(node, Mapping) and isinstance(step, str):
                keys = numbers.get(id(node))
                if keys is None:
                    keys = numbers[id(node)] = {key: number for number, key in enumerate(node.entries)}
                found.append(keys.get(step, -1))
                node = node.entries[step].value if step in node.entries else node
            elif isinstance(node, Sequence) and isinstance(step, int):
                found.append(-step)
                node = node.items[step] if step < len(node.items) else node
        return (*found, _LAST)

    return order


_LAST = MAX_BYTES
"""Comes after every number of a key or an item."""
