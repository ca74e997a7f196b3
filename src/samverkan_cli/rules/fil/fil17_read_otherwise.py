"""Det som står läses som det är menat

En del tecken betyder något annat för program än för människor, och då är inget fel skrivet, men värdet blir ett annat än man tror.

Ett # efter ett mellanslag börjar en kommentar. Krökta citattecken från ett ordbehandlingsprogram blir en del av texten. Ett streck på en
fortsättningsrad börjar ingen lista. Tal som börjar med en nolla eller med 0x läses olika av olika program, och en del tecken som inte syns
börjar en ny rad i somliga.

Underkänns:

    syfte: Vi ska bli länets #1.  # <-
    bakgrund: ”Ett samarbete sedan 2009”  # <-

Källa: YAML 1.2
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL17", "läses-annorlunda", Level.WARNING, __doc__)
