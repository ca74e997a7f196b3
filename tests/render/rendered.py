"""Packages for tests, built as the command builds them."""

import datetime
from pathlib import Path

from samverkan_cli.api import Options, check_cases, open_project
from samverkan_cli.checking.rule import packs
from samverkan_cli.printing.render.assemble import build_package
from samverkan_cli.printing.render.package import Package
from samverkan_cli.project.sources import Sources
from samverkan_cli.publication import public_version


def package_of(folder: Path, today: datetime.date, *, public: bool = False, all_steps: bool = True) -> Package:
    """The package of the first agreement in a folder."""
    project = open_project([folder], today=today, sources=Sources(base=folder))
    case = project.cases(baseline=False)[0]
    options = Options(all_steps=all_steps)
    report = check_cases([case], today, options)
    shown = [pack for pack, _ in packs()]
    if public:
        version = public_version(case, report, options)
        return build_package(version.dossier, version.report, shown, project.sources.raw, public=True, abridged=version.abridged)
    return build_package(case.dossier, report, shown, project.sources.raw)
