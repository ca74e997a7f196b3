"""A shape error at one place: what is wrong there, and the tree with what was meant in its stead, or without the key."""

from __future__ import annotations

from typing import Any

from samverkan_cli.diagnostics import Fix, KeyPath, Replacement, Span
from samverkan_cli.models.base import Node
from samverkan_cli.text.spelling import fold
from samverkan_cli.validation.examples import example_at
from samverkan_cli.validation.messages import Error, explain, in_yaml
from samverkan_cli.validation.unknown_keys import unknown_key
from samverkan_cli.yaml.builder import resolve
from samverkan_cli.yaml.slips import quoted, unwrapped
from samverkan_cli.yaml.tree import Entry, Fault, Mapping, Scalar, Sequence, Tree, find, proposal_fix, words


def recover(tree: Mapping, model: type[Node], error: Error, *, put_in: bool) -> Fault:
    """Say what is wrong at one place, and recover the tree there: put in what was meant (unless ``put_in`` is false), or take the key out."""
    path = _existing(tree, error["loc"])
    if not path:
        path = tuple(error["loc"][:1])
    parent = find(tree, path[:-1])
    node = find(tree, path)
    key = path[-1]
    if error["type"] == "extra_forbidden" and isinstance(parent, Mapping) and isinstance(key, str):
        return unknown_key(parent, model, path, key)
    if error["type"] == "missing" and isinstance(parent, Mapping) and isinstance(key, str):
        parent.entries[key] = Entry(key, parent.span, Scalar(1, "1", parent.span))
        return Fault("FIL06", f"filen saknar nyckeln {key}", parent.span, f"Skriv  {key}: 1  överst i filen.", path)
    span = _span(parent, key, node)
    wrapped = unwrapped(node.raw) if isinstance(node, Scalar) and put_in else None
    if wrapped is not None and isinstance(node, Scalar) and "\n" not in wrapped:
        _put(
            parent,
            key,
            Scalar(resolve(wrapped), wrapped, node.span) if _may_be_bare(error, wrapped) else Scalar(wrapped, wrapped, node.span),
        )
        return _in_odd_quotes(node, path, wrapped if _may_be_bare(error, wrapped) else quoted(wrapped))
    message, help, proposal = explain(error, node, path, example_at(model, path))
    code = "FIL07" if error["type"] == "samverkan_no_such_date" else "FIL06"
    if put_in and proposal is not None and node is not None:
        _put(parent, key, _recovered(proposal, node))
        return Fault(code, message, span, help, path, recovered=True, fixes=_fixes(error, proposal, node))
    lost = frozenset(words(node)) if node is not None else frozenset()
    _take_out(parent, key)
    # Only the key itself is the fault's place: a list keeps its other items, and they have other numbers now.
    place = path if isinstance(key, str) else path[:-1]
    names = frozenset(step for step in path[-2:] if isinstance(step, str))
    return Fault(code, message, span, help, place if isinstance(key, str) else None, lost | names)


def _may_be_bare(error: Error, inner: str) -> bool:
    """Whether what stands within odd quotation marks may be written without any: not a text that would be read as a number."""
    return isinstance(resolve(inner), str) or error["type"] not in ("string_type", "string_pattern_mismatch", "literal_error")


def _in_odd_quotes(node: Scalar, path: KeyPath, text: str) -> Fault:
    """A value within quotation marks that mean nothing to the parser, and so are part of it."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    message = f"{key}: de krökta citattecknen {node.raw[0]} och {node.raw[-1]} blir en del av värdet"
    fixes = (proposal_fix(Replacement(node.span, text)),) if node.span.line == node.span.end_line else ()
    return Fault("FIL06", message, node.span, f"Skriv  {key}: {text}", path, recovered=True, fixes=fixes)


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


def _fixes(error: Error, proposal: Any, node: Tree) -> tuple[Fix, ...]:
    """What to write instead of a single value."""
    if isinstance(proposal, list) or not isinstance(node, Scalar) or not node.is_at_its_place:
        return ()
    text = f'"{proposal}"' if error["type"] == "string_type" else in_yaml(proposal)
    return (proposal_fix(Replacement(node.span, text), safe=_is_sure(error, proposal, node)),)


def _is_sure(error: Error, proposal: Any, node: Tree) -> bool:
    """Whether the fix is what was written, in the right form; a word from a list must be the same word but for dots and rings."""
    return error["type"] != "literal_error" or (isinstance(node, Scalar) and fold(node.raw) == fold(str(proposal)))


def _recovered(proposal: Any, node: Tree) -> Tree:
    if isinstance(proposal, list):
        return Sequence(node.span, True, [node])
    return Scalar(proposal, str(proposal), node.span)
