"""The dossiers that an open file belongs to, judged with the texts that are open: the same findings as ``check`` gives."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from samverkan_cli.api import Case, Options, check_cases, open_project
from samverkan_cli.checking.rule import rules
from samverkan_cli.checking.select import selection
from samverkan_cli.diagnostics import Diagnostic, Level, Span
from samverkan_cli.errors import SamverkanError
from samverkan_cli.lsp.open_documents import OpenDocuments
from samverkan_cli.project.baseline import read_baseline
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.settings import Settings, find_settings, is_only_told_of, load_settings
from samverkan_cli.project.sources import Sources
from samverkan_cli.text.spelling import fold
from samverkan_cli.yaml.tree import START, Document


@dataclass(frozen=True)
class AnalyzerOptions:
    """What the server was started with. ``clock`` gives the day that is judged; a server lives longer than a day."""

    clock: Callable[[], datetime.date]
    settings: Path | None = None
    options: Options = field(default_factory=Options)


@dataclass(frozen=True)
class Analysis:
    """What was found in one dossier, or in a file of settings. ``paths`` are the files it looked at, by the names that findings use."""

    root: Path
    diagnostics: tuple[Diagnostic, ...]
    paths: dict[str, Path]
    documents: dict[str, Document]
    dossier: Dossier | None = None


class Analyzer:
    """Judges dossiers, and remembers the last settings that could be read."""

    def __init__(self, open_documents: OpenDocuments, policy: AnalyzerOptions) -> None:
        self.open_documents = open_documents
        self.policy = policy
        self._good: dict[Path, Settings] = {}

    def of_file(self, path: Path) -> list[Analysis]:
        """The dossiers that a file belongs to, judged. A document that belongs to none is one of its own; what is not ours is not judged at all."""
        sources = self.open_documents.sources()
        day = self.policy.clock()
        is_settings = fold(sources.type_of(path) or "") == fold("inställningar")
        first = [self._settings_file(path, sources)] if is_settings else []
        try:
            project = open_project([path], today=day, sources=sources)
        except SamverkanError:
            return first
        return first + [self._dossier(dossier, sources, day) for dossier in project.dossiers]

    def _dossier(self, dossier: Dossier, sources: Sources, day: datetime.date) -> Analysis:
        """The dossier's findings. A baseline that is wrong is one of them, and then nothing is known."""
        wrong: tuple[Diagnostic, ...] = ()
        try:
            known = read_baseline(dossier, sources.whole)
        except SamverkanError as error:
            known, wrong = (), (_said(error, dossier.root.document),)
        report = check_cases([Case(dossier, self._settings(dossier, sources), known)], day, self.policy.options)
        paths = {file: member.path for file, member in dossier.by_file.items()}
        documents = {file: member.document for file, member in dossier.by_file.items()}
        return Analysis(dossier.root.path, (*report.diagnostics, *wrong), paths, documents, dossier)

    def _settings(self, dossier: Dossier, sources: Sources) -> Settings:
        chosen = self.policy.settings or find_settings(dossier.root.path.parent)
        if chosen is None:
            return Settings()
        try:
            self._good[chosen] = readable_settings(chosen.absolute(), sources)
        except SamverkanError:
            # What is wrong is said in that file; until it is mended the last settings that could be read hold.
            return self._good.get(chosen, Settings())
        return self._good[chosen]

    def _settings_file(self, path: Path, sources: Sources) -> Analysis:
        document = sources.load(path).document
        found = list(_faults(document))
        if all(map(is_only_told_of, document.faults)):
            try:
                readable_settings(path, sources)
            except SamverkanError as error:
                found.append(_said(error, document))
        return Analysis(path, tuple(found), {document.file: path}, {document.file: document})


def readable_settings(path: Path, sources: Sources) -> Settings:
    """The settings in a file. Raises ``SamverkanError`` for whatever is wrong in them, names of rules included."""
    settings = load_settings(path, sources)
    selection(settings, Options())
    return settings


def _faults(document: Document) -> Iterator[Diagnostic]:
    for fault in document.faults:
        rule = rules()[fault.code]
        fixes = tuple(replace(fix, file=document.file) for fix in fault.fixes)
        yield Diagnostic(
            rule.code, rule.name, rule.level, "", fault.message, document.file, fault.span, help=fault.help, why=rule.page.why, fixes=fixes
        )


def _said(error: SamverkanError, document: Document) -> Diagnostic:
    """What the command line would have said, at the place that it names."""
    span, message = START, error.message
    if match := re.fullmatch(rf"{re.escape(document.file)}:(\d+):(\d+): (.*)", error.message, re.DOTALL):
        line, column = int(match[1]), int(match[2])
        span, message = Span(line, column, line + 1, 1), match[3]
    return Diagnostic("", "", Level.ERROR, "", message, document.file, span, help=error.help)
