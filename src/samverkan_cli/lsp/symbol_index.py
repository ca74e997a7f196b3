"""What each id names, and where it is used, in all the files that belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.diagnostics import Place, Span
from samverkan_cli.lsp.analyzer import Analysis
from samverkan_cli.models.base import Node, walk
from samverkan_cli.models.formalities import Exemption
from samverkan_cli.models.keys import Key, by_name, defined_id, display_name, label, references
from samverkan_cli.yaml.tree import Document


@dataclass(frozen=True)
class Found:
    """An id at a place. ``node`` is what it names, where it is defined."""

    id: str
    path: Path
    document: Document
    span: Span
    node: Node | None = None


def nodes(analyses: Iterable[Analysis]) -> Iterator[tuple[Node, Path, Document]]:
    """Every mapping in every file that could be read, also what is dated later than the day that is judged."""
    seen: set[Path] = set()
    for analysis in analyses:
        for member in analysis.dossier.by_file.values() if analysis.dossier is not None else ():
            if member.model is not None and member.path not in seen:
                seen.add(member.path)
                for node in walk(member.model):
                    yield node, member.path, member.document


def definitions(analyses: Iterable[Analysis]) -> Iterator[Found]:
    """Where ids are defined."""
    for node, path, document in nodes(analyses):
        id = defined_id(node)
        if id is not None:
            yield Found(id, path, document, document.span(node.at("id").path), node)


def uses(analyses: Iterable[Analysis], id: str) -> Iterator[Found]:
    """Where an id is used."""
    for node, path, document in nodes(analyses):
        for place in _uses(node, id):
            yield Found(id, path, document, document.span(place.path))


def _uses(node: Node, id: str) -> Iterator[Place]:
    yield from (place for _, word, place in references(node) if word == id)
    if isinstance(node, Exemption) and node.id == id:
        yield node.at("id")
    loose = (key for key in by_name(type(node)).values() if key.or_words)
    yield from (node.at(key.name) for key in loose if getattr(node, key.name) == id)


def holds_id(key: Key | None) -> bool:
    """Whether an id may stand at a key: its own, or one that it refers to."""
    return key is not None and key.may_hold_id


def described(found: Found) -> str:
    """``åtgärden Å1.3: Vuxna på plats …``."""
    assert found.node is not None
    words = label(found.node)
    return display_name(found.node) + (f": {words}" if words else "")
