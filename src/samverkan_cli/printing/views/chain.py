"""The chain from problem to outcome as words, for its own page."""

from __future__ import annotations

from dataclasses import dataclass, field

from samverkan_cli.printing.views.convert import Context, reference
from samverkan_cli.printing.views.words import Line, Link
from samverkan_cli.project.trace import Status, trace
from samverkan_cli.swedish import capital, count

_TITLES = {
    "problem": "Problem",
    "orsak": "Orsaker",
    "åtgärd": "Åtgärder",
    "mål": "Mål",
    "uppföljning": "Uppföljning",
    "löfte": "Löften",
}

_LOOSE = (Status.UNCOVERED, Status.ORPHAN)


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
    where: Line
    dash: Line = field(default_factory=lambda: Line("–"))


def chain_view(context: Context, *, abridged: bool = False) -> ChainView | None:
    """The chain of the dossier, or ``None`` where there is none; one kind of link is no chain in a document that stands alone.

    What hangs loose in an ``abridged`` dossier may hang together with what has been left out, so nothing is said of that.
    """
    made = trace(context.dossier)
    groups = []
    for kind, title in _TITLES.items():
        links = tuple(
            LinkView(
                reference(link.id, context),
                Line(link.label),
                tuple(reference(id, context) for id in link.back),
                tuple(reference(id, context) for id in link.ahead),
                Line(link.outcome),
                Line("–" if abridged and link.status in _LOOSE else link.status.swedish),
            )
            for link in made.links
            if link.kind == kind
        )
        if links:
            groups.append(GroupView(Line(title), links))
    if not groups or (len(groups) < 2 and not context.dossier.is_agreement):
        return None
    loose = [link for link in made.links if link.status in _LOOSE]
    totals = (
        "Delar är utelämnade"
        if abridged
        else "Allt hänger ihop"
        if not loose and not made.dangling
        else capital(count(len(loose) + len(made.dangling), "länk brister", "länkar brister"))
    )
    dangling = () if abridged else tuple(Line(f"{one.source} pekar på {one.target}, som inte finns") for one in made.dangling)
    where = Line("överenskommelsen" if context.dossier.is_agreement else "dokumentet")
    return ChainView(Line("Kedjan från problem till utfall"), Line(totals), tuple(groups), dangling, where)
