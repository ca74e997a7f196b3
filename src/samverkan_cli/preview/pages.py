"""What the preview shows: the package's files as ``render`` writes them, and the findings with where in them each belongs."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from samverkan_cli.api import Options, check_cases, open_project
from samverkan_cli.checking.report import Report
from samverkan_cli.checking.rule import packs
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.errors import SamverkanError
from samverkan_cli.lsp.open_documents import OpenDocuments
from samverkan_cli.preview.anchors import anchor_of
from samverkan_cli.printing.render.assemble import build_package
from samverkan_cli.printing.render.html import write_html
from samverkan_cli.printing.render.html_links import parse_pages
from samverkan_cli.printing.render.markdown import slugged
from samverkan_cli.printing.render.package import Package
from samverkan_cli.printing.render.templates import environment, own_files
from samverkan_cli.printing.views.plan import printed, targets
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.paths import yaml_files
from samverkan_cli.project.settings import Settings
from samverkan_cli.project.sources import Sources


@dataclass(frozen=True)
class Asked:
    """What the preview was started with. ``clock`` gives the day that is judged."""

    paths: tuple[Path, ...]
    clock: Callable[[], datetime.date]
    settings: Path | None = None
    all_steps: bool = False
    alone: bool = False


@dataclass(frozen=True)
class Shown:
    """One state of the preview. ``files`` are the pages by their addresses, ``home`` is the first of them;
    ``pages`` counts how often they have changed.

    ``findings`` are with the address of the place that each speaks of. ``error`` is why the pages may be older than the findings.
    """

    title: str = "Förhandsvisning"
    home: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    pages: int = 0
    findings: tuple[tuple[Diagnostic, str], ...] = ()
    error: str = ""


@dataclass(frozen=True)
class _Judged:
    """A dossier that has been judged, on its way to be rendered. ``home`` is the folder of its pages."""

    dossier: Dossier
    settings: Settings
    report: Report
    sources: Sources
    home: str

    @property
    def broken(self) -> list[str]:
        """The files that could not be read, or not all of them."""
        return [
            member.document.file
            for member in self.dossier.members
            if not member.foreign and (member.model is None or not member.document.is_whole)
        ]


class Watcher:
    """Renders what is asked for, and knows when any file that it was made of has changed."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.now = Shown()
        self._desk = OpenDocuments(Path.cwd())
        self._read: dict[Path, tuple[int, int] | None] = {}
        self._folders: set[Path] | None = None
        self._files: frozenset[Path] = frozenset()

    def look(self, tell: Callable[[], None] = lambda: None) -> bool:
        """Judge and render again if something has changed. ``tell`` is called as soon as the findings are there, before the pages.

        Returns whether anything was done.
        """
        if self._folders is not None and not self._has_changed(self._folders):
            return False
        self._read, self._folders = {}, {_folder(path) for path in self.asked.paths}
        self._files = _files_in(self._folders)
        try:
            judged = self._judge()
            tell()
            self._render(judged)
        except SamverkanError as error:
            self.now = replace(self.now, error=f"{error.message}. {error.help}".strip())
        return True

    def _has_changed(self, folders: set[Path]) -> bool:
        """Whether a file is another than when it was read (or sought), or there is one that was not there."""
        if any(_stamp(path) != known for path, known in self._read.items()):
            return True
        return not self._files.issuperset(_files_in(folders))

    def _note(self, path: Path) -> None:
        self._read.setdefault(path, _stamp(path))

    def _reading(self, path: Path) -> bytes:
        self._note(path)
        if not path.is_file():
            raise FileNotFoundError(path)
        return self._desk.read(path)

    def _judge(self) -> list[_Judged]:
        """Check everything. The pages stay as they were."""
        sources = self._desk.sources(self._reading)
        day = self.asked.clock()
        project = open_project(self.asked.paths, today=day, settings=self.asked.settings, sources=sources, alone=self.asked.alone)
        self._folders = {*(self._folders or ()), *(dossier.root.path.parent for dossier in project.dossiers)}
        self._files |= _files_in(self._folders)
        options = Options(all_steps=self.asked.all_steps)
        judged = [
            _Judged(
                case.dossier, case.settings, check_cases([case], day, options), sources, f"{number}/" if len(project.dossiers) > 1 else ""
            )
            for number, case in enumerate(project.cases(), 1)
        ]
        known = {one.fingerprint: address for one, address in self.now.findings}
        findings = tuple((found, known.get(found.fingerprint, "")) for one in judged for found in one.report.told)
        broken = [file for one in judged for file in one.broken]
        words = f"{', '.join(broken)} går inte att läsa. Sidorna visar hur det såg ut dessförinnan." if broken else ""
        several = "överenskommelser" if all(one.dossier.is_agreement for one in judged) else "paket"
        title = judged[0].dossier.title if len(judged) == 1 else f"{len(judged)} {several}"
        self.now = replace(self.now, title=self.now.title if broken else title, findings=findings, error=words)
        return judged

    def _render(self, judged: list[_Judged]) -> None:
        """Render everything that could be read; of the rest the pages stay as they were."""
        files: dict[str, bytes] = {}
        findings: list[tuple[Diagnostic, str]] = []
        for one in judged:
            if one.broken:
                files |= {name: data for name, data in self.now.files.items() if name.startswith(one.home)}
                findings += [(found, "") for found in one.report.told]
                continue
            own = one.settings.templates
            for path in own_files(own):
                self._note(path)
            named = [pack for pack, _ in packs() if one.settings.packs is None or pack.name in one.settings.packs]
            package = build_package(one.dossier, one.report, named, one.sources.raw, own_templates=own)
            files |= {one.home + name: data for name, data in write_html(package, environment(own)).items()}
            findings += _placed(package, one)
        first = "index.html" if len(judged) == 1 else "1/index.html"
        pages = self.now.pages + (files != self.now.files)
        self.now = replace(self.now, home=first if first in files else "", files=files, pages=pages, findings=tuple(findings))


def _placed(package: Package, judged: _Judged) -> list[tuple[Diagnostic, str]]:
    """The findings with the address of the heading that each belongs under."""
    documents = printed(judged.dossier)
    where = targets(judged.dossier, documents, slugged)
    slugs = {document.member.document.file: document.slug for document in documents}
    wanted = [(one, *anchor_of(one, slugs, where, judged.dossier)) for one in judged.report.told]
    spoken_of = {slug for _, slug, _ in wanted}
    pages = {page.page.slug: page for page in parse_pages([page for page in package.pages if page.slug in spoken_of], False)}
    found = []
    for one, slug, anchors in wanted:
        page = pages.get(slug)
        id = next((page.anchors[anchor] for anchor in anchors if anchor in page.anchors), "") if page is not None else ""
        found.append((one, f"{judged.home}{slug}.html" + (f"#{id}" if id else "") if page is not None else ""))
    return found


def _files_in(folders: Iterable[Path]) -> frozenset[Path]:
    return frozenset(file for folder in folders for file in yaml_files(folder))


def _folder(path: Path) -> Path:
    return path.absolute() if path.is_dir() else path.absolute().parent


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
