"""The base of every model: frozen, strict about shape, silent about absence, and it knows its place."""

from collections.abc import Iterator
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, Strict

from samverkan_cli.diagnostics import Place

Item = TypeVar("Item")

Many = Annotated[tuple[Item, ...], Strict(False)]
"""A list in the file, a tuple in the program. The items stay strict."""


def field(key: str, description: str, *, example: object = None) -> Any:
    """Declare a field that holds one value or one mapping: its Swedish key, what it means, and an example."""
    return Field(default=None, alias=key, title=_title(key), description=description, examples=_examples(example))


def many(key: str, description: str, *, example: object = None) -> Any:
    """Declare a field that holds a list."""
    return Field(default=(), alias=key, title=_title(key), description=description, examples=_examples(example))


def required(key: str, description: str, *, example: object = None) -> Any:
    """Declare one of the two first keys: without them a file is not ours."""
    return Field(alias=key, title=_title(key), description=description, examples=_examples(example))


def _title(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _examples(example: object) -> list[Any] | None:
    return None if example is None else [example]


class Node(BaseModel):
    """A mapping in a file. Every key may be left out; an unknown key or a wrong type is refused."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    _here: Place = PrivateAttr(default=Place(""))

    @property
    def here(self) -> Place:
        """Where the mapping stands."""
        return self._here

    def at(self, *names: str) -> Place:
        """Where the field ``names`` stands, or would stand: Python names, also of mappings that are absent.

        Raises ``KeyError`` for a name that no field has.
        """
        place, model = self._here, type(self)
        for name in names:
            info = model.model_fields[name]
            place = place / str(info.alias)
            model = node_class(info.annotation) or Node
        return place


def node_class(annotation: Any) -> type[Node] | None:
    """The ``Node`` subclass inside an annotation such as ``When | None`` or ``Many[Action]``."""
    if isinstance(annotation, type) and issubclass(annotation, Node):
        return annotation
    for part in get_args(annotation):
        found = node_class(part)
        if found is not None:
            return found
    return None


def set_places(node: Node, place: Place) -> None:
    """Tell a freshly built node, and all below it, where they stand. The key paths are those of the data it was built from."""
    node._here = place
    for name in node.model_fields_set:
        value = getattr(node, name)
        if isinstance(value, Node):
            set_places(value, place / str(type(node).model_fields[name].alias))
        elif isinstance(value, tuple) and value and isinstance(value[0], Node):
            below = place / str(type(node).model_fields[name].alias)
            for index, item in enumerate(value):
                set_places(item, below / index)


def walk(node: Node) -> Iterator[Node]:
    """The node and every node below it, in the order of the models' fields."""
    yield node
    for name in type(node).model_fields:
        value = getattr(node, name)
        if isinstance(value, Node):
            yield from walk(value)
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, Node):
                    yield from walk(item)
