"""Filen använder bara vanliga nycklar och värden

Ankare, hänvisningar, märkningar och flera dokument i samma fil gör att den som läser inte ser vad som står där.

Skriv ut värdet på varje ställe, och lägg varje dokument i en egen fil.

Underkänns:

    titel: &namn Samverkan  # <-
    syfte: *namn

Källa: Filformatet samverkan 1, princip 12
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL03", "används-inte-här", Level.ERROR, __doc__)
