"""Filen är sparad som UTF-8

Andra kodningar gör å, ä och ö till andra tecken på andra datorer.

Filen läses ändå, som det den ser ut att vara, så att resten kan prövas. Spara om den: i Anteckningar väljs UTF-8 i rutan Kodning när
filen sparas. Märket BOM först i filen gör inget.

Källa: Filformatet samverkan 1
"""

from samverkan_cli.checking.rule import loader_rule
from samverkan_cli.diagnostics import Level

RULE = loader_rule("FIL01", "inte-utf-8", Level.ERROR, __doc__)
