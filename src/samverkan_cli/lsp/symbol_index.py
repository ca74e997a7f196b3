"""What each id names, and where it is used, in all the files that belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.diagnostics import Place, Span
from samverkan_cli.lsp.analyzer import Judgement
from samverkan_cli.lsp.fields import Field
from samverkan_cli.models.base import Node, walk
from samverkan_cli.models.formalities import Exemption
from samverkan_cli.models.references import REFERS_TO, called, defines, references
from samverkan_cli.yaml.tree import Document

MAY_HOLD_ID = frozenset({"organ", "decided_by", "prioritised_by", "reports_to", "to", "by"})
"""Fields that hold an id or words."""


@dataclass(frozen=True)
class Found:
    """An id at a place. ``node`` is what it names, where it is defined."""

    id: str
    path: Path
    document: Document
    span: Span
    node: Node | None = None


def nodes(judgements: Iterable[Judgement]) -> Iterator[tuple[Node, Path, Document]]:
    """Every mapping in every file that could be read, also what is dated later than the day that is judged."""
    seen: set[Path] = set()
    for judgement in judgements:
        for member in judgement.dossier.by_file.values() if judgement.dossier is not None else ():
            if member.model is not None and member.path not in seen:
                seen.add(member.path)
                for node in walk(member.model):
                    yield node, member.path, member.document


def definitions(judgements: Iterable[Judgement]) -> Iterator[Found]:
    """Where ids are defined."""
    for node, path, document in nodes(judgements):
        id = getattr(node, "id", None)
        if isinstance(id, str) and defines(node):
            yield Found(id, path, document, document.span(node.at("id").path), node)


def uses(judgements: Iterable[Judgement], id: str) -> Iterator[Found]:
    """Where an id is used."""
    for node, path, document in nodes(judgements):
        for place in _uses(node, id):
            yield Found(id, path, document, document.span(place.path))


def _uses(node: Node, id: str) -> Iterator[Place]:
    yield from (place for _, word, place in references(node) if word == id)
    if isinstance(node, Exemption) and node.id == id:
        yield node.at("id")
    yield from (node.at(name) for name in MAY_HOLD_ID & node.model_fields_set if getattr(node, name) == id)


def holds_id(field: Field | None) -> bool:
    """Whether a key holds an id: its own, or one that it refers to."""
    return field is not None and (field.name in REFERS_TO or field.name == "id" or field.name in MAY_HOLD_ID)


def label(node: Node) -> str:
    """What a thing is called by its own words."""
    return next((words for name in ("name", "wording", "what", "cause") if isinstance(words := getattr(node, name, None), str)), "")


def described(found: Found) -> str:
    """``åtgärden Å1.3: Vuxna på plats …``."""
    assert found.node is not None
    words = label(found.node)
    return called(found.node) + (f": {words}" if words else "")
