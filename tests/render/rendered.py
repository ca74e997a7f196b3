"""Packages for tests, built as the command builds them."""

import datetime
from pathlib import Path

from samverkan_cli.checking.rule import packs
from samverkan_cli.checking.run import Options, check
from samverkan_cli.printing.render.assemble import build_package
from samverkan_cli.printing.render.package import Package
from samverkan_cli.project.discovery import find_dossiers
from samverkan_cli.project.settings import Settings
from samverkan_cli.project.sources import Shelf


def package_of(folder: Path, today: datetime.date, *, public: bool = False, all_steps: bool = True) -> Package:
    """The package of the first agreement in a folder."""
    shelf = Shelf(base=folder)
    dossier = find_dossiers([folder], today, shelf)[0]
    report = check([dossier], today, lambda _: Settings(), Options(all_steps=all_steps))
    judged = dossier.on(min(today, dossier.end) if dossier.end else today, today)
    return build_package(judged, report, [pack for pack, _ in packs()], shelf.raw, public=public)
