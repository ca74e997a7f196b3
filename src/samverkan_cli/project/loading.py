"""A file → the dossier that it is the root of: an agreement with the appendices that it lists and those that lie beside it unlisted, or a document alone."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

from samverkan_cli.diagnostics import Place
from samverkan_cli.models import Agreement
from samverkan_cli.models.formalities import Appendix
from samverkan_cli.project.dossier import Dossier, Member
from samverkan_cli.project.paths import SETTINGS_NAME, Neighbours, boundary, inside, resolve_path, yaml_files
from samverkan_cli.project.pictures import LARGEST as PICTURE
from samverkan_cli.project.pictures import Picture, examined
from samverkan_cli.project.sources import Sources, is_agreement, is_settings, kind_of
from samverkan_cli.yaml.tree import START, Document, Fault, placeholder, placeholders


def load_dossier(root: Path, today: datetime.date, sources: Sources) -> Dossier:
    """What lies at ``root``: an agreement with its appendices, or another document by itself. What is wrong becomes faults."""
    main = sources.load(root)
    kind = type(main.model) if main.model is not None else kind_of(sources.type_of(root) or "")
    members = [main]
    faults: list[tuple[str, Fault]] = []
    guessed: set[Path] = set()
    if isinstance(main.model, Agreement):
        _add_listed(root, main, members, faults, sources, guessed)
    if kind is Agreement:
        _add_unlisted(root, main, members, faults, sources, guessed)
        faults += _copies(root, main, sources)
    for member in members:
        faults += [(member.document.file, fault) for fault in member.document.faults]
        faults += [(member.document.file, fault) for fault in _placeholder_faults(member)]
    pictures = _pictures(root, main, faults, sources)
    return Dossier(main, tuple(members), today, tuple(faults), pictures, kind=kind)


def resolve_reference(root: Path, written: str, sources: Sources, neighbours: Neighbours) -> tuple[Path, tuple[str, str, str] | None]:
    """The file that an agreement at ``root`` refers to, and what is wrong with the path: code, message, help."""
    path = resolve_path(root.parent, written)
    return path, _path_fault(path, written, boundary(root.parent) or root.parent, sources, neighbours)


def listed_files(member: Member, root: Path) -> list[Path]:
    if not isinstance(member.model, Agreement):
        return []
    return [found for item in member.model.appendices if item.file and (found := resolve_path(root.parent, item.file))]


def _pictures(root: Path, main: Member, faults: list[tuple[str, Fault]], sources: Sources) -> dict[Place, Picture]:
    """What the parties' logo files are, by the place that names them."""
    found: dict[Place, Picture] = {}
    if not isinstance(main.model, Agreement):
        return found
    limit = boundary(root.parent) or root.parent
    for party in main.model.parties:
        if party.logo is None or not party.logo.file:
            continue
        place = party.logo.at("file")
        path = resolve_path(root.parent, party.logo.file)
        fault = _path_fault(path, party.logo.file, limit, sources, Neighbours())
        if fault is not None and fault[0] == "FIL09":
            faults.append((main.document.file, Fault(fault[0], fault[1], main.document.span(place.path), fault[2], place.path)))
        found[place] = Picture("saknas", path) if fault is not None else examined(sources.whole(path, PICTURE) or b"", path)
    return found


def _add_listed(
    root: Path, main: Member, members: list[Member], faults: list[tuple[str, Fault]], sources: Sources, guessed: set[Path]
) -> None:
    """The appendices that the agreement lists. ``guessed`` collects what a name that leads nowhere probably meant."""
    limit = boundary(root.parent) or root.parent
    agreement = main.model
    assert isinstance(agreement, Agreement)
    neighbours = Neighbours({root, *listed_files(main, root)}, root.parent)
    numbers: dict[str, Appendix] = {}
    taken: dict[Path, Appendix | None] = {root: None}
    for item in agreement.appendices:
        if item.number:
            if item.number in numbers:
                faults.append(
                    _twice(
                        main,
                        item,
                        numbers[item.number],
                        "number",
                        f"två bilagor har numret {item.number}",
                        "Ge varje bilaga ett eget nummer.",
                    )
                )
            numbers.setdefault(item.number, item)
        if not item.file:
            continue
        path = resolve_path(root.parent, item.file)
        fault = _path_fault(path, item.file, limit, sources, neighbours)
        if fault is not None:
            code, message, help = fault
            lost: frozenset[str] | None = None
            if code == "FIL08":
                meant = neighbours.near(path)
                help += "" if path.is_file() else _TO_BE_MADE
                if meant is not None and sources.type_of(meant) is not None:
                    guessed.add(meant)
                    lost = frozenset()
            place = item.at("file")
            faults.append((main.document.file, Fault(code, message, main.document.span(place.path), help, place.path, lost)))
            continue
        if "\\" in item.file:
            faults.append(_backslashes(main, item, item.file))
        if path in taken:
            faults.append(
                _twice(
                    main,
                    item,
                    taken[path] or item,
                    "file",
                    f"filen {item.file} står två gånger bland bilagorna",
                    "Ta bort den ena raden.",
                )
            )
            continue
        taken[path] = item
        if path.suffix not in (".yaml", ".yml"):
            members.append(Member(path, Document(sources.display_path(path), "", None), None, item, True, True))
            continue
        loaded = sources.load(path)
        members.append(Member(path, loaded.document, loaded.model, item))


