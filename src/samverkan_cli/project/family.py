"""Agreements that belong together: the one above, those below, the predecessors. Loaded together when they are found, checked alone when not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from samverkan_cli.models import Agreement
from samverkan_cli.models.formalities import DocumentReference
from samverkan_cli.project.dossier import Dossier, Family
from samverkan_cli.project.loading import load_dossier, resolve_reference
from samverkan_cli.project.paths import Neighbours
from samverkan_cli.project.sources import Sources
from samverkan_cli.yaml.tree import Fault


def with_family(dossier: Dossier, sources: Sources) -> Dossier:
    """The dossier with its family. A reference that leads nowhere becomes a fault; one without a file is only a name.

    Only agreements have one.
    """
    agreement = dossier.agreement
    faults: list[tuple[str, Fault]] = []
    neighbours = Neighbours({dossier.root.path}, dossier.root.path.parent)
    above = _load(dossier, agreement.part_of, sources, neighbours, faults)
    below = tuple(found for part in agreement.parts if (found := _load(dossier, part, sources, neighbours, faults)) is not None)
    predecessors = tuple(found for one in agreement.replaces if (found := _load(dossier, one, sources, neighbours, faults)) is not None)
    if not (above or below or predecessors or faults):
        return dossier
    return replace(dossier, family=Family(above, below, predecessors), faults=(*dossier.faults, *faults))


def _load(
    dossier: Dossier, reference: DocumentReference | None, sources: Sources, neighbours: Neighbours, faults: list[tuple[str, Fault]]
) -> Dossier | None:
    if reference is None or not reference.file:
        return None
    path, problem = resolve_reference(dossier.root.path, reference.file, sources, neighbours)
    document = dossier.root.document
    place = reference.at("file")
    if problem is None and not sources.may_be_agreement(path):
        problem = ("FIL08", f"filen {reference.file} är ingen överenskommelse", "Skriv sökvägen till den andra överenskommelsens fil.")
    if problem is not None:
        code, message, help = problem
        faults.append((document.file, Fault(code, message, document.span(place.path), help, place.path)))
        return None
    return None if path == dossier.root.path else load_dossier(path, dossier.today, sources)


def points_to(dossier: Dossier, reference: DocumentReference | None, other: Dossier) -> bool:
    """Whether a reference in a dossier means another: by its file, its id or its title."""
    if reference is None:
        return False
    if reference.file:
        return _same_file(dossier.root.path, reference.file, other.root.path)
    agreement: Agreement = other.agreement
    return bool((reference.id and reference.id == agreement.id) or (reference.title and reference.title == agreement.title))


def _same_file(here: Path, written: str, there: Path) -> bool:
    return (here.parent / written).resolve() == there.resolve()
