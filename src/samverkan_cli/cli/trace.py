"""``samverkan trace``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from samverkan_cli.cli.common import Alone, Format, NoColor, Paths, Today, check_format, evaluation_date, print_lines, stop_in_report
from samverkan_cli.errors import SamverkanError
from samverkan_cli.swedish import alphabetical

FocusArea = Annotated[str | None, typer.Option("--focus-area", metavar="ID", show_default=False, help="Bara det här fokusområdet.")]
Party = Annotated[str | None, typer.Option("--party", metavar="ID", show_default=False, help="Bara det som den här aktören gör.")]
Backwards = Annotated[bool, typer.Option("--backwards", show_default=False, help="Från mål tillbaka till problem.")]


def trace(
    paths: Paths = None,
    today: Today = None,
    format: Format = "text",
    focus_area: FocusArea = None,
    party: Party = None,
    backwards: Backwards = False,
    alone: Alone = False,
    no_color: NoColor = False,
) -> int:
    """Kedjan problem → orsak → åtgärd → mål → uppföljning → utfall, och vad som hänger löst."""
    from samverkan_cli.api import open_project
    from samverkan_cli.project.trace import trace as make
    from samverkan_cli.reporters import trace as trace_text
    from samverkan_cli.reporters.words import write_json

    check_format(format, ("text", "markdown", "json"))
    with stop_in_report(paths, today, format):
        project = open_project(paths or (), today=evaluation_date(today), alone=alone)
        dossiers = project.dossiers
        _known(focus_area, {area.id for dossier in dossiers for area in dossier.focus_areas if area.id}, "fokusområdet")
        _known(party, {actor.id for dossier in dossiers for actor in (*dossier.parties, *dossier.other_actors) if actor.id}, "aktören")
    asked = trace_text.filters(focus_area, party, backwards)
    chains = [(dossier, make(dossier).only(focus_area, party)) for dossier in dossiers]
    if format == "json":
        data = {
            "version": 1,
            "today": project.today.isoformat(),
            "dossiers": [trace_text.as_data(dossier, chain, focus_area, party) for dossier, chain in chains],
        }
        write_json(data, sys.stdout)
    elif format == "markdown":
        from samverkan_cli.printing.render.markdown import escape_line

        sys.stdout.write("\n".join(trace_text.markdown(dossier, chain, asked, escape_line) for dossier, chain in chains))
    else:
        for dossier, chain in chains:
            print_lines(trace_text.render(dossier, chain, asked, backwards), no_color)
    return 0


def _known(word: str | None, words: set[str], what: str) -> None:
    if word is not None and word not in words:
        raise SamverkanError(f"{what} {word} finns inte", f"Välj något av: {', '.join(sorted(words, key=alphabetical))}.")
