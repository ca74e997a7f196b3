"""Varje nyckel står en gång

När en nyckel står två gånger gäller bara den ena, och den andra försvinner utan att det syns. Den kan vara märkningen som skyddar,
och så länge skrivs ingen offentlig version.

Underkänns:

    titel: Samverkan
    titel: Samarbete  # <-

Källa: YAML 1.2; filformatet samverkan 1, princip 12
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL04", "dubbel-nyckel", Level.ERROR, __doc__, blocks_publication=True)
