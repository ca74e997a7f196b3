"""Datumen finns i almanackan

Ett datum som inte finns är nästan alltid en felskrivning, och bara ni vet vad som menades.

Underkänns:

    period:
      från: 2019-02-30  # <-

Källa: Filformatet samverkan 1, princip 7
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL07", "datumet-finns-inte", Level.ERROR, __doc__)