def _backslashes(main: Member, item: Appendix, written: str) -> tuple[str, Fault]:
    """Some computers read such a path, others do not. It is read as it is meant."""
    place = item.at("file")
    help = f"Skriv  fil: {written.replace(chr(92), '/')}"
    message = f"sökvägen {written} har omvända snedstreck, och då hittas filen bara på vissa datorer"
    return main.document.file, Fault("FIL08", message, main.document.span(place.path), help, place.path)


def _twice(main: Member, item: Appendix, first: Appendix, name: str, message: str, help: str) -> tuple[str, Fault]:
    place, other = item.at(name), first.at(name)
    span, related = main.document.span(place.path), main.document.span(other.path)
    return main.document.file, Fault("FIL10", message, span, help, place.path, related=((related, "här står den första gången"),))


def _path_fault(path: Path, written: str, limit: Path, sources: Sources, neighbours: Neighbours) -> tuple[str, str, str] | None:
    """What is wrong with a path: code, message, help. ``neighbours`` are the files that may have been meant by one that leads nowhere."""
    if Path(written).is_absolute() or PureWindowsPath(written).drive or not inside(path, limit):
        return (
            "FIL09",
            f"sökvägen {written} leder ut ur förvaret",
            f"Lägg filen i överenskommelsens mapp och skriv sökvägen därifrån, eller lägg en {SETTINGS_NAME} överst i förvaret.",
        )
    if sources.raw(path) is not None:
        return None
    if path.is_file():
        return "FIL08", f"filen {written} går inte att läsa", "Kontrollera att du har rätt att läsa den."
    return "FIL08", f"filen {written} {'är en mapp' if path.is_dir() else 'finns inte'}", neighbours.help(path)


_TO_BE_MADE = " Ska bilagan göras senare skrivs  tas_fram: {senast: …, ansvarig: …}  i stället för fil."
"""What may be done about an appendix that is not there, but not about an agreement or a picture."""


def _add_unlisted(
    root: Path, main: Member, members: list[Member], faults: list[tuple[str, Fault]], sources: Sources, guessed: set[Path]
) -> None:
    """Documents of ours in the agreement's folder that no agreement lists: they are judged too, and said (once, if it is a wrong name)."""
    ours = [(file, sources.type_of(file)) for file in yaml_files(root.parent)]
    agreements = [file for file, written in ours if is_agreement(written)]
    homes = [file for file, _ in ours if sources.may_be_agreement(file)]
    listed = {path for file in agreements for path in listed_files(sources.load(file), file)}
    for file, written in ours:
        if written is None or is_agreement(written) or file in listed or is_settings(written):
            continue
        # What lies beside a document that may be an agreement of its own may belong to it; that document is read, so that it is said what it lacks.
        if _nearest_agreement(file, [one for one in homes if one != file]) != root:
            continue
        member = sources.load(file)
        members.append(Member(file, member.document, member.model, None, False))
        if isinstance(main.model, Agreement) and file not in guessed and file not in homes:
            name = Path(os.path.relpath(file, root.parent)).as_posix()
            help = f"Lägg till den under bilagor i {main.path.name}:  - {{nr: …, fil: {name}}}"
            faults.append(
                (
                    member.document.file,
                    Fault(
                        "FIL11",
                        "dokumentet hör inte till någon överenskommelse: ingen tar upp det bland sina bilagor",
                        START,
                        help,
                    ),
                )
            )


def _copies(root: Path, main: Member, sources: Sources) -> Iterator[tuple[str, Fault]]:
    """Another agreement in the folder with the same id: a copy that was left there."""
    id = main.model.id if main.model is not None else None
    for file in yaml_files(root.parent) if id else ():
        other = sources.load(file).model if file != root and is_agreement(sources.type_of(file)) else None
        if other is not None and other.id == id:
            span = main.document.span(("id",))
            message = f"{sources.display_path(file)} är också en överenskommelse med id {id}"
            help = "Ta bort den ena om den är en kopia. Ska båda finnas kvar: ge den ena ett annat id."
            yield main.document.file, Fault("FIL16", message, span, help, ("id",))


def _nearest_agreement(file: Path, agreements: list[Path]) -> Path | None:
    for folder in file.parents:
        here = [agreement for agreement in agreements if agreement.parent == folder]
        if here:
            return here[0]
    return None


def _placeholder_faults(member: Member) -> Iterator[Fault]:
    if member.document.tree is None:
        return
    for path, scalar in placeholders(member.document.tree):
        yield placeholder(path, scalar)
