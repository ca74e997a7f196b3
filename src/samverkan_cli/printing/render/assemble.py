"""A dossier and its report → the package, before any format."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from samverkan_cli.checking.packs import Pack
from samverkan_cli.checking.report import Report
from samverkan_cli.printing.render.markdown import slugged
from samverkan_cli.printing.render.package import Fact, Logo, Package, Source
from samverkan_cli.printing.render.pages import cell, page, printed
from samverkan_cli.printing.render.templates import environment
from samverkan_cli.printing.views.checklist import checklist_view
from samverkan_cli.printing.views.convert import view
from samverkan_cli.printing.views.document import Extras
from samverkan_cli.printing.views.package_view import is_draft, whole
from samverkan_cli.printing.views.plan import CHAIN, CHECKLIST, INDEX
from samverkan_cli.printing.views.words import Line
from samverkan_cli.project.dossier import Dossier


def build_package(
    dossier: Dossier,
    report: Report,
    packs: list[Pack],
    read: Callable[[Path], bytes | None],
    *,
    own_templates: Path | None = None,
    public: bool = False,
    abridged: bool = False,
    checklist: bool = True,
) -> Package:
    """Everything that is printed of a dossier, as Markdown with figures. ``read`` gives a file's bytes (for logos and sources).

    ``public`` marks the version for residents, which has no sources with it; ``abridged`` says that something has been left out of the
    dossier for it.
    """
    environ = environment(own_templates, printed, {"cell": cell})
    all_of_it = whole(dossier, slugged, public=public, abridged=abridged, checklist=checklist)
    context = all_of_it.context
    marks = tuple(Line(mark) for mark in all_of_it.marks)
    points = {point.code: point.title for pack in packs for point in pack.points}
    pages = []
    if all_of_it.index is not None:
        pages.append(page(environ, "index.md.jinja", INDEX, "", str(all_of_it.index.title), INDEX, x=all_of_it.index))
    for document in all_of_it.documents:
        extras = Extras(document, context, report, all_of_it.marks, all_of_it.entries, all_of_it.left_out, points)
        words = view(document.model, context)
        title = document.title
        pages.append(
            page(environ, "dokument.md.jinja", document.slug, document.number, title, str(extras.kind), extras.figures, v=words, x=extras)
        )
    shown = checklist_view(report, packs, all_of_it.documents, context, public=public) if checklist else None
    if shown is not None and (shown.packs or dossier.is_agreement):
        pages.append(page(environ, "checklista.md.jinja", CHECKLIST, "", str(shown.title), CHECKLIST, x=shown, marks=marks))
    if all_of_it.chain is not None:
        pages.append(page(environ, "kedja.md.jinja", CHAIN, "", str(all_of_it.chain.title), CHAIN, x=all_of_it.chain, marks=marks))
    draft = is_draft(dossier)
    parties = tuple(party.name or party.id or "–" for party in dossier.parties)
    return Package(
        id=dossier.id,
        title=dossier.title,
        parties=parties,
        facts=tuple(Fact(str(fact.label), str(fact.value)) for fact in all_of_it.facts),
        logos=tuple(_logos(dossier, read)),
        marks=all_of_it.marks,
        pages=tuple(pages),
        sources=() if public else tuple(_sources(dossier, read)),
        dated=dossier.signed if dossier.signed is not None and not draft else dossier.today,
        authors=", ".join(parties),
        alone=not dossier.is_agreement,
        is_indexed=public and not draft,
        is_draft=draft,
    )


def _logos(dossier: Dossier, read: Callable[[Path], bytes | None]) -> list[Logo]:
    found = []
    for party in dossier.parties:
        logo = party.logo
        if logo is None or not logo.file:
            continue
        picture = dossier.pictures.get(logo.at("file"))
        if picture is None or not picture.can_be_printed:
            continue
        data = read(picture.path)
        if data:
            words = logo.alternative or party.name or "Logotyp"
            too_large = f"logotypen {logo.file} {picture.fault}" if picture.shrinkable else ""
            found.append(Logo(Path(logo.file).name, words, picture.kind, data, too_large))
    return found


def _sources(dossier: Dossier, read: Callable[[Path], bytes | None]) -> list[Source]:
    """The files that are judged, by their paths from the agreement's folder."""
    judged = {document.here.file for document in dossier.documents}
    found = []
    for member in dossier.members:
        data = read(member.path) if member.document.file in judged else None
        if data is not None:
            found.append(Source(Path(os.path.relpath(member.path, dossier.root.path.parent)).as_posix(), data))
    return found
