"""What the editor asks: each handler asks one module and gives its answer. None lets a fault out."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from samverkan_cli.lsp.analyzer import Analysis
from samverkan_cli.lsp.code_actions import actions
from samverkan_cli.lsp.completion import completion
from samverkan_cli.lsp.diagnostics import uri
from samverkan_cli.lsp.hover import hover
from samverkan_cli.lsp.positions import text_of
from samverkan_cli.lsp.session import Session, log_error, path_of
from samverkan_cli.lsp.symbol_index import Found, definitions, holds_id, uses
from samverkan_cli.lsp.symbols import symbols
from samverkan_cli.lsp.tokens import here

Params = TypeVar("Params")
Answer = TypeVar("Answer")


def guarded(server: LanguageServer, what: str, handler: Callable[[Params], Answer]) -> Callable[[Params], Answer | None]:
    """The handler, which says a fault in the program in the log and answers with nothing."""

    @functools.wraps(handler)
    def safe(params: Params) -> Answer | None:
        try:
            return handler(params)
        except Exception as error:
            log_error(server, what, error)
            return None

    return safe


def answer(server: LanguageServer, session: Session) -> None:
    """Take on the questions."""

    def on(method: str, handler: Callable[[Any], Any], options: Any = None) -> None:
        server.feature(method, options)(guarded(server, method, handler))

    def asked(params: Any) -> tuple[Path, str, list[Analysis]] | None:
        path = path_of(params.text_document.uri)
        if path is None or path not in session.open_documents.texts:
            return None
        return path, session.open_documents.texts[path], session.of(path)

    def index(text: str, position: types.Position) -> int:
        return text_of(text).index(position, session.encoding)

    def hovered(params: types.HoverParams) -> types.Hover | None:
        if (found := asked(params)) is None:
            return None
        path, text, analyses = found
        return hover(path, text, index(text, params.position), analyses, session.encoding)

    def completed(params: types.CompletionParams) -> list[types.CompletionItem]:
        if (found := asked(params)) is None:
            return []
        _, text, analyses = found
        return completion(text, index(text, params.position), analyses, session.encoding, _snippets(server))

    def defined(params: types.DefinitionParams) -> list[types.Location]:
        analyses, id = _id(params)
        return [_location(found, session) for found in definitions(analyses) if found.id == id]

    def referred(params: types.ReferenceParams) -> list[types.Location]:
        analyses, id = _id(params)
        own = [found for found in definitions(analyses) if found.id == id] if params.context.include_declaration else []
        return [_location(found, session) for found in (*own, *uses(analyses, id))] if id else []

    def _id(params: Any) -> tuple[list[Analysis], str]:
        if (found := asked(params)) is None:
            return [], ""
        path, text, analyses = found
        document = next((one.documents[file] for one in analyses for file, member in one.paths.items() if member == path), None)
        word = here(text, document, index(text, params.position))
        return analyses, word.word if word is not None and not word.on_key and holds_id(word.field) else ""

    def outlined(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        found = asked(params)
        return symbols(found[0], found[2], session.encoding) if found is not None else []

    def quick_fixes(params: types.CodeActionParams) -> list[types.CodeAction]:
        if (found := asked(params)) is None:
            return []
        path, text, analyses = found
        first, last = index(text, params.range.start), index(text, params.range.end)
        return actions(path, first, last, analyses, session.uris, session.encoding)

    on(types.TEXT_DOCUMENT_HOVER, hovered)
    on(types.TEXT_DOCUMENT_COMPLETION, completed, types.CompletionOptions(trigger_characters=[" ", "[", "{", ","]))
    on(types.TEXT_DOCUMENT_DEFINITION, defined)
    on(types.TEXT_DOCUMENT_REFERENCES, referred)
    on(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, outlined)
    on(types.TEXT_DOCUMENT_CODE_ACTION, quick_fixes, types.CodeActionOptions([types.CodeActionKind.QuickFix]))


def _snippets(server: LanguageServer) -> bool:
    """Whether the editor understands a text with a place for the cursor in it."""
    about = server.client_capabilities.text_document
    item = about.completion.completion_item if about and about.completion else None
    return bool(item and item.snippet_support)


def _location(found: Found, session: Session) -> types.Location:
    return types.Location(uri(found.path, session.uris), text_of(found.document.text).range_of(found.span, session.encoding))
