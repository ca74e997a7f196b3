"""The chain as text, Markdown and JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.trace import Link, Status, Trace
from samverkan_cli.reporters.text_format import Segment
from samverkan_cli.swedish import alphabetical, capital, count
from samverkan_cli.text.sanitize import one_line

_SIGNS = {Status.COVERED: ("✓", "good"), Status.UNCOVERED: ("✗", "fel"), Status.ORPHAN: ("?", "varning"), Status.OTHER: ("·", "dim")}
_ORDER = ("problem", "orsak", "åtgärd", "mål", "uppföljning", "löfte")


def filters(focus_area: str | None, party: str | None, backwards: bool) -> str:
    """The filters in words, so that a report says what it does not show."""
    parts = [f"fokusområde {focus_area}" if focus_area else "alla fokusområden", f"part {party}" if party else "alla parter"]
    parts.append("från utfall till problem" if backwards else "från problem till utfall")
    return ", ".join(parts)


def render(dossier: Dossier, trace: Trace, asked: str, backwards: bool) -> Iterator[list[Segment]]:
    """The chain as a tree from each problem, or backwards from each goal."""
    yield [(f"Kedjan – {one_line(dossier.title)}", "bold"), (f" ({asked})", "dim")]
    by_id = {link.id: link for link in trace.links}
    shown: set[str] = set()
    starts = [link for link in trace.links if link.kind == ("mål" if backwards else "problem")]
    if not starts and not dossier.is_agreement:
        # What stands alone may begin further along: with its causes, or its actions.
        starts = [link for link in trace.links if link.kind in _ORDER and not (link.ahead if backwards else link.back)]
    for start in starts:
        yield from _branch(dossier, start, by_id, shown, 0, backwards, ())
    loose = [link for link in trace.links if link.kind in _ORDER and link.id not in shown]
    if loose:
        yield [("Utanför kedjan:", "bold")]
        for link in sorted(loose, key=lambda link: (_ORDER.index(link.kind), alphabetical(link.id))):
            yield _row(dossier, link, 1)
    for one in trace.dangling:
        span = dossier.by_file[one.place.file].document.span(one.place.path)
        yield [
            (f"  ✗ {one_line(one.source)} pekar på {one_line(one.target)}, som inte finns", "fel"),
            (f"  {one_line(one.place.file)}:{span.line}", "dim"),
        ]
    yield [(totals(trace), "bold")]


def _branch(
    dossier: Dossier, link: Link, by_id: dict[str, Link], shown: set[str], depth: int, backwards: bool, path: tuple[str, ...]
) -> Iterator[list[Segment]]:
    again = link.id in shown
    row = _row(dossier, link, depth)
    yield [*row, ("  (se ovan)", "dim")] if again and (link.back if backwards else link.ahead) else row
    shown.add(link.id)
    if again or link.id in path:
        return
    for id in link.back if backwards else link.ahead:
        if id in by_id:
            yield from _branch(dossier, by_id[id], by_id, shown, depth + 1, backwards, (*path, link.id))


def _row(dossier: Dossier, link: Link, depth: int) -> list[Segment]:
    sign, style = _SIGNS[link.status]
    span = dossier.by_file[link.place.file].document.span(link.place.path)
    label = one_line(link.label)
    short = label if len(label) <= 70 else label[:69] + "…"
    outcome = f"  utfall: {one_line(link.outcome)}" if link.outcome else ""
    word = f"  {link.status.swedish}" if link.status in (Status.UNCOVERED, Status.ORPHAN) else ""
    return [
        ("  " * depth + f"{sign} ", style), (f"{one_line(link.id)} ", "bold"), (short, ""), (outcome, "place"), (word, style),
        (f"  {one_line(link.place.file)}:{span.line}", "dim"),
    ]  # fmt: skip


def totals(trace: Trace) -> str:
    """How many links hang how."""
    chain = [link for link in trace.links if link.status is not Status.OTHER]
    counts = Counter(link.status for link in chain)
    parts = [f"{number} {status.swedish}" for status in Status if (number := counts.get(status, 0))]
    if trace.dangling:
        parts.append(count(len(trace.dangling), "hänvisning till något som inte finns", "hänvisningar till något som inte finns"))
    return capital(" · ".join(parts)) or "Inget i kedjan."


def markdown(dossier: Dossier, trace: Trace, asked: str, escape: Callable[[str], str]) -> str:
    """The chain as tables, one for each kind."""
    lines = [f"# Kedjan – {escape(dossier.title)}", "", f"Urval: {escape(asked)}. {totals(trace)}.", ""]
    for word in _ORDER:
        links = [link for link in trace.links if link.kind == word]
        if not links:
            continue
        lines += [f"## {capital(word)}", "", "| Nr | Vad | Kommer från | Leder till | Utfall | Läge |", "|---|---|---|---|---|---|"]
        for link in links:
            cells = (link.id, link.label, ", ".join(link.back), ", ".join(link.ahead), link.outcome, link.status.swedish)
            lines.append("| " + " | ".join(escape(cell) or "–" for cell in cells) + " |")
        lines.append("")
    for one in trace.dangling:
        lines.append(f"- {escape(one.source)} pekar på {escape(one.target)}, som inte finns")
    return "\n".join(lines).rstrip() + "\n"


def as_data(dossier: Dossier, trace: Trace, focus_area: str | None, party: str | None) -> dict[str, Any]:
    """The chain as plain data: every id exactly once."""

    def place(file: str, path: Any) -> dict[str, Any]:
        span = dossier.by_file[file].document.span(path)
        return {"file": file, "line": span.line, "column": span.column}

    return {
        "id": dossier.id,
        "title": dossier.title,
        "filter": {"focus_area": focus_area, "party": party},
        "links": [
            {
                "id": link.id, "kind": link.kind, "label": link.label, "status": link.status.value, "back": list(link.back),
                "ahead": list(link.ahead), "focus_areas": list(link.focus_areas), "parties": list(link.parties),
                "outcome": link.outcome or None, **place(link.place.file, link.place.path),
            }
            for link in trace.links
        ],
        "dangling": [{"from": one.source, "to": one.target, **place(one.place.file, one.place.path)} for one in trace.dangling],
        "summary": {**{status.value: sum(1 for link in trace.links if link.status is status) for status in Status}, "dangling": len(trace.dangling)},
    }  # fmt: skip
