"""What is told of the word under the pointer: a key, an id, a rule, a finding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from samverkan_cli.checking.page import facts, heading
from samverkan_cli.checking.rule import Rule, rules
from samverkan_cli.lsp.analyzer import Analysis
from samverkan_cli.lsp.diagnostics import by_file
from samverkan_cli.lsp.fields import example, is_table, names_rules, what_it_holds
from samverkan_cli.lsp.positions import text_of
from samverkan_cli.lsp.symbol_index import definitions, described, holds_id
from samverkan_cli.lsp.tokens import TokenAtPosition, here


def hover(path: Path, text: str, offset: int, analyses: list[Analysis], encoding: str) -> types.Hover | None:
    """Everything that there is to tell of the place, as Markdown."""
    document = next((one.documents[file] for one in analyses for file, member in one.paths.items() if member == path), None)
    found = here(text, document, offset)
    parts = [*_of_word(found, text[found.start : found.end], path, analyses)] if found is not None else []
    parts += [part for part in _of_findings(path, offset, analyses) if part not in parts]
    if not parts:
        return None
    span = text_of(text).range(found.start, found.end, encoding) if found is not None and found.end > found.start else None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(parts)), span)


def _of_word(found: TokenAtPosition, written: str, path: Path, analyses: list[Analysis]) -> Iterator[str]:
    field = found.field
    if field is None:
        return
    own_key = is_table(field) and found.keys[-1] != field.key
    if names_rules(field) and found.word in rules() and (not found.on_key or own_key):
        yield rule_page(rules()[found.word])
    elif not found.on_key and holds_id(field):
        for one in definitions(analyses):
            if one.id == found.word:
                where = f"{one.document.file}:{one.span.line}" if one.path != path else f"rad {one.span.line}"
                yield f"**{_plain(described(one))}**\n\n{_plain(where)}"
    elif found.on_key and not own_key:
        shown_as = f"\n\nTill exempel:\n\n```yaml\n{field.key}: {example(field)}\n```" if example(field) else ""
        if written.strip("\"'") in field.formerly:
            yield _plain(f"{written} heter nu {field.key}. Det gamla namnet går fortfarande att läsa.")
        yield f"**{field.key}** – {what_it_holds(field)}\n\n{_plain(field.description)}{shown_as}"


def _of_findings(path: Path, offset: int, analyses: list[Analysis]) -> Iterator[str]:
    for analysis, one in by_file(analyses).get(path, []):
        text = text_of(analysis.documents[one.file].text)
        inside = text.offset(one.span.line, one.span.column) <= offset <= text.offset(one.span.end_line, one.span.end_column)
        if inside and one.code in rules():
            rule = rules()[one.code]
            yield f"**{heading(rule)}**\n\n{_plain(rule.page.title)}.\n\n{_plain(one.why)}\n\n`samverkan explain {one.code}`"


def rule_page(rule: Rule) -> str:
    """A rule's page as Markdown."""
    page = rule.page
    parts = [f"**{heading(rule)}**", f"{_plain(page.title)}.", _plain(facts(rule)), _plain(page.body)]
    parts += [f"Godkänns:\n\n```yaml\n{text}\n```" for text in page.good]
    parts += [f"Underkänns:\n\n```yaml\n{text}\n```" for text in page.bad]
    return "\n\n".join((*parts, f"Källa: {_plain(page.source)}"))


def _plain(words: str) -> str:
    """Words as they stand: what somebody has written in a file shall not become links or pictures in the editor."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>!|" else letter for letter in words)
