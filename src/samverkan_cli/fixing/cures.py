"""What can be cured in a file: from the faults' own proposals, and letter by letter for what is written in parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from samverkan_cli.diagnostics import Span
from samverkan_cli.fixing.edits import Edit, Fix, apply, edit_at
from samverkan_cli.text.lines import line_starts, split_lines
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.marks import ends_lines_of_its_own
from samverkan_cli.yaml.reader import decode, read
from samverkan_cli.yaml.tree import Document

_KEY = re.compile(r"^([ \t]*(?:- +)*)([^\s:#\"'{}\[\],-][^:#\"'{}\[\],]*?)(?=[ \t]*:(?:\s|$))")
_FLOW_KEY = re.compile(r"(?<=[{,])\s*([^\s:#\"'{}\[\],][^:#\"'{}\[\],]*?)(?=\s*:\s)")


def fixes(document: Document) -> list[Fix]:
    """The cures for a document that has been read and built, in the order of the text."""
    starts = line_starts(document.text)
    found = list(_decomposed(document, starts))
    for fault in document.faults:
        edits = tuple(edit_at(span, text, starts) for span, text in fault.edits)
        if edits:
            found.append(Fix(fault.code, fault.message, fault.span.line, edits, fault.safe))
        elif fault.code == "FIL04" and not fault.recovered:  # Two names for one key that say different things: somebody must choose.
            removal = _second_time(document.text, fault.span, starts)
            # What YAML takes for a line of its own may hold something else on the same line of the editor.
            if not ends_lines_of_its_own(document.text[removal.start : removal.end]):
                found.append(Fix(fault.code, fault.message, fault.span.line, (removal,), False))
    return sorted(found, key=lambda fix: fix.edits[0].start)


def _decomposed(document: Document, starts: list[int]) -> Iterator[Fix]:
    """Keys in which a letter and its dots stand apart. Values are left as they are: they are compared composed."""
    if not any(fault.code == "FIL05" and "delade tecken" in fault.message for fault in document.faults):
        return
    edits = []
    for number, row in enumerate(split_lines(document.text)):
        spans = [match.span(2) for match in [_KEY.match(row)] if match] + [match.span(1) for match in _FLOW_KEY.finditer(row)]
        for start, end in spans:
            composed = unicodedata.normalize("NFC", row[start:end])
            if composed != row[start:end]:
                edits.append(Edit(starts[number] + start, starts[number] + end, composed))
    if edits:
        first = next(fault for fault in document.faults if "delade tecken" in fault.message)
        yield Fix("FIL05", first.message, first.span.line, tuple(edits), True)


def _second_time(text: str, span: Span, starts: list[int]) -> Edit:
    """The lines of a key that stands a second time: to the next line that is not indented further."""
    rows = split_lines(text)
    last = span.line
    while last < len(rows) and (not rows[last].strip() or len(rows[last]) - len(rows[last].lstrip()) >= span.column):
        last += 1
    while last > span.line and not rows[last - 1].strip():
        last -= 1
    end = starts[last] if last < len(starts) else len(text)
    return Edit(starts[span.line - 1], end, "")


def cure(file: str, raw: bytes, unsafe: bool) -> tuple[bytes, list[Fix]]:
    """A file's bytes with everything cured that can be, and what was done. A second time there is nothing to do."""
    done: list[Fix] = []
    text, faults = decode(raw)
    mark = raw[:3] if raw.startswith(b"\xef\xbb\xbf") else b""
    for fault in faults:
        done.append(Fix(fault.code, fault.message, fault.span.line, (), True))
    for _ in range(20):
        document = read(file, text.encode())
        _, more = build(document)
        document = Document(document.file, document.text, document.tree, (*document.faults, *more))
        wanted = [fix for fix in fixes(document) if fix.safe or unsafe]
        if not wanted:
            break
        changed = apply(text, (edit for fix in wanted for edit in fix.edits))
        if changed == text:
            break
        text = changed
        done += wanted
    return (mark + text.encode() if done else raw), done
