"""``skydd``: what must not stand in files that many can read."""

from samverkan_cli.points import Pack

PACK = Pack("skydd", "Skydd för enskilda", "Dataskyddsförordningen, offentlighets- och sekretesslagen")
