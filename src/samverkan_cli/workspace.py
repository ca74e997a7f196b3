"""Paths → documents → models → dossiers. Reading happens here, through ``read``, and nowhere else."""

from __future__ import annotations

import datetime
import os
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PureWindowsPath

from samverkan_cli.diagnostics import Place
from samverkan_cli.document import START, Document, Fault, placeholder, placeholders
from samverkan_cli.dossier import Dossier, Member
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models import Agreement, ContentDocument
from samverkan_cli.models import Document as DocumentModel
from samverkan_cli.models.formalities import Appendix
from samverkan_cli.reading import MAX_BYTES, decode, is_ours, read, written_type
from samverkan_cli.shape import build
from samverkan_cli.spelling import fold

SETTINGS_NAME = "samverkan.yaml"
AGREEMENT_NAME = "agreement.yaml"
Read = Callable[[Path], bytes]


def read_file(path: Path) -> bytes:
    """A file's bytes; one byte more than the limit is enough to know that it is too large."""
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


@dataclass
class Shelf:
    """The files that have been read in this run, each once."""

    read: Read = read_file
    base: Path = field(default_factory=Path.cwd)
    _loaded: dict[Path, Member] = field(default_factory=dict)
    _raw: dict[Path, bytes | None] = field(default_factory=dict)

    def raw(self, path: Path) -> bytes | None:
        """The bytes, or ``None`` if there is no such readable file."""
        if path not in self._raw:
            try:
                self._raw[path] = self.read(path) if path.is_file() or self.read is not read_file else None
            except OSError:
                self._raw[path] = None
        return self._raw[path]

    def shown(self, path: Path) -> str:
        """The path as people see it: relative to the working directory, with ``/``."""
        try:
            return Path(os.path.relpath(path, self.base)).as_posix()
        except ValueError:
            return path.as_posix()

    def load(self, path: Path) -> Member:
        """The document at a path that is known to be readable."""
        if path not in self._loaded:
            document = read(self.shown(path), self.raw(path) or b"")
            model, faults = build(document)
            document = Document(document.file, document.text, document.tree, (*document.faults, *faults))
            self._loaded[path] = Member(path, document, model if isinstance(model, ContentDocument) else None)
        return self._loaded[path]

    def type_of(self, path: Path) -> str | None:
        """``typ`` as written, if the file is ours."""
        raw = self.raw(path)
        if raw is None or not is_ours(raw):
            return None
        return written_type(decode(raw)[0])


def is_agreement(written: str | None) -> bool:
    """Whether ``typ`` says överenskommelse, however it was spelt."""
    return written is not None and fold(written) == fold("överenskommelse")


def find_dossiers(paths: list[Path], today: datetime.date, shelf: Shelf) -> list[Dossier]:
    """The dossiers that the paths name, each once, in order.

    Raises ``SamverkanError`` for a path that does not exist, that is not ours, or where there is no agreement.
    """
    roots: dict[Path, None] = {}
    for path in paths:
        for root in _roots(Path(os.path.abspath(shelf.base / path)), path, shelf):
            roots[root] = None
    return [load_dossier(root, today, shelf) for root in roots]


def _roots(path: Path, asked: Path, shelf: Shelf) -> list[Path]:
    if path.is_dir():
        found = [file for file in yaml_files(path) if is_agreement(shelf.type_of(file))]
        if not found:
            above = _agreement_above(path, shelf)
            if above:
                return above
            raise SamverkanError(
                f"det finns ingen överenskommelse i {asked.as_posix()}",
                "En överenskommelse är en .yaml-fil som börjar med  samverkan: 1  och  typ: överenskommelse.",
            )
        return found
    if shelf.raw(path) is None:
        raise SamverkanError(f"{asked.as_posix()} finns inte", _near_names(path))
    written = shelf.type_of(path)
    if written is None:
        raise SamverkanError(
            f"{asked.as_posix()} är ingen fil för samverkan: nyckeln samverkan saknas",
            "Skriv  samverkan: 1  och  typ: …  överst i filen.",
        )
    if is_agreement(written):
        return [path]
    if fold(written) == fold("inställningar"):
        return _roots(path.parent, asked.parent, shelf)
    found = _dossier_of(path, shelf)
    if not found:
        raise SamverkanError(
            f"hittar ingen överenskommelse som {asked.as_posix()} hör till",
            "Lägg filen i överenskommelsens mapp och ta upp den under bilagor.",
        )
    return found


def _near_file(path: Path, taken: Collection[Path] = ()) -> Path | None:
    """The file beside it that was probably meant; not one that is ``taken`` already."""
    try:
        names = {fold(child.name): child for child in path.parent.iterdir() if child not in taken}
    except OSError:
        return None
    near = get_close_matches(fold(path.name), names, n=1)
    return names[near[0]] if near else None


