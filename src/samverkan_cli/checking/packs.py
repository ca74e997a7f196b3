"""A checklist: its points, and the pack they stand in. Both wings speak of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan_cli.project.dossier import Dossier


@dataclass(frozen=True)
class Point:
    """A line of a checklist. The rules that have its code, name it in ``also_serves`` or stand in ``judged_by`` judge it.

    ``title`` is the name as it is printed. What is ``inheritable`` need not be repeated below if the agreement above says it. What an agreement
    may leave to its ``parts`` is judged with them, where it says nothing of it itself.
    """

    code: str
    name: str
    title: str
    step: int
    judged_by: tuple[str, ...] = ()
    inheritable: bool = False
    parts: bool = False


@dataclass(frozen=True)
class Pack:
    """A list of points, and the rules that have their home in it.

    ``outside`` says why the pack does not concern a dossier, or nothing. A ``quiet`` pack gives verdicts but no findings.
    What ``printed`` packs miss is of interest to whoever reads the document, and is shown in it. ``missing`` is the word for a point that
    nothing is said of.
    """

    name: str
    title: str
    source: str
    points: tuple[Point, ...] = ()
    outside: Callable[[Dossier], str] | None = None
    quiet: bool = False
    printed: bool = False
    missing: str = "saknas"
