"""What can be written at the cursor: keys, words from closed lists, ids, rules' codes."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from samverkan_cli.checking.rule import rules
from samverkan_cli.lsp.analyzer import Analysis
from samverkan_cli.lsp.cursor import CompletionContext, spot
from samverkan_cli.lsp.fields import document_model, example, field_at, is_table, model_at, names_rules, what_it_holds, words
from samverkan_cli.lsp.positions import text_of
from samverkan_cli.lsp.symbol_index import definitions, described
from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import Key, keys_of


def completion(text: str, offset: int, analyses: list[Analysis], encoding: str, snippets: bool) -> list[types.CompletionItem]:
    """What fits at the cursor."""
    at = spot(text, offset)
    if at is None:
        return []
    where = text_of(text).range(at.start, at.end, encoding)
    return [_placed(item, where, order) for order, item in enumerate(_items(text, at, analyses, snippets))]


def _items(text: str, at: CompletionContext, analyses: list[Analysis], snippets: bool) -> Iterator[types.CompletionItem]:
    model: type[Node] | None = document_model(text)
    if at.key is not None:
        yield from _values(_value_field(model, (*at.keys, at.key)), analyses)
        return
    if model is None:
        yield from (_first(key) for key in ("samverkan: 1", "typ: ") if not at.keys and key.split(":")[0] not in at.used)
        return
    here = model_at(model, at.keys)
    if here is not None:
        lead = _leading(text, at.start)
        yield from (_key(field, at, lead, snippets) for field in keys_of(here).values() if at.used.isdisjoint((field.key, *field.formerly)))
        return
    above = field_at(model, at.keys)
    if above is not None and is_table(above):
        yield from (_item(word, detail, doc, types.CompletionItemKind.Reference) for word, detail, doc in _codes(above))
    elif above is not None:
        yield from _values(above, analyses)


def _value_field(model: type[Node] | None, keys: tuple[str, ...]) -> Key | None:
    if model is not None:
        return field_at(model, keys)
    return field_at(DOCUMENT_TYPES["överenskommelse"], keys) if keys in (("typ",), ("samverkan",)) else None


def _leading(text: str, offset: int) -> int:
    """How far the line is indented, its dashes left out."""
    row = text[text.rfind("\n", 0, offset) + 1 : offset]
    return len(row) - len(row.lstrip(" "))


def _key(field: Key, at: CompletionContext, lead: int, snippets: bool) -> types.CompletionItem:
    item = _item(field.key, what_it_holds(field), field.description, types.CompletionItemKind.Property)
    if example(field):
        item.documentation = types.MarkupContent(
            types.MarkupKind.Markdown, f"{field.description}\n\nTill exempel:\n\n```yaml\n{field.key}: {example(field)}\n```"
        )
    after = "" if at.colon else _after(field, at, " " * (at.indent - lead + 2), "$0" if snippets else "")
    item.insert_text = field.key + after
    if snippets and not at.colon:
        item.insert_text_format = types.InsertTextFormat.Snippet
        item.insert_text_mode = types.InsertTextMode.AdjustIndentation
    return item


def _after(field: Key, at: CompletionContext, indent: str, hole: str) -> str:
    """What follows a key: the rest of the line, or where the next one begins."""
    if field.below is None and not is_table(field):
        return f": [{hole}]" if field.many and hole else f": {hole}"
    if at.flow:
        return (f": [{hole}]" if field.many else f": {{{hole}}}") if hole else ": "
    dash = "- " if field.many else ""
    return f":\n{indent}{dash}{hole}" if hole else ":"


def _values(field: Key | None, analyses: list[Analysis]) -> Iterator[types.CompletionItem]:
    if field is None:
        return
    if names_rules(field) and not is_table(field):
        yield from (_item(word, detail, doc, types.CompletionItemKind.Reference) for word, detail, doc in _codes(field))
        return
    if field.refers_to is not None:
        for found in definitions(analyses):
            if isinstance(found.node, field.refers_to):
                yield _item(
                    found.id, found.node.noun.singular, f"{described(found)}\n\n{found.document.file}", types.CompletionItemKind.Reference
                )
        return
    choices = words(field)
    yield from (_item(word, field.key, field.description, types.CompletionItemKind.EnumMember) for word in choices)
    if not choices and example(field) and field.name != "id":
        yield _item(example(field), "exempel", field.description, types.CompletionItemKind.Text)


def _codes(field: Key) -> Iterator[tuple[str, str, str]]:
    for code, rule in rules().items():
        if names_rules(field):
            yield code, rule.name, f"{rule.page.title}."


def _first(line: str) -> types.CompletionItem:
    return _item(line, "de två första nycklarna", "Varje fil börjar med dem.", types.CompletionItemKind.Property)


def _item(label: str, detail: str, explanation: str, of: types.CompletionItemKind) -> types.CompletionItem:
    return types.CompletionItem(label, detail=detail, documentation=explanation or None, kind=of, insert_text=label)


def _placed(item: types.CompletionItem, where: types.Range, order: int) -> types.CompletionItem:
    item.text_edit = types.TextEdit(where, item.insert_text or item.label)
    item.insert_text = None
    item.sort_text = f"{order:04}"
    return item
