"""``tid``: what the dates say when they are laid side by side."""

from samverkan_cli.checking.packs import Pack

PACK = Pack("tid", "Datum och perioder", "Samverkanshandboken och checklistan, punkt 13–17")
