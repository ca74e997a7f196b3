"""``skydd``: what must not stand in files that many can read."""

from samverkan_cli.checking.packs import Pack

PACK = Pack("skydd", "Skydd för enskilda", "Dataskyddsförordningen, offentlighets- och sekretesslagen")
