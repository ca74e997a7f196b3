"""Sökvägarna stannar i förvaret

En sökväg som leder ut ur förvaret pekar på något som bara finns på en enda dator, eller på något som inte ska läsas.

Underkänns:

    bilagor:
      - {nr: "1", fil: ../../../../../../../../etc/plan.yaml}  # <-

Källa: Filformatet samverkan 1
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL09", "utanför-förvaret", Level.ERROR, __doc__)
