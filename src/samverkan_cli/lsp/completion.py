"""What can be written at the cursor: keys, words from closed lists, ids, rules' codes."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from samverkan_cli.checking.rule import rules
from samverkan_cli.lsp.analyzer import Judgement
from samverkan_cli.lsp.cursor import Spot, spot
from samverkan_cli.lsp.fields import Field, document_model, field_at, fields, model_at
from samverkan_cli.lsp.positions import text_of
from samverkan_cli.lsp.symbol_index import MAY_HOLD_ID, definitions, described
from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models.actors import Body
from samverkan_cli.models.base import Node
from samverkan_cli.models.references import REFERS_TO, kind


def completion(text: str, offset: int, judgements: list[Judgement], encoding: str, snippets: bool) -> list[types.CompletionItem]:
    """What fits at the cursor."""
    at = spot(text, offset)
    if at is None:
        return []
    where = text_of(text).range(at.start, at.end, encoding)
    return [_placed(item, where, order) for order, item in enumerate(_items(text, at, judgements, snippets))]


def _items(text: str, at: Spot, judgements: list[Judgement], snippets: bool) -> Iterator[types.CompletionItem]:
    model: type[Node] | None = document_model(text)
    if at.key is not None:
        yield from _values(_value_field(model, (*at.keys, at.key)), judgements)
        return
    if model is None:
        yield from (_first(key) for key in ("samverkan: 1", "typ: ") if not at.keys and key.split(":")[0] not in at.used)
        return
    here = model_at(model, at.keys)
    if here is not None:
        lead = _leading(text, at.start)
        yield from (_key(field, at, lead, snippets) for field in fields(here) if field.key not in at.used)
        return
    above = field_at(model, at.keys)
    if above is not None and above.free:
        yield from (_item(word, detail, doc, types.CompletionItemKind.Reference) for word, detail, doc in _codes(above))
    elif above is not None:
        yield from _values(above, judgements)


def _value_field(model: type[Node] | None, keys: tuple[str, ...]) -> Field | None:
    if model is not None:
        return field_at(model, keys)
    return field_at(DOCUMENT_TYPES["överenskommelse"], keys) if keys in (("typ",), ("samverkan",)) else None


def _leading(text: str, offset: int) -> int:
    """How far the line is indented, its dashes left out."""
    row = text[text.rfind("\n", 0, offset) + 1 : offset]
    return len(row) - len(row.lstrip(" "))


def _key(field: Field, at: Spot, lead: int, snippets: bool) -> types.CompletionItem:
    item = _item(field.key, field.kind, str(field.info.description or ""), types.CompletionItemKind.Property)
    if field.example:
        item.documentation = types.MarkupContent(
            types.MarkupKind.Markdown, f"{field.info.description}\n\nTill exempel:\n\n```yaml\n{field.key}: {field.example}\n```"
        )
    after = "" if at.colon else _after(field, at, " " * (at.indent - lead + 2), "$0" if snippets else "")
    item.insert_text = field.key + after
    if snippets and not at.colon:
        item.insert_text_format = types.InsertTextFormat.Snippet
        item.insert_text_mode = types.InsertTextMode.AdjustIndentation
    return item


def _after(field: Field, at: Spot, indent: str, hole: str) -> str:
    """What follows a key: the rest of the line, or where the next one begins."""
    if field.below is None and not field.free:
        return f": [{hole}]" if field.many and hole else f": {hole}"
    if at.flow:
        return (f": [{hole}]" if field.many else f": {{{hole}}}") if hole else ": "
    dash = "- " if field.many else ""
    return f":\n{indent}{dash}{hole}" if hole else ":"


def _values(field: Field | None, judgements: list[Judgement]) -> Iterator[types.CompletionItem]:
    if field is None:
        return
    if field.names_rules and not field.free:
        yield from (_item(word, detail, doc, types.CompletionItemKind.Reference) for word, detail, doc in _codes(field))
        return
    wanted = REFERS_TO.get(field.name) or (Body if field.name in MAY_HOLD_ID else None)
    if wanted is not None:
        for found in definitions(judgements):
            if isinstance(found.node, wanted):
                yield _item(found.id, kind(found.node), f"{described(found)}\n\n{found.document.file}", types.CompletionItemKind.Reference)
        return
    words = field.words
    yield from (_item(word, field.key, str(field.info.description or ""), types.CompletionItemKind.EnumMember) for word in words)
    if not words and field.example and field.name != "id":
        yield _item(field.example, "exempel", str(field.info.description or ""), types.CompletionItemKind.Text)


def _codes(field: Field) -> Iterator[tuple[str, str, str]]:
    for code, rule in rules().items():
        if field.names_rules:
            yield code, rule.name, f"{rule.page.title}."


def _first(line: str) -> types.CompletionItem:
    return _item(line, "de två första nycklarna", "Varje fil börjar med dem.", types.CompletionItemKind.Property)


def _item(label: str, detail: str, words: str, of: types.CompletionItemKind) -> types.CompletionItem:
    return types.CompletionItem(label, detail=detail, documentation=words or None, kind=of, insert_text=label)


def _placed(item: types.CompletionItem, where: types.Range, order: int) -> types.CompletionItem:
    item.text_edit = types.TextEdit(where, item.insert_text or item.label)
    item.insert_text = None
    item.sort_text = f"{order:04}"
    return item
