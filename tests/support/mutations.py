"""Documents with one or a few things changed at random: keys, types, spellings, order, emptiness."""

import copy
import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import keys_of

Data = dict[str, Any]
Path = tuple[str | int, ...]

ODD: list[Any] = [
    None, True, False, 0, 1, 2, 5, 6, -1, 4.0, 4.5, -0.0, 1e30, 10**20, [], {}, [[]], [{}], {"id": "A1"}, [1, 2], ["a", "a"],
    "", " ", "0", "1", "4.0", "07", "ja", "nej", "Ja", "true", "år", "2 veckor", "0 dagar", "4 år", "0126", "126", "effekt", "Effekt",
    "2019-01-01", "2019-02-29", "2020-02-29", "2019-1-1", "2019-01-01T00:00:00", "20190101", "0000-01-01", "9999-12-31", "2019-13-01", 2018, 2018.0, 20180, "2018", "2018-06", "2018-13", "2018-06\n", 1899, 2199, 2200,
    "https://kommunen.example/plan.pdf", "http://a", "https://", "https:///a", "https://a b", "javascript:alert(1)", "HTTPS://A.EXAMPLE",
    "underskrift", "tills vidare", "A1", "Å1.1", "å-_.9", "1A", "Ω1", "A" * 40, "A" * 41, "a b", " A1", "A1 ", "A1\n", "två\nrader",
    "rad\n", "rad\n\n", "\nrad", "tabb\there", "\x7f", "\x85", "\u2028", "\u00a0", "\ufeffA", "a\u030a", "\U0001f600", "text\u0007", "*fet*", "<b>", "-", "år ",
]  # fmt: skip


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every place below the top."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in items:
        yield (*path, step)
        yield from paths(item, (*path, step))


def trimmed(value: Any, random: Random) -> Any:
    """The same document with one of each list, so that it is quick to judge."""
    if isinstance(value, dict):
        return {key: trimmed(item, random) for key, item in value.items()}
    if isinstance(value, list):
        return [trimmed(random.choice(value), random)] if value else []
    return value


def mutated(document: Data, random: Random) -> Data:
    """A copy of some of its sections with one change, sometimes two."""
    first = {key: document[key] for key in ("samverkan", "typ") if key in document}
    rest = random.sample(list(document), min(len(document), 8))
    return altered(trimmed({**first, **{key: document[key] for key in rest}}, random), random)


def altered(document: Data, random: Random) -> Data:
    """A copy of all of it with one change, sometimes two."""
    result = copy.deepcopy(document)
    for _ in range(random.choice((1, 1, 1, 2))):
        _change(result, random)
    return result


def written(document: Data) -> str:
    """The document as one line of YAML. What YAML does not take as it stands is escaped."""
    text = json.dumps(document, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda match: f"\\u{ord(match[0]):04x}", text)


def _change(document: Data, random: Random) -> None:
    places = list(paths(document))
    if not places:
        return
    path = random.choice(places)
    parent: Any = document
    for step in path[:-1]:
        parent = parent[step]
    last = path[-1]
    here = parent[last]
    match random.randrange(9):
        case 0:
            del parent[last]
        case 1 | 2 | 3:
            parent[last] = copy.deepcopy(random.choice(ODD))
        case 4 if isinstance(parent, dict):
            key = random.choice(("färg", str(last) + "x", str(last).upper(), "id", "namn", "typ", "datum", "1", ""))
            parent[key] = parent.pop(last)
        case 5 if isinstance(parent, dict):
            parent[random.choice(("färg", "extra", "mal", "Titel", "id", "plats", "1"))] = copy.deepcopy(random.choice(ODD))
        case 6:
            parent[last] = here[0] if isinstance(here, list) and here else [here]
        case 7:
            parent[last] = str(here) if isinstance(here, int | float) else {"värde": here}
        case _ if isinstance(parent, list):
            parent.insert(random.randrange(len(parent) + 1), copy.deepcopy(random.choice([here, *ODD])))
        case _:
            parent[last] = [here, copy.deepcopy(here)]


def full(model: type[Node]) -> Data:
    """A document with every key that the model has, made of the fields' own examples."""
    result: Data = {}
    for key in keys_of(model).values():
        example = "ord" if key.example is None else copy.deepcopy(key.example)
        value = full(key.below) if key.below is not None else example
        result[key.key] = [value] if key.many else value
    return result
