"""Värdena är av rätt slag

Ett tal där det ska stå text, eller en text där det ska stå en lista, går inte att använda.

Ja och nej skrivs ja och nej. Datum skrivs 2019-03-31. Tal skrivs med punkt. Telefonnummer och andra siffror som är text sätts inom
citattecken, annars försvinner inledande nollor.

Underkänns:

    påhittat: true  # <-
    pågående_steg: fyra  # <-

Källa: Filformatet samverkan 1, princip 11
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL06", "fel-slags-värde", Level.ERROR, __doc__, blocks_publication=True)
