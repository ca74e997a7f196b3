"""Tecknen är de som skrevs

När en text har gått genom ett program som läser den med fel teckenkodning blir å, ä och ö till två andra tecken, eller går förlorade.

Det som går att återställa läses som det som skrevs, och rättas med samverkan fix. Där det står � vet ingen vilket tecken det var.

Godkänns:

    syfte: Vi arbetar för trygghet på Åsgatan, i Ängelholm och i Österåker.

Underkänns:

    syfte: Vi arbetar fÃ¶r trygghet  # <-
    bakgrund: Ett f�rsta steg  # <-

Källa: Filformatet samverkan 1
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL15", "förvanskade-tecken", Level.WARNING, __doc__)
