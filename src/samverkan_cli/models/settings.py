"""``inställningar``: samverkan.yaml, the policy that a municipality or a county checks with."""

from typing import Literal

from samverkan_cli.models.base import Many, field, many, required
from samverkan_cli.models.content import Document
from samverkan_cli.models.scalars import Line


class SettingsDocument(Document):
    """Packs, levels, mandatory rules, templates, what is left out, and what all of it builds on."""

    type: Literal["inställningar"] = required("typ", "Vilket slags dokument det är.", definite="typen", example="inställningar")
    packs: Many[Line] = many(
        "regelpaket", "De regelpaket som används; utan nyckeln används alla.", definite="regelpaketen", example="skåne-17"
    )
    levels: dict[str, Literal["fel", "varning", "upplysning"]] | None = field(
        "nivåer", "Andra nivåer än reglernas egna.", definite="nivåerna", example={"SK16": "upplysning"}
    )
    mandatory: Many[Line] = many(
        "obligatoriska", "Regler som det inte går att göra undantag från.", definite="de obligatoriska reglerna", example="SK17"
    )
    extends: Line | None = field(
        "utgår_från", "En annan fil med inställningar, som gäller för det som inte står i den här.", definite="filen som inställningarna utgår från",
        example="../samverkan.yaml",
    )  # fmt: skip
    exclude: Many[Line] = many(
        "hoppa_över", "Filer och mappar som inte letas igenom, skrivna som i .gitignore.", definite="det som hoppas över", example="arkiv/"
    )
    templates: Line | None = field("mallar", "Mappen med egna mallar, räknad från den här filen.", definite="mallarna", example="mallar")
