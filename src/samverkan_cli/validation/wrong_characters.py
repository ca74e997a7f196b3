"""Characters that became others on the way into the file: each line is told of once, and the text is read as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from samverkan_cli.diagnostics import Fix, Replacement, Span
from samverkan_cli.text.lines import split_lines
from samverkan_cli.text.mojibake import LOST, RUN, restored
from samverkan_cli.yaml.tree import Document, Fault, Mapping, Scalar, Sequence, Tree

_HELP_LOST = "Skriv tecknet på nytt. Ser hela filen ut så: hämta den igen där den var hel, och spara som UTF-8."


def wrong_characters(document: Document) -> list[Fault]:
    """What is wrong, line by line. A key is told of as any other that is misspelt."""
    rows = split_lines(document.text)
    keys = list(_key_spans(document.tree)) if document.tree is not None else []
    faults = []
    for number, row in enumerate(rows, 1):
        spans = [
            Span(number, match.start() + 1, number, match.end() + 1)
            for match in RUN.finditer(row)
            if restored(match[0]) != match[0] and not any(key.covers(number, match.start() + 1) for key in keys)
        ]
        if spans:
            faults.append(_restorable(row, spans))
        elif LOST in row:
            column = row.index(LOST) + 1
            message = "här har ett tecken gått förlorat: det står � i stället"
            faults.append(Fault("FIL15", message, Span(number, column, number, column + 1), _HELP_LOST))
    return faults


def _restorable(row: str, spans: list[Span]) -> Fault:
    pairs = [(row[span.column - 1 : span.end_column - 1], span) for span in spans]
    changes = tuple(Replacement(span, restored(written)) for written, span in pairs)
    first, span = pairs[0]
    word = _word_around(row, span)
    fix = Fix(f"Skriv {restored(word)}" + (" och så vidare" if len(spans) > 1 else ""), changes, True)
    return Fault(
        "FIL15",
        f"”{word}” är text som har lästs med fel teckenkodning: {first} ska vara {restored(first)}",
        span,
        f"Skriv  {restored(word)}  i stället.",
        recovered=True,
        fixes=(fix,),
    )


def _word_around(row: str, span: Span) -> str:
    start, end = span.column - 1, span.end_column - 1
    while start > 0 and not row[start - 1].isspace():
        start -= 1
    while end < len(row) and not row[end].isspace():
        end += 1
    return row[start:end].strip("\"'#,.:;()[]{}")


def read_as_written(tree: Mapping) -> Mapping:
    """The tree with the values as they were written. The tree itself is changed; single values are never changed, so they are replaced."""
    for entry in tree.entries.values():
        entry.value = _as_written(entry.value)
    return tree


def _as_written(tree: Tree) -> Tree:
    if isinstance(tree, Mapping):
        return read_as_written(tree)
    if isinstance(tree, Sequence):
        tree.items[:] = [_as_written(item) for item in tree.items]
        return tree
    return Scalar(restored(tree.value), restored(tree.raw), tree.span) if isinstance(tree.value, str) else tree


def _key_spans(tree: Tree) -> Iterator[Span]:
    if isinstance(tree, Sequence):
        for item in tree.items:
            yield from _key_spans(item)
    elif isinstance(tree, Mapping):
        for entry in tree.entries.values():
            yield entry.key_span
            yield from _key_spans(entry.value)


def has_wrong_characters(text: str) -> bool:
    """Whether there is anything to look for."""
    return LOST in text or any(restored(match[0]) != match[0] for match in RUN.finditer(text))
