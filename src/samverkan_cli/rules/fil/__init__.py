"""``fil``: what is wrong with the files themselves. The loader finds it; here are the pages."""

from samverkan_cli.checking.packs import Pack

PACK = Pack("fil", "Filerna själva", "Filformatet samverkan 1")
