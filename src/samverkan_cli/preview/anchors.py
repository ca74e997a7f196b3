"""Where in the printed package a finding's place stands: which document, and under which heading."""

from __future__ import annotations

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.printing.render.markdown import slugged
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.swedish import capital

_HEADINGS = {
    "samordningsfunktioner": "Funktioner som samordnar",
    "ägare": "Samverkansorganisation",
    "löften": "Löften till invånarna",
    "inga_löften": "Löften till invånarna",
    "orsaksanalys": "Orsaksanalys",
    "nedprioriterat": "Det vi lämnar utanför",
    "bygger_på": "Vad bilden bygger på",
    "dokumentation": "Så dokumenterar vi",
    "kommunicerat": "Gjort känt",
    "processgranskning": "Hur samverkan har fungerat",
    "delar": "Andra överenskommelser",
    "del_av": "Andra överenskommelser",
    "krav": "Andra överenskommelser",
    "egna_planer": "Kommunens egna dokument",
    "begrepp": "Begrepp",
}
"""Keys whose section has another heading than their own name."""


def anchor_of(found: Diagnostic, slugs: dict[str, str], targets: dict[str, str], dossier: Dossier) -> tuple[str, tuple[str, ...]]:
    """The slug of the page, and the anchors of headings to try, the nearest first. An empty slug: the place is not printed."""
    file = found.place.file if found.place is not None else found.file
    slug = slugs.get(file, "")
    tried = []
    id = dossier.nearest_id(found.place) if found.place is not None else found.id
    if id is not None and (target := targets.get(id)) is not None:
        page, _, anchor = target.partition("#")
        if page.removesuffix(".md") == slug:
            tried.append(anchor)
    if found.place is not None and found.place.path and isinstance(found.place.path[0], str):
        key = found.place.path[0]
        tried += [slugged(_HEADINGS.get(key, "")), slugged(capital(key.replace("_", " ")))]
    return slug, tuple(anchor for anchor in tried if anchor)
