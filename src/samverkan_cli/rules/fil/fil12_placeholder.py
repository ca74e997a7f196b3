"""Inga platshållare är kvar

Tre punkter, [FYLL I] och ”kompletteras” håller bara platsen; de räknas aldrig som innehåll. Detsamma gäller N/A, TODO, XX, ______, ”kommer
senare”, ”fylls i av …” och liknande.

I en underskriven överenskommelse är det ett fel.

Godkänns:

    syfte: Polisen kommer senare till skolan.
    bakgrund: Kompletteras med trygghetsvandringar varje vår.

Underkänns:

    syfte: …  # <-
    bakgrund: "TODO: fråga rådet"  # <-
    avgränsning: Fylls i av kommunen  # <-
    inledning: Kommer senare  # <-

Källa: Filformatet samverkan 1, princip 8
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL12", "platshållare-kvar", Level.WARNING, __doc__)
