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
from samverkan_cli.text.ignore_patterns import is_pattern
from samverkan_cli.text.spelling import nearest
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import is_ours, read
from samverkan_cli.yaml.tree import Fault

_MOST_IN_A_ROW = 10
"""Settings that build on one another: more is no order that anybody can follow, and a chain without end is not read to its end."""
_LEVELS = {level.swedish: level for level in Level}


@dataclass(frozen=True)
class Named:
    """A name in the settings that must exist: ``what`` it names (``regelpaketet`` or ``regeln``), and where it stands in which file."""

    what: str
    word: str
    file: str
    span: Span


@dataclass(frozen=True)
class Settings:
    """Policy. ``packs`` is ``None`` for all of them. ``templates`` is absolute. ``exclude`` are patterns as in ``.gitignore``.

    ``files`` are the settings that they were read from: the file itself, and then what it builds on. ``named`` says where each name of a pack and
    each code of a rule stands: whether they exist is known by those who have the rules (``refuse_unknown``). ``notices`` are what is told of the
    files though nothing is wrong with them.
    """

    packs: tuple[str, ...] | None = None
    levels: dict[str, Level] = field(default_factory=dict)
    mandatory: frozenset[str] = frozenset()
    templates: Path | None = None
    exclude: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
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


def settings_files(folder: Path, sources: Sources) -> tuple[Path, ...]:
    """The files with the settings that hold in a folder, as far as they can be read."""
    chosen = find_settings(folder)
    if chosen is None:
        return ()
    try:
        return load_settings(chosen, sources).files
    except SamverkanError:
        return (chosen,)


def load_settings(path: Path | None, sources: Sources, via: tuple[Path, ...] = ()) -> Settings:
    """Read the settings, with what they build on. ``via`` are the files that build on this one.

    Raises ``SamverkanError`` with file, line and reason for whatever has the wrong shape in them.
    """
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
    for index, pattern in enumerate(model.exclude):
        if not is_pattern(pattern):
            span = document.span(("hoppa_över", index))
            raise FileError(
                "FIL06", shown, span.line, span.column, f"hoppa_över: ”{pattern}” är inget mönster som går att leta efter",
                "Skriv som i .gitignore, till exempel  arkiv/  eller  utkast-*.yaml . Fler än tre ** i ett mönster går inte.",
            )  # fmt: skip
    base = Settings()
    if model.extends:
        base = load_settings(_extended(path, model.extends, shown, document.span(("utgår_från",)), via), sources, (*via, path))
    return Settings(
        packs=tuple(model.packs) or base.packs,
        levels=base.levels if model.levels is None else {code: _LEVELS[level] for code, level in model.levels.items()},
        mandatory=base.mandatory | frozenset(model.mandatory),
        templates=_templates(path, model.templates, shown, document.span(("mallar",))) if model.templates else base.templates,
        exclude=tuple(model.exclude) or base.exclude,
        files=(path, *base.files),
        named=(*base.named, *(Named(what, word, shown, document.span(place)) for what, word, place in names)),
        notices=(*base.notices, *(f"{shown}:{fault.span.line}:{fault.span.column}: {fault.message}" for fault in document.faults)),
    )


def _extended(settings: Path, written: str, shown: str, span: Span, via: tuple[Path, ...]) -> Path:
    """The file that settings build on. Raises ``SamverkanError`` for one that is not there, lies outside the repository, or builds on them."""
    path = resolve_path(settings.parent, written)
    if Path(written).is_absolute() or PureWindowsPath(written).drive or not inside(path, boundary(settings.parent) or settings.parent):
        raise FileError(
            "FIL09", shown, span.line, span.column, f"utgår_från: {written} leder ut ur förvaret", "Lägg inställningarna i förvaret, och skriv sökvägen från den här filen."
        )  # fmt: skip
    if not path.is_file():
        raise FileError("FIL08", shown, span.line, span.column, f"utgår_från: filen {written} finns inte", "Kontrollera sökvägen: den räknas från den här filen.")  # fmt: skip
    if len(via) >= _MOST_IN_A_ROW - 1:
        raise FileError("FIL06", shown, span.line, span.column, f"fler än {_MOST_IN_A_ROW} filer med inställningar utgår från varandra", "Låt filen utgå från den första av dem, utan omvägar.")  # fmt: skip
    if path in (settings, *via):
        raise FileError("FIL06", shown, span.line, span.column, f"utgår_från: {written} utgår själv från den här filen", "Ta bort utgår_från i en av dem.")  # fmt: skip
    return path


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
            one.file,
            one.span.line,
            one.span.column,
            f"{one.what} {one.word} finns inte",
            f"Menar du {near}?" if near else f"Välj något av: {', '.join(words)}.",
        )
