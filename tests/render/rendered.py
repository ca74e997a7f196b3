"""Packages for tests, built as the command builds them."""

import datetime
from pathlib import Path

from samverkan_cli.check import Options, check
from samverkan_cli.render.build import build_package
from samverkan_cli.render.package import Package
from samverkan_cli.rule import packs
from samverkan_cli.settings import Settings
from samverkan_cli.shelf import Shelf
from samverkan_cli.workspace import find_dossiers


def package_of(folder: Path, today: datetime.date, *, public: bool = False, all_steps: bool = True) -> Package:
    """The package of the first agreement in a folder."""
    shelf = Shelf(base=folder)
    dossier = find_dossiers([folder], today, shelf)[0]
    report = check([dossier], today, lambda _: Settings(), Options(all_steps=all_steps))
    judged = dossier.on(min(today, dossier.end) if dossier.end else today, today)
    return build_package(judged, report, [pack for pack, _ in packs()], shelf.raw, public=public)
