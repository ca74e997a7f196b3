"""``familj``: agreements that belong together."""

from samverkan_cli.checking.packs import Pack

PACK = Pack("familj", "Överenskommelser som hör ihop", "Överenskommelser i två delar och mellan två nivåer", printed=True)