def _near_names(path: Path, taken: Collection[Path] = ()) -> str:
    near = _near_file(path, taken)
    return f"Menar du {near.name}?" if near else "Kontrollera sökvägen."


def yaml_files(folder: Path) -> Iterator[Path]:
    """Every ``.yaml`` and ``.yml`` below a folder, in order; hidden folders are skipped, and so are links that leave the boundary."""
    limit = boundary(folder) or folder
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root) / name
            if name.endswith((".yaml", ".yml")) and not name.startswith(".") and not (path.is_symlink() and not _inside(path, limit)):
                yield path


def boundary(path: Path) -> Path | None:
    """The folder that no path may leave: the nearest ``.git`` upwards, else the outermost ``samverkan.yaml``. ``path`` is a folder.

    Without both it is the outermost of the folders right above that hold an agreement each, so that a part and what it is a part of
    can be copied anywhere together.
    """
    outermost = None
    for folder in (path, *path.parents):
        if (folder / ".git").exists():
            return folder
        if (folder / SETTINGS_NAME).is_file():
            outermost = folder
    if outermost is None:
        for folder in path.parents:
            if not (folder / AGREEMENT_NAME).is_file():
                break
            outermost = folder
    return outermost


def _agreements_in(folder: Path, shelf: Shelf) -> list[Path]:
    try:
        files = sorted(child for child in folder.iterdir() if child.suffix in (".yaml", ".yml"))
    except OSError:
        return []
    return [file for file in files if is_agreement(shelf.type_of(file))]


def _agreement_above(folder: Path, shelf: Shelf) -> list[Path]:
    """The agreements in the nearest folder upwards that has any, for a folder that only holds appendices."""
    limit = boundary(folder)
    if not any(shelf.type_of(file) is not None for file in yaml_files(folder)):
        return []
    for above in folder.parents:
        found = _agreements_in(above, shelf)
        if found:
            return found
        if above == limit:
            break
    return []


def _dossier_of(path: Path, shelf: Shelf) -> list[Path]:
    """The agreements that list a document; else those in the nearest folder upwards."""
    limit = boundary(path.parent)
    nearest: list[Path] = []
    for folder in path.parents:
        found = _agreements_in(folder, shelf)
        listing = [root for root in found if path in _listed(shelf.load(root), root)]
        if listing:
            return listing
        nearest = nearest or found
        if folder == limit:
            break
    return nearest


def _listed(member: Member, root: Path) -> list[Path]:
    if not isinstance(member.model, Agreement):
        return []
    return [found for item in member.model.appendices if item.file and (found := _resolve(root.parent, item.file))]


def _resolve(folder: Path, written: str) -> Path:
    """The absolute path that a written one means; a name that is composed differently on the disk is found too."""
    path = Path(os.path.abspath(folder / written.replace("\\", "/")))
    if path.exists():
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    try:
        same = [child for child in path.parent.iterdir() if unicodedata.normalize("NFC", child.name) == wanted]
    except OSError:
        return path
    return same[0] if same else path


def load_dossier(root: Path, today: datetime.date, shelf: Shelf) -> Dossier:
    """The agreement at ``root`` with its appendices. Always gives a dossier: what is wrong becomes faults."""
    main = shelf.load(root)
    members = [main]
    faults: list[tuple[str, Fault]] = []
    guessed: set[Path] = set()
    if isinstance(main.model, Agreement):
        _add_listed(root, main, members, faults, shelf, guessed)
    _add_unlisted(root, main, members, faults, shelf, guessed)
    for member in members:
        faults += [(member.document.file, fault) for fault in member.document.faults]
        faults += [(member.document.file, fault) for fault in _placeholder_faults(member)]
    pictures = _pictures(root, main, faults, shelf)
    return Dossier(main, tuple(members), today, tuple(faults), pictures)


def _pictures(root: Path, main: Member, faults: list[tuple[str, Fault]], shelf: Shelf) -> dict[Place, str]:
    """What the parties' logo files are, by the place that names them."""
    found: dict[Place, str] = {}
    if not isinstance(main.model, Agreement):
        return found
    limit = boundary(root.parent) or root.parent
    for party in main.model.parties:
        if party.logo is None or not party.logo.file:
            continue
        place = party.logo.at("file")
        path = _resolve(root.parent, party.logo.file)
        fault = _path_fault(path, party.logo.file, limit, shelf)
        if fault is not None and fault[0] == "FIL09":
            faults.append((main.document.file, Fault(fault[0], fault[1], main.document.span(place.path), fault[2], place.path)))
        found[place] = "saknas" if fault is not None else picture_kind(shelf.raw(path) or b"")
    return found


