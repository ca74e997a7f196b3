"""Två överenskommelser har inte samma id

En kopia av överenskommelsen som ligger kvar i mappen gör att ingen vet vilken som gäller.

Ska kopian vara kvar, till exempel som föregångare, får den ett eget id och nämns under `ersätter`.

Underkänns:

    # fil: agreement.yaml
    samverkan: 1
    typ: överenskommelse
    id: exempelby-2027  # <-
    titel: Samverkansöverenskommelse
    # fil: agreement-kopia.yaml
    samverkan: 1
    typ: överenskommelse
    id: exempelby-2027
    titel: Samverkansöverenskommelse

Källa: Filformatet samverkan 1: id står för en enda sak
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL16", "samma-överenskommelse-två-gånger", Level.ERROR, __doc__)
