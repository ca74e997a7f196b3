"""``tydlighet``: what no checklist asks for, and makes an agreement easier to follow. Each is a rule of its own and lowers no point."""

from samverkan_cli.checking.packs import Pack

PACK = Pack("tydlighet", "Tydligare än checklistan kräver", "Praxis; Brå, Polisen och SKR, Samverkanshandboken")
