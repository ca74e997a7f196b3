"""Every kind of slip in the catalogue: its code, its line and column, a word that the answer holds, and the safe fix, with either end of line."""

import pytest

from faults.catalogue import HEAD, HEAD_ROWS, KINDS
from samverkan_cli.validation.fixes import fixed
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import read
from samverkan_cli.yaml.tree import Fault, data


def _faults(text: str) -> list[Fault]:
    return list(build(read("a.yaml", text.encode()))[1].faults)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", KINDS)
def test_it_is_found_once_and_where_it_stands(name: str, end: str) -> None:
    kind = KINDS[name]
    (fault,) = _faults((HEAD + kind.written).replace("\n", end))
    assert (fault.code, fault.span.line - HEAD_ROWS, fault.span.column) == (kind.code, kind.row, kind.column)
    assert kind.word in f"{fault.message} {fault.help}"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", KINDS)
def test_the_safe_fix_writes_what_was_meant_and_nothing_else(name: str, end: str) -> None:
    kind = KINDS[name]
    text = (HEAD + kind.written).replace("\n", end)
    after, done = fixed("a.yaml", text.encode(), unsafe=False)
    if not kind.meant:
        assert (after.decode(), done) == (text, [])
        return
    assert after.decode().replace("\r\n", "\n") == HEAD + kind.meant
    assert _faults(after.decode()) == []


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.meant])
def test_it_is_judged_as_what_was_meant(name: str) -> None:
    trees = [build(read("a.yaml", (HEAD + text).encode()))[1].tree for text in (KINDS[name].written, KINDS[name].meant)]
    assert trees[0] is not None and trees[1] is not None
    assert data(trees[0]) == data(trees[1])


TOLERATED = {
    "a comment": "syfte: Färre brott  # beslutat 2026\n",
    "a dash in a text": "syfte: Färre brott – och mer trygghet\n",
    "a quotation in a text": "syfte: Parterna säger ”aldrig mer” om detta\n",
    "commas in brackets": "utgångspunkter: [lagen, handboken, planen]\n",
    "a key without a value": "syfte:\nbakgrund: Vi började 2009.\n",
    "an address": "syfte: Se http://kommunen.example/a#b\n",
    "a hard space in a text": "syfte: 10\u00a0000 kronor\n",
    "a literal with dashes": "syfte: |\n  – minska brotten\n  • öka tryggheten\n",
    "an empty literal": "syfte: |\nbakgrund: Vi började 2009.\n",
    "a text on two rows": "syfte: Färre brott och\n  mer trygghet\n",
    "a time of day": "syfte: Vi ses 10:30 varje vecka\n",
}


@pytest.mark.parametrize("name", TOLERATED)
def test_what_is_said_as_it_is_meant_is_let_be(name: str) -> None:
    assert _faults(HEAD + TOLERATED[name]) == []
