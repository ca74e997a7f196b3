"""Varje dokument hör till en överenskommelse

Ett dokument som ligger i mappen men inte finns bland bilagorna glöms när överenskommelsen skrivs ut. Det prövas ändå.

Underkänns:

    titel: Samverkan
    # fil: bilagor/plan.yaml
    samverkan: 1  # <-
    typ: åtgärdsplan

Källa: Filformatet samverkan 1
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL11", "hör-inte-till-någon", Level.WARNING, __doc__)
