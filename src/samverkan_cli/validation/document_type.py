"""Which model a document has: the one that its ``typ`` names."""

from __future__ import annotations

from typing import Any

from samverkan_cli.diagnostics import Replacement, Span
from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models import Document as DocumentModel
from samverkan_cli.models.scalars import quoted
from samverkan_cli.text.spelling import fold, nearest
from samverkan_cli.yaml.tree import Document, Entry, Fault, Mapping, Scalar, data, proposal_fix, words


def chosen(document: Document, tree: Mapping) -> tuple[type[DocumentModel] | None, Mapping, list[Fault]]:
    """The model that ``typ`` names, the tree with what was meant by it, and what is wrong. A misspelt type is read as the nearest one."""
    faults: list[Fault] = []
    if "samverkan" not in tree.entries:
        span = document.span(())
        faults.append(Fault("FIL06", "filen saknar nyckeln samverkan", span, "Skriv  samverkan: 1  överst i filen.", ("samverkan",)))
        tree = _with(tree, "samverkan", 1, span)
    written = tree.entries.get("typ")
    value = data(written.value) if written else None
    if isinstance(value, str) and value in DOCUMENT_TYPES:
        return DOCUMENT_TYPES[value], tree, faults
    allowed = ", ".join(DOCUMENT_TYPES)
    every = frozenset(words(tree))
    if written is None or value is None:
        near = next((key for key in tree.entries if key in ("type", "Typ", "TYP")), None)
        span = tree.entries[near].key_span if near else document.span(("samverkan",))
        message = "filen säger inte vilket slags dokument den är: nyckeln typ saknas"
        faults.append(Fault("FIL06", message, span, f"Skriv  typ:  följt av något av {allowed}.", ("typ",), every))
        return None, tree, faults
    span = document.span(("typ",))
    message = f"{quoted(value)} är inget slags dokument"
    proposal = nearest(str(value), DOCUMENT_TYPES)
    if proposal is None:
        faults.append(Fault("FIL06", message, span, f"Välj något av {allowed}.", ("typ",), every))
        return None, tree, faults
    fix = proposal_fix(Replacement(span, proposal), safe=fold(str(value)) == fold(proposal))
    fixes = (fix,) if isinstance(written.value, Scalar) and written.value.is_at_its_place else ()
    faults.append(Fault("FIL06", message, span, f"Skriv  typ: {proposal}", ("typ",), recovered=True, fixes=fixes))
    return DOCUMENT_TYPES[proposal], _with(tree, "typ", proposal, span), faults


def meant(written: str) -> type[DocumentModel] | None:
    """The model that a ``typ`` means, however it is spelt; ``None`` where nobody can tell."""
    return DOCUMENT_TYPES.get(written) or DOCUMENT_TYPES.get(nearest(written, DOCUMENT_TYPES) or "")


def _with(tree: Mapping, key: str, value: Any, span: Span) -> Mapping:
    """The tree with another value for a key at the left margin."""
    return Mapping(tree.span, tree.flow, {**tree.entries, key: Entry(key, span, Scalar(value, str(value), span))})
