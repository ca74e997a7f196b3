"""Varje bilaga har ett eget nummer och en egen fil

Två bilagor med samma nummer går inte att hänvisa till, och samma fil två gånger räknas dubbelt.

Underkänns:

    bilagor:
      - {nr: "1", titel: Kontaktpersoner}
      - {nr: "1", titel: Lägesbild}  # <-

Källa: Filformatet samverkan 1
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL10", "dubbel-bilaga", Level.ERROR, __doc__)
