"""Filen är inte för stor

En fil på mer än en miljon byte, eller med mer än 24 nivåer, är inte skriven av en människa.

Dela upp innehållet i flera bilagor.

Källa: Filformatet samverkan 1
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL14", "för-stort", Level.ERROR, __doc__)
