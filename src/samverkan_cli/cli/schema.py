"""``samverkan schema``."""

import sys
from typing import Annotated

import typer


def schema(
    type: Annotated[
        str | None,
        typer.Argument(
            metavar="[TYP]",
            show_default=False,
            help="En dokumenttyp, eller rapport för JSON-utskriften. Utan typ: schemat för alla.",
        ),
    ] = None,
) -> None:
    """Skriv ut JSON Schema, för redigerare och andra verktyg."""
    from samverkan_cli.errors import SamverkanError
    from samverkan_cli.resources import schemas
    from samverkan_cli.swedish import alphabetical
    from samverkan_cli.text.spelling import nearest

    found = sorted(schemas().glob("*.schema.json"), key=lambda path: alphabetical(path.name))
    files = {path.name.removesuffix(".schema.json"): path for path in found}
    name = type or "samverkan"
    chosen = name if name in files else nearest(name, files)
    if chosen is None or chosen != name:
        near = f"Menar du {chosen}? " if chosen else ""
        raise SamverkanError(f"det finns inget schema för {name}", f"{near}Välj något av: {', '.join(files)}.")
    sys.stdout.write(files[chosen].read_text(encoding="utf-8"))
