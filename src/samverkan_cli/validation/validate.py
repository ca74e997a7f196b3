"""A document's data → its model. What has the wrong shape becomes faults, and the rest is kept.

Each top-level section is validated by itself, with a validator that is built when it is first needed: a check pays only for the
sections that the files use, and the types share them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from collections.abc import Mapping as Lookup
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from samverkan_cli.diagnostics import KeyPath, Place, Span
from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models import Document as DocumentModel
from samverkan_cli.models.base import Node, set_places
from samverkan_cli.models.keys import Key, key_at, keys_of, nodes_below, spellings
from samverkan_cli.models.kinds import Kind
from samverkan_cli.models.scalars import shown
from samverkan_cli.swedish import listing
from samverkan_cli.text.spelling import fold, nearest, signs_missing
from samverkan_cli.validation.messages import Error, as_yaml, explain, in_yaml
from samverkan_cli.yaml.reader import resolve
from samverkan_cli.yaml.tree import Document, Entry, Fault, Mapping, Scalar, Sequence, Tree, data, empties, find, words


def build(document: Document) -> tuple[DocumentModel | None, list[Fault]]:
    """The document's model and everything that is wrong with its shape. Mends ``document.tree`` so that it holds what was judged."""
    tree = document.tree
    if tree is None:
        return None, []
    faults: list[Fault] = []
    model = _choose(document, tree, faults)
    if model is None:
        return None, faults
    for _ in range(8):
        faults += _call_as_now(tree, model)
        node, errors = validate(model, data(tree))
        errors += _wrong_empties(tree, model)
        if node is not None and not errors:
            set_places(node, Place(document.file))
            return node, faults
        for error in sorted(errors, key=lambda error: _order(error["loc"]), reverse=True):
            fault = _mend(tree, model, error)
            # What was meant may be wrong in its turn: then that is what to say of the value.
            faults = [known for known in faults if (known.code, known.span) != ("FIL06", fault.span)]
            faults.append(fault)
    raise AssertionError(f"{document.file}: the shape could not be mended")


def _call_as_now(tree: Tree, model: type[Node]) -> Iterator[Fault]:
    """Read the keys that were called something else before as what they are called now. Where both stand, what protects counts."""
    if isinstance(tree, Sequence):
        for item in tree.items:
            yield from _call_as_now(item, model)
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
            yield from _call_as_now(entry.value, key.below)


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
        recovered=data(first.value) != data(second.value),
    )


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
        here = _model_at(model, path[:-1])
        value = _empty_value(find(tree, path))
        if here is not None and path[-1] not in keys_of(here):
            errors.append({"type": "extra_forbidden", "loc": path})
        elif value is not None and len(path) + (path[0] not in ("samverkan", "typ")) > 1 and not _fits(model, path, value):
            errors.append({"type": "samverkan_empty", "loc": path, "ctx": {"message": f"här står {_EMPTY[type(value)]}"}})
    return errors


def _fits(model: type[Node], path: KeyPath, value: Any) -> bool:
    """Whether an empty value is of the kind that a key holds; also in a mapping whose keys are free (``uppdelning``)."""
    here, key = _model_at(model, path[:-1]), path[-1]
    if here is None:
        here, key, value = _model_at(model, path[:-2]), path[-2] if len(path) > 1 else "", {key: value}
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


def _order(loc: KeyPath) -> tuple[tuple[int, int, str], ...]:
    """Deepest and last first, so that taking out a list item moves none that is still to be mended."""
    return tuple((1, step, "") if isinstance(step, int) else (0, 0, step) for step in loc)


def _choose(document: Document, tree: Mapping, faults: list[Fault]) -> type[DocumentModel] | None:
    """The model that ``typ`` names; a misspelt type is read as the nearest one."""
    if "samverkan" not in tree.entries:
        faults.append(
            Fault(
                "FIL06",
                "filen saknar nyckeln samverkan",
                document.span(()),
                "Skriv  samverkan: 1  överst i filen.",
                ("samverkan",),
            )
        )
        tree.entries["samverkan"] = _entry("samverkan", 1, document.span(()))
    written = tree.entries.get("typ")
    value = data(written.value) if written else None
    if isinstance(value, str) and value in DOCUMENT_TYPES:
        return DOCUMENT_TYPES[value]
    allowed = ", ".join(DOCUMENT_TYPES)
    every = frozenset(words(tree))
    if written is None or value is None:
        near = next((key for key in tree.entries if key in ("type", "Typ", "TYP")), None)
        span = tree.entries[near].key_span if near else document.span(("samverkan",))
        faults.append(
            Fault(
                "FIL06",
                "filen säger inte vilket slags dokument den är: nyckeln typ saknas",
                span,
                f"Skriv  typ:  följt av något av {allowed}.",
                ("typ",),
                every,
            )
        )
        return None
    proposal = nearest(str(value), DOCUMENT_TYPES)
    help = f"Skriv  typ: {proposal}" if proposal else f"Välj något av {allowed}."
    span = document.span(("typ",))
    cure = ((span, proposal),) if proposal and span.line == span.end_line else ()
    sure = proposal is not None and fold(str(value)) == fold(proposal)
    lost = frozenset() if proposal else every
    message = f"{shown(value)} är inget slags dokument"
    faults.append(Fault("FIL06", message, span, help, ("typ",), lost, recovered=proposal is not None, edits=cure, safe=sure))
    if proposal is None:
        return None
    tree.entries["typ"].value = Scalar(proposal, proposal, span)
    return DOCUMENT_TYPES[proposal]


