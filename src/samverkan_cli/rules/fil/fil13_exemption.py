"""Undantagen behövs och gäller

Ett undantag som har gått ut, eller som inte undantar något, gör att den som läser tror att något är beslutat som inte är det.

Underkänns:

    undantag:
      - {regel: SK99, skäl: Vi väntar., beslutat_av: råd}  # <-

Källa: Filformatet samverkan 1
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL13", "undantag-utan-verkan", Level.WARNING, __doc__)
