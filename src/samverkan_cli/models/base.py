"""The base of every model: frozen, strict about shape, silent about absence, and it knows its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, Strict
from pydantic_core.core_schema import no_info_before_validator_function

from samverkan_cli.diagnostics import Place
from samverkan_cli.models.keys import Declared, by_name, nodes_below

Item = TypeVar("Item")

Many = Annotated[tuple[Item, ...], Strict(False)]
"""A list in the file, a tuple in the program. The items stay strict."""


@dataclass(frozen=True)
class Short:
    """The shorter ways to write a mapping, or a list of them (``many``): ``words_as`` is the key that a mere text is read under, ``alone`` says that
    a single one may stand without a dash. All are read into the one shape, and accepted by the schemas."""

    words_as: str = ""
    many: bool = False
    alone: bool = False

    def read(self, value: object) -> object:
        """What is written short, as if it were written out."""
        if not self.many:
            return self._item(value)
        if isinstance(value, list):
            return [self._item(item) for item in value]
        return [self._item(value)] if self.alone and isinstance(self._item(value), dict) else value

    def _item(self, value: object) -> object:
        return {self.words_as: value} if self.words_as and isinstance(value, str) else value

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        schema = handler(core_schema)
        one = schema["items"] if self.many else schema
        ways = [one]
        if self.words_as:
            words = handler.resolve_ref_schema(one)["properties"][self.words_as]
            ways.append({name: words[name] for name in ("type", "pattern")})
        if not self.many:
            return {"anyOf": ways}
        several = {**schema, "items": {"anyOf": ways} if self.words_as else one}
        return {"anyOf": [*ways, several]} if self.alone else several


def field(
    key: str,
    description: str,
    *,
    definite: str = "",
    example: object = None,
    refers_to: str = "",
    or_words: bool = False,
    sealed: bool = True,
    heading: str = "",
    formerly: tuple[str, ...] = (),
    words_as: str = "",
) -> Any:
    """Declare a field that holds one value or one mapping: its Swedish key, what it means, and an example.

    ``definite`` is the word in running text (målnivån). ``refers_to`` is the name of the class that its id points at; with ``or_words`` plain
    words may stand there instead of an id. ``sealed`` is false for what is not a part of what the parties sign. ``heading`` is the printed
    heading of what stands under it. ``formerly`` are the keys that it has had before: they are read for ever, and never written. ``words_as`` is
    the key of the mapping that a mere text in its place is read under.
    """
    declared = Declared(definite, refers_to, or_words, False, sealed, heading, formerly, words_as)
    return _declare(key, description, example, declared, default=None)


def many(
    key: str,
    description: str,
    *,
    definite: str = "",
    example: object = None,
    refers_to: str = "",
    or_words: bool = False,
    sealed: bool = True,
    heading: str = "",
    formerly: tuple[str, ...] = (),
    words_as: str = "",
    alone: bool = False,
) -> Any:
    """Declare a field that holds a list; the rest as for ``field``. With ``alone`` a single mapping may stand there without a dash."""
    declared = Declared(definite, refers_to, or_words, False, sealed, heading, formerly, words_as, alone)
    return _declare(key, description, example, declared, default=())


def required(key: str, description: str, *, definite: str = "", example: object = None) -> Any:
    """Declare one of the two first keys: without them a file is not ours."""
    return _declare(key, description, example, Declared(definite))


def own_id(*, example: str) -> Any:
    """Declare the id of the mapping itself: what other places point with."""
    declared = Declared("id:t", defines=True)
    return _declare("id", "Det andra ställen använder för att peka hit.", example, declared, default=None)


def publication_mark(what: str, about: str, *, example: str) -> Any:
    """Declare the mark that says whether something is part of the version that is published. It protects: what it was called before is read for ever."""
    definite = f"uppgiften om {about} ska publiceras"
    return field("publiceras", f"Nej om {what} inte ska publiceras.", definite=definite, example=example, formerly=("offentlig",))


def _declare(key: str, description: str, example: object, declared: Declared, **default: object) -> Any:
    title = key.replace("_", " ").capitalize()
    examples = None if example is None else [example]
    info: Any = Field(alias=key, title=title, description=description, examples=examples, **default)  # type: ignore[call-overload]
    info.metadata.append(declared)
    if declared.words_as or declared.alone:
        info.metadata.append(Short(declared.words_as, isinstance(info.default, tuple), declared.alone))
    return info


@dataclass(frozen=True)
class Noun:
    """What a thing is called in a sentence: ``åtgärd``, ``åtgärden``."""

    singular: str
    definite: str

    @property
    def indefinite(self) -> str:
        """``en åtgärd``, ``ett mål``: what ends in ``t`` when it is definite is neuter."""
        return f"{'ett' if self._is_neuter else 'en'} {self.singular}"

    @property
    def a_new(self) -> str:
        """``en ny åtgärd``, ``ett nytt mål``."""
        return f"{'ett nytt' if self._is_neuter else 'en ny'} {self.singular}"

    @property
    def pronoun(self) -> str:
        """``den``, ``det``."""
        return "det" if self._is_neuter else "den"

    @property
    def _is_neuter(self) -> bool:
        return self.definite.endswith("t")


_NOWHERE = Place("")


class Node(BaseModel):
    """A mapping in a file. Every key may be left out; an unknown key or a wrong type is refused."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    noun: ClassVar[Noun] = Noun("post", "posten")
    natural_keys: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """What tells one from another where there is no id: the fields' Python names; of several sets the first that has a value.
    ``DOCUMENT`` stands for the document that it stands in. See ``keys.identity``."""

    _here: Place = PrivateAttr(default_factory=lambda: _NOWHERE)

    @property
    def here(self) -> Place:
        """Where the mapping stands."""
        # Asked of every node many times over: read where pydantic keeps it, which is ten times as fast as asking pydantic for it.
        place: Place = (self.__pydantic_private__ or {})["_here"]
        return place

    def at(self, *names: str) -> Place:
        """Where the field ``names`` stands, or would stand: Python names, also of mappings that are absent.

        Raises ``KeyError`` for a name that no field has.
        """
        place, model = self.here, type(self)
        for name in names:
            key = by_name(model)[name]
            place = place / key.key
            model = key.below or Node
        return place


def set_places(node: Node, place: Place) -> None:
    """Tell a freshly built node, and all below it, where they stand. The key paths are those of the data it was built from."""
    node._here = place
    for key in nodes_below(type(node)):
        value = getattr(node, key.name)
        if isinstance(value, Node):
            set_places(value, place / key.key)
        elif value:
            for index, item in enumerate(value):
                set_places(item, place / key.key / index)


def walk(node: Node) -> Iterator[Node]:
    """The node and every node below it, in the order of the models' fields."""
    yield node
    for key in nodes_below(type(node)):
        value = getattr(node, key.name)
        if isinstance(value, Node):
            yield from walk(value)
        elif value:
            for item in value:
                yield from walk(item)
