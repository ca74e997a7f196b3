"""Alla nycklar finns i formatet

En felstavad nyckel läses inte, och då ser det ut som om innehållet saknas.

Nycklarna är fackets egna ord, med å, ä och ö. Felet säger vilken nyckel som troligen menas, och resten prövas som om den var rätt stavad.

Underkänns:

    atgarder:  # <-
      - {id: Å1.1}

Källa: Filformatet samverkan 1, princip 2
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL05", "okänd-nyckel", Level.ERROR, __doc__, blocks_publication=True)