def _entry(key: str, value: Any, span: Span) -> Entry:
    return Entry(key, span, Scalar(value, str(value), span))


def _mend(tree: Mapping, model: type[Node], error: Error) -> Fault:
    """Say what is wrong at one place, and mend the tree there: put in what was meant, or take the key out."""
    path = _existing(tree, error["loc"])
    if not path:
        path = tuple(error["loc"][:1])
    parent = find(tree, path[:-1])
    node = find(tree, path)
    key = path[-1]
    if error["type"] == "extra_forbidden" and isinstance(parent, Mapping) and isinstance(key, str):
        return _unknown_key(parent, model, path, key)
    if error["type"] == "missing" and isinstance(parent, Mapping) and isinstance(key, str):
        parent.entries[key] = _entry(key, 1, parent.span)
        return Fault("FIL06", f"filen saknar nyckeln {key}", parent.span, f"Skriv  {key}:  överst i filen.", path)
    span = _span(parent, key, node)
    message, help, proposal = explain(error, node, path, _example(model, path))
    code = "FIL07" if error["type"] == "samverkan_no_such_date" else "FIL06"
    if proposal is not None and node is not None:
        _put(parent, key, _mended(proposal, node))
        return Fault(
            code, message, span, help, path, recovered=True, edits=_cure(error, proposal, node), safe=_is_sure(error, proposal, node)
        )
    lost = frozenset(words(node)) if node is not None else frozenset()
    _take_out(parent, key)
    # Only the key itself is the fault's place: a list keeps its other items, and they have other numbers now.
    place = path if isinstance(key, str) else path[:-1]
    names = frozenset(step for step in path[-2:] if isinstance(step, str))
    return Fault(code, message, span, help, place if isinstance(key, str) else None, lost | names)


def _existing(tree: Mapping, loc: KeyPath) -> KeyPath:
    """The part of pydantic's ``loc`` that is in the document: union tags and the like are not."""
    path: KeyPath = ()
    for step in loc:
        if find(tree, (*path, step)) is None:
            if step == "[key]":
                break
            continue
        path = (*path, step)
    return path


def _span(parent: Tree | None, key: str | int, node: Tree | None) -> Span:
    if isinstance(node, Scalar):
        return node.span
    if isinstance(parent, Mapping) and isinstance(key, str):
        return parent.entries[key].key_span
    return node.span if node is not None else Span(1, 1, 1, 1)


def _put(parent: Tree | None, key: str | int, node: Tree) -> None:
    if isinstance(parent, Mapping) and isinstance(key, str):
        parent.entries[key].value = node
    elif isinstance(parent, Sequence) and isinstance(key, int):
        parent.items[key] = node


def _take_out(parent: Tree | None, key: str | int) -> None:
    if isinstance(parent, Mapping) and isinstance(key, str):
        del parent.entries[key]
    elif isinstance(parent, Sequence) and isinstance(key, int):
        del parent.items[key]


def _cure(error: Error, proposal: Any, node: Tree) -> tuple[tuple[Span, str], ...]:
    """What to write instead of a single value."""
    if isinstance(proposal, list) or not isinstance(node, Scalar) or node.span.line != node.span.end_line:
        return ()
    text = f'"{proposal}"' if error["type"] == "string_type" else in_yaml(proposal)
    return ((node.span, text),)


def _is_sure(error: Error, proposal: Any, node: Tree) -> bool:
    """Whether the cure is what was written, in the right form; a word from a list must be the same word but for dots and rings."""
    return error["type"] != "literal_error" or (isinstance(node, Scalar) and fold(node.raw) == fold(str(proposal)))


def _mended(proposal: Any, node: Tree) -> Tree:
    if isinstance(proposal, list):
        return Sequence(node.span, True, [node])
    return Scalar(proposal, str(proposal), node.span)


