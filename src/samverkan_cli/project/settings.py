"""samverkan.yaml → ``Settings``: the policy that is checked with."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath

from samverkan_cli.diagnostics import KeyPath, Level, Span
from samverkan_cli.errors import FileError, SamverkanError
from samverkan_cli.models import SettingsDocument
from samverkan_cli.project.paths import SETTINGS_NAME, boundary, inside, refuse_way_out, resolve_path
from samverkan_cli.project.sources import Sources
from samverkan_cli.text.spelling import nearest
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import is_ours, read
from samverkan_cli.yaml.tree import Fault

_LEVELS = {level.swedish: level for level in Level}


@dataclass(frozen=True)
class Named:
    """A name in the settings that must exist: ``what`` it names (``regelpaketet`` or ``regeln``), and where it stands."""

    what: str
    word: str
    span: Span


@dataclass(frozen=True)
class Settings:
    """Policy. ``packs`` is ``None`` for all of them. ``templates`` is absolute.

    ``named`` says where each name of a pack and each code of a rule stands in ``shown``, the file as people see it: whether they exist is
    known by those who have the rules (``refuse_unknown``). ``notices`` are what is told of the file though nothing is wrong with it.
    """

    packs: tuple[str, ...] | None = None
    levels: dict[str, Level] = field(default_factory=dict)
    mandatory: frozenset[str] = frozenset()
    templates: Path | None = None
    file: Path | None = None
    shown: str = ""
    named: tuple[Named, ...] = ()
    notices: tuple[str, ...] = ()


def find_settings(folder: Path) -> Path | None:
    """The nearest ``samverkan.yaml`` upwards from the agreement's folder, not beyond the boundary.

    Raises ``SamverkanError`` for one that is a link out: what is wrong in it would be told of, with its words.
    """
    limit = boundary(folder)
    for above in (folder, *folder.parents):
        found = above / SETTINGS_NAME
        if found.is_file():
            refuse_way_out(found, limit or above)
            return found
        if above == limit:
            break
    return None


def settings_for(folder: Path, file: Path | None, sources: Sources) -> Settings:
    """The settings that hold in an agreement's folder: those of ``file`` if it is named, else of the nearest ``samverkan.yaml``."""
    chosen = file if file is not None else find_settings(folder)
    return load_settings(chosen.absolute() if chosen else None, sources)


def load_settings(path: Path | None, sources: Sources) -> Settings:
    """Read the settings. Raises ``SamverkanError`` with file, line and reason for whatever has the wrong shape in them."""
    if path is None:
        return Settings()
    raw = sources.raw(path)
    shown = sources.display_path(path)
    if raw is None:
        raise SamverkanError(f"inställningsfilen {shown} finns inte", "Kontrollera sökvägen efter --settings.")
    model, document = build(read(shown, raw))
    for fault in document.faults:
        if not is_only_told_of(fault):
            raise FileError(fault.code, shown, fault.span.line, fault.span.column, fault.message, fault.help)
    if not isinstance(model, SettingsDocument) or not is_ours(raw):
        raise FileError(
            "FIL06", shown, 1, 1, "det här är ingen inställningsfil", "Den ska börja med  samverkan: 1  och  typ: inställningar."
        )
    names: tuple[tuple[str, str, KeyPath], ...] = (
        *(("regelpaketet", name, ("regelpaket", index)) for index, name in enumerate(model.packs)),
        *(("regeln", code, ("nivåer", code)) for code in model.levels or {}),
        *(("regeln", code, ("obligatoriska", index)) for index, code in enumerate(model.mandatory)),
    )
    return Settings(
        packs=tuple(model.packs) or None,
        levels={code: _LEVELS[level] for code, level in (model.levels or {}).items()},
        mandatory=frozenset(model.mandatory),
        templates=_templates(path, model.templates, shown, document.span(("mallar",))) if model.templates else None,
        file=path,
        shown=shown,
        named=tuple(Named(what, word, document.span(place)) for what, word, place in names),
        notices=tuple(f"{shown}:{fault.span.line}:{fault.span.column}: {fault.message}" for fault in document.faults),
    )


def is_only_told_of(fault: Fault) -> bool:
    """Whether a fault of the file says only that something may not mean what it looks like: nothing is wrong, and nothing stops for it."""
    return fault.code == "FIL17"


def _templates(settings: Path, written: str, shown: str, span: Span) -> Path:
    """The folder of templates. Raises ``SamverkanError`` for one that lies outside the repository, or is reached by a link out of it."""
    folder = resolve_path(settings.parent, written)
    if Path(written).is_absolute() or PureWindowsPath(written).drive or not inside(folder, boundary(settings.parent) or settings.parent):
        raise SamverkanError(
            f"{shown}:{span.line}:{span.column}: mappen med mallar, {written}, leder ut ur förvaret",
            "Lägg mallarna i förvaret, till exempel i mappen mallar bredvid inställningarna.",
        )
    return folder.resolve()


def refuse_unknown(settings: Settings, packs: Collection[str], codes: Collection[str]) -> None:
    """Raise ``SamverkanError``, with file and line, for a pack or a rule that the settings name and that does not exist."""
    for one in settings.named:
        words = list(packs if one.what == "regelpaketet" else codes)
        if one.word in words:
            continue
        near = nearest(one.word, words)
        raise FileError(
            "FIL06",
            settings.shown,
            one.span.line,
            one.span.column,
            f"{one.what} {one.word} finns inte",
            f"Menar du {near}?" if near else f"Välj något av: {', '.join(words)}.",
        )
