"""``samverkan rules``."""

import sys
from typing import Annotated

import typer


def rules(
    pack: Annotated[
        list[str] | None,
        typer.Option("--pack", metavar="NAMN", show_default=False, help="Bara det här regelpaketet; kan upprepas."),
    ] = None,
) -> None:
    """Visa alla regler."""
    from samverkan_cli.checking.rule import packs
    from samverkan_cli.errors import SamverkanError

    names = [found.name for found, _ in packs()]
    for name in pack or ():
        if name not in names:
            raise SamverkanError(f"regelpaketet {name} finns inte", f"Välj något av: {', '.join(names)}.")
    for found, group in packs():
        if pack and found.name not in pack:
            continue
        sys.stdout.write(f"{found.name}: {found.title} ({found.source})\n")
        for rule in group:
            step = f"steg {rule.step}" if rule.step else ""
            sys.stdout.write(f"  {rule.code:<6} {rule.level.swedish:<11} {step:<7} {rule.name}: {rule.page.title}\n")
        sys.stdout.write("\n")
