"""The chain from problem to outcome as words, for its own page."""

from __future__ import annotations

from dataclasses import dataclass, field

from samverkan_cli.printing.views.convert import Context, reference
from samverkan_cli.printing.views.words import Line, Link
from samverkan_cli.project.graph import trace
from samverkan_cli.project.trace import Status
from samverkan_cli.swedish import capital, count

_TITLES = {
    "problem": "Problem",
    "orsak": "Orsaker",
    "åtgärd": "Åtgärder",
    "mål": "Mål",
    "uppföljning": "Uppföljning",
    "löfte": "Löften",
}


@dataclass(frozen=True)
class LinkView:
    """One id and its neighbours."""

    id: Link
    label: Line
    back: tuple[Link, ...]
    ahead: tuple[Link, ...]
    outcome: Line
    status: Line


@dataclass(frozen=True)
class GroupView:
    """Everything of one kind."""

    title: Line
    links: tuple[LinkView, ...]


@dataclass(frozen=True)
class ChainView:
    """The chain document's ``x``."""

    title: Line
    totals: Line
    groups: tuple[GroupView, ...]
    dangling: tuple[Line, ...]
    dash: Line = field(default_factory=lambda: Line("–"))


def chain_view(context: Context) -> ChainView | None:
    """The chain of the dossier, or ``None`` where there is none."""
    made = trace(context.dossier)
    groups = []
    for kind, title in _TITLES.items():
        links = tuple(
            LinkView(
                reference(link.id, context),
                Line(context.shown(link.label)),
                tuple(reference(id, context) for id in link.back),
                tuple(reference(id, context) for id in link.ahead),
                Line(context.shown(link.outcome)),
                Line(link.status.swedish),
            )
            for link in made.links
            if link.kind == kind
        )
        if links:
            groups.append(GroupView(Line(title), links))
    if not groups:
        return None
    loose = [link for link in made.links if link.status in (Status.UNCOVERED, Status.ORPHAN)]
    totals = (
        "Allt hänger ihop"
        if not loose and not made.dangling
        else capital(count(len(loose) + len(made.dangling), "länk brister", "länkar brister"))
    )
    dangling = tuple(Line(f"{one.source} pekar på {one.target}, som inte finns") for one in made.dangling)
    return ChainView(Line("Kedjan från problem till utfall"), Line(totals), tuple(groups), dangling)
