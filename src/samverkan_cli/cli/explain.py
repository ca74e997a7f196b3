"""``samverkan explain``."""

import sys
from typing import Annotated

import typer

from samverkan_cli.errors import SamverkanError


def explain(
    code: Annotated[str, typer.Argument(metavar="KOD", help="Regelns kod, till exempel SK09, eller dess namn.")],
) -> None:
    """Visa en regels sida: varför den finns, vad som godkänns och vad som underkänns."""
    from samverkan_cli.checking.page import page_text
    from samverkan_cli.checking.rule import rules
    from samverkan_cli.text.spelling import nearest

    known = rules()
    names = {rule.name: rule.code for rule in known.values()}
    found = known.get(code.upper()) or known.get(names.get(code.lower(), ""))
    if found is None:
        same = [one for one in known if one[:2] == code.upper()[:2]]
        near = nearest(code, [*known, *names])
        help = f"Menar du {near}? " if near else ""
        help += f"Närliggande koder: {', '.join(same)}." if same else "samverkan rules visar alla."
        raise SamverkanError(f"regeln {code} finns inte", help)
    sys.stdout.write(page_text(found))
