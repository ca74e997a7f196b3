"""The rules: one folder a pack, one file a rule. The folder listing is the catalogue."""

ORDER = ("fil", "skåne-17", "samverkanshandboken", "lag-2023-196", "tydlighet", "familj", "kedja", "tid", "skydd", "steg")
"""The order that packs are shown in."""
