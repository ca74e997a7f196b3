"""A run: what was asked for on the disk → the cases to judge, each with all that a judgement depends on."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from samverkan_cli.project.baseline import Known, read_baseline
from samverkan_cli.project.discovery import find_dossiers
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.family import with_family
from samverkan_cli.project.settings import Settings, settings_for
from samverkan_cli.project.sources import Sources

Finder = Callable[[Sequence[Path], datetime.date, Sources], list[Dossier]]
"""Finds the dossiers that paths name, each with its family."""


@dataclass(frozen=True)
class Case:
    """What is judged: a dossier with its family, on its day, with the settings that hold for it and the findings that are known of it."""

    dossier: Dossier
    settings: Settings = field(default_factory=Settings)
    known: tuple[Known, ...] = ()

    @property
    def today(self) -> datetime.date:
        """The day that is judged: the day asked, or the agreement's last day if that has passed."""
        return self.dossier.today


@dataclass(frozen=True)
class Project:
    """The dossiers that were asked for, with their families and on their days. ``today`` is the day asked, ``sources`` what was read."""

    dossiers: tuple[Dossier, ...]
    today: datetime.date
    sources: Sources
    settings_file: Path | None = None

    @classmethod
    def open(
        cls,
        paths: Sequence[Path],
        today: datetime.date,
        sources: Sources | None = None,
        settings_file: Path | None = None,
        find: Finder | None = None,
    ) -> Project:
        """Load what the paths name (nothing: the folder one stands in), or what ``find`` finds there.

        Raises ``SamverkanError`` for a path that does not exist, that is not ours, or where there is nothing of ours.
        """
        read = sources if sources is not None else Sources()
        dossiers = (find or find_families)(paths or [Path()], today, read)
        return cls(tuple(on_its_day(dossier, today) for dossier in dossiers), today, read, settings_file)

    def cases(self, *, baseline: bool = True) -> tuple[Case, ...]:
        """The cases to judge. Without ``baseline`` nothing counts as known. Raises ``SamverkanError`` for settings or a baseline that are wrong."""
        return tuple(
            Case(
                dossier,
                settings_for(dossier.root.path.parent, self.settings_file, self.sources),
                read_baseline(dossier, self.sources.whole) if baseline else (),
            )
            for dossier in self.dossiers
        )


def find_families(paths: Sequence[Path], today: datetime.date, sources: Sources) -> list[Dossier]:
    """The dossiers that the paths name, each with its family."""
    return [with_family(dossier, sources) for dossier in find_dossiers(list(paths), today, sources)]


def on_its_day(dossier: Dossier, today: datetime.date) -> Dossier:
    """The dossier on the day asked; one whose period has ended, on its last day."""
    return dossier.on(min(today, dossier.end) if dossier.end else today, today)
