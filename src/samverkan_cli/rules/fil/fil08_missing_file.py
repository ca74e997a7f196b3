"""Filerna som nämns finns

En bilaga som inte finns kan ingen läsa. Det som skulle ha stått i den räknas som okänt, inte som saknat.

Ska bilagan göras senare skrivs `tas_fram` i stället för `fil`.

Underkänns:

    bilagor:
      - {nr: "1", fil: bilagor/finns-inte.yaml}  # <-

Källa: Filformatet samverkan 1
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL08", "filen-saknas", Level.ERROR, __doc__)
