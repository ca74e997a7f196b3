"""The JSON Schema of ``--format json``, version 2. What is added later is no new version: a reader lets unknown keys be."""

from typing import Any

from samverkan_cli.checking.report import Basis, Verdict
from samverkan_cli.diagnostics import Group, Level
from samverkan_cli.models.json_schema import DIALECT

_TEXT = {"type": "string"}
_NUMBER = {"type": "integer", "minimum": 1}
_MAYBE = {"type": ["string", "null"]}
_STEP = {"type": ["integer", "null"], "minimum": 1, "maximum": 5}


def _object(description: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
    }


def _many(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def report_schema() -> dict[str, Any]:
    """What ``check --format json`` and ``checklist --format json`` write."""
    evidence = _object(
        "Ett ställe som visar att punkten är uppfylld. Är declared sant säger det bara att saken finns någon annanstans.",
        file=_TEXT,
        line=_NUMBER,
        column=_NUMBER,
        id=_MAYBE,
        declared={"type": "boolean"},
    )
    group = {"enum": [group.value for group in Group]}
    point = _object(
        "En punkt på en checklista, med bedömning.",
        code=_TEXT,
        name=_TEXT,
        pack=_TEXT,
        due_step={"type": "integer", "minimum": 1, "maximum": 5},
        group=group,
        verdict={"enum": [verdict.value for verdict in Verdict]},
        word=_TEXT,
        basis={"enum": [basis.value for basis in Basis]},
        reasons=_many(_TEXT),
        rules=_many(_TEXT),
        evidence=_many(evidence),
    )
    dossier = _object(
        "En överenskommelse med sina bilagor, eller ett dokument för sig; document är dess typ.",
        id=_TEXT,
        agreement={"type": "string", "description": "Filen: överenskommelsen, eller ett dokument för sig."},
        document={"type": "string", "description": "Filens typ; tom om det inte går att säga."},
        title=_TEXT,
        step=_STEP,
        judged={"type": "string", "format": "date"},
        files=_many(_TEXT),
        points=_many(point),
    )
    related = _object("Ett ställe till som fyndet talar om.", file=_TEXT, line=_NUMBER, column=_NUMBER, message=_TEXT)
    item = _object(
        "En av de saker som fyndet räknar upp. excused säger varför just den inte räknas.",
        id=_MAYBE,
        what=_TEXT,
        excused={"enum": ["undantag", "baseline", None]},
    )
    suppressed = _object("Varför fyndet inte räknas.", by={"enum": ["undantag", "baseline"]}, reason=_TEXT, until=_MAYBE)
    diagnostic = _object(
        "Ett fynd. Rader och kolumner räknas från ett, i Unicodetecken; slutet är inte med.",
        code=_TEXT,
        name=_TEXT,
        level={"enum": [level.value for level in Level]},
        group=group,
        step=_STEP,
        dossier=_TEXT,
        message=_TEXT,
        help=_TEXT,
        file=_TEXT,
        line=_NUMBER,
        column=_NUMBER,
        end_line=_NUMBER,
        end_column=_NUMBER,
        id=_MAYBE,
        items=_many(item),
        fingerprint={"type": "string", "pattern": "^[0-9a-f]{16}$"},
        suppressed={"anyOf": [suppressed, {"type": "null"}]},
        related=_many(related),
    )
    counts = {
        name: {"type": "integer", "minimum": 0} for name in (*(level.value for level in Level), "suppressed", "step", "later", "left_out")
    }
    whole = _object(
        "Rapporten från samverkan check och samverkan checklist.",
        version={"const": 2},
        tool=_object("Programmet.", name={"const": "samverkan"}, version=_TEXT),
        today={"type": "string", "format": "date"},
        dossiers=_many(dossier),
        diagnostics=_many(diagnostic),
        summary=_object(
            "Antal fynd som räknas nu, antal som är undantagna eller kända, antal som hör till steget som pågår och till senare steg, och antal som inte fick plats bland diagnostics.",
            **counts,
        ),
    )
    return {"$schema": DIALECT, "title": "samverkan: rapport", **whole}
