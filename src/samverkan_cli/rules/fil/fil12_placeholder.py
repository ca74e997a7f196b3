"""Inga platshållare är kvar

Tre punkter, [FYLL I] och ”kompletteras” håller bara platsen; de räknas aldrig som innehåll.

I en underskriven överenskommelse är det ett fel.

Underkänns:

    syfte: …  # <-

Källa: Filformatet samverkan 1, princip 8
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL12", "platshållare-kvar", Level.WARNING, __doc__)
