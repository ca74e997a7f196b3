"""Filen går att läsa

Ett tecken på fel ställe kan göra att en rad inte går att förstå. Felet pekar på raden och säger vad som troligen hände.

Vanligast är ett kolon i en text som inte står inom citattecken, en tabb i stället för mellanslag, och en lista där strecken inte står
rakt under varandra. Är det säkert vad som menas läses det så, och samverkan fix skriver det. Annars hoppas raden eller posten över, och vad som
stod där är okänt. Resten av filen och de andra filerna prövas som vanligt.

Underkänns:

    titel: Plan: ungdomar  # <-

Källa: YAML 1.2
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL02", "går-inte-att-läsa", Level.ERROR, __doc__, blocks_publication=True)
