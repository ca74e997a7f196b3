"""samverkan.yaml → ``Settings``: the policy that is checked with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from samverkan_cli.checking.rule import packs, rules
from samverkan_cli.diagnostics import Level
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models import SettingsDocument
from samverkan_cli.project.paths import SETTINGS_NAME, boundary
from samverkan_cli.project.sources import Shelf
from samverkan_cli.text.spelling import nearest
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import is_ours, read

_LEVELS = {level.swedish: level for level in Level}


@dataclass(frozen=True)
class Settings:
    """Policy. ``packs`` is ``None`` for all of them. ``templates`` is absolute."""

    packs: tuple[str, ...] | None = None
    levels: dict[str, Level] = field(default_factory=dict)
    mandatory: frozenset[str] = frozenset()
    templates: Path | None = None
    file: Path | None = None


def find_settings(folder: Path) -> Path | None:
    """The nearest ``samverkan.yaml`` upwards from the agreement's folder, not beyond the boundary."""
    limit = boundary(folder)
    for above in (folder, *folder.parents):
        if (above / SETTINGS_NAME).is_file():
            return above / SETTINGS_NAME
        if above == limit:
            break
    return None


def load_settings(path: Path | None, shelf: Shelf) -> Settings:
    """Read the settings. Raises ``SamverkanError`` with file, line and reason for whatever is wrong in them."""
    if path is None:
        return Settings()
    raw = shelf.raw(path)
    shown = shelf.shown(path)
    if raw is None:
        raise SamverkanError(f"inställningsfilen {shown} finns inte", "Kontrollera sökvägen efter --settings.")
    document = read(shown, raw)
    model, faults = build(document)
    for fault in (*document.faults, *faults):
        raise SamverkanError(f"{shown}:{fault.span.line}:{fault.span.column}: {fault.message}", fault.help)
    if not isinstance(model, SettingsDocument) or not is_ours(raw):
        raise SamverkanError(f"{shown} är ingen inställningsfil", "Den ska börja med  samverkan: 1  och  typ: inställningar.")

    def known(word: str, words: list[str], what: str, path: tuple[str | int, ...]) -> str:
        if word in words:
            return word
        span = document.span(path)
        near = nearest(word, words)
        raise SamverkanError(
            f"{shown}:{span.line}:{span.column}: {what} {word} finns inte",
            f"Menar du {near}?" if near else f"Välj något av: {', '.join(words)}.",
        )

    names = [pack.name for pack, _ in packs()]
    codes = list(rules())
    return Settings(
        packs=tuple(known(name, names, "regelpaketet", ("regelpaket", index)) for index, name in enumerate(model.packs)) or None,
        levels={known(code, codes, "regeln", ("nivåer", code)): _LEVELS[level] for code, level in (model.levels or {}).items()},
        mandatory=frozenset(known(code, codes, "regeln", ("obligatoriska", index)) for index, code in enumerate(model.mandatory)),
        templates=(path.parent / model.templates).resolve() if model.templates else None,
        file=path,
    )
