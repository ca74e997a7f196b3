"""``fil``: what is wrong with the files themselves. The loader finds it; here are the pages."""

from samverkan_cli.points import Pack

PACK = Pack("fil", "Filerna själva", "Filformatet samverkan 1")
