"""``inställningar``: samverkan.yaml, the policy that a municipality or a county checks with."""

from typing import Literal

from samverkan_cli.models.base import Many, field, many, required
from samverkan_cli.models.content import Document
from samverkan_cli.models.scalars import Line


class SettingsDocument(Document):
    """Packs, levels, mandatory rules, templates."""

    type: Literal["inställningar"] = required("typ", "Vilket slags dokument det är.", example="inställningar")
    packs: Many[Line] = many("regelpaket", "De regelpaket som används; utan nyckeln används alla.", example="skåne-17")
    levels: dict[str, Literal["fel", "varning", "upplysning"]] | None = field(
        "nivåer", "Andra nivåer än reglernas egna.", example={"SK16": "upplysning"}
    )
    mandatory: Many[Line] = many("obligatoriska", "Regler som det inte går att göra undantag från.", example="SK17")
    templates: Line | None = field("mallar", "Mappen med egna mallar, räknad från den här filen.", example="mallar")
