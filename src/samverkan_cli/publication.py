"""What is printed: a run of the renderer over some agreements, and the version for residents: whether it may be written, and of what."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from samverkan_cli.api import Case, Options, check_cases, open_project
from samverkan_cli.checking.report import Report, public_report
from samverkan_cli.checking.rule import packs, rules
from samverkan_cli.diagnostics import Diagnostic, Level
from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.assemble import build_package
from samverkan_cli.printing.render.formats import files_of
from samverkan_cli.printing.render.manifest import Version
from samverkan_cli.printing.render.overview import Shelved, above, first_files
from samverkan_cli.printing.render.templates import environment, own_files
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.paths import SETTINGS_NAME
from samverkan_cli.project.redaction import is_withheld, leaves_out, public_dossier, unsaid_marks
from samverkan_cli.text.unique_names import file_slugs

Progress = Callable[[int, int, str, Dossier], None]


@dataclass(frozen=True)
class PublicVersion:
    """What the public version of a dossier is made of. ``abridged`` says that something has been left out."""

    dossier: Dossier
    report: Report
    abridged: bool


def hindrances(case: Case, today: datetime.date) -> tuple[Diagnostic, ...]:
    """The errors that stop a public version: what must be protected, or what cannot be read and may be the mark that protects.

    Neither settings, exemptions nor what is known since before takes any of them away. The family is looked at too: it is printed from.
    """
    blocking = {code for code, rule in rules().items() if rule.blocks_publication}
    report = check_cases([Case(one) for one in (case.dossier, *case.dossier.family.all)], today, Options(exemptions=False, baseline=False))
    return tuple(one for one in report.diagnostics if one.code in blocking and one.level is Level.ERROR)


def public_version(case: Case, report: Report, options: Options) -> PublicVersion:
    """The public version of a case that ``report`` is about. Everything in it is derived from the redacted dossier."""
    dossier = public_dossier(case.dossier)
    shown = check_cases([replace(case, dossier=dossier)], report.today, options)
    return PublicVersion(dossier, public_report(report, shown), leaves_out(case.dossier))


class PackageRun:
    """What is rendered: the cases, for a day and for somebody. ``progress`` is told what is being done: number, of how many, format, dossier."""

    def __init__(
        self, paths: list[Path], day: datetime.date, settings: Path | None, public: bool, progress: Progress, alone: bool = False
    ) -> None:
        self.day, self.public, self.progress = day, public, progress
        self.project = open_project(paths, today=day, settings=settings, alone=alone)
        self.cases = self.project.cases()

    @property
    def version(self) -> Version:
        """Which version of which packages it is."""
        agreements = [case.dossier for case in self.cases if case.dossier.is_agreement]
        signed = all(one.signed is not None and one.signed <= one.today for one in agreements) if agreements else None
        return Version(tuple(case.dossier.id for case in self.cases), self.public, signed)

    @cached_property
    def source(self) -> str:
        """A checksum of everything that the packages are made of, so that a change is seen."""
        made = hashlib.sha256()
        for case in self.cases:
            for path in own_files(case.settings.templates):
                made.update(self.project.sources.raw(path) or b"")
        home = self.cases[0].dossier.root.path.parent
        named = {Path(os.path.relpath(path, home)).as_posix(): path for path in self.project.sources.paths if self._is_printed(path)}
        for name, path in sorted(named.items()):
            made.update(name.encode("utf-8", "surrogateescape") + b"\0" + (self.project.sources.raw(path) or b"") + b"\0")
        return made.hexdigest()

    def _is_printed(self, path: Path) -> bool:
        """Whether a file that was read is one that the packages are made of; others were only looked at to find out whose a document is."""
        homes = {case.dossier.root.path.parent for case in self.cases}
        members = {member.path for case in self.cases for member in case.dossier.by_file.values()}
        settings = {file for case in self.cases for file in case.settings.files}
        return path in members or path.name == SETTINGS_NAME or path in settings or any(path.is_relative_to(home) for home in homes)

    def hindrances(self) -> tuple[Diagnostic, ...]:
        """The errors that stop a public version. Raises ``SamverkanError`` where the agreement itself is not given out, or a mark says nothing."""
        for case in self.cases if self.public else ():
            if is_withheld(case.dossier.root):
                raise SamverkanError(
                    f"{case.dossier.root.document.file} är märkt så att den inte lämnas ut, så någon offentlig version går inte att skriva",
                    f"Ta bort märkningen i {case.dossier.main.noun.definite}, eller skriv den utan --public.",
                )
            for place in unsaid_marks(case.dossier):
                row = case.dossier.by_file[place.file].document.span(place.path).line
                raise SamverkanError(
                    f"{place.file}, rad {row}: det står inget efter {place.path[-1]}, så det går inte att veta vad som inte ska lämnas ut",
                    "Skriv det som ska stå där, eller ta bort nyckeln.",
                )
        return tuple(one for case in self.cases if self.public for one in hindrances(case, self.day))

    def files(self, wanted: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, bytes]]:
        """The files of each format, by their names in the folder."""
        files: dict[str, dict[str, bytes]] = {name: {} for name in wanted}
        groups: list[tuple[Mapping[str, Any], list[str]]] = []
        for name, options in wanted.items():
            group = next((names for known, names in groups if known == options), None)
            if group is None:
                groups.append((options, [name]))
            else:
                group.append(name)
        for options, names in groups:
            self._render(options, names, files)
        return files

    def _render(self, asked: Mapping[str, Any], formats: list[str], files: dict[str, dict[str, bytes]]) -> None:
        slugs = file_slugs([case.dossier.id for case in self.cases], "dossier")
        shelved: list[Shelved] = []
        looks: set[Path | None] = set()
        options = Options(all_steps=bool(asked["all_steps"]))
        for number, case in enumerate(self.cases, 1):
            dossier, settings = case.dossier, case.settings
            report, abridged = check_cases([case], self.day, options), False
            if self.public:
                version = public_version(case, report, options)
                dossier, report, abridged = version.dossier, version.report, version.abridged
            shown = [pack for pack, _ in packs() if settings.packs is None or pack.name in settings.packs]
            package = build_package(
                dossier, report, shown, self.project.sources.raw,
                own_templates=settings.templates, public=self.public, abridged=abridged, checklist="checklist" not in asked["without"],
            )  # fmt: skip
            home = f"{slugs[number - 1]}/" if len(self.cases) > 1 else ""
            own: dict[str, bytes] = {}
            for name in formats:
                self.progress(number, len(self.cases), name, dossier)
                made = files_of(package, name, environment(settings.templates), single=bool(asked["single"]), split=bool(asked["split"]))
                own.update({f"{name}/{file}": data for file, data in made.items()})
                files[name].update({f"{home}{name}/{file}": data for file, data in made.items()})
            above_it = case.dossier.family.above
            shelved.append(Shelved(package, first_files(home, own), above_it.id if above_it else None))
            looks.add(settings.templates)
        if len(self.cases) > 1:
            here = {one.package.id for one in shelved}
            known = [replace(one, above=one.above if one.above in here else None) for one in shelved]
            look = environment(looks.pop() if len(looks) == 1 else None)
            for file, data in above(known, look, self.day, single=bool(asked["single"])).items():
                files["markdown" if file.endswith(".md") else "html"][file] = data