def _unknown_key(parent: Mapping, model: type[Node], path: KeyPath, key: str) -> Fault:
    """A key that does not exist here: name the right one, and read it as that if nothing stands there already."""
    here = _model_at(model, path[:-1])
    known = keys_of(here) if here else {}
    read = spellings(here) if here else {}
    entry = parent.entries[key]
    if decimal := _split_decimal(parent, key):
        return decimal
    if (colon := _split_colon(parent, path, read, key)) is not None:
        return colon
    meant_key = nearest(key, read)
    proposal = read[meant_key].key if meant_key else None
    if proposal and proposal not in parent.entries:
        cause = signs_missing(key, proposal)
        message = f"nyckeln ”{key}” finns inte; den heter ”{proposal}”" + (f" ({cause})" if cause else "")
        renamed = {(proposal if name == key else name): value for name, value in parent.entries.items()}
        parent.entries.clear()
        parent.entries.update(renamed)
        cure = ((entry.key_span, proposal),)
        where = (*path[:-1], proposal)
        return Fault("FIL05", message, entry.key_span, f"Skriv  {proposal}:  i stället.", where, recovered=True, edits=cure)
    lost = frozenset(words(entry.value)) | {key}
    del parent.entries[key]
    if proposal:
        return Fault(
            "FIL05",
            f"nyckeln ”{key}” finns inte; den heter ”{proposal}”, som redan står här",
            entry.key_span,
            "Behåll bara den ena.",
            path,
            lost,
        )
    elsewhere = _where_known(model, key, known)
    if elsewhere:
        return Fault(
            "FIL05",
            f"nyckeln ”{key}” hör inte hemma här",
            entry.key_span,
            f"Den hör hemma {elsewhere}. Kontrollera indraget.",
            path,
            lost,
        )
    near = get_close_matches(fold(key), [fold(name) for name in known], n=3, cutoff=0.65)
    meant = [name for name in known if fold(name) in near]
    names = list(known)
    help = f"Menar du {listing(meant, 'eller')}?" if meant else f"Här kan det stå {', '.join(names[:12])}{' …' if len(names) > 12 else '.'}"
    return Fault("FIL05", f"nyckeln ”{key}” finns inte här", entry.key_span, help, path, lost)


def _split_decimal(parent: Mapping, key: str) -> Fault | None:
    """``{värde: 11,2}``: the comma ends the value, and the decimals look like a key."""
    keys = list(parent.entries)
    index = keys.index(key)
    before = parent.entries[keys[index - 1]] if index else None
    if not (parent.flow and key.isdigit() and before and isinstance(before.value, Scalar) and isinstance(before.value.value, int)):
        return None
    meant = f"{before.value.raw}.{key}"
    del parent.entries[key]
    before.value = Scalar(float(meant), meant, before.value.span)
    return Fault(
        "FIL06",
        f"{before.written}: ett tal skrivs med punkt, inte komma",
        before.value.span,
        f"Skriv  {before.written}: {meant}",
    )


def _split_colon(parent: Mapping, path: KeyPath, read: Lookup[str, Key], key: str) -> Fault | None:
    """``{part:kommun}``: without the space after the colon it is all one key."""
    name, colon, value = key.partition(":")
    if not colon or name not in read:
        return None
    name = read[name].key
    entry = parent.entries.pop(key)
    if name not in parent.entries and data(entry.value) is None:
        parent.entries[name] = Entry(name, entry.key_span, Scalar(resolve(value), value, entry.key_span))
    return Fault(
        "FIL05", f"det saknas ett mellanslag efter kolonet i ”{key}”", entry.key_span, f"Skriv  {name}: {value}", (*path[:-1], name)
    )


def _model_at(model: type[Node], path: KeyPath) -> type[Node] | None:
    """The model of what stands at a path."""
    keys = [step for step in path if isinstance(step, str)]
    if not keys:
        return model
    found = key_at(model, *keys)
    return found.below if found is not None else None


def _example(model: type[Node], path: KeyPath) -> str:
    """How the value at a path may look: the field's example."""
    key = key_at(model, *(step for step in path if isinstance(step, str)))
    if key is None:
        return "…"
    written = as_yaml(_shown_example(key) or "…")
    return f"[{written}]" if key.many and not isinstance(path[-1], int) else written


def _shown_example(key: Key) -> Any:
    if key.example is not None:
        return key.example
    return _small(key.below) if key.below is not None else ""


def _small(model: type[Node]) -> dict[str, Any]:
    """A short example of a mapping: its first keys."""
    found: dict[str, Any] = {}
    for key in keys_of(model).values():
        if (key.example is not None and key.kind is not Kind.YES_NO) or key.below is not None:
            found[key.key] = _shown_example(key)
        if len(found) == 3 or key.below is not None:
            break
    return found


def _where_known(model: type[Node], key: str, here: Collection[str]) -> str:
    """Where such a key stands, in words: at the left margin, or under the keys nearest above; if some of them may stand here, those."""
    homes = _homes(model).get(key, ())
    above = [name for name in homes if name in here] or homes
    found = ["vid filens vänsterkant"] if key in keys_of(model) else []
    if above:
        found.append("under " + listing((f"”{name}”" for name in above[:3]), "eller"))
    return listing(found, "eller")


@cache
def _homes(model: type[Node]) -> dict[str, tuple[str, ...]]:
    """For every key below the left margin, the keys that it stands under, the nearest first."""
    homes: dict[str, tuple[str, ...]] = {}
    seen = {model}
    queue = [model]
    for here in queue:
        for above in nodes_below(here):
            assert above.below is not None
            for key in keys_of(above.below):
                if above.key not in homes.get(key, ()):
                    homes[key] = (*homes.get(key, ()), above.key)
            if above.below not in seen:
                seen.add(above.below)
                queue.append(above.below)
    return homes
