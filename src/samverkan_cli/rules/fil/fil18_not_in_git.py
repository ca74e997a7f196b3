"""Filerna som nämns finns i git

En fil som ligger i mappen men inte i git följer inte med när någon annan hämtar förvaret. Kontrollen går igenom här, men inte där.

Det prövas när överenskommelsen själv ligger i git: filerna som den nämner ska finnas där, eller vara på väg in med `git add`. Bara kommandot
`samverkan check` säger det, och git startas inte: förteckningen över filer läses direkt.

Källa: Filformatet samverkan 1: sökvägar skrivs från överenskommelsens mapp, så att förvaret kan läsas var det än ligger
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL18", "saknas-i-git", Level.WARNING, __doc__)
