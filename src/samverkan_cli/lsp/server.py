"""The language server: what the editor tells it goes to the session, what it asks is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from samverkan_cli import __version__
from samverkan_cli.lsp.analyzer import AnalyzerOptions
from samverkan_cli.lsp.handlers import answer, guarded
from samverkan_cli.lsp.session import Session, path_of


def make_server(policy: AnalyzerOptions) -> LanguageServer:
    """A server, ready to be started."""
    server = LanguageServer("samverkan", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    session = Session(server, policy)
    _follow(server, session)
    answer(server, session)
    return server


def _follow(server: LanguageServer, session: Session) -> None:
    """The notifications that tell what is open and what it says."""

    def on(method: str, handler: Callable[[Any], None]) -> None:
        server.feature(method)(guarded(server, method, handler))

    def begun(_: types.InitializedParams) -> None:
        session.begin(server.workspace.root_uri)
        _watch(server)

    def opened(params: types.DidOpenTextDocumentParams) -> None:
        session.write(params.text_document.uri, params.text_document.text)

    def changed(params: types.DidChangeTextDocumentParams) -> None:
        address = params.text_document.uri
        session.write(address, server.workspace.get_text_document(address).source)

    def saved(params: types.DidSaveTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        if path is not None:
            session.touch(path)

    def closed(params: types.DidCloseTextDocumentParams) -> None:
        session.close(params.text_document.uri)

    def elsewhere(params: types.DidChangeWatchedFilesParams) -> None:
        session.touch(*(path for change in params.changes if (path := path_of(change.uri)) is not None), *session.open_documents.texts)

    on(types.INITIALIZED, begun)
    on(types.TEXT_DOCUMENT_DID_OPEN, opened)
    on(types.TEXT_DOCUMENT_DID_CHANGE, changed)
    on(types.TEXT_DOCUMENT_DID_SAVE, saved)
    on(types.TEXT_DOCUMENT_DID_CLOSE, closed)
    on(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, elsewhere)


def _watch(server: LanguageServer) -> None:
    """Ask to be told of files that others change, if the editor can."""
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching is None or not watching.dynamic_registration:
        return
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/*.{yaml,yml}")])
    registration = types.Registration("samverkan-filer", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    server.client_register_capability(types.RegistrationParams([registration]))