def picture_kind(raw: bytes) -> str:
    """``svg``, ``png`` or ``jpeg`` by the file's first bytes, else ``annat``."""
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if raw.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "svg" if b"<svg" in raw[:2000] else "annat"


def _add_listed(root: Path, main: Member, members: list[Member], faults: list[tuple[str, Fault]], shelf: Shelf, guessed: set[Path]) -> None:
    """The appendices that the agreement lists. ``guessed`` collects what a name that leads nowhere probably meant."""
    limit = boundary(root.parent) or root.parent
    agreement = main.model
    assert isinstance(agreement, Agreement)
    listed = set(_listed(main, root))
    numbers: dict[str, Appendix] = {}
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
        path = _resolve(root.parent, item.file)
        fault = _path_fault(path, item.file, limit, shelf, listed)
        if fault is not None:
            code, message, help, lost = fault
            meant = _near_file(path, listed) if code == "FIL08" else None
            if meant is not None and shelf.type_of(meant) is not None:
                guessed.add(meant)
                lost = frozenset()
            place = item.at("file")
            faults.append((main.document.file, Fault(code, message, main.document.span(place.path), help, place.path, lost)))
            continue
        if "\\" in item.file:
            faults.append(_backslashes(main, item, item.file))
        known = next((member for member in members if member.path == path), None)
        if known is not None:
            first = next(
                (other for other in agreement.appendices if other.file and _resolve(root.parent, other.file) == path),
                item,
            )
            faults.append(
                _twice(
                    main,
                    item,
                    first,
                    "file",
                    f"filen {item.file} står två gånger bland bilagorna",
                    "Ta bort den ena raden.",
                )
            )
            continue
        if path.suffix not in (".yaml", ".yml"):
            members.append(Member(path, Document(shelf.shown(path), "", None), None, item.number or "", True, True))
            continue
        loaded = shelf.load(path)
        members.append(Member(path, loaded.document, loaded.model, item.number or ""))


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


def _path_fault(
    path: Path, written: str, limit: Path, shelf: Shelf, taken: Collection[Path] = ()
) -> tuple[str, str, str, frozenset[str] | None] | None:
    """What is wrong with a path: code, message, help, and the words that are lost with the file."""
    if Path(written).is_absolute() or PureWindowsPath(written).drive or not _inside(path, limit):
        return (
            "FIL09",
            f"sökvägen {written} leder ut ur förvaret",
            f"Lägg filen i överenskommelsens mapp och skriv sökvägen därifrån, eller lägg en {SETTINGS_NAME} överst i förvaret.",
            None,
        )
    raw = shelf.raw(path)
    if raw is None:
        if path.is_file():
            return "FIL08", f"filen {written} går inte att läsa", "Kontrollera att du har rätt att läsa den.", None
        what = "är en mapp" if path.is_dir() else "finns inte"
        return (
            "FIL08",
            f"filen {written} {what}",
            _near_names(path, taken) + " Ska bilagan göras senare skrivs  tas_fram: {senast: …, ansvarig: …}  i stället för fil.",
            None,
        )
    return None


def resolve_reference(root: Path, written: str, shelf: Shelf) -> tuple[Path, tuple[str, str, str] | None]:
    """The file that an agreement at ``root`` refers to, and what is wrong with the path: code, message, help."""
    path = _resolve(root.parent, written)
    fault = _path_fault(path, written, boundary(root.parent) or root.parent, shelf)
    return path, fault[:3] if fault else None


def _inside(path: Path, limit: Path) -> bool:
    """Whether a path stays within the boundary, also when links are followed."""
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(limit)) and path.is_relative_to(limit)
    except OSError:
        return False


def _add_unlisted(
    root: Path, main: Member, members: list[Member], faults: list[tuple[str, Fault]], shelf: Shelf, guessed: set[Path]
) -> None:
    """Documents of ours in the agreement's folder that no agreement lists: they are judged too, and said (once, if it is a wrong name)."""
    ours = [(file, shelf.type_of(file)) for file in yaml_files(root.parent)]
    agreements = [file for file, written in ours if is_agreement(written)]
    listed = {path for file in agreements for path in _listed(shelf.load(file), file)}
    for file, written in ours:
        if written is None or is_agreement(written) or file in listed or fold(written) == fold("inställningar"):
            continue
        if _nearest_agreement(file, agreements) != root:
            continue
        member = shelf.load(file)
        members.append(Member(file, member.document, member.model, "", False))
        if isinstance(main.model, Agreement) and file not in guessed:
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


__all__ = ["DocumentModel", "Shelf", "find_dossiers", "load_dossier", "read_file", "yaml_files"]
